"""Spans on one line of the page, and groups of lines that stand in the same columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final, NamedTuple

from articles.reading.letterhead import is_letterhead
from articles.reading.lines import is_marker
from articles.reading.pdf.sheets import Span

_SAME_ROW: Final = 0.5  # of the lower span's height
_PAUSE: Final = 0.6  # heights of a line
_LAST_ROWS: Final = 3
_NARROWEST: Final = 0.4  # heights of a line, between columns
_FEWEST_OF_PROSE: Final = 4  # lines in a column
_FULL: Final = 0.6  # of a column's width, in the middle of its lines
_SHORTEST_OF_PROSE: Final = 18  # characters
_MARKER_GAP: Final = 2.5  # between a marker and its words
_TOUCHING: Final = 0.1
_MARGIN: Final = 0.03  # of the text's width, in which no gutter is looked for


class Gap(NamedTuple):
    """Part of the page's width in which nothing stands."""

    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(slots=True)
class Row:
    """What stands at one height, from left to right."""

    spans: list[Span]

    @property
    def left(self) -> float:
        return self.spans[0].left

    @property
    def right(self) -> float:
        return max(span.right for span in self.spans)

    @property
    def bottom(self) -> float:
        return min(span.bottom for span in self.spans)

    @property
    def top(self) -> float:
        return max(span.top for span in self.spans)

    @property
    def height(self) -> float:
        return max(span.height for span in self.spans)

    @property
    def text(self) -> str:
        return " ".join(span.text for span in self.spans)


def rows_of(spans: Sequence[Span]) -> list[Row]:
    """Rows from top to bottom. A number that stands apart belongs to the words behind it."""
    rows: list[Row] = []
    for span in sorted(spans, key=lambda span: (-(span.top + span.bottom), span.left)):
        if rows and _shares_row(rows[-1].spans[0], span):
            rows[-1].spans.append(span)
        else:
            rows.append(Row([span]))
    for row in rows:
        row.spans = _with_markers(sorted(row.spans, key=lambda span: span.left))
    return rows


def _shares_row(one: Span, other: Span) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared >= _SAME_ROW * min(one.height, other.height)


def _with_markers(spans: list[Span]) -> list[Span]:
    joined = spans[:1]
    for span in spans[1:]:
        before = joined[-1]
        near = span.left - before.right < _MARKER_GAP * span.height
        if near and is_marker(before.text) and len(before.runs) == 1:
            text, face = span.runs[0]
            runs = [*before.runs, (f" {text}", face), *span.runs[1:]]
            bottom, top = min(before.bottom, span.bottom), max(before.top, span.top)
            joined[-1] = Span(before.left, span.right, bottom, top, before.order, runs)
        else:
            joined.append(span)
    return joined


class Group(NamedTuple):
    """Rows that follow one another; `gutters` lie between the columns that they share."""

    rows: list[Row]
    gutters: list[Gap]


def groups_of(rows: Sequence[Row]) -> Iterator[Group]:
    """Rows in the order of the page; those that stand in columns together, with their gutters."""
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    margin = _MARGIN * (right - left)
    inner = Gap(left + margin, right - margin)
    plain, at = 0, 0
    while at < len(rows):
        end, gutters = _reach(rows, at, inner) if _stands_beside(rows, at) else (at, [])
        if not gutters or not _is_group(rows[at:end]):
            at += 1
            continue
        start, gutters = _with_lines_above(rows, (plain, at), gutters, inner)
        if plain < start:
            yield Group(list(rows[plain:start]), [])
        yield Group(list(rows[start:end]), gutters)
        plain = at = end
    if plain < len(rows):
        yield Group(list(rows[plain:]), [])


def _stands_beside(rows: Sequence[Row], at: int) -> bool:
    """Two things stand beside one another, here or half a line lower."""
    row = rows[at]
    if len(row.spans) > 1:
        return True
    below = rows[at + 1] if at + 1 < len(rows) else row
    apart = below.left > row.right or below.right < row.left
    return apart and below.top > row.bottom + _TOUCHING * row.height


