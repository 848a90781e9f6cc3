"""What of a text says most nearly the same as some words. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import heappush, heappushpop
from typing import Final

from articles.vietnamese import paragraphs, same_word, sentences
from review.places import Span

LEAST: Final = 0.3
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

    The likest come first. `difflib` learns the second sequence, and compares many others with it;
    its cheap upper bounds spare it most of a long text.
    """
    matcher = SequenceMatcher(a=[], b=_syllables(words), autojunk=False)
    best: list[Likeness] = []
    for start, end in sorted({*sentences(body), *paragraphs(body), *also}):
        least = best[0].ratio if len(best) == limit else LEAST
        matcher.set_seq1(_syllables(body[start:end]))
        if matcher.real_quick_ratio() <= least or matcher.quick_ratio() <= least:
            continue
        alike = Likeness(matcher.ratio(), start, end)
        if alike.ratio > least:
            (heappush if len(best) < limit else heappushpop)(best, alike)
    return sorted(best, reverse=True)


def _syllables(words: str) -> list[str]:
    return _SYLLABLE.findall(same_word(words))
