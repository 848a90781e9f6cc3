import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.actions import Pick, withdraw_edition
from portal.models import EditionWithdrawal
from tests.articles.factories import ArticleFactory
from tests.factories import EditorFactory, ManagingEditorFactory
from tests.portal.factories import published_edition

pytestmark = pytest.mark.django_db

LIST = "/en/admin/portal/edition/"


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(ManagingEditorFactory())
    return client


def test_an_edition_is_looked_at_and_never_changed(desk: Client) -> None:
    edition = published_edition(Pick(article=ArticleFactory(title="Giữ lời thề"), note="Nên đọc."))
    page = desk.get(f"{LIST}{edition.pk}/change/").content.decode()

    assert "Giữ lời thề" in page
    assert "Nên đọc." in page
    assert f"/en/danh-muc/{edition.slug}/an-ban/1/" in page
    assert str(edition.published_by) in page
    assert "/people/user/" not in page  # which managing editors may not see
    assert desk.post(f"{LIST}{edition.pk}/change/", {"title": "x"}).status_code == 403
    assert desk.get(f"{LIST}{edition.pk}/delete/").status_code == 403
    assert desk.get(f"{LIST}add/").status_code == 403


def test_an_edition_is_withdrawn_with_a_reason_that_readers_see(desk: Client) -> None:
    edition = published_edition()
    address = f"{LIST}{edition.pk}/withdraw/"

    assert "please give a reason" in desk.post(address, {"reason": " "}).content.decode()
    assert desk.post(address, {"reason": "Dẫn sai nguồn."}).status_code == 302
    assert "Dẫn sai nguồn." in desk.get(f"{LIST}{edition.pk}/change/").content.decode()
    again = desk.post(address, {"reason": "Lần nữa."}).content.decode()
    assert "withdrawn already" in again
    assert EditionWithdrawal.objects.get().reason == "Dẫn sai nguồn."


def test_editions_are_listed_by_where_they_stand(desk: Client) -> None:
    published_edition(title="Còn đó")
    gone = published_edition(title="Đã thôi")
    withdraw_edition(ManagingEditorFactory(), gone, reason="Dẫn sai nguồn.")

    for standing, shown, hidden in (
        ("published", "Còn đó", "Đã thôi"),
        ("withdrawn", "Đã thôi", "Còn đó"),
    ):
        page = desk.get(LIST, {"standing": standing}).content.decode()
        assert shown in page
        assert hidden not in page


def test_withdrawing_takes_the_right_to(client: Client) -> None:
    edition = published_edition()
    client.force_login(EditorFactory())

    assert "/withdraw/" not in client.get(f"{LIST}{edition.pk}/change/").content.decode()
    assert client.post(f"{LIST}{edition.pk}/withdraw/", {"reason": "x"}).status_code == 403


def test_the_list_of_editions_costs_the_same_with_more_rows(desk: Client) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            desk.get(LIST)
        return len(queries)

    for _number in range(3):
        published_edition()
    cost()
    few = cost()
    for _number in range(9):
        published_edition()
    assert cost() == few
