"""Other words for a task: an edge moved by a word or a sentence, and places to cut at. Pure."""

import re
from collections.abc import Sequence
from enum import StrEnum

from articles.vietnamese import paragraphs, sentences
from review.places import Span

AROUND = 2_000
"""So many characters on either side of a task are looked at for the next edge."""
_WORD = re.compile(r"\S+")


class Unit(StrEnum):
    WORD = "word"
    SENTENCE = "sentence"


def trimmed(body: str, start: int, end: int) -> Span:
    """Leave out white space at either end."""
    words = body[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def begins_word(body: str, at: int) -> bool:
    """Say whether a cut here goes through no word."""
    return not (0 < at < len(body) and body[at - 1].isalnum() and body[at].isalnum())


def are_whole_words(body: str, start: int, end: int) -> bool:
    return begins_word(body, start) and begins_word(body, end)


def start_moved(body: str, place: Span, unit: Unit, *, later: bool) -> int | None:
    """Give where the task would begin a word or a sentence earlier or later."""
    starts = [first for first, _last in _pieces(body, place, unit)]
    return _next_to(place[0], [at for at in starts if at < place[1]], later=later)


def end_moved(body: str, place: Span, unit: Unit, *, later: bool) -> int | None:
    ends = [last for _first, last in _pieces(body, place, unit)]
    return _next_to(place[1], [at for at in ends if at > place[0]], later=later)


def cut_moved(body: str, place: Span, at: int, unit: Unit, *, later: bool) -> int | None:
    """Give where the second part would begin, a word or a sentence earlier or later."""
    return _next_to(at, _cuts(body, place, unit), later=later)


def likely_cut(body: str, place: Span) -> int | None:
    """Give where the task most likely falls into two: between sentences, then between clauses.

    Of several, the one that is nearest to its middle; None where it is a single word.
    """
    start, end = place
    clauses = [found.end() for found in re.finditer(r"[;:,]\s+", body[start:end])]
    middle = (start + end) / 2
    for cuts in (
        _cuts(body, place, Unit.SENTENCE),
        [start + at for at in clauses if at < end - start],
        _cuts(body, place, Unit.WORD),
    ):
        if cuts:
            return min(cuts, key=lambda at: abs(at - middle))
    return None


def _cuts(body: str, place: Span, unit: Unit) -> list[int]:
    return [first for first, _last in _pieces(body, place, unit) if place[0] < first < place[1]]


def _pieces(body: str, place: Span, unit: Unit) -> list[Span]:
    """Give the words or sentences in and around a place."""
    first, last = _neighbourhood(body, place)
    near = body[first:last]
    if unit is Unit.WORD:
        return [(first + word.start(), first + word.end()) for word in _WORD.finditer(near)]
    return [(first + start, first + end) for start, end in sentences(near)]


def _neighbourhood(body: str, place: Span) -> Span:
    """Give the span of the paragraphs in and around a place: whole, for the sentences' sake."""
    near = [
        line
        for line in paragraphs(body)
        if line[1] > place[0] - AROUND and line[0] < place[1] + AROUND
    ]
    return (near[0][0], near[-1][1]) if near else place


def _next_to(at: int, places: Sequence[int], *, later: bool) -> int | None:
    if later:
        return min((place for place in places if place > at), default=None)
    return max((place for place in places if place < at), default=None)
