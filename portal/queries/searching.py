"""Searching what was published: the rows that fit, best first, and what there is among them.

However many fit, as many are looked at as `MOST_FOUND` says: those with the marks that were typed,
those that are called by these words, and any others. The best of them, by what the index alone
knows, are then put in order by how near the words stand to each other.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import F, QuerySet

from portal.models import SearchRow
from portal.searching.asking import Asked

SIZE: Final = 20
MOST_PAGES: Final = 10
MOST_FOUND: Final = 10_000
MOST_VALUES: Final = 12
FACETS: Final = ("kind", "theme", "publisher", "year", "document")
_COLUMNS: Final = ("pk", "kind", "publisher", "year", "themes", "documents", "published_on")
_NEWEST: Final = (F("published_on").desc(nulls_last=True), F("pk").desc())

_RANKED: Final = """
WITH asked AS (
    SELECT %s::tsquery AS plain, %s::tsquery AS written, %s::tsquery AS in_a_row
),
every (id, kind, publisher, year, themes, documents, published_on) AS MATERIALIZED ({every}),
written (id) AS MATERIALIZED ({written}),
called (id) AS MATERIALIZED ({called}),
beyond AS (SELECT id FROM written UNION SELECT id FROM called EXCEPT SELECT id FROM every),
listed AS MATERIALIZED (
    SELECT every.*, written.id IS NOT NULL AS is_written, called.id IS NOT NULL AS is_called
    FROM every LEFT JOIN written USING (id) LEFT JOIN called USING (id)
    UNION ALL
    SELECT row.id, row.kind, row.publisher, row.year, row.themes, row.documents, row.published_on,
        written.id IS NOT NULL, called.id IS NOT NULL
    FROM beyond JOIN portal_searchrow row USING (id)
    LEFT JOIN written USING (id) LEFT JOIN called USING (id)
),
best AS MATERIALIZED (
    SELECT listed.id, listed.is_written, listed.is_called, listed.published_on
    FROM listed CROSS JOIN asked
    LEFT JOIN portal_searchrow row ON listed.is_called AND row.id = listed.id
    ORDER BY is_written DESC, is_called DESC,
        ts_rank_cd(row.heads, asked.plain, 1) DESC NULLS LAST,
        listed.published_on DESC NULLS LAST, listed.id DESC
    LIMIT %s
),
page AS (
    SELECT row.entry_id, row_number() OVER (
        ORDER BY best.is_written DESC, row.heads @@ asked.in_a_row DESC, best.is_called DESC,
            ts_rank_cd(
                '{{0.1, 0.3, 0.6, 1}}', row.words,
                CASE WHEN best.is_written THEN asked.written ELSE asked.plain END, 1
            ) DESC,
            best.published_on DESC NULLS LAST, row.id DESC
    ) AS place
    FROM best JOIN portal_searchrow row USING (id) CROSS JOIN asked
    ORDER BY place LIMIT %s OFFSET %s
),
counted AS (
    SELECT 'kind' AS facet, kind::text AS value, kind::text AS named, count(*) AS number
        FROM listed GROUP BY 2, 3
    UNION ALL SELECT 'publisher', publisher, publisher, count(*)
        FROM listed WHERE publisher <> '' GROUP BY 2, 3
    UNION ALL SELECT 'year', year::text, year::text, count(*)
        FROM listed WHERE year IS NOT NULL GROUP BY year
    UNION ALL SELECT 'theme', value, max(named), count(*) FROM (
        SELECT each.id, coalesce(standing.slug, each.named) AS value, max(each.named) AS named
        FROM (SELECT id, unnest(themes) AS named FROM listed) each
        LEFT JOIN articles_theme merged
            ON merged.slug = each.named AND merged.merged_into_id IS NOT NULL
        LEFT JOIN articles_theme standing ON standing.id = merged.merged_into_id GROUP BY 1, 2
    ) themes GROUP BY 2
    UNION ALL SELECT 'document', value::text, max(named)::text, count(*) FROM (
        SELECT each.id, coalesce(known.same_as_id, each.named) AS value, max(each.named) AS named
        FROM (SELECT id, unnest(documents) AS named FROM listed) each
        LEFT JOIN articles_officialdocument known ON known.id = each.named GROUP BY 1, 2
    ) documents GROUP BY documents.value
),
most AS (
    SELECT *, row_number() OVER (PARTITION BY facet ORDER BY number DESC, value DESC) AS place
    FROM counted
)
SELECT (SELECT count(*) FROM listed),
    (SELECT array_agg(entry_id ORDER BY place) FROM page),
    (SELECT json_agg(json_build_array(facet, value, named, number) ORDER BY facet, place)
        FROM most WHERE place <= %s)
