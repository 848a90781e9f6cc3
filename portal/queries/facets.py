"""What the values are called by which readers narrow a search, and which rows have them."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.models import EditionEntry, SearchRow
from portal.queries.documents import published_document
from portal.queries.editions import published_theme
from portal.queries.searching import Counted

# The newest name of each, by an index; however often each was published.
_THEMES: Final = """
SELECT asked, newest.name, newest.slug FROM unnest(%s::varchar[]) asked
CROSS JOIN LATERAL (
    SELECT name, slug FROM portal_editionentrytheme WHERE slug = asked
    ORDER BY entry_id DESC LIMIT 1
) newest
"""
_DOCUMENTS: Final = """
SELECT asked::text, newest.name, newest.slug FROM unnest(%s::bigint[]) asked
CROSS JOIN LATERAL (
    SELECT name, slug FROM portal_editionentrydocument WHERE document_number = asked
    ORDER BY entry_id DESC LIMIT 1
) newest
"""


class Value(NamedTuple):
    """One value of a facet, as readers see it."""

    asked: str
    """What the address says for it."""
    name: str
    number: int


def named(counted: Mapping[str, Sequence[Counted]]) -> dict[str, list[Value]]:
    return {
        "kind": [
            Value(one.value, kind_name(one.value), one.number) for one in counted.get("kind", [])
        ],
        "theme": _named(_THEMES, counted.get("theme", [])),
        "document": _named(_DOCUMENTS, counted.get("document", [])),
        "publisher": [
            Value(one.value, one.value, one.number) for one in counted.get("publisher", [])
        ],
        "year": sorted(
            (Value(one.value, one.value, one.number) for one in counted.get("year", [])),
            reverse=True,
        ),
    }


def kind_name(kind: str) -> str:
    if kind == EditionEntry.Kind.TASK:
        return _("Tasks")
    return pgettext("of search results", "Articles")


def with_theme(rows: QuerySet[SearchRow], slug: str) -> tuple[QuerySet[SearchRow], str | None]:
    """Narrow to a theme and those that were merged into it; give its name as well."""
    theme = published_theme(slug)
    if theme is None:
        return rows.none(), None
    return rows.filter(themes__overlap=theme.slugs), theme.name


def with_document(rows: QuerySet[SearchRow], slug: str) -> tuple[QuerySet[SearchRow], str | None]:
    document = published_document(slug)
    if document is None:
        return rows.none(), None
    return rows.filter(documents__overlap=list(document.numbers)), document.newest.name


def _named(statement: str, counted: Sequence[Counted]) -> list[Value]:
    asked = {one.value for one in counted} | {one.named for one in counted}
    newest = {value: (name, slug) for value, name, slug in _asked(statement, sorted(asked))}
    return [
        Value(slug, name, one.number)
        for one in counted
        for name, slug in [newest.get(one.value) or newest[one.named]]
    ]


def _asked(statement: str, values: Sequence[object]) -> list[tuple[str, str, str]]:
    if not values:
        return []
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(values)])
        return list(cursor.fetchall())
