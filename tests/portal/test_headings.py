"""Section headings, from the making of a list to what readers see of it."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from articles.refusal import Refused
from portal.actions import Pick, arrange_entries
from portal.models import CuratedList, Entry
from portal.queries.proofs import proof_of
from tests.articles.factories import ArticleFactory
from tests.factories import ManagingEditorFactory
from tests.portal.factories import approved_task, draft_list, next_edition, published_edition

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]


def article(title: str) -> Pick:
    return Pick(article=ArticleFactory(title=title), note="Nên đọc.")


def heading(words: str) -> Pick:
    return Pick(heading=words)


def arranged(curated_list: CuratedList, *picks: Pick) -> CuratedList:
    return arrange_entries(
        ManagingEditorFactory(), curated_list, picks, expected=curated_list.revision
    )


# -- Making ----------------------------------------------------------------------------------------


def test_a_heading_is_moved_like_any_other_entry() -> None:
    first, second = article("Một"), article("Hai")
    made = draft_list(first, heading(" Ở  cơ sở "), second)
    row = made.entries.get(heading="Ở cơ sở").pk

    turned = arranged(made, heading("Ở cơ sở"), second, first)
    assert [str(entry) for entry in turned.entries.all()] == ["Ở cơ sở", "Hai", "Một"]
    assert turned.entries.get(position=1).pk == row


def test_a_heading_stands_once_has_no_note_and_has_an_end() -> None:
    with pytest.raises(Refused, match="twice"):
        draft_list(heading("Ở cơ sở"), heading("Ở  cơ sở"))
    with pytest.raises(Refused, match="has no note"):
        draft_list(Pick(heading="Ở cơ sở", note="Lời dẫn."))
    with pytest.raises(Refused, match="too long"):
        draft_list(heading("x" * 201))
    with pytest.raises(Refused, match="either an article, a task or a heading"):
        draft_list(Pick(heading="Ở cơ sở", article=ArticleFactory()))


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"heading": "Hai", "note": "Lời dẫn."},
        {"heading": "Ở cơ sở"},
        {"heading": "Hai", "with_article": True},
    ],
)
def test_the_database_refuses_what_is_nothing_twice_or_two_things(wrong: dict[str, Any]) -> None:
    made = draft_list(heading("Ở cơ sở"))
    article = ArticleFactory() if wrong.pop("with_article", False) else None

    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(curated_list=made, position=2, article=article, **wrong)


def test_a_heading_is_written_and_renamed_on_the_lists_page(client: Client) -> None:
    client.force_login(ManagingEditorFactory())
    picked = ArticleFactory()
    form: dict[str, Any] = {
        "title": "Nêu gương",
        "entries-TOTAL_FORMS": 2,
        "entries-INITIAL_FORMS": 0,
        "entries-0-heading": "Ở cơ sở",
        "entries-0-position": 1,
        "entries-1-article": picked.pk,
        "entries-1-position": 2,
        "_continue": "1",
    }
    client.post("/en/admin/portal/curatedlist/add/", form)
    made = CuratedList.objects.get()
    standing = list(made.entries.all())
    form |= {"slug": made.slug, "seen": made.revision, "entries-INITIAL_FORMS": 2}
    form |= {f"entries-{place}-id": entry.pk for place, entry in enumerate(standing)}
    form |= {f"entries-{place}-curated_list": made.pk for place in range(2)}
    form |= {"entries-0-heading": "Ở bản làng", "entries-0-position": 3}
    response = client.post(f"/en/admin/portal/curatedlist/{made.pk}/change/", form)

    assert response.status_code == 302
    assert [str(entry) for entry in standing] == ["Ở cơ sở", str(picked)]
    assert [str(entry) for entry in made.entries.all()] == [str(picked), "Ở bản làng"]


# -- What is published -----------------------------------------------------------------------------


def test_each_entry_keeps_the_heading_it_stood_under() -> None:
    edition = published_edition(
        article("Mở đầu"), heading("Ở cơ sở"), article("Một"), Pick(task=approved_task())
    )

    entries = edition.entries.order_by("position")
    assert [(e.position, e.section) for e in entries] == [(1, ""), (2, "Ở cơ sở"), (3, "Ở cơ sở")]
    assert edition.entries_count == 3


def test_a_heading_with_nothing_under_it_is_told_and_not_published() -> None:
    made = draft_list(heading("Trống một"), heading("Đầy"), article("Một"), heading("Trống hai"))
    proof = proof_of(made)

    assert [warning for warning in proof.warnings if "heading" in warning] == [
        f"Nothing stands under the heading “{words}”: it will not be published."
        for words in ("Trống một", "Trống hai")
    ]
    assert [printed.entry.section for printed in proof.entries] == ["Đầy"]


def test_headings_alone_make_no_list() -> None:
    assert "The list has no entries yet." in proof_of(draft_list(heading("Trống"))).problems


def test_another_heading_is_another_proof() -> None:
    first = article("Một")
    made = draft_list(heading("Ở cơ sở"), first)
    seen = proof_of(made).fingerprint

    assert proof_of(arranged(made, heading("Ở bản"), first)).fingerprint != seen


def test_a_list_that_wants_no_notes_is_not_warned_of_missing_ones() -> None:
    made = draft_list(Pick(article=ArticleFactory(title="Một")))
    assert proof_of(made).warnings == ["Entry 1 (“Một”) has no note."]

    CuratedList.objects.update(wants_notes=False)
    assert proof_of(CuratedList.objects.get()).warnings == []


def test_readers_see_headings_above_their_entries(get: Callable[..., str]) -> None:
    edition = published_edition(
        article("Mở đầu"), heading("Ở <b>cơ sở"), article("Một"), title="Nêu gương"
    )
    page = get(f"/en/danh-muc/neu-guong/an-ban/{edition.number}/")

    assert page.count("Ở &lt;b&gt;cơ sở</h2>") == 1
    first, section = page.index("Mở đầu</a>"), page.index("Ở &lt;b&gt;cơ sở</h2>")
    assert first < section < page.index('start="2"')
    assert "</a></h3>" in page.partition("cơ sở</h2>")[2]


def test_headings_are_taken_away_too(client: Client) -> None:
    edition = published_edition(heading("Ở cơ sở"), article("Một"), title="Nêu gương")
    address = f"/en/danh-muc/neu-guong/an-ban/{edition.number}"
    word = docx.Document(BytesIO(client.get(f"{address}.docx").content))
    styled = [
        (paragraph.style.name, paragraph.text) for paragraph in word.paragraphs if paragraph.style
    ]

    assert ("Heading 1", "Ở cơ sở") in styled
    assert ("Heading 2", "1. Một") in styled
    assert "Ở cơ sở" in client.get(f"{address}.csv").content.decode()


def test_a_comparison_tells_of_another_heading(get: Callable[..., str]) -> None:
    first = article("Một")
    made = published_edition(heading("Ở cơ sở"), first, title="Nêu gương").curated_list
    made.refresh_from_db()
    arranged(made, heading("Ở bản làng"), first)
    next_edition(made)

    page = get("/en/danh-muc/neu-guong/an-ban/2/so-voi/1/")
    assert "<dt>Section</dt>" in page
    assert "<ins>bản" in page
