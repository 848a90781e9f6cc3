"""Runs of words, by which two texts are compared exactly."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from articles.vietnamese import same_word

REPOST: Final = 0.5
"""Of what either text says both say so much: one is a repost of the other."""
EXCERPT: Final = 0.8
"""So much of the shorter text stands, in longer runs of words, in the other one."""
FEWEST: Final = 20
"""Texts with fewer runs of words than that are alike by chance."""

_WORD: Final = re.compile(r"\w+")
Grams = set[tuple[str, ...]]


class Way(StrEnum):
    """In which way two texts say the same."""

    REPOST = "repost"
    EXCERPT = "excerpt"


@dataclass(frozen=True, slots=True)
class Measure:
    """How alike two texts are, each figure from 0 to 1."""

    jaccard: float
    """How much of the runs of three words that either has both have."""
    contained: float
    """How much of the runs of five words of the shorter one the other has."""

    @property
    def way(self) -> Way | None:
        if self.jaccard >= REPOST:
            return Way.REPOST
        return Way.EXCERPT if self.contained >= EXCERPT else None


def words_of(text: str) -> list[str]:
    """Give the words as they count: neither case nor signs nor the place of a tone mark do."""
    return _WORD.findall(same_word(text))


def grams(words: list[str], length: int) -> Grams:
    return set(zip(*(words[at:] for at in range(length)), strict=False))


def measure(one: str, other: str) -> Measure:
    first, second = words_of(one), words_of(other)
    return Measure(
        _jaccard(grams(first, 3), grams(second, 3)),
        _contained(grams(first, 5), grams(second, 5)),
    )


def _jaccard(one: Grams, other: Grams) -> float:
    shared = len(one & other)
    every = len(one) + len(other) - shared
    return shared / every if every else 0.0


def _contained(one: Grams, other: Grams) -> float:
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer >= FEWEST else 0.0
