"""Marking in a text, as it was published, what somebody asked for.

Folding keeps every place, so what is found in folded words is marked in the letters as they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Final, NamedTuple

from articles.vietnamese import for_search, same_word
from portal.searching.asking import Asked, Term
from portal.searching.words import in_a_row, words

Span = tuple[int, int]

EXCERPT: Final = 260
BEFORE: Final = 60
SEARCHED: Final = 30_000
"""Letters in which an excerpt is looked for; what is further down is found, not shown."""


class Piece(NamedTuple):
    text: str
    is_marked: bool


@dataclass(frozen=True)
class _Hit:
    span: Span
    term: Term


def marked(text: str, asked: Asked) -> list[Piece]:
    """Give the whole text in pieces, with what was asked for marked."""
    return _pieces(text, (0, len(text)), [hit.span for hit in _hits(text, asked)])


def excerpt(text: str, asked: Asked) -> list[Piece]:
    """Give the place of a text that says most of what was asked for; its beginning at worst."""
    hits = _hits(text[:SEARCHED], asked)
    start = 0
    if hits:
        first = max(range(len(hits)), key=lambda at: (*_worth(hits, at), -at))
        start = max(0, hits[first].span[0] - BEFORE)
    end = min(len(text), start + EXCERPT)
    start, end = _to_words(text, start, end)
    pieces = _pieces(text, (start, end), [hit.span for hit in hits])
    before = [Piece("… ", is_marked=False)] if start else []
    after = [Piece(" …", is_marked=False)] if end < len(text) else []
    return [*before, *pieces, *after]


def is_said(text: str, asked: Asked) -> bool:
    """Whether all that is asked for stands in the text, whatever its marks."""
    folded = for_search(same_word(text))
    return all(any(_places(term, folded) for term in group) for group in asked.wanted)


def is_as_typed(text: str, asked: Asked) -> bool:
    """Whether all that is asked for stands in the text with the marks that were typed."""
    written = same_word(text)
    folded = for_search(written)
    return all(
        any(_with_marks(term, _places(term, folded), written) for term in group)
        for group in asked.wanted
    )


def _worth(hits: Sequence[_Hit], at: int) -> tuple[int, int]:
    """Count what an excerpt from this one on says: different things, and those side by side."""
    last = hits[at].span[0] + EXCERPT - BEFORE
    within = list(takewhile(lambda hit: hit.span[1] <= last, hits[at:]))
    beside = {
        (one.term, other.term)
        for one, other in pairwise(within)
        if other.span[0] == one.span[1] + 1
    }
    return len({hit.term for hit in within}), len(beside)


def _hits(text: str, asked: Asked) -> list[_Hit]:
    written = same_word(text)
    folded = for_search(written)
    hits = [hit for term in dict.fromkeys(asked.terms) for hit in _hits_of(term, folded, written)]
    return sorted(hits, key=lambda hit: hit.span)


def _hits_of(term: Term, folded: str, written: str) -> list[_Hit]:
    """Where a term stands: with the marks that were typed, if it does so anywhere in the text."""
    found = _places(term, folded)
    if term.has_marks:
        found = _with_marks(term, found, written) or found
    return [_Hit(span, term) for span in found]


def _places(term: Term, folded: str) -> list[Span]:
    return [hit.span() for hit in in_a_row(term.words).finditer(folded)]


def _with_marks(term: Term, places: Sequence[Span], written: str) -> list[Span]:
    typed = [word.written for word in term.words]
    return [
        (start, end)
        for start, end in places
        if [word.written for word in words(written[start:end])] == typed
    ]


def _to_words(text: str, start: int, end: int) -> Span:
    """Have an excerpt begin and end between words."""
    if start:
        blank = text.find(" ", start, end)
        start = start if blank < 0 else blank + 1
    if end < len(text):
        blank = text.rfind(" ", start, end)
        end = end if blank < 0 else blank
    return start, end


def _pieces(text: str, within: Span, spans: Sequence[Span]) -> list[Piece]:
    pieces, at = [], within[0]
    for start, end in _joined(text, spans):
        if start < at or end > within[1]:
            continue
        pieces += [Piece(text[at:start], is_marked=False), Piece(text[start:end], is_marked=True)]
        at = end
    pieces.append(Piece(text[at : within[1]], is_marked=False))
    return [piece for piece in pieces if piece.text]


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Make one mark of those that overlap, or have only a blank between them."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and (start <= joined[-1][1] or text[joined[-1][1] : start] == " "):
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
