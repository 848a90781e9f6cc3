"""How far people agree, beyond chance: Krippendorff's alpha for nominal values. Pure.

Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (University of Pennsylvania, 2011):
any number of people, any number of values, and not everybody has judged everything.

The library of that name on PyPI is under the GPL, so it cannot be used here.
"""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from math import sqrt
from typing import Final

RELIABLE: Final = 0.8
TENTATIVE: Final = 0.667
"""Krippendorff: rely on what reaches the first; below the second, draw no conclusions."""

NORMAL_95: Final = 1.959964


@dataclass(frozen=True, slots=True)
class Agreement:
    """What alpha is worked out from. A unit counts once two people have judged it.

    `disagreeing` adds up, over the units, the pairs of judgements that differ, each pair weighing
    1 / (judgements of the unit - 1). `squares` adds up the squares of how often each value was
    given in all units. PostgreSQL can give these three sums without giving a row for each unit.
    """

    units: int
    judgements: int
    disagreeing: float
    squares: int

    @property
    def alpha(self) -> float | None:
        """1 is perfect agreement and 0 is chance; none where nobody ever said anything else."""
        differing_by_chance = self.judgements**2 - self.squares
        if not differing_by_chance:
            return None
        return 1 - (self.judgements - 1) * self.disagreeing / differing_by_chance


def agreement_on(units: Iterable[Iterable[Hashable]]) -> Agreement:
    """Work it out from the values that people gave to each unit."""
    counted = [unit for unit in map(Counter, units) if unit.total() > 1]
    given: Counter[Hashable] = sum(counted, Counter())
    return Agreement(
        units=len(counted),
        judgements=given.total(),
        disagreeing=sum(
            (unit.total() ** 2 - sum(many**2 for many in unit.values())) / (unit.total() - 1)
            for unit in counted
        ),
        squares=sum(many**2 for many in given.values()),
    )


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a number, with the interval in which the true share lies 19 times out of 20."""

    part: int
    whole: int

    @property
    def ratio(self) -> float:
        return self.part / self.whole

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's score interval: right for few cases and for shares near 0 or 1 too."""
        square = NORMAL_95**2
        divisor = self.whole + square
        middle = (self.part + square / 2) / divisor
        variance = self.part * (self.whole - self.part) / self.whole + square / 4
        half = NORMAL_95 * sqrt(variance) / divisor
        return max(0.0, middle - half), min(1.0, middle + half)
