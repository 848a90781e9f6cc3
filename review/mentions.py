"""Names in comments: `@username`. Pure.

A user name may hold `@`, `.`, `+` and `-`, and a sentence may end right behind it: so of `@an.`
both `an.` and `an` may be meant, and the longer one that somebody has is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_NAMED = re.compile(r"(?<![\w@.+-])@([\w@.+-]+)")
_SIGNS = "@.+-"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a comment. `name` is whom they name, as they are known, or empty."""

    text: str
    name: str = ""


def may_be_meant(words: str) -> set[str]:
    """Give every name that may be meant, in small letters."""
    return {name for found in _NAMED.finditer(words) for name in _readings(found[1])}


def unknown(words: str, known: Iterable[str]) -> list[str]:
    """Give what looks like a name and is nobody's, as it is written."""
    names = {name.lower() for name in known}
    return [
        found[1].rstrip(_SIGNS)
        for found in _NAMED.finditer(words)
        if not names.intersection(_readings(found[1])) and found[1].rstrip(_SIGNS)
    ]


def pieces(words: str, known: Iterable[str]) -> Iterator[Piece]:
    """Cut the words where they name people who are known."""
    names = {name.lower(): name for name in known}
    end = 0
    for found in _NAMED.finditer(words):
        meant = next((name for name in _readings(found[1]) if name in names), None)
        if meant is None:
            continue
        yield Piece(words[end : found.start()])
        end = found.start(1) + len(meant)
        yield Piece(words[found.start() : end], names[meant])
    yield Piece(words[end:])


def _readings(written: str) -> Iterator[str]:
    """Give the name as it is written, then without one more of the signs at its end."""
    name = written.lower()
    while name:
        yield name
        if name[-1] not in _SIGNS:
            return
        name = name[:-1]
