"""What PostgreSQL refuses, whoever asks."""

import pytest
from django.db import IntegrityError, connection, transaction

from portal.actions import Pick, withdraw_edition
from portal.models import CuratedList, Edition, EditionEntry, EditionEntryTheme
from tests.articles.factories import ArticleFactory, ThemeFactory
from tests.factories import ManagingEditorFactory
from tests.portal.factories import (
    approved_task,
    draft_list,
    published_edition,
    submitted_list,
    take_down,
)
from tests.review.factories import lose_approval

pytestmark = pytest.mark.django_db


def execute(sql: str, *values: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def check_now() -> None:
    execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize("table", ["edition", "editionentry", "editionentrytheme"])
@pytest.mark.parametrize(
    "statement",
    ["UPDATE portal_{} SET id = id", "DELETE FROM portal_{}", "TRUNCATE portal_{} CASCADE"],
)
def test_raw_sql_changes_nothing_that_was_published(table: str, statement: str) -> None:
    article = ArticleFactory()
    article.themes.add(ThemeFactory())
    published_edition(Pick(article=article))
    check_now()

    with pytest.raises(IntegrityError, match="it was published"):
        execute(statement.format(table))


def test_a_withdrawal_is_not_taken_back() -> None:
    withdraw_edition(ManagingEditorFactory(), published_edition(), reason="Dẫn sai.")
    check_now()

    for statement in (
        "UPDATE portal_editionwithdrawal SET reason = 'x'",
        "DELETE FROM portal_editionwithdrawal",
        "TRUNCATE portal_editionwithdrawal",
    ):
        with pytest.raises(IntegrityError, match="it was published"), transaction.atomic():
            execute(statement)


def test_bulk_writes_are_refused_too() -> None:
    edition = published_edition()

    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.update(title="Khác")
    with pytest.raises(IntegrityError), transaction.atomic():
        EditionEntry.objects.filter(edition=edition)._raw_delete(using="default")


def test_nobody_tells_the_triggers_to_look_away() -> None:
    published_edition()
    execute(
        "SELECT set_config('pgtrigger.ignore', '{portal_edition:pgtrigger_never_changes}', true)"
    )

    with pytest.raises(IntegrityError, match="never changes"):
        execute("UPDATE portal_edition SET title = 'x'")


def test_an_entry_added_to_a_published_edition_is_refused() -> None:
    edition = published_edition()
    check_now()

    with (
        pytest.raises(IntegrityError, match="has 2 rows of its own, says 1"),
        transaction.atomic(),
    ):
        EditionEntry.objects.bulk_create(
            [
                EditionEntry(
                    edition=edition,
                    position=2,
                    kind="article",
                    article_number=ArticleFactory().pk,
                    title="Chen vào",
                )
            ]
        )


def test_a_theme_added_to_a_published_entry_is_refused() -> None:
    entry = published_edition().entries.get()
    check_now()

    with (
        pytest.raises(IntegrityError, match="has 1 rows of its own, says 0"),
        transaction.atomic(),
    ):
        EditionEntryTheme.objects.create(entry=entry, name="x", slug="x", sort_key="x")


def edition_of(curated_list: CuratedList, **values: object) -> Edition:
    said = {
        "curated_list": curated_list,
        "number": 1,
        "title": curated_list.title,
        "slug": curated_list.slug,
        "entries_count": 0,
        "submitted_by": curated_list.submitted_by,
        "published_by": ManagingEditorFactory(),
        "published_at": "2021-09-20T08:00+07:00",
    }
    return Edition(**said | values)


def test_an_edition_needs_a_list_that_this_person_submitted() -> None:
    submitted = submitted_list()
    draft = draft_list()
    stranger = ManagingEditorFactory()

    for edition in (
        edition_of(draft, submitted_by=stranger),
        edition_of(submitted, submitted_by=stranger),
        edition_of(submitted, slug="dia-chi-khac"),
    ):
        with pytest.raises(IntegrityError, match="was not submitted"), transaction.atomic():
            edition.save()


def test_an_edition_by_one_person_is_refused() -> None:
    submitted = submitted_list()

    with pytest.raises(IntegrityError, match="edition_by_two_people"):
        edition_of(submitted, published_by=submitted.submitted_by).save()


def test_an_entry_needs_the_current_approved_version_and_its_own_article() -> None:
    edition = edition_of(submitted_list(), entries_count=1)
    edition.save()
    task, other = approved_task(), approved_task()
    open_task = approved_task()
    lose_approval(open_task)

    for wrong in (
        {"task_number": task.pk, "version_number": other.version_id},
        {"task_number": task.pk, "version_number": task.version_id, "article": other.article_id},
        {
            "task_number": open_task.pk,
            "version_number": open_task.version_id,
            "article": open_task.article_id,
        },
    ):
        article = wrong.pop("article", None) or task.article_id
        with pytest.raises(IntegrityError, match="not the approved wording"), transaction.atomic():
            EditionEntry.objects.create(
                edition=edition, position=1, kind="task", article_number=article, title="x", **wrong
            )
    take_down(task.article)
    with pytest.raises(IntegrityError, match="not at the desk"), transaction.atomic():
        EditionEntry.objects.create(
            edition=edition, position=1, kind="article", article_number=task.article_id, title="x"
        )
    with pytest.raises(IntegrityError, match="has 0 rows of its own, says 1"):
        check_now()


@pytest.mark.parametrize(
    "other",
    [
        {"wording": "words nobody approved"},
        {"due": "quý I/2022"},
        {"responsible": ["Ai đó"]},
        {"responsible": ["Ban Tổ chức", "Ban Thường vụ"]},
        {"taking_part": []},
    ],
)
def test_a_tasks_entry_says_what_was_approved_word_for_word(other: dict[str, object]) -> None:
    task = approved_task(responsible=["Ban Thường vụ", "Ban Tổ chức"], taking_part=["Mặt trận"])
    edition = edition_of(submitted_list(), entries_count=1)
    edition.save()
    said: dict[str, object] = {
        "edition": edition,
        "position": 1,
        "kind": "task",
        "article_number": task.article_id,
        "task_number": task.pk,
        "version_number": task.version_id,
        "title": "x",
        "wording": "Rà soát quy chế làm việc của cấp ủy",
        "due": "quý IV/2021",
        "responsible": ["Ban Thường vụ", "Ban Tổ chức"],
        "taking_part": ["Mặt trận"],
    }

    with pytest.raises(IntegrityError, match="says what version"), transaction.atomic():
        EditionEntry.objects.create(**said | other)
    EditionEntry.objects.create(**said)
    check_now()


def test_an_articles_entry_has_no_wording() -> None:
    edition = edition_of(submitted_list())
    edition.save()

    with pytest.raises(IntegrityError, match="without a task"), transaction.atomic():
        EditionEntry.objects.create(
            edition=edition,
            position=1,
            kind="article",
            article_number=ArticleFactory().pk,
            title="x",
            wording="words nobody approved",
        )


def test_a_published_list_keeps_its_address_whoever_asks() -> None:
    published_edition()

    with pytest.raises(IntegrityError, match="its address lasts"):
        CuratedList.objects.update(slug="khac")