def _is_group(rows: Sequence[Row]) -> bool:
    """One line with a wide gap in it is a line."""
    beside = sum(_stands_beside(rows, at) for at in range(len(rows)))
    return beside > 1 or any(is_letterhead(span.text) for row in rows for span in row.spans)


def _reach(rows: Sequence[Row], start: int, inner: Gap) -> tuple[int, list[Gap]]:
    """How far the rows go that leave gaps free between words, and those gaps."""
    gaps = _free(rows[start], inner)
    gutters: list[Gap] = []
    end = start + 1
    while end < len(rows):
        narrower = list(_common(gaps, _free(rows[end], inner), rows[end].height))
        still = _populated(rows[start : end + 1], narrower)
        if not narrower or (gutters and not still):
            if all(map(is_prose, columns_of(rows[start:end], gutters))):
                end = _before_pause(rows, start, end)
            break
        gaps, gutters, end = narrower, still, end + 1
    return end, _populated(rows[start:end], gaps)


def _before_pause(rows: Sequence[Row], start: int, end: int) -> int:
    """Leave rows just before the end to what follows, where white space parts them from these."""
    for at in range(end - 1, max(start, end - _LAST_ROWS), -1):
        if _pauses(rows, at):
            return at
    return end


def _pauses(rows: Sequence[Row], at: int) -> bool:
    return rows[at - 1].bottom - rows[at].top > _PAUSE * rows[at].height


def _with_lines_above(
    rows: Sequence[Row], reach: tuple[int, int], gutters: list[Gap], inner: Gap
) -> tuple[int, list[Gap]]:
    """Where the columns begin, since one may reach higher than the other; and their gutters."""
    first, at = reach
    while at > first and not _pauses(rows, at):
        row = rows[at - 1]
        narrower = list(_common(gutters, _free(row, inner), row.height))
        if len(narrower) < len(gutters):
            break
        gutters, at = narrower, at - 1
    return at, gutters


def _free(row: Row, inner: Gap) -> list[Gap]:
    edges = [inner.left, *(edge for span in row.spans for edge in (span.left, span.right))]
    edges.append(inner.right)
    gaps = (Gap(left, right) for left, right in zip(edges[::2], edges[1::2], strict=True))
    within = (Gap(max(gap.left, inner.left), min(gap.right, inner.right)) for gap in gaps)
    return [gap for gap in within if gap.width > _NARROWEST * row.height]


def _common(some: Sequence[Gap], others: Sequence[Gap], height: float) -> Iterator[Gap]:
    for one in some:
        for other in others:
            gap = Gap(max(one.left, other.left), min(one.right, other.right))
            if gap.width > _NARROWEST * height:
                yield gap


def _populated(rows: Sequence[Row], gaps: Sequence[Gap]) -> list[Gap]:
    """The gaps with words on both sides, and words between one and the next."""
    spans = [span for row in rows for span in row.spans]
    gutters: list[Gap] = []
    for gap in gaps:
        before = gutters[-1].right if gutters else float("-inf")
        if any(before <= span.left and span.right <= gap.left + 1 for span in spans):
            gutters.append(gap)
    while gutters and not any(span.left >= gutters[-1].right - 1 for span in spans):
        gutters.pop()
    return gutters


def columns_of(rows: Sequence[Row], gutters: Sequence[Gap]) -> list[list[Span]]:
    """What stands between the gutters, from left to right."""
    columns: list[list[Span]] = [[] for _ in range(len(gutters) + 1)]
    for span in (span for row in rows for span in row.spans):
        middle = (span.left + span.right) / 2
        place = sum(middle > (gutter.left + gutter.right) / 2 for gutter in gutters)
        columns[place].append(span)
    return columns


def is_prose(column: Sequence[Span]) -> bool:
    """Lines of text that fill their column, as against the cells of a table."""
    lines = rows_of(column)
    if len(lines) < _FEWEST_OF_PROSE:
        return False
    width = max(line.right for line in lines) - min(line.left for line in lines)
    long = median(len(line.text) for line in lines) >= _SHORTEST_OF_PROSE
    return long and median(line.right - line.left for line in lines) >= _FULL * width