"""


class TsQuery(SearchQuery):
    """A query in PostgreSQL's own words, which its parser is not to take apart again."""

    def __init__(self, words: str) -> None:
        self.words = words
        super().__init__(words, search_type="raw")

    def as_sql(self, *_args: Any, **_options: Any) -> tuple[str, Any]:
        return "%s::tsquery", [self.words]


class Counted(NamedTuple):
    """A value that some of the rows that were found have."""

    value: str
    named: str
    """A value that it was published as, where what it names was merged into another since."""
    number: int


@dataclass(frozen=True)
class Found:
    entries: list[int]
    """Numbers of the entries of one page, the best first."""
    number: int
    facets: Mapping[str, list[Counted]]

    @property
    def is_capped(self) -> bool:
        return self.number > MOST_FOUND

    @property
    def pages(self) -> int:
        shown = min(self.number, SIZE * MOST_PAGES)
        return -(-shown // SIZE)


def find(asked: Asked, rows: QuerySet[SearchRow], *, page: int = 1) -> Found:
    """Find among the rows what has been asked for; all of them where no word was."""
    facets: dict[str, list[Counted]] = {name: [] for name in FACETS}
    if rows.query.is_empty():
        return Found([], 0, facets)
    queries = _queries(asked)
    first, *others = _branches(rows, queries)
    branches = [_sql(first, *_COLUMNS), *(_sql(branch, "pk") for branch in others)]
    every, written, called = (sql for sql, _parameters in branches)
    parameters: list[Any] = [queries.plain, queries.written, queries.in_a_row]
    parameters += [value for _sql, its in branches for value in its]
    parameters += [SIZE * MOST_PAGES, SIZE, SIZE * (page - 1), MOST_VALUES]
    with connection.cursor() as cursor:
        cursor.execute(_RANKED.format(every=every, written=written, called=called), parameters)
        number, entries, counted = cursor.fetchone()
    for facet, *values in counted or []:
        facets[facet].append(Counted(*values))
    return Found(entries or [], number, facets)


def count(asked: Asked, rows: QuerySet[SearchRow]) -> int:
    """Count what fits, up to as many as are looked at."""
    if asked.terms:
        rows = rows.filter(words=TsQuery(asked.plain()))
    return rows[:MOST_FOUND].count()


class _Queries(NamedTuple):
    plain: str = ""
    written: str = ""
    in_a_row: str = ""


def _queries(asked: Asked) -> _Queries:
    if not asked.terms:
        return _Queries()
    written = asked.written() if asked.has_marks else ""
    return _Queries(asked.plain(), written, asked.in_a_row(with_marks=asked.has_marks))


def _branches(rows: QuerySet[SearchRow], queries: _Queries) -> list[QuerySet[SearchRow]]:
    if not queries.plain:
        return [rows.order_by(*_NEWEST), rows.none(), rows.none()]
    every = rows.filter(words=TsQuery(queries.plain))
    called = rows.filter(heads=TsQuery(queries.plain))
    if not queries.written:
        return [every, rows.none(), called]
    return [every, rows.filter(words=TsQuery(queries.written)), called]


def _sql(rows: QuerySet[SearchRow], *columns: str) -> tuple[str, tuple[Any, ...]]:
    """Give the SQL for these columns of the rows, as many as are looked at."""
    if rows.query.is_empty():
        return "SELECT 0::bigint WHERE false", ()
    sql, parameters = rows.values_list(*columns)[: MOST_FOUND + 1].query.sql_with_params()
    return sql, parameters
