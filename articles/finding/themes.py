"""Mentions of themes: every spelling of every theme in one pass over the text.

What does not make another word (case, tone placement, quotation marks, dashes, the width and
kind of white space) does not matter; tones do. Whole words only, the longest spelling wins.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, MatchKind

from articles.finding.results import Mention
from articles.finding.squeezed import Squeezed, squeeze
from articles.vietnamese import normalise, same_word

__all__ = ["Spelling", "Vocabulary", "find_mentions"]


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way of writing a theme."""

    theme: str
    text: str


class Vocabulary:
    """The spellings of all themes, ready to be looked for; immutable, shared between threads.

    `excludes` maps a theme to contexts in which its spellings do not count: with
    `{"diễn biến": ["diễn biến hòa bình"]}`, the words inside "diễn biến hòa bình" are no
    mention of "diễn biến". Spellings without a letter or digit are left out; the same
    spelling of two themes counts for both.
    """

    __slots__ = ("_automaton", "_excluded", "_themes")

    def __init__(
        self,
        spellings: Iterable[Spelling],
        excludes: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        themes: dict[str, dict[str, None]] = {}
        for spelling in spellings:
            key = _key(spelling.text)
            if key:
                themes.setdefault(key, {})[spelling.theme] = None
        excluded: dict[str, set[str]] = {}
        for theme, contexts in (excludes or {}).items():
            for key in filter(None, map(_key, contexts)):
                excluded.setdefault(key, set()).add(theme)
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
        hits = [
            (start, end, pattern)
            for pattern, start, end in self._automaton.find_matches_as_indexes(
                squeezed.folded,
                overlapping=True,
            )
            if _is_whole(squeezed.folded, start, end)
        ]
        barred = _Barred((start, end, self._excluded[p]) for start, end, p in hits)
        mentions = [
            Mention(theme, squeezed.place(start), squeezed.place(end - 1) + 1, "spelling", 1.0)
            for start, end, pattern in _longest([hit for hit in hits if self._themes[hit[2]]])
            for theme in self._themes[pattern]
            if not barred.holds(theme, start, end)
        ]
        return tuple(mentions)


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


def _key(text: str) -> str:
    key = squeeze(same_word(normalise(text)))
    return key if any(map(str.isalnum, key)) else ""


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (text[start].isalnum() and before.isalnum()) and not (
        text[end - 1].isalnum() and after.isalnum()
    )


def _longest(hits: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Of hits that overlap, the leftmost, and of those the longest."""
    kept: list[tuple[int, int, int]] = []
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    return kept
