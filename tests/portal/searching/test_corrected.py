"""What was corrected is found by what is right, and no longer by what was wrong."""

import datetime as dt

import pytest
from django.test import Client

from articles.models import Article
from portal.actions import Pick, correct_edition, withdraw_edition
from portal.models import Edition, EditionEntry, SearchRow
from portal.queries.corrections import as_published
from portal.queries.hits import Hit, hits
from portal.queries.searching import find
from portal.queries.suggesting import suggestions
from portal.searching.asking import read
from portal.searching.marking import Piece
from tests.articles.factories import ArticleFactory, PublisherFactory
from tests.factories import ManagingEditorFactory
from tests.portal.factories import (
    approved_task,
    cite,
    document,
    next_edition,
    published_edition,
    reworded,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def article() -> Article:
    made: Article = ArticleFactory(
        title="Giữ lời thề",
        publisher=PublisherFactory(name="Báo Đông Khê"),
        author="Thu Thảo",
        published_on=dt.date(2021, 9, 20),
    )
    assert made.text
    made.text = made.texts.create(number=2, body="Bản Nà Lòng", lead="Bản Nà Lòng")
    made.save()
    return made


@pytest.fixture
def edition(article: Article) -> Edition:
    return published_edition(Pick(article=article, note="Nên đọc **kỹ**."))


def correct(entry: EditionEntry, field: str, says: str) -> None:
    newest = entry.corrections.filter(field=field).last()
    correct_edition(
        ManagingEditorFactory(),
        entry.edition,
        entry=entry,
        field=field,
        expected=newest.says if newest else as_published(entry, field),
        says=says,
        reason="Bản in nhầm.",
    )


def found(typed: str, **narrowed: object) -> list[Hit]:
    asked = read(typed)
    return hits(find(asked, SearchRow.objects.filter(**narrowed)).entries, asked)


def marked(pieces: list[Piece]) -> list[str]:
    return [piece.text for piece in pieces if piece.is_marked]


@pytest.mark.parametrize(
    ("field", "says", "right", "wrong"),
    [
        ("title", "Giữ trọn nghĩa tình", "nghĩa tình", "lời thề"),
        ("lead", "Bản Pác Bó", "pac bo", "na long"),
        ("note", "Nên xem *lướt*.", "luot", "kỹ"),
        ("publisher", "Báo Sông Lam", "song lam", "dong khe"),
        ("author", "Kim Loan", "kim loan", "thu thao"),
    ],
)
def test_an_article_is_found_by_what_is_right(
    edition: Edition, field: str, says: str, right: str, wrong: str
) -> None:
    assert found(wrong)
    correct(edition.entries.get(), field, says)
    assert found(right)
    assert not found(wrong)


def test_what_still_stands_elsewhere_is_still_found(edition: Edition) -> None:
    correct(edition.entries.get(), "title", "Bản họp")
    correct(edition.entries.get(), "lead", "Giữ lời thề ở bản.")
    assert found("lời thề")


def test_the_correction_that_was_made_last_counts(edition: Edition) -> None:
    entry = edition.entries.get()
    correct(entry, "title", "Giữ vững niềm tin")
    correct(entry, "title", "Giữ trọn nghĩa tình")
    assert found("nghĩa tình")
    assert not found("niềm tin")


def test_hits_and_proposals_say_what_is_right(edition: Edition) -> None:
    correct(edition.entries.get(), "title", "Giữ trọn nghĩa tình")
    correct(edition.entries.get(), "lead", "Người Pác Bó trọn nghĩa.")
    [hit] = found("tron nghia")
    assert "".join(piece.text for piece in hit.called) == "Giữ trọn nghĩa tình"
    assert marked(hit.called) == ["trọn nghĩa"]
    assert marked(hit.excerpt) == ["trọn nghĩa"]
    assert [one.text for one in suggestions("tron ngh")] == ["Giữ trọn nghĩa tình"]
    assert suggestions("loi the") == []


def test_results_are_narrowed_by_what_is_right(edition: Edition) -> None:
    entry = edition.entries.get()
    correct(entry, "publisher", "Báo Sông Lam")
    correct(entry, "published_on", "2019-02-03")
    [hit] = found("giu", publisher="Báo Sông Lam", year=2019)
    assert hit.entry.published_on == dt.date(2019, 2, 3)
    assert not found("giu", year=2021)


def test_a_document_that_is_not_cited_after_all_does_not_lead_there(article: Article) -> None:
    cited = document("05-CT/TW", title="Về học tập và làm theo")
    cite(article, cited)
    entry = published_edition(Pick(article=article)).entries.get()
    assert found("05-CT/TW", documents__contains=[cited.pk])
    correct(entry, "documents", "Nghị quyết 04-NQ/TW; Quy định 37-QĐ/TW")
    assert found("04-NQ/TW 37-qd/tw")
    assert not found("05-CT/TW")
    assert not found("học tập và làm theo")
    assert not found("giu", documents__contains=[cited.pk])


def test_a_task_is_found_by_the_wording_that_is_right() -> None:
    task = approved_task(wording="Rà soát quy chế", responsible=["Huyện ủy Lam Giang"])
    entry = published_edition(Pick(task=task)).entries.get()
    reworded(task, "Rà soát nội quy")
    correct(entry, "wording", "Rà soát nội quy")
    [hit] = found("noi quy")
    assert marked(hit.called) == ["nội quy"]
    assert not found("quy che")


def test_a_newer_edition_speaks_with_its_own_words_until_it_is_withdrawn(
    edition: Edition,
) -> None:
    correct(edition.entries.get(), "title", "Giữ trọn nghĩa tình")
    newer = next_edition(edition.curated_list)
    assert found("lời thề"), "the article at the desk still says so"
    assert not found("nghĩa tình")
    withdraw_edition(ManagingEditorFactory(), newer, reason="Nhầm.")
    assert found("nghĩa tình")
    assert not found("lời thề")


def test_an_older_edition_that_is_corrected_does_not_speak(edition: Edition) -> None:
    next_edition(edition.curated_list)
    correct(edition.entries.get(), "title", "Giữ trọn nghĩa tình")
    assert found("lời thề")
    assert not found("nghĩa tình")


def test_the_page_and_the_api_find_what_is_right(edition: Edition, client: Client) -> None:
    correct(edition.entries.get(), "title", "Giữ trọn nghĩa tình")
    page = client.get("/en/tim-kiem/", {"q": "nghia tinh"}).content.decode()
    assert "Giữ trọn <mark>nghĩa tình</mark>" in page
    assert client.get("/api/v1/search", {"q": "nghia tinh"}).json()["number"] == 1
    assert client.get("/api/v1/search", {"q": "loi the"}).json()["number"] == 0
