"""Finding words of one text again in another: for what people said of the words. Pure.

Only letters count: white space, case, the place of tone marks, kinds of quotation marks and dashes
do not make other words. Where the same words stand more than once, what is around them decides:
first the paragraph that both texts have, in the order in which both have them; then the letters
before and after. What that does not decide is not placed: it is a person who looks then.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from articles.vietnamese import paragraphs, same_word
from review.places import Span

CONTEXT: Final = 120
"""So many letters on either side tell one occurrence from another."""
SURE: Final = 8
"""So many letters more than any other occurrence are enough."""
MOST_OCCURRENCES: Final = 50
_WORD: Final = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Letters:
    """A text without its white space, folded; `at` is where each letter stands in the text."""

    all: str
    at: tuple[int, ...]
    lines: tuple[Span, ...]
    """Its paragraphs, as spans of letters."""

    @classmethod
    def of(cls, body: str) -> "Letters":
        folded = same_word(body)
        words = list(_WORD.finditer(folded))
        at = tuple(chain.from_iterable(range(*word.span()) for word in words))
        lines = tuple(
            (bisect_left(at, start), bisect_left(at, end)) for start, end in paragraphs(body)
        )
        return cls("".join(word[0] for word in words), at, lines)

    def within(self, start: int, end: int) -> Span:
        """Give the letters of a span of the text."""
        return bisect_left(self.at, start), bisect_left(self.at, end)

    def span(self, first: int, last: int) -> Span:
        """Give the span of the text that these letters make."""
        return self.at[first], self.at[last - 1] + 1

    def lines_of(self, first: int, last: int) -> range:
        """Give the paragraphs that these letters reach into."""
        beyond = len(self.all) + 1
        top = bisect_right(self.lines, (first, beyond)) - 1
        return range(top, bisect_right(self.lines, (last - 1, beyond)))

    def are_whole_words(self, first: int, last: int) -> bool:
        return self._parted(first) and self._parted(last)

    def _parted(self, letter: int) -> bool:
        """Say whether a word may begin at this letter."""
        if not 0 < letter < len(self.all) or self.at[letter] > self.at[letter - 1] + 1:
            return True
        return not (self.all[letter].isalnum() and self.all[letter - 1].isalnum())

    def around(self, first: int, last: int) -> tuple[str, str]:
        """Give what stands before, read backwards, and after: both away from the words."""
        return self.all[max(0, first - CONTEXT) : first][::-1], self.all[last : last + CONTEXT]


class Anchoring:
    """Places of an old text, found again in a new one."""

    def __init__(self, old: str, new: str) -> None:
        self._is_same = old == new
        self._old = Letters.of("" if self._is_same else old)
        self._new = Letters.of("" if self._is_same else new)
        lines = [
            [letters.all[first:last] for first, last in letters.lines]
            for letters in (self._old, self._new)
        ]
        self._kept = dict(aligned(*lines))
        self._pairs: dict[str, dict[int, int]] = {}

    def place(self, start: int, end: int) -> Span | None:
        """Give the span of the same words in the new text, or None where that is not sure."""
        if self._is_same:
            return start, end
        first, last = self._old.within(start, end)
        if first == last:
            return None
        found = self._with_its_paragraphs(first, last) or self._by_its_words(first, last)
        return self._new.span(*found) if found else None

    def _with_its_paragraphs(self, first: int, last: int) -> Span | None:
        """Find it in paragraphs that both texts have, if nothing was put between them."""
        lines = self._old.lines_of(first, last)
        top = self._kept.get(lines[0])
        if top is None or [self._kept.get(line) for line in lines] != [
            top + below for below in range(len(lines))
        ]:
            return None
        moved = self._new.lines[top][0] - self._old.lines[lines[0]][0]
        return first + moved, last + moved

    def _by_its_words(self, first: int, last: int) -> Span | None:
        """Find it among paragraphs that differ. Those that both texts have are spoken for."""
        words = self._old.all[first:last]
        if words not in self._pairs:
            self._pairs[words] = self._paired(words)
        found = self._pairs[words].get(first)
        return None if found is None else (found, found + len(words))

    def _paired(self, words: str) -> dict[int, int]:
        """Say which occurrence in the old text is which in the new one, as far as it is sure.

        The likeliest pair is one, then the likeliest of the others. Where several are as likely,
        their order decides, if there are as many as there were.
        """
        here = _occurrences(self._old, words, set(self._kept))
        there = _occurrences(self._new, words, set(self._kept.values()))
        if max(len(here), len(there)) > MOST_OCCURRENCES:
            return {}
        pairs: dict[int, int] = {}
        likely = sorted(self._likely(here, there, len(words)), reverse=True)
        while likely:
            most, one, other = likely[0]
            if any(
                most - less < SURE and (one == rival_one or other == rival_other)
                for less, rival_one, rival_other in likely[1:]
            ):
                break
            pairs[one] = other
            likely = [pair for pair in likely if pair[1] != one and pair[2] != other]
        left = sorted({one for _, one, _ in likely}), sorted({other for _, _, other in likely})
        if len(left[0]) == len(left[1]):
            pairs |= zip(*left, strict=True)
        return pairs

    def _likely(
        self, here: list[int], there: list[int], length: int
    ) -> Iterator[tuple[int, int, int]]:
        """Count, for each pair of occurrences, the letters that go on alike on both sides."""
        around_there = [(place, self._new.around(place, place + length)) for place in there]
        for one in here:
            around_one = self._old.around(one, one + length)
            for other, around_other in around_there:
                sides = zip(around_one, around_other, strict=True)
                yield sum(_alike(*side) for side in sides), one, other


def _alike(one: str, other: str) -> int:
    """Count the letters with which both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _occurrences(letters: Letters, words: str, spoken_for: set[int]) -> list[int]:
    """List where the words stand, but for those all of whose paragraphs are spoken for."""
    places = []
    place = letters.all.find(words)
    while place >= 0:
        end = place + len(words)
        if letters.are_whole_words(place, end) and not spoken_for.issuperset(
            letters.lines_of(place, end)
        ):
            places.append(place)
        place = letters.all.find(words, place + 1)
    return places


def aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give the places of equal lines, in one order in both: those at the ends, then unique ones.

    It is what patience diff does: however often lines repeat, and however many there are, it is
    done at once, which cannot be said of `difflib`.
    """
    gaps = [(0, len(old), 0, len(new))]
    while gaps:
        top, bottom, new_top, new_bottom = gaps.pop()
        while top < bottom and new_top < new_bottom and old[top] == new[new_top]:
            yield top, new_top
            top, new_top = top + 1, new_top + 1
        while top < bottom and new_top < new_bottom and old[bottom - 1] == new[new_bottom - 1]:
            bottom, new_bottom = bottom - 1, new_bottom - 1
            yield bottom, new_bottom
        unique = _unique_in_both(old[top:bottom], new[new_top:new_bottom])
        if not unique:
            continue
        pairs = [(top + line, new_top + new_line) for line, new_line in _longest_rising(unique)]
        yield from pairs
        edges = [(top - 1, new_top - 1), *pairs, (bottom, new_bottom)]
        gaps += [(one[0] + 1, other[0], one[1] + 1, other[1]) for one, other in pairwise(edges)]


def _unique_in_both(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    once, new_once = Counter(old), Counter(new)
    places = {line: place for place, line in enumerate(new) if new_once[line] == 1}
    return [
        (place, places[line])
        for place, line in enumerate(old)
        if once[line] == 1 and line in places
    ]


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the most pairs whose second numbers rise as the first ones do."""
    ends: list[int] = []  # the least second number that a row of each length can end with
    last: list[int] = []  # and its place among the pairs
    before: list[int | None] = []
    for place, (_, second) in enumerate(pairs):
        length = bisect_left(ends, second)
        ends[length : length + 1] = [second]
        last[length : length + 1] = [place]
        before.append(last[length - 1] if length else None)
    rising = []
    place_or_none = last[-1] if last else None
    while place_or_none is not None:
        rising.append(pairs[place_or_none])
        place_or_none = before[place_or_none]
    return rising[::-1]
