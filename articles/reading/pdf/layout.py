"""The lines of a page in reading order: columns one after the other, rows of tables as lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from articles.reading.letterhead import is_letterhead
from articles.reading.pdf.rows import Gap, Group, Row, columns_of, groups_of, is_prose, rows_of
from articles.reading.pdf.sheets import Span

BETWEEN: Final = " | "  # cells, as in tables of Word
_MOST_ROWS: Final = 250  # no page that was made for people has more
_SAME_EDGE: Final = 4.0  # points
_MANY: Final = 0.4  # of the lines
_FEWEST_OF_TABLE: Final = 3  # rows of two columns, or columns
_NEW_CELL: Final = 1.6  # heights between two lines of one column


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    """The height of most of its letters."""
    bold: bool
    page: int
    column: Gap
    """Between which edges the lines of its column stand."""
    row: bool = False
    """A row of a table."""
    single: bool = False
    """Of a letterhead: no line of it goes on in the next one."""


def lines_of(rows: Sequence[Row], page: int) -> Iterator[Line]:
    """The lines of a page, given its rows from top to bottom."""
    if not rows:
        return
    groups = list(groups_of(rows)) if len(rows) <= _MOST_ROWS else [Group(list(rows), [])]
    whole = _edges([row for group in groups if not group.gutters for row in group.rows] or rows)
    for group in groups:
        if not group.gutters:
            yield from (_line(row.spans, page, whole) for row in group.rows)
        elif _is_table(columns := columns_of(group.rows, group.gutters), group):
            yield from _table(columns, page, whole)
        else:
            single = _is_letterhead(group)
            for column in columns:
                of_column = rows_of(column)
                edges = _edges(of_column)
                yield from (_line(row.spans, page, edges, single=single) for row in of_column)


def _edges(rows: Sequence[Row]) -> Gap:
    """From the leftmost line to where most lines end: one that runs over the edge is no measure."""
    ends = Counter(round(row.right / _SAME_EDGE) for row in rows)
    (end, count), *_ = ends.most_common(1)
    right = end * _SAME_EDGE if count >= _MANY * len(rows) else max(row.right for row in rows)
    return Gap(min(row.left for row in rows), right)


def _is_letterhead(group: Group) -> bool:
    named = any(is_letterhead(span.text) for row in group.rows for span in row.spans)
    return named and not all(map(is_prose, columns_of(group.rows, group.gutters)))


def _line(spans: Sequence[Span], page: int, column: Gap, *, single: bool = False) -> Line:
    letters = sum(len(span.text) for span in spans)
    return Line(
        text=" ".join(span.text for span in spans),
        left=min(span.left for span in spans),
        right=max(span.right for span in spans),
        bottom=min(span.bottom for span in spans),
        top=max(span.top for span in spans),
        size=max(spans, key=lambda span: len(span.text)).height,
        bold=sum(span.bold for span in spans) >= 0.8 * letters,
        page=page,
        column=column,
        single=single,
    )


def _is_table(columns: Sequence[Sequence[Span]], group: Group) -> bool:
    if all(map(is_prose, columns)) or _is_letterhead(group):
        return False
    beside = [row for row in group.rows if len(row.spans) > 1]
    if len(columns) >= _FEWEST_OF_TABLE:
        return len(beside) > 1
    return len(beside) >= _FEWEST_OF_TABLE


# --- tables ------------------------------------------------------------------------------------


def _table(columns: Sequence[Sequence[Span]], page: int, whole: Gap) -> Iterator[Line]:
    """Rows of cells, each of which may be several lines high.

    Programs draw a table cell by cell: a row ends where they go back to an earlier column.
    """
    places = {id(span): place for place, column in enumerate(columns) for span in column}
    drawn = sorted((span for column in columns for span in column), key=lambda span: span.order)
    rows: list[list[list[Span]]] = []
    before: Span | None = None
    for span in drawn:
        place = places[id(span)]
        if before is None or place < places[id(before)]:
            rows.append([[span]])
        elif place > places[id(before)]:
            rows[-1].append([span])
        elif before.bottom - span.top > (_NEW_CELL - 1) * span.height or span.top > before.top:
            rows.append([[span]])
        else:
            rows[-1][-1].append(span)
        before = span
    for row in rows:
        cells = [" ".join(span.text for span in cell) for cell in row]
        line = _line([span for cell in row for span in cell], page, whole)
        yield replace(line, text=BETWEEN.join(cells), row=True)
