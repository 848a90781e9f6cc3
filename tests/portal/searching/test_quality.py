"""Whether readers get to the right article: written queries on the articles of the acceptance set.

Twice: among these articles alone, and among the samples of the demo, several of which are about the
same matters and so may rightly come first.
"""

from pathlib import Path

import pytest

from portal.models import EditionEntry, SearchRow
from portal.queries.searching import find
from portal.searching.asking import read
from tests.portal.searching.library import SAMPLES, imported, learn_themes, published
from tests.portal.searching.queries import QUERIES

pytestmark = [pytest.mark.acceptance, pytest.mark.django_db]

ALONE, AMONG_OTHERS = 0.95, 0.9


def first(typed: str) -> int | None:
    """Give the number of the article that comes first, itself or by one of its tasks."""
    found = find(read(typed), SearchRow.objects.all())
    if not found.entries:
        return None
    return EditionEntry.objects.get(pk=found.entries[0]).article_number


def wrong(articles: dict[str, int]) -> list[str]:
    return [
        f"{key}: {typed}"
        for key, queries in QUERIES.items()
        for typed in queries
        if first(typed) != articles[key]
    ]


def test_there_are_enough_queries_and_each_is_another() -> None:
    queries = [typed for queries in QUERIES.values() for typed in queries]
    assert len(set(queries)) == len(queries) >= 100


def test_the_right_article_comes_first(acceptance: Path) -> None:
    learn_themes()
    files = sorted((acceptance / "articles").glob("*.txt"))
    real = {file.name[:3]: imported(file) for file in files}
    numbers = {key: article.pk for key, article in real.items()}
    count = sum(map(len, QUERIES.values()))

    published(real.values())
    missed = wrong(numbers)
    assert len(missed) <= (1 - ALONE) * count, missed

    published([imported(file) for file in SAMPLES])
    missed = wrong(numbers)
    assert len(missed) <= (1 - AMONG_OTHERS) * count, missed
