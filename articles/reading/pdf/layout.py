"""The lines of a page in reading order: columns one after the other, rows of tables as lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from articles.reading.letterhead import is_letterhead
from articles.reading.pdf.rows import Gap, Group, Row, groups_of, rows_of
from articles.reading.pdf.sheets import Span

BETWEEN: Final = " | "  # cells, as in tables of Word
_FEWEST_OF_PROSE: Final = 4  # lines in a column
_FULL: Final = 0.6  # of a column's width, in the middle of its lines
_SHORTEST_OF_PROSE: Final = 18  # characters
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


def lines_of(rows: Sequence[Row], page: int) -> Iterator[Line]:
    """The lines of a page, given its rows from top to bottom."""
    if not rows:
        return
    groups = list(groups_of(rows))
    whole = _edges([row for group in groups if not group.gutters for row in group.rows] or rows)
    for group in groups:
        if not group.gutters:
            yield from (_line(row.spans, page, whole) for row in group.rows)
        elif _is_table(columns := _columns(group), group):
            yield from _table(columns, page, whole)
        else:
            for column in columns:
                of_column = rows_of(column)
                edges = _edges(of_column)
                yield from (_line(row.spans, page, edges) for row in of_column)


def _edges(rows: Sequence[Row]) -> Gap:
    return Gap(min(row.left for row in rows), max(row.right for row in rows))


def _line(spans: Sequence[Span], page: int, column: Gap, *, row: bool = False) -> Line:
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
        row=row,
    )


def _columns(group: Group) -> list[list[Span]]:
    """What stands between the gutters, from left to right."""
    columns: list[list[Span]] = [[] for _ in range(len(group.gutters) + 1)]
    for span in (span for row in group.rows for span in row.spans):
        columns[_place(span, group.gutters)].append(span)
    return columns


def _place(span: Span, gutters: Sequence[Gap]) -> int:
    middle = (span.left + span.right) / 2
    return sum(middle > (gutter.left + gutter.right) / 2 for gutter in gutters)


def _is_table(columns: Sequence[Sequence[Span]], group: Group) -> bool:
    if any(is_letterhead(span.text) for row in group.rows for span in row.spans):
        return False
    if all(map(_is_prose, columns)):
        return False
    beside = [row for row in group.rows if len(row.spans) > 1]
    if len(columns) >= _FEWEST_OF_TABLE:
        return len(beside) > 1
    return len(beside) >= _FEWEST_OF_TABLE


def _is_prose(column: Sequence[Span]) -> bool:
    if len(column) < _FEWEST_OF_PROSE:
        return False
    width = max(span.right for span in column) - min(span.left for span in column)
    long = median(len(span.text) for span in column) >= _SHORTEST_OF_PROSE
    return long and median(span.right - span.left for span in column) >= _FULL * width


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
        line = _line([span for cell in row for span in cell], page, whole, row=True)
        yield _with_text(line, BETWEEN.join(cells))


def _with_text(line: Line, text: str) -> Line:
    return Line(
        text, line.left, line.right, line.bottom, line.top, line.size, line.bold, line.page,
        line.column, row=True,
    )  # fmt: skip
