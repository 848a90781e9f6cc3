"""Links to what is not published yet."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from portal import sharing
from portal.actions import Pick, arrange_entries
from portal.models import CuratedList
from tests.articles.factories import ArticleFactory
from tests.factories import ManagingEditorFactory, ReviewerFactory
from tests.portal.factories import draft_list

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def made() -> CuratedList:
    return draft_list(Pick(article=ArticleFactory(title="Giữ lời thề")), title="Nêu gương")


def address(made: CuratedList) -> str:
    token, _until = sharing.token_for(made)
    return f"/en/xem-truoc/{token}/"


def test_whoever_has_the_link_sees_the_list_as_it_stands_now(
    client: Client, made: CuratedList
) -> None:
    link = address(made)
    assert "Giữ lời thề" in client.get(link).content.decode()

    other = Pick(article=ArticleFactory(title="Gần dân"))
    arrange_entries(ManagingEditorFactory(), made, [other], expected=made.revision)

    page = client.get(link).content.decode()
    assert "Gần dân" in page
    assert "Giữ lời thề" not in page
    assert "This is not published." in page


def test_nobody_keeps_it_and_no_search_engine_names_it(client: Client, made: CuratedList) -> None:
    response = client.get(address(made))
    assert "no-store" in response["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert "canonical" not in response.content.decode()


def test_it_holds_for_some_days_only(
    client: Client, made: CuratedList, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "HOLDS_FOR", timedelta(seconds=-1))
    response = client.get(address(made))
    assert response.status_code == 410
    assert "This link holds no more" in response.content.decode()
    assert "Giữ lời thề" not in response.content.decode()


@pytest.mark.parametrize("spoil", [str.swapcase, lambda token: token[:-1], lambda _token: "x"])
def test_nobody_makes_a_link_up(
    client: Client, made: CuratedList, spoil: Callable[[str], str]
) -> None:
    token, _until = sharing.token_for(made)
    assert client.get(f"/en/xem-truoc/{spoil(token)}/").status_code == 410


def test_a_list_that_was_deleted_is_shown_no_more(client: Client, made: CuratedList) -> None:
    link = address(made)
    made.delete()
    assert client.get(link).status_code == 410


def test_the_preview_gives_the_link_to_those_who_make_lists(
    client: Client, made: CuratedList
) -> None:
    preview = f"/en/admin/portal/curatedlist/{made.pk}/preview/"
    client.force_login(ManagingEditorFactory())
    page = client.get(preview).content.decode()
    link = page.partition('readonly value="http://testserver')[2].partition('"')[0]
    client.logout()
    assert "Giữ lời thề" in client.get(link).content.decode()

    client.force_login(ReviewerFactory())
    assert "xem-truoc" not in client.get(preview).content.decode()
