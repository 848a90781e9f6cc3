"""What is frozen beside an entry: the documents it cites, and its text where that is allowed."""

import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from articles.models import Citation, OfficialDocument
from portal.actions import Pick
from portal.models import EditionEntry, EditionEntryDocument, EditionEntryText
from portal.queries.proofs import proof_of
from tests.articles.factories import ArticleFactory, PublisherFactory
from tests.portal.factories import (
    approved_task,
    cite,
    document,
    published_edition,
    submitted_list,
)

pytestmark = pytest.mark.django_db

find_documents = import_module("portal.migrations.0010_documents_of_entries").find_documents


def check_now() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def look_for_documents() -> None:
    """Do as the migration does, which begins with nothing left to check."""
    check_now()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    find_documents(apps, connection.schema_editor())


def test_an_article_takes_along_the_documents_that_the_desk_knows() -> None:
    article = ArticleFactory()
    known = document(issuer="Bộ Chính trị", title="Về học tập", issued_on=dt.date(2016, 5, 15))
    cite(article, known)
    cite(article, known)
    cite(article, None, number="17")
    entry = published_edition(Pick(article=article)).entries.get()
    check_now()

    [row] = entry.known_documents.all()
    assert entry.documents == ["Chỉ thị 05-CT/TW", "Chỉ thị 17"]
    assert (row.document_number, row.name, row.slug) == (
        known.pk,
        "Chỉ thị 05-CT/TW",
        f"chi-thi-05-ct-tw-{known.pk}",
    )
    assert (row.issuer, row.title, row.issued_on) == (
        "Bộ Chính trị",
        "Về học tập",
        dt.date(2016, 5, 15),
    )


def test_a_task_takes_along_those_that_it_carries_out() -> None:
    first, second = document(), document("18-CTr/TU", "Chương trình")
    task = approved_task(documents=[first, second])
    entry = published_edition(Pick(task=task)).entries.get()
    check_now()

    assert {row.document_number for row in entry.known_documents.all()} == {first.pk, second.pk}


def test_what_happens_to_a_document_later_changes_nothing() -> None:
    article, known = ArticleFactory(), document()
    cite(article, known)
    entry = published_edition(Pick(article=article)).entries.get()
    OfficialDocument.objects.update(number="06-CT/TW", issuer="Ban Bí thư")

    assert entry.known_documents.get().name == "Chỉ thị 05-CT/TW"
    assert entry.known_documents.get().issuer == ""


def test_nothing_is_added_to_what_was_published() -> None:
    entry = published_edition().entries.get()
    check_now()

    with pytest.raises(IntegrityError, match="has 1 rows of its own, says 0"), transaction.atomic():
        EditionEntryDocument.objects.create(
            entry=entry, position=1, document_number=1, slug="x-1", name="x"
        )


class TestWhatWasPublishedBefore:
    """The migration that brought these rows looks for the documents of older entries."""

    def test_it_is_the_one_that_the_article_cites_under_this_name(self) -> None:
        article, known = ArticleFactory(), document()
        cite(article, None)
        entry = published_edition(Pick(article=article)).entries.get()
        Citation.objects.update(named=known)
        look_for_documents()

        entry.refresh_from_db()
        assert entry.documents_count == 1
        assert entry.known_documents.get().slug == f"chi-thi-05-ct-tw-{known.pk}"
        with pytest.raises(IntegrityError, match="it was published"):
            EditionEntry.objects.update(documents_count=0)

    def test_of_two_it_is_neither(self) -> None:
        article = ArticleFactory()
        cite(article, None)
        entry = published_edition(Pick(article=article)).entries.get()
        Citation.objects.update(named=document())
        cite(article, document())
        look_for_documents()

        assert not entry.known_documents.exists()


class TestText:
    def test_it_is_kept_where_the_publisher_allows_it(self) -> None:
        allows = PublisherFactory(full_text_allowed=True)
        article = ArticleFactory(publisher=allows, body="Đoạn một.\nĐoạn hai.")
        entry = published_edition(Pick(article=article)).entries.get()
        check_now()

        assert entry.has_full_text
        assert entry.full_text.body == "Đoạn một.\nĐoạn hai."
        assert entry.full_text.publisher_number == allows.pk

    def test_it_is_not_kept_elsewhere_or_of_a_task(self) -> None:
        allowed = ArticleFactory(publisher=PublisherFactory(full_text_allowed=True))
        published_edition(
            Pick(article=ArticleFactory()),
            Pick(article=ArticleFactory(publisher=None)),
            Pick(task=approved_task(allowed)),
        )
        check_now()

        assert not EditionEntryText.objects.exists()

    def test_nobody_slips_in_what_is_not_allowed(self) -> None:
        entry = published_edition(Pick(article=(article := ArticleFactory()))).entries.get()

        with pytest.raises(IntegrityError, match="may not be shown"), transaction.atomic():
            EditionEntryText.objects.create(
                entry=entry, body=article.text.body, publisher_number=article.publisher_id
            )

    def test_nobody_slips_in_other_words(self) -> None:
        article = ArticleFactory(publisher=PublisherFactory(full_text_allowed=True))
        entry = published_edition(Pick(article=article)).entries.get()

        with pytest.raises(IntegrityError, match="may not be shown"), transaction.atomic():
            EditionEntryText.objects.create(
                entry=entry, body="Khác.", publisher_number=article.publisher_id
            )

    def test_who_publishes_has_seen_whether_it_is_there(self) -> None:
        article = ArticleFactory()
        made = submitted_list(Pick(article=article))
        before = proof_of(made).fingerprint
        article.publisher.full_text_allowed = True
        article.publisher.save()

        assert proof_of(made).fingerprint != before


@pytest.mark.parametrize("table", ["editionentrydocument", "editionentrytext"])
@pytest.mark.parametrize("statement", ["UPDATE portal_{} SET id = id", "DELETE FROM portal_{}"])
def test_raw_sql_changes_none_of_it(table: str, statement: str) -> None:
    article = ArticleFactory(publisher=PublisherFactory(full_text_allowed=True))
    cite(article, document())
    published_edition(Pick(article=article))
    check_now()

    with pytest.raises(IntegrityError, match="it was published"), connection.cursor() as cursor:
        cursor.execute(statement.format(table))
