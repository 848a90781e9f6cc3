"""The search of the public pages, for programmes: the best first."""

from datetime import MAXYEAR, MINYEAR
from typing import Final

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from portal.api import parameters as given
from portal.api.cursors import Page, cursor_of, last_seen
from portal.api.narrowing import said_entries
from portal.api.operations import Asked, Operation
from portal.api.problems import not_found
from portal.api.shapes import Said, Shapes, page_of
from portal.models import EditionEntry, SearchRow
from portal.queries.searching import Found, find
from portal.searching.asking import LONGEST, read
from portal.views.search_filters import SearchFilters

_FACETS: Final = ("kind", "theme", "publisher", "document", "year")
WORDS: Final = given.word(
    "q",
    _('Words, with or without marks; "in a row", -not, or.'),
    '"nêu gương" or liêm chính -thi đua',
    LONGEST,
)
YEAR: Final = given.number(
    "year", _("Only what stands in an article of this year."), 2021, least=MINYEAR, most=MAXYEAR
)


def _search(request: HttpRequest, asked: Asked) -> Said:
    page = last_seen("search", asked, int) or 1
    found = _found(asked, page)
    if not 1 <= page <= max(found.pages, 1):
        raise not_found()
    rows = said_entries(EditionEntry.objects.select_related("edition")).in_bulk(found.entries)
    following = cursor_of("search", page + 1) if page < found.pages else None
    hits = Page([rows[number] for number in found.entries], following)
    return {"number": found.number, **page_of(request, hits, Shapes(request).of_hit)}


def _found(asked: Asked, page: int) -> Found:
    narrowed = QueryDict(mutable=True)
    narrowed.update({name: str(asked[name]) for name in _FACETS if name in asked})
    filters = SearchFilters(narrowed, SearchRow.objects.all())
    return find(read(asked.get("q", "")), filters.qs, page=page)


OPERATIONS: Final = (
    Operation(
        "search",
        "/search",
        _("Articles and tasks with certain words, the best first; at most ten pages."),
        "HitPage",
        _search,
        in_query=(
            WORDS,
            given.KIND,
            given.THEME,
            given.PUBLISHER,
            given.DOCUMENT,
            YEAR,
            given.CURSOR,
        ),
    ),
)
