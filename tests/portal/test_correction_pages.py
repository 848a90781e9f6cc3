"""The screen on which an edition is corrected: the part, the words, a look, and done."""

from html import unescape
from typing import Any

import pytest
from django.test import Client

from portal.actions import Pick, withdraw_edition
from portal.models import Edition, EditionCorrection
from tests.articles.factories import ArticleFactory
from tests.factories import EditorFactory, ManagingEditorFactory
from tests.portal.factories import approved_task, next_edition, published_edition

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

EDITIONS = "/en/admin/portal/edition/"


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(ManagingEditorFactory())
    return client


@pytest.fixture
def edition() -> Edition:
    return published_edition(Pick(article=ArticleFactory(title="Giữ lời thề")), title="Nêu gương")


def correct(client: Client, edition: Edition, **typed: Any) -> str:
    response = client.post(f"{EDITIONS}{edition.pk}/correct/", typed, follow=True)
    assert response.status_code == 200
    return unescape(response.content.decode())


def ask(client: Client, edition: Edition, **said: Any) -> str:
    return unescape(client.get(f"{EDITIONS}{edition.pk}/correct/", said).content.decode())


def test_a_correction_is_looked_at_before_it_is_published(desk: Client, edition: Edition) -> None:
    entry = edition.entries.get()
    assert f"?entry={entry.pk}" in page_of(desk, edition)
    assert 'value="lead"' in ask(desk, edition, entry=entry.pk)
    assert "Giữ lời thề" in ask(desk, edition, entry=entry.pk, part="title")

    typed = {
        "entry": entry.pk,
        "part": "title",
        "said": "Giữ lời thề",
        "says": "Giữ trọn lời thề",
        "reason": "Bản in nhầm.",
    }
    look = correct(desk, edition, **typed)
    assert "This is what readers will see" in look
    assert "trọn</ins>" in look
    assert not EditionCorrection.objects.exists()
    assert 'value="Giữ trọn lời thề"' in correct(desk, edition, **typed, change="x")
    assert "The correction is published" in correct(desk, edition, **typed, confirm="x")
    row = EditionCorrection.objects.get()
    assert (row.entry, row.says, row.reason) == (entry, "Giữ trọn lời thề", "Bản in nhầm.")
    assert "Bản in nhầm." in page_of(desk, edition)


def page_of(client: Client, edition: Edition) -> str:
    return unescape(client.get(f"{EDITIONS}{edition.pk}/change/").content.decode())


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": " "},
        {"says": "Giữ lời thề"},
        {"says": ""},
        {"said": "Không ai nói thế"},
    ],
)
def test_what_cannot_be_is_refused_with_what_was_typed_kept(
    desk: Client, edition: Edition, wrong: dict[str, str]
) -> None:
    typed: dict[str, Any] = {
        "entry": edition.entries.get().pk,
        "part": "title",
        "said": "Giữ lời thề",
        "says": "Khác hẳn",
        "reason": "Vì sao thế này",
    }
    again = correct(desk, edition, **typed | wrong, confirm="x")

    assert "errornote" in again
    assert (typed | wrong)["says"] in again
    assert not EditionCorrection.objects.exists()


def test_a_remark_in_general_needs_no_words_but_a_reason(desk: Client, edition: Edition) -> None:
    said = correct(desk, edition, part="general", said="", says="", reason="Ảnh.", confirm="x")

    assert "The correction is published" in said
    assert EditionCorrection.objects.get().field == ""


def test_a_task_with_no_other_approved_wording_leads_to_the_review(desk: Client) -> None:
    edition = published_edition(Pick(task=approved_task()))
    said = ask(desk, edition, entry=edition.entries.get().pk, part="wording")

    assert "nothing else has been approved since" in said
    assert "<textarea" not in said


@pytest.mark.parametrize("asked", [{"entry": "x"}, {"part": "id"}, {"entry": "", "part": "lead"}])
def test_nonsense_in_the_address_asks_which_part(
    desk: Client, edition: Edition, asked: dict[str, str]
) -> None:
    assert "What is wrong?" in ask(desk, edition, **asked)


def test_an_entry_of_another_edition_is_not_found(desk: Client, edition: Edition) -> None:
    other = published_edition().entries.get()
    address = f"{EDITIONS}{edition.pk}/correct/"
    assert desk.get(address, {"entry": other.pk}).status_code == 404


def test_who_may_not_correct_is_not_let_in(client: Client, edition: Edition) -> None:
    client.force_login(EditorFactory())

    assert "/correct/" not in page_of(client, edition)
    assert client.post(f"{EDITIONS}{edition.pk}/correct/", {"part": "title"}).status_code == 403


def test_a_withdrawn_edition_offers_no_correction(desk: Client, edition: Edition) -> None:
    withdraw_edition(ManagingEditorFactory(), edition, reason="Dẫn sai.")
    assert "/correct/" not in page_of(desk, edition)


def test_an_edition_that_was_replaced_says_by_which(desk: Client, edition: Edition) -> None:
    next_edition(edition.curated_list)
    assert "replaced by edition 2" in unescape(desk.get(EDITIONS).content.decode())
    assert "/an-ban/2/so-voi/1/" in page_of(desk, edition)


def test_what_is_typed_is_only_shown(desk: Client, edition: Edition) -> None:
    harmful = '"><script>alert(1)</script>'
    typed = {"part": "introduction", "said": "", "says": harmful, "reason": harmful}
    address = f"{EDITIONS}{edition.pk}/correct/"
    for more in ({}, {"change": "x"}):
        assert "<script>alert" not in desk.post(address, typed | more).content.decode()
    desk.post(address, typed | {"confirm": "x"})
    assert EditionCorrection.objects.get().reason == harmful
    for shown in (f"{EDITIONS}{edition.pk}/change/", f"/en/danh-muc/{edition.slug}/an-ban/1/"):
        assert "<script>alert" not in desk.get(shown).content.decode()
