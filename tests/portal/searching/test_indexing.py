"""The index of search, kept by publishing and withdrawing."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.actions import Pick, withdraw_edition
from portal.actions.indexing import index_everything
from portal.models import Edition, SearchRow, SearchWord
from tests.articles.factories import ArticleFactory
from tests.factories import ManagingEditorFactory
from tests.portal.factories import (
    approved_task,
    next_edition,
    publish,
    published_edition,
    submitted_list,
)

pytestmark = pytest.mark.django_db


def entries() -> dict[str, int]:
    """Give what is found, with the number of the edition that speaks for it."""
    rows = SearchRow.objects.select_related("entry__edition")
    return {str(row.entry): row.entry.edition.number for row in rows}


def withdraw(edition: Edition) -> None:
    withdraw_edition(ManagingEditorFactory(), edition, reason="Nhầm.")


def test_publishing_has_articles_and_tasks_found() -> None:
    task = approved_task(wording="Rà soát quy chế")
    published_edition(Pick(article=ArticleFactory(title="Chi bộ họp")), Pick(task=task))
    assert entries() == {"Chi bộ họp": 1, "Rà soát quy chế": 1}


def test_a_submitted_list_is_not_found() -> None:
    submitted_list()
    assert entries() == {}


def test_the_newest_edition_speaks() -> None:
    article = ArticleFactory(title="Chi bộ họp")
    first = published_edition(Pick(article=article))
    article.title = "Chi bộ họp bàn"
    article.save()
    next_edition(first.curated_list)
    assert entries() == {"Chi bộ họp bàn": 2}


def test_what_is_withdrawn_is_not_found_and_the_edition_before_speaks_again() -> None:
    first = published_edition(Pick(article=ArticleFactory(title="Chi bộ họp")))
    second = next_edition(first.curated_list)
    withdraw(second)
    assert entries() == {"Chi bộ họp": 1}
    withdraw(first)
    assert entries() == {}


def test_an_article_of_two_lists_is_found_once() -> None:
    article = ArticleFactory(title="Chi bộ họp")
    published_edition(Pick(article=article))
    other = published_edition(Pick(article=article))
    [row] = SearchRow.objects.all()
    assert row.entry.edition == other


def test_words_are_learnt_with_their_marks() -> None:
    published_edition(Pick(article=ArticleFactory(title="Chi bộ, chi bộ")))
    word = SearchWord.objects.get(written="bộ")
    assert (word.plain, word.times) == ("bo", 2)


def test_the_index_made_anew_is_what_it_was() -> None:
    first = published_edition(Pick(article=ArticleFactory(title="Chi bộ họp")))
    withdraw(next_edition(first.curated_list))
    withdraw(published_edition())
    before = SearchRow.objects.values("entry", "heads", "words")
    kept = sorted(map(str, before))
    SearchRow.objects.all().delete()
    assert index_everything() == 2
    assert sorted(map(str, before.all())) == kept


def test_migrate_indexes_what_was_published_before_and_nothing_twice() -> None:
    published_edition(Pick(article=ArticleFactory(title="Chi bộ họp")))
    published_edition(Pick(article=ArticleFactory(title="Đông Khê")))
    kept = SearchRow.objects.get(entry__title="Đông Khê")
    SearchRow.objects.filter(entry__title="Chi bộ họp").delete()
    for told in ("  Indexed 1 articles for search.", ""):
        said = StringIO()
        call_command("migrate", stdout=said)
        assert entries() == {"Chi bộ họp": 1, "Đông Khê": 1}
        assert told in said.getvalue()
        assert bool(told) == ("Indexed" in said.getvalue())
    assert SearchRow.objects.get(entry__title="Đông Khê") == kept


def test_publishing_asks_as_much_for_many_entries_as_for_few() -> None:
    asked = []
    for count in (2, 12):
        made = submitted_list(
            *(Pick(article=article) for article in ArticleFactory.create_batch(count))
        )
        with CaptureQueriesContext(connection) as queries:
            publish(made)
        asked.append(len(queries))
    assert asked[0] == asked[1]
