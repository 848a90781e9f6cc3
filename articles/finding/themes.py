"""Mentions of themes: every spelling of every theme in one pass over the text.

What does not make another word (case, tone placement, quotation marks, dashes with or without
blanks beside them, the width and kind of white space) does not matter; tones do. Whole words
only; of spellings that overlap, the longest wins.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from articles.finding.results import Mention
from articles.finding.squeezed import Squeezed, squeeze
from articles.vietnamese import normalise, same_word

__all__ = ["Spelling", "Vocabulary", "find_mentions", "patterns_of", "spelling_key"]

_DASH: Final = re.compile(" ?- ?")
_WAYS_TO_SET_A_DASH: Final = ("-", " - ", "- ", " -")

_Hit = tuple[int, int, int]
"""Start, end and number of the pattern, in the squeezed text."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way of writing a theme."""

    theme: str
    text: str


class Vocabulary:
    """The spellings of all themes, ready to be looked for; immutable, shared between threads.

    `excludes` maps a theme to contexts in which its spellings do not count: with
    `{"diễn biến": ["diễn biến hòa bình"]}`, the words inside "diễn biến hòa bình" are no
    mention of "diễn biến", and hide no other theme. Spellings without a letter or digit are left
    out; the same spelling of two themes counts for both.
    """

    __slots__ = ("_automaton", "_excluded", "_themes")

    def __init__(
        self,
        spellings: Iterable[Spelling],
        excludes: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        themes: dict[str, dict[str, None]] = {}
        for spelling in spellings:
            for pattern in patterns_of(spelling.text):
                themes.setdefault(pattern, {})[spelling.theme] = None
        excluded: dict[str, set[str]] = {}
        for theme, contexts in (excludes or {}).items():
            for context in contexts:
                for pattern in patterns_of(context):
                    excluded.setdefault(pattern, set()).add(theme)
        patterns = list(dict.fromkeys([*themes, *excluded]))
        self._themes = [tuple(themes.get(pattern, ())) for pattern in patterns]
        self._excluded = [frozenset(excluded.get(pattern, ())) for pattern in patterns]
        self._automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard) if patterns else None

    def find(self, body: str, *, squeezed: Squeezed | None = None) -> tuple[Mention, ...]:
        """All mentions, in the order of the text.

        `squeezed` is the body's, where the caller has it already.
        """
        if self._automaton is None:
            return ()
        squeezed = squeezed or Squeezed(same_word(body))
        hits = _whole_words(self._automaton, squeezed.folded)
        if not hits:
            return ()
        contexts = [hit for hit in hits if self._excluded[hit[2]]]
        if contexts:
            counting = self._outside(contexts, hits)
        else:  # as in most texts
            counting = {hit: self._themes[hit[2]] for hit in hits}
        kept = _longest(counting)
        spans = squeezed.spans([(start, end) for start, end, _ in kept])
        return tuple(
            [
                Mention(theme, start, end, "spelling", 1.0)
                for hit, (start, end) in zip(kept, spans, strict=True)
                for theme in counting[hit]
            ],
        )

    def _outside(self, contexts: list[_Hit], hits: list[_Hit]) -> dict[_Hit, Sequence[str]]:
        """Give the hits that count, each with the themes that do not exclude its context."""
        barred = _Barred((start, end, self._excluded[p]) for start, end, p in contexts)
        counting: dict[_Hit, Sequence[str]] = {}
        for hit in hits:
            start, end, pattern = hit
            themes = [t for t in self._themes[pattern] if not barred.holds(t, start, end)]
            if themes:
                counting[hit] = themes
        return counting


class _Barred:
    """Where each theme's spellings do not count."""

    __slots__ = ("_spans",)

    def __init__(self, contexts: Iterable[tuple[int, int, frozenset[str]]]) -> None:
        # By theme: starts in order, and beside each the furthest end up to there.
        self._spans: dict[str, tuple[list[int], list[int]]] = {}
        for start, end, themes in sorted(contexts, key=lambda context: context[:2]):
            for theme in themes:
                starts, ends = self._spans.setdefault(theme, ([], []))
                starts.append(start)
                ends.append(max(end, ends[-1] if ends else end))

    def holds(self, theme: str, start: int, end: int) -> bool:
        """Whether a span lies within a context that the theme excludes."""
        if theme not in self._spans:
            return False
        starts, ends = self._spans[theme]
        place = bisect_right(starts, start) - 1
        return place >= 0 and ends[place] >= end


def find_mentions(body: str, vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """All mentions of the vocabulary's themes, in the order of the text."""
    return vocabulary.find(body)


def spelling_key(text: str) -> str:
    """What all words that one spelling finds have in common; empty where it finds nothing."""
    key = squeeze(same_word(normalise(text)))
    return _DASH.sub("-", key) if any(map(str.isalnum, key)) else ""


def patterns_of(text: str) -> set[str]:
    """Give the ways in which the words may stand in a squeezed text."""
    key = squeeze(same_word(normalise(text)))
    if not any(map(str.isalnum, key)):
        return set()
    return {key, *(_DASH.sub(dash, key).strip() for dash in _WAYS_TO_SET_A_DASH if "-" in key)}


def _whole_words(automaton: AhoCorasick, folded: str) -> list[_Hit]:
    matches = automaton.find_matches_as_indexes(folded, overlapping=True)
    text = f" {folded} "  # so that there is always a sign before and behind
    return [
        (start, end, pattern)
        for pattern, start, end in matches
        if not (text[end + 1].isalnum() and text[end].isalnum())
        and not (text[start].isalnum() and text[start + 1].isalnum())
    ]


def _longest(hits: Iterable[_Hit]) -> list[_Hit]:
    """Of hits that overlap, the longest, and of those the leftmost; in the order of the text."""
    kept: list[_Hit] = []
    together: list[_Hit] = []
    furthest = 0
    for hit in sorted(hits):
        if hit[0] >= furthest:
            kept += _longest_together(together)
            together = []
        together.append(hit)
        furthest = max(furthest, hit[1])
    return kept + _longest_together(together)


def _longest_together(hits: list[_Hit]) -> list[_Hit]:
    pair = 2
    if len(hits) < pair:
        return hits
    if len(hits) == pair:  # as most are
        one, other = hits
        return [one if one[1] - one[0] >= other[1] - other[0] else other]
    first = hits[0][0]
    taken = bytearray(max(hit[1] for hit in hits) - first)
    kept = []
    for hit in sorted(hits, key=lambda hit: (hit[0] - hit[1], hit[0])):
        start, end = hit[0] - first, hit[1] - first
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\x01" * (end - start)
            kept.append(hit)
    return sorted(kept)
