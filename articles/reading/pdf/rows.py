"""Spans on one line of the page, and groups of lines that stand in the same columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from articles.reading.lines import is_marker
from articles.reading.pdf.sheets import Span

_SAME_ROW: Final = 0.5  # of the lower span's height
_PAUSE: Final = 0.6  # heights of a line
_LAST_ROWS: Final = 3
_MARGIN: Final = 0.12  # of the text's width, in which no gutter is looked for


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
        if is_marker(before.text) and len(before.runs) == 1:
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
    """Take rows together as long as they leave the same gaps free, from top to bottom."""
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    margin = _MARGIN * (right - left)
    inner = Gap(left + margin, right - margin)
    at = 0
    while at < len(rows):
        end, gaps = _reach(rows, at, inner)
        gutters = _populated(rows[at:end], gaps)
        yield Group(list(rows[at:end]), gutters)
        at = end


def _reach(rows: Sequence[Row], start: int, inner: Gap) -> tuple[int, list[Gap]]:
    """How far the rows go that leave one gap free, and the gaps that they leave."""
    gaps = _free(rows[start], inner)
    if not gaps:
        end = start + 1
        while end < len(rows) and not _free(rows[end], inner):
            end += 1
        return end, []
    end = start + 1
    while end < len(rows):
        narrower = list(_common(gaps, _free(rows[end], inner), rows[end].height))
        if not narrower:
            return _before_pause(rows, start, end), gaps
        gaps, end = narrower, end + 1
    return end, gaps


def _before_pause(rows: Sequence[Row], start: int, end: int) -> int:
    """Leave rows just before the end to what follows, where white space parts them from these."""
    for at in range(end - 1, max(start, end - _LAST_ROWS), -1):
        if rows[at - 1].bottom - rows[at].top > _PAUSE * rows[at].height:
            return at
    return end


def _free(row: Row, inner: Gap) -> list[Gap]:
    edges = [inner.left, *(edge for span in row.spans for edge in (span.left, span.right))]
    edges.append(inner.right)
    gaps = (Gap(left, right) for left, right in zip(edges[::2], edges[1::2], strict=True))
    within = (Gap(max(gap.left, inner.left), min(gap.right, inner.right)) for gap in gaps)
    return [gap for gap in within if gap.width > row.height * 0.8]


def _common(some: Sequence[Gap], others: Sequence[Gap], height: float) -> Iterator[Gap]:
    for one in some:
        for other in others:
            gap = Gap(max(one.left, other.left), min(one.right, other.right))
            if gap.width > height * 0.8:
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
