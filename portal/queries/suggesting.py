"""What to propose to who is still typing.

Themes are looked through by their names, of which there are few however much was published. Titles
are the best of the first that fit: each of them has all of the words.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from django.contrib.postgres.search import SearchRank
from django.db import connection
from django.db.models import F, QuerySet
from django.urls import reverse

from portal.models import EditionEntry, SearchRow
from portal.queries.corrections import as_it_stands
from portal.queries.searching import TsQuery
from portal.searching.asking import Asked, read
from portal.searching.words import words

FEWEST_LETTERS: Final = 2
MOST_TITLES: Final = 6
MOST_THEMES: Final = 3
LOOKED_AT: Final = 1_000

# From one slug to the next by the index, as PostgreSQL would read each row to tell them apart.
_NAMES: Final = """
WITH RECURSIVE published (slug) AS (
    (SELECT slug FROM portal_editionentrytheme ORDER BY slug LIMIT 1)
    UNION ALL
    SELECT next.slug FROM published CROSS JOIN LATERAL (
        SELECT slug FROM portal_editionentrytheme WHERE slug > published.slug
        ORDER BY slug LIMIT 1
    ) next
)
SELECT slug, newest.name FROM published CROSS JOIN LATERAL (
    SELECT name FROM portal_editionentrytheme WHERE slug = published.slug
    ORDER BY entry_id DESC LIMIT 1
) newest
"""
_MOST_PUBLISHED: Final = """
SELECT asked.slug FROM unnest(%s::varchar[]) WITH ORDINALITY asked (slug, place)
CROSS JOIN LATERAL (
    SELECT FROM portal_editionentrytheme JOIN portal_searchrow USING (entry_id)
    WHERE slug = asked.slug ORDER BY entry_id DESC LIMIT 1
) found
CROSS JOIN LATERAL (
    SELECT count(*) AS times FROM (
        SELECT FROM portal_editionentrytheme WHERE slug = asked.slug LIMIT %s
    ) published
) counted
ORDER BY times DESC, place LIMIT %s
"""


class Suggestion(NamedTuple):
    kind: str
    text: str
    address: str


def suggestions(typed: str) -> list[Suggestion]:
    """Give themes and titles in which these words stand, of which the last may still go on."""
    asked = read(typed)
    if len(asked.text) < FEWEST_LETTERS or not asked.terms:
        return []
    rows = SearchRow.objects.filter(heads=TsQuery(asked.beginning()))
    return [*_themes(asked), *_titles(asked, rows)]


def _themes(asked: Asked) -> Iterator[Suggestion]:
    """Give those that something is found on, the most published first, then the shortest."""
    with connection.cursor() as cursor:
        cursor.execute(_NAMES)
        names = {slug: name for slug, name in cursor.fetchall() if _begins(name, asked)}
        fitting = sorted(names, key=lambda slug: len(names[slug]))
        cursor.execute(_MOST_PUBLISHED, [fitting, LOOKED_AT, MOST_THEMES])
        best = [slug for (slug,) in cursor.fetchall()]
    for slug in best:
        yield Suggestion("theme", names[slug], reverse("theme", args=[slug]))


def _begins(name: str, asked: Asked) -> bool:
    """Whether each word that was typed begins one of the name's, and none was refused."""
    there = {word.plain for word in words(name)}
    typed = [word.plain for term in asked.terms for word in term.words]
    refused = ({word.plain for word in term.words} for term in asked.refused)
    begins = all(any(word.startswith(begun) for word in there) for begun in typed)
    return begins and not any(one <= there for one in refused)


def _titles(asked: Asked, rows: QuerySet[SearchRow]) -> Iterator[Suggestion]:
    articles = rows.filter(kind=EditionEntry.Kind.ARTICLE)[:LOOKED_AT]
    best = (
        SearchRow.objects.filter(pk__in=articles.values("pk"))
        .annotate(
            likeness=SearchRank(
                F("heads"), TsQuery(asked.beginning()), normalization=1, cover_density=True
            )
        )
        .order_by("-likeness", "-published_on", "-pk")
        .select_related("entry")
        .prefetch_related("entry__corrections")
    )
    for row in best[:MOST_TITLES]:
        address = reverse("article", args=[row.article_number])
        yield Suggestion("article", as_it_stands(row.entry).title, address)
