"""Where the bars of a chart stand. Pure; templates draw them as SVG, with whole numbers only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from review.agreement import Share
from review.queries.progress import Day

WIDTH: Final = 720
HEIGHT: Final = 220
LEFT: Final = 72
"""Room for the figures beside the bars."""
RIGHT: Final = 16
BOTTOM: Final = 28
"""Room for the days below them."""
TOP: Final = 24
MOST_BARS: Final = 62
A_WEEK: Final = 7
FEW_LABELS: Final = 5
STEPS: Final = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Bar:
    """Approved below, rejected on top of it."""

    of: Day
    x: int
    width: int
    approved_y: int
    approved_height: int
    rejected_y: int
    rejected_height: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across with its figure, or a day below its bar."""

    at: int
    label: int | date


@dataclass(frozen=True, slots=True)
class DayChart:
    bars: list[Bar]
    figures: list[Mark]
    days: list[Mark]
    by_week: bool
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    floor: int = HEIGHT - BOTTOM


def chart_of(days: Sequence[Day]) -> DayChart:
    """Draw a bar for each day, or for each seven where days are many."""
    by_week = len(days) > MOST_BARS
    shown = _by_week(days) if by_week else list(days)
    top = _round_up(max((day.decided for day in shown), default=0))
    floor, room = HEIGHT - BOTTOM, HEIGHT - BOTTOM - TOP
    step = (WIDTH - LEFT - RIGHT) / max(len(shown), 1)
    bars = []
    for number, day in enumerate(shown):
        approved = round(day.approved * room / top)
        both = round(day.decided * room / top)
        bars.append(
            Bar(
                of=day,
                x=LEFT + round(number * step) + 1,
                width=max(1, round(step) - 2),
                approved_y=floor - approved,
                approved_height=approved,
                rejected_y=floor - both,
                rejected_height=both - approved,
            )
        )
    every = max(1, -(-len(bars) // FEW_LABELS))
    return DayChart(
        bars=bars,
        figures=[Mark(floor - round(part * room / 2), top * part // 2) for part in (0, 1, 2)]
        if top > 1
        else [Mark(floor, 0), Mark(TOP, top)],
        days=[Mark(bar.x + bar.width // 2, bar.of.day) for bar in bars[::every]],
        by_week=by_week,
    )


def _by_week(days: Sequence[Day]) -> list[Day]:
    weeks = (days[start : start + A_WEEK] for start in range(0, len(days), A_WEEK))
    return [
        Day(week[0].day, sum(day.approved for day in week), sum(day.rejected for day in week))
        for week in weeks
    ]


def _round_up(most: int) -> int:
    """Give 1, 2, 10, 20, 50 and so on: even, so that half of it is a whole number too."""
    size = 1
    while True:
        for step in STEPS:
            top = step * size
            if top >= most and (top % 2 == 0 or top == 1):
                return top
        size *= 10


@dataclass(frozen=True, slots=True)
class Interval:
    """A share with its interval, in hundredths of the width."""

    low: int
    high: int
    width: int
    at: int

    @classmethod
    def of(cls, share: Share) -> "Interval":
        low, high = (round(end * 100) for end in share.interval)
        return cls(low=low, high=high, width=max(1, high - low), at=round(share.ratio * 100))


def widths(numbers: Iterable[int]) -> list[int]:
    """Give each as hundredths of the largest; what is something is at least one wide."""
    listed = list(numbers)
    most = max(listed, default=0)
    return [max(1, round(number * 100 / most)) if number else 0 for number in listed]
