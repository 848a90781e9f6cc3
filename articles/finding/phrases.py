"""Regular expressions over `same_word`-folded text, written in ordinary spelling.

The patterns of this package are matched against `same_word(body)`, which keeps the length, so
that offsets are offsets into the body. Words in them must be folded the same way.
"""

import re
from collections.abc import Iterable

from articles.vietnamese import same_word

__all__ = ["any_of", "folded", "whole"]


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
