"""What of a text says most nearly the same as some words. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import heappush, heappushpop
from typing import Final

from articles.vietnamese import paragraphs, same_word, sentences
from review.places import Span, overlap

LEAST: Final = 0.3
NEARLY_THE_SAME: Final = 0.8
_SYLLABLE: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """A span of the text; `ratio` is 1 where it has the same syllables in the same order."""

    ratio: float
    start: int
    end: int


def most_alike(
    body: str, words: str, also: Iterable[Span] = (), *, limit: int = 5
) -> list[Likeness]:
    """Give the sentences and paragraphs, and of the spans in `also`, that are most like the words.

    The likest come first. What is nearly the same place as a liker one is left out.
    """
    chosen: list[Likeness] = []
    for alike in _likest(body, words, {*sentences(body), *paragraphs(body), *also}, limit * 3):
        place = alike.start, alike.end
        if all(overlap(place, (one.start, one.end)) < NEARLY_THE_SAME for one in chosen):
            chosen.append(alike)
    return chosen[:limit]


def _likest(body: str, words: str, spans: Iterable[Span], number: int) -> list[Likeness]:
    """Compare all with the words. Cheap upper bounds of `difflib` spare it most of a long text."""
    matcher = SequenceMatcher(a=[], b=_syllables(words), autojunk=False)
    best: list[Likeness] = []
    for start, end in sorted(spans):
        least = best[0].ratio if len(best) == number else LEAST
        matcher.set_seq1(_syllables(body[start:end]))
        if matcher.real_quick_ratio() <= least or matcher.quick_ratio() <= least:
            continue
        alike = Likeness(matcher.ratio(), start, end)
        if alike.ratio > least:
            (heappush if len(best) < number else heappushpop)(best, alike)
    return sorted(best, reverse=True)


def _syllables(words: str) -> list[str]:
    return _SYLLABLE.findall(same_word(words))
