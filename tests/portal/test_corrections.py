"""What was published stays; what was wrong in it is said beside it."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import feedparser
import pytest
from django.contrib.auth.models import AbstractUser
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.refusal import NotAllowed, Refused
from portal.actions import Pick, correct_edition, withdraw_edition
from portal.models import Edition, EditionCorrection, EditionEntry
from portal.queries.corrections import as_published
from review.actions.decisions import withdraw
from review.models import Decision, Withdrawal
from tests.articles.factories import ArticleFactory, PublisherFactory
from tests.at_once import one_behind_the_other
from tests.factories import EditorFactory, ManagingEditorFactory
from tests.portal.factories import approved_task, next_edition, published_edition, reworded

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

HARMFUL = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def corrected(
    edition: Edition,
    entry: EditionEntry | None = None,
    field: str = "",
    says: str = "",
    *,
    by: AbstractUser | None = None,
    **said: Any,
) -> EditionCorrection:
    return correct_edition(
        by or ManagingEditorFactory(),
        edition,
        entry=entry,
        field=field,
        says=says,
        **{"reason": "Bản in nhầm."} | said,
    )


@pytest.fixture
def edition() -> Edition:
    article = ArticleFactory(
        title="Giữ lời thề",
        publisher=PublisherFactory(name="Báo Đông Khê"),
        author="",
        published_on=dt.date(2021, 9, 20),
        source_url="https://dongkhe.example/giu-loi-the",
    )
    return published_edition(Pick(article=article, note="Nên đọc **kỹ**."), title="Nêu gương")


@pytest.fixture
def entry(edition: Edition) -> EditionEntry:
    return edition.entries.get()


# -- What is kept --------------------------------------------------------------------------------


def test_a_correction_says_what_stood_there_what_is_right_and_why(
    edition: Edition, entry: EditionEntry
) -> None:
    person = ManagingEditorFactory()
    row = corrected(
        edition, entry, "title", "Giữ trọn\nlời thề ", expected="Giữ lời thề", by=person
    )

    assert (row.said, row.says, row.reason) == ("Giữ lời thề", "Giữ trọn lời thề", "Bản in nhầm.")
    assert row.corrected_by == person
    entry.refresh_from_db()
    assert entry.title == "Giữ lời thề"


def test_the_next_correction_says_what_the_last_one_said(
    edition: Edition, entry: EditionEntry
) -> None:
    corrected(edition, entry, "title", "Hai", expected="Giữ lời thề")

    with pytest.raises(Refused, match="meanwhile"):
        corrected(edition, entry, "title", "Ba", expected="Giữ lời thề")
    assert corrected(edition, entry, "title", "Ba", expected="Hai").said == "Hai"
    with pytest.raises(Refused, match="already"):
        corrected(edition, entry, "title", "Ba", expected="Ba")


@pytest.mark.parametrize(
    ("field", "wrong", "right"),
    [
        ("published_on", "hôm qua", "2021-09-21"),
        ("source_url", "javascript:alert(1)", ""),
        ("title", " ", "Khác"),
        ("author", "", "Thu Thảo"),
        ("documents", "", "Chỉ thị 05-CT/TW"),
        ("note", "Nên đọc **kỹ**.", "Nên đọc.\n\nHai lần."),
        ("publisher", "x" * 20_001, "Báo Sông Lam"),
        ("wording", "Lời", None),
        ("id", "7", None),
    ],
)
def test_each_part_is_corrected_to_what_can_stand_there(
    edition: Edition, field: str, wrong: str, right: str | None
) -> None:
    entry = edition.entries.get()
    stands = as_published(entry, field)
    with pytest.raises(Refused):
        corrected(edition, entry, field, wrong, expected=stands)
    if right is not None:
        assert corrected(edition, entry, field, right, expected=stands).says == right


def test_an_edition_is_corrected_as_a_whole_and_in_general(edition: Edition) -> None:
    assert corrected(edition, None, "introduction", "Lời giới thiệu.").says == "Lời giới thiệu."
    assert corrected(edition, reason="Ảnh không phải chụp ở Đông Khê.").field == ""
    with pytest.raises(Refused, match="reason"):
        corrected(edition, reason=" \n")
    with pytest.raises(Refused, match="no such part"):
        corrected(edition, None, "lead", "Khác")


def test_correcting_takes_the_right_to_and_an_edition_that_stands(
    edition: Edition, entry: EditionEntry
) -> None:
    with pytest.raises(NotAllowed):
        corrected(edition, by=EditorFactory())
    with pytest.raises(Refused, match="another edition"):
        corrected(published_edition(), entry, "title", "Khác", expected=entry.title)
    withdraw_edition(ManagingEditorFactory(), edition, reason="Dẫn sai nguồn.")
    with pytest.raises(Refused, match="withdrawn already"):
        corrected(edition)


# -- What a task says ----------------------------------------------------------------------------


def test_a_task_is_corrected_only_to_what_two_people_approved() -> None:
    task = approved_task(wording="Rà soát quy chế")
    edition = published_edition(Pick(task=task))
    entry = edition.entries.get()

    with pytest.raises(Refused, match="word for word"):
        corrected(edition, entry, "wording", "Rà soát nội quy", expected="Rà soát quy chế")
    reworded(task, "Rà soát nội quy")
    row = corrected(edition, entry, "wording", "Rà soát nội quy", expected="Rà soát quy chế")
    assert row.version_number == task.version_id


def test_what_was_corrected_to_keeps_the_word_of_those_who_approved_it() -> None:
    task = approved_task(wording="Rà soát quy chế")
    edition = published_edition(Pick(task=task))
    reworded(task, "Rà soát nội quy")
    corrected(
        edition, edition.entries.get(), "wording", "Rà soát nội quy", expected="Rà soát quy chế"
    )
    decision = Decision.objects.get(version=task.version_id)

    with pytest.raises(Refused, match="stands in what was published"):
        withdraw(decision.person, decision.pk)
    with pytest.raises(IntegrityError, match="stands in an edition"), transaction.atomic():
        Withdrawal.objects.create(decision=decision, withdrawn_by=decision.person)


# -- What PostgreSQL holds -----------------------------------------------------------------------


def row_of(edition: Edition, **said: Any) -> EditionCorrection:
    values = {"edition": edition, "reason": "Vì thế.", "corrected_by": ManagingEditorFactory()}
    return EditionCorrection(**values | said)


def test_the_database_refuses_corrections_that_are_not_true(
    edition: Edition, entry: EditionEntry
) -> None:
    other = published_edition()
    for row, why in (
        (row_of(edition, entry=entry, field="title", said="Khác", says="x"), "does not say that"),
        (row_of(other, entry=entry, field="title", said=entry.title, says="x"), "no such entry"),
        (row_of(edition, field="lead", said="", says="x"), "no such entry or part"),
        (row_of(edition, entry=entry, field="title", said=entry.title, says=entry.title), "else"),
        (row_of(edition, reason=""), "with_a_reason"),
        (row_of(edition, entry=entry, field="due", said="", says="x"), "to_what_was_approved"),
        (
            row_of(edition, entry=entry, field="due", said="", says="x", version_number=1),
            "to what was approved only",
        ),
    ):
        with pytest.raises(IntegrityError, match=why), transaction.atomic():
            row.save()
    withdraw_edition(ManagingEditorFactory(), edition, reason="Dẫn sai.")
    with pytest.raises(IntegrityError, match="was withdrawn"), transaction.atomic():
        row_of(edition).save()


@pytest.mark.parametrize(
    "statement",
    ["UPDATE {} SET reason = 'x'", "DELETE FROM {}", "TRUNCATE {}"],
)
def test_a_correction_is_not_taken_back(edition: Edition, statement: str) -> None:
    corrected(edition)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(IntegrityError, match="it was published"), transaction.atomic():
            cursor.execute(statement.format("portal_editioncorrection"))


@pytest.mark.django_db(transaction=True)
def test_of_two_who_correct_the_same_part_at_once_the_second_is_told() -> None:
    edition = published_edition(title="Nêu gương")

    def correct() -> None:
        corrected(edition, None, "title", "Nêu gương ở cơ sở", expected="Nêu gương")

    first, second = one_behind_the_other(correct, correct)
    assert first is None
    assert isinstance(second, Refused)
    assert EditionCorrection.objects.count() == 1


# -- What readers see ----------------------------------------------------------------------------


def test_readers_see_it_on_the_edition_and_on_the_articles_page(
    edition: Edition, entry: EditionEntry, get: Callable[..., str]
) -> None:
    corrected(edition, entry, "published_on", "2021-09-21", expected="2021-09-20")
    corrected(edition, reason="Ảnh không phải chụp ở Đông Khê.")
    whole = get(f"/en/danh-muc/{edition.slug}/an-ban/1/")
    article = get(f"/en/bai-viet/{entry.article_number}/")

    assert "Corrected since it was published" in whole
    assert "Ảnh không phải chụp ở Đông Khê." in whole
    for page in (whole, article):
        assert "Bản in nhầm." in page
        assert "<del>20 Sep 2021</del> <ins>21 Sep 2021</ins>" in page
    assert "Corrected since" not in get(f"/en/danh-muc/{published_edition().slug}/")


def test_nothing_that_is_typed_into_a_correction_runs(
    edition: Edition, entry: EditionEntry, get: Callable[..., str]
) -> None:
    corrected(edition, entry, "title", HARMFUL, expected=entry.title, reason=HARMFUL)
    corrected(edition, None, "introduction", f"[x](javascript:alert(1)) {HARMFUL}", reason=HARMFUL)

    for address in (
        f"/en/danh-muc/{edition.slug}/an-ban/1/",
        f"/en/bai-viet/{entry.article_number}/",
        "/an-ban.atom",
    ):
        page = get(address)
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert 'href="javascript' not in page


def test_more_corrections_cost_no_more_queries(
    edition: Edition, entry: EditionEntry, client: Client
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/en/danh-muc/{edition.slug}/an-ban/1/")
        return len(queries)

    cost()
    corrected(edition, entry, "title", "0", expected=entry.title)
    few = cost()
    for number in range(9):
        corrected(edition, entry, "title", str(number + 1), expected=str(number))
    assert cost() == few


def test_feeds_and_the_sitemap_say_when_it_was_corrected(
    edition: Edition, entry: EditionEntry, get: Callable[..., str]
) -> None:
    row = corrected(edition, entry, "title", "Giữ trọn lời thề", expected=entry.title)
    row.refresh_from_db()
    (item,) = feedparser.parse(get("/an-ban.atom")).entries  # type: ignore[attr-defined,no-untyped-call]

    assert item.updated > item.published
    assert "trọn</ins>" in item.summary
    assert "Bản in nhầm." in item.summary
    moment = row.corrected_at.astimezone(dt.UTC)
    assert moment.strftime("%Y-%m-%d") in get("/sitemap-an-ban.xml")


def test_exports_carry_it(edition: Edition, entry: EditionEntry, get: Callable[..., str]) -> None:
    corrected(edition, entry, "title", "Giữ trọn lời thề", expected=entry.title)
    table = get(f"/en/danh-muc/{edition.slug}/an-ban/1.csv")

    assert "Corrections" in table
    assert "Giữ trọn lời thề" in table
    assert "Bản in nhầm." in table


def test_an_older_edition_says_which_is_newer_and_what_changed(get: Callable[..., str]) -> None:
    first = published_edition(title="Nêu gương")
    next_edition(first.curated_list)
    page = get(f"/en/danh-muc/{first.slug}/an-ban/1/")

    assert "Edition 2 is the newest" in page
    assert f"/en/danh-muc/{first.slug}/an-ban/2/so-voi/1/" in page
