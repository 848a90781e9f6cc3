"""Words as search knows them: alike in the index, in what is asked for, and where it is marked.

Taking text apart is ours and not PostgreSQL's: its parser takes `09-NQ/TU` for a number and a file,
and what it takes for a letter depends on the locale of the server.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from articles.vietnamese import for_search, same_word

LONGEST_WORD: Final = 60
GAP: Final = 2
"""Positions between two texts of one row, so that no phrase goes from one into the next."""
_WORD: Final = re.compile(r"[^\W_]+")
_BETWEEN: Final = r"[\W_]+"
_AS_WRITTEN: Final = "="
"""Stands before a word with its marks; no word without marks begins like that."""


class Word(NamedTuple):
    start: int
    end: int
    plain: str
    """Without marks, and a number without the noughts before it."""
    written: str
    """With its marks; alone case and the place of a tone do not count."""

    @property
    def has_marks(self) -> bool:
        return self.written != self.plain


def words(text: str) -> Iterator[Word]:
    """Give the words of a text that has been through `normalise`, with where they stand."""
    written = same_word(text)  # in small letters; folding further keeps the places, too
    folded = for_search(written)
    for found in _WORD.finditer(folded):
        start, end = found.span()
        plain, its_own = found[0][:LONGEST_WORD], written[start:end][:LONGEST_WORD]
        if plain[0] == "0" and plain.isdecimal():
            plain = its_own = plain.lstrip("0") or "0"
        yield Word(start, end, plain, its_own)


def in_a_row(row: Sequence[Word]) -> re.Pattern[str]:
    """Give what finds these words next to each other in folded text, whatever is between them."""
    plain = [f"0*{word.plain}" if word.plain.isdecimal() else word.plain for word in row]
    return re.compile(rf"(?<![^\W_]){_BETWEEN.join(plain)}(?![^\W_])")


def as_written(word: str) -> str:
    return _AS_WRITTEN + word


def vector(parts: Iterable[tuple[str, str]]) -> str:
    """Give texts, each with its weight from A to D, as PostgreSQL reads a tsvector.

    Each word stands in it without and with its marks, at the same place, so that phrases are found
    in either way.
    """
    places: dict[str, list[str]] = {}
    at = 0
    for text, weight in parts:
        for word in words(text):
            at += 1
            place = f"{at}{weight}"
            places.setdefault(word.plain, []).append(place)
            places.setdefault(as_written(word.written), []).append(place)
        at += GAP
    return " ".join(f"'{lexeme}':{','.join(where)}" for lexeme, where in places.items())
