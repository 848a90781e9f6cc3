"""Regular expressions over `same_word`-folded text, written in ordinary spelling.

The patterns of this package are matched against `same_word(body)`, which keeps the length, so
that offsets are offsets into the body. Words in them must be folded the same way.
"""

import re
from collections.abc import Iterable
from typing import Final

from articles.vietnamese import same_word

__all__ = ["Phrases", "any_of", "folded", "whole"]


_SYLLABLE: Final = re.compile(r"\w+")


class Phrases:
    """Phrases to look for at one place; quick where none begins with the word there."""

    __slots__ = ("_by_first", "all")

    def __init__(self, block: str) -> None:
        """Take phrases that commas and line ends separate; a semicolon stands for a comma."""
        listed = block.replace("\n", ",").split(",")
        folded_phrases = {same_word(" ".join(p.split())).replace(";", ",") for p in listed}
        self.all: Final = frozenset(filter(None, folded_phrases))
        self._by_first: dict[str, list[str]] = {}
        for phrase in sorted(self.all, key=len, reverse=True):
            self._by_first.setdefault(re.split(r"\W", phrase)[0], []).append(phrase)

    def first_words(self) -> Iterable[str]:
        """The words that the phrases begin with."""
        return self._by_first.keys()

    def end_at(self, text: str, at: int) -> int | None:
        """Where the longest of the phrases ends that stands at `at`, as whole words."""
        word = _SYLLABLE.match(text, at)
        for phrase in self._by_first.get(word[0], ()) if word else ():
            end = at + len(phrase)
            if text.startswith(phrase, at) and not text[end : end + 1].isalnum():
                return end
        return None


def any_of(phrases: Iterable[str]) -> str:
    """A group for any of the phrases, longest first; a blank stands for any white space."""
    ordered = sorted({same_word(" ".join(phrase.split())) for phrase in phrases}, key=len)
    longest_first = reversed(ordered)
    return "(?:" + "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in longest_first) + ")"


def whole(phrases: Iterable[str]) -> str:
    """As `any_of`, but whole words only."""
    return r"(?<!\w)" + any_of(phrases) + r"(?!\w)"


def folded(pattern: str) -> re.Pattern[str]:
    """Compile a verbose pattern whose literal words are lower case.

    Only tone placement needs folding then: `khóa` is matched as `khoá`.
    """
    return re.compile(same_word_literals(pattern), re.VERBOSE)


def same_word_literals(pattern: str) -> str:
    """Fold the non-ASCII words of a pattern; ASCII (its operators and classes) is untouched."""
    return re.sub(r"[a-zà-ỹđ]+", lambda word: same_word(word[0]), pattern)
