"""Where words stand in a text. Pure."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Span = tuple[int, int]

CONTEXT = 60
SAME_PLACE = 0.5


@dataclass(frozen=True, slots=True)
class Place:
    """A span of the text, with a few words on either side to tell it from others."""

    start: int
    end: int
    before: str
    after: str


def places_of(body: str, words: str) -> list[Place]:
    """Find the words; white space may differ, since copying from a page changes it."""
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        return []
    return [
        Place(
            start=found.start(),
            end=found.end(),
            before=body[max(0, found.start() - CONTEXT) : found.start()],
            after=body[found.end() : found.end() + CONTEXT],
        )
        for found in re.finditer(r"\s+".join(parts), body)
    ]


def overlap(one: Span, other: Span) -> float:
    """Say how much of what either covers both cover: 0 to 1."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def met(standing: Sequence[Span | None], found: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Pair what stands with what was found at the same place, or else covers half of it at least.

    The best pairs come first, and of two that are as good the one that stands first in the list.
    """
    likely = sorted(
        (-much, one, at)
        for one, at in _meeting(standing, found)
        if (place := standing[one]) and (much := overlap(place, found[at])) >= SAME_PLACE
    )
    paired: set[int] = set()
    taken: set[int] = set()
    for _much, one, at in likely:
        if one not in paired and at not in taken:
            paired.add(one)
            taken.add(at)
            yield one, at


def _meeting(standing: Sequence[Span | None], found: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Give the pairs that overlap at all, in one walk along the text."""
    ahead = deque(sorted(range(len(found)), key=lambda at: found[at][0]))
    near: list[int] = []
    places = [(place, one) for one, place in enumerate(standing) if place]
    for place, one in sorted(places):
        while ahead and found[ahead[0]][0] < place[1]:
            near.append(ahead.popleft())
        near = [at for at in near if found[at][1] > place[0]]
        yield from ((one, at) for at in near if found[at][0] < place[1])
