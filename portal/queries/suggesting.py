"""What to propose to who is still typing."""

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from django.contrib.postgres.search import SearchRank
from django.db.models import F, QuerySet
from django.urls import reverse

from portal.models import EditionEntry, SearchRow
from portal.queries.corrections import as_it_stands
from portal.queries.facets import theme_names
from portal.queries.searching import TsQuery
from portal.searching.asking import Asked, read
from portal.searching.words import words

FEWEST_LETTERS: Final = 2
MOST_TITLES: Final = 6
MOST_THEMES: Final = 3
LOOKED_AT: Final = 1_000


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
    return [*_themes(asked, rows), *_titles(asked, rows)]


def _themes(asked: Asked, rows: QuerySet[SearchRow]) -> Iterator[Suggestion]:
    found = rows.values_list("themes", flat=True)[:LOOKED_AT]
    often = Counter(slug for slugs in found for slug in slugs)
    names = theme_names(often)
    fitting = [slug for slug, _times in often.most_common() if _begins(names[slug], asked)]
    for slug in fitting[:MOST_THEMES]:
        yield Suggestion("theme", names[slug], reverse("theme", args=[slug]))


def _begins(name: str, asked: Asked) -> bool:
    """Whether each word that was typed begins one of the name's."""
    there = [word.plain for word in words(name)]
    typed = [word.plain for term in asked.terms for word in term.words]
    return all(any(word.startswith(begun) for word in there) for begun in typed)


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
