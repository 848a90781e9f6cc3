"""In which words two texts differ, paragraph beside paragraph.

What both say is found by runs of five words that each has once, in the same order, and between
these by `difflib` where little is left: so a long text costs no more than its length.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import Final

from articles.vietnamese import paragraphs, same_word

RUN: Final = 5
MOST_COMPARED: Final = 40_000  # pairs of words in one gap
SAME_PARAGRAPH: Final = 0.5

_WORD: Final = re.compile(r"\w+")
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one text that the other has too, or has not."""

    text: str
    is_shared: bool


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs of the one text, and beside them those of the other that say the same.

    One side is empty where the other text has nothing like it.
    """

    one: tuple[tuple[Run, ...], ...]
    other: tuple[tuple[Run, ...], ...]


def differences(one: str, other: str) -> list[Row]:
    first, second = _Text(one), _Text(other)
    pairs = _matched(first.words, second.words)
    first.shared = {left for left, _right in pairs}
    second.shared = {right for _left, right in pairs}
    rows = []
    left = right = 0
    ends = (len(first.paragraphs), len(second.paragraphs))
    for here, there in [*_beside(first, second, pairs), ends]:
        if (here, there) != (left, right):
            rows.append(Row(first.runs(left, here), second.runs(right, there)))
        if (here, there) != ends:
            rows.append(Row(first.runs(here, here + 1), second.runs(there, there + 1)))
        left, right = here + 1, there + 1
    return rows


class _Text:
    def __init__(self, body: str) -> None:
        self.body = body
        found = list(_WORD.finditer(same_word(body)))  # which keeps the length
        self.words = [word[0] for word in found]
        self.starts = [word.start() for word in found]
        self.ends = [word.end() for word in found]
        self.paragraphs = paragraphs(body)
        self.shared: set[int] = set()

    def words_in(self, paragraph: int) -> range:
        start, end = self.paragraphs[paragraph]
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def runs(self, first: int, last: int) -> tuple[tuple[Run, ...], ...]:
        return tuple(tuple(self._runs(each)) for each in range(first, last))

    def _runs(self, paragraph: int) -> Iterator[Run]:
        start, end = self.paragraphs[paragraph]
        words = self.words_in(paragraph)
        if not words:
            yield Run(self.body[start:end], is_shared=True)
        for is_shared, group in groupby(words, key=self.shared.__contains__):
            *_others, last = group
            until = end
            if last + 1 < words.stop:  # the signs between belong to what both have
                until = self.starts[last + 1] if is_shared else self.ends[last]
            yield Run(self.body[start:until], is_shared)
            start = until


def _beside(first: _Text, second: _Text, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Give the paragraphs that stand beside each other: half of the shorter one's words agree."""
    of_word = {
        word: number for number in range(len(second.paragraphs)) for word in second.words_in(number)
    }
    meets = dict(pairs)
    above = -1
    for number in range(len(first.paragraphs)):
        words = first.words_in(number)
        met = Counter(of_word[meets[word]] for word in words if word in meets)
        for there, agreeing in met.most_common(1):
            fewer = min(len(words), len(second.words_in(there)))
            if there > above and agreeing >= SAME_PARAGRAPH * fewer:
                yield number, there
                above = there


def _matched(one: Sequence[str], other: Sequence[str]) -> list[Pair]:
    """Give the places of the words that both have, in the order in which both have them."""
    pairs: list[Pair] = []
    last = (-1, -1)
    for left, right in _in_order(_once_in_both(one, other)):
        for step in range(RUN):
            here = left + step, right + step
            if here[0] > last[0] and here[1] > last[1]:
                pairs.append(here)
                last = here
    ends = [(-1, -1), *pairs, (len(one), len(other))]
    return sorted([*pairs, *_between(one, other, pairwise(ends))])


def _between(
    one: Sequence[str], other: Sequence[str], gaps: Iterable[tuple[Pair, Pair]]
) -> Iterator[Pair]:
    for (left, right), (until_left, until_right) in gaps:
        words, others = one[left + 1 : until_left], other[right + 1 : until_right]
        if not 0 < len(words) * len(others) <= MOST_COMPARED:
            continue
        matcher = SequenceMatcher(None, words, others, autojunk=False)
        for at, there, length in matcher.get_matching_blocks():
            for step in range(length):
                yield left + 1 + at + step, right + 1 + there + step


def _once_in_both(one: Sequence[str], other: Sequence[str]) -> list[Pair]:
    """Give the places of the runs of words that each text has exactly once."""
    here, there = _once(one), _once(other)
    return sorted((here[run], there[run]) for run in here.keys() & there.keys())


def _once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    runs = list(zip(*(words[at:] for at in range(RUN)), strict=False))
    counted = Counter(runs)
    return {run: at for at, run in enumerate(runs) if counted[run] == 1}


def _in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """Give the most of the pairs that stand in the same order in both texts."""
    ends: list[int] = []  # by length of a chain, the least place in the other text it can end at
    at_end: list[int] = []
    before: list[int | None] = []
    for number, (_left, right) in enumerate(pairs):
        length = bisect_left(ends, right)
        ends[length : length + 1] = [right]
        at_end[length : length + 1] = [number]
        before.append(at_end[length - 1] if length else None)
    chain = []
    last = at_end[-1] if at_end else None
    while last is not None:
        chain.append(pairs[last])
        last = before[last]
    return chain[::-1]
