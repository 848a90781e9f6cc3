"""What a reader asks for: words, "phrases", -not, or; with or without marks.

Whatever is typed can be read: a quotation mark without its other half is passed over, and so is an
operator with nothing to work on.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from articles.vietnamese import for_search, on_one_line, same_word
from portal.searching.words import Word, as_written, words

LONGEST: Final = 500
MOST_WORDS: Final = 60
_OR: Final = {"or", "hoac"}
_PIECE: Final = re.compile(r'(?P<refused>-?)(?:"(?P<phrase>[^"]*)"|(?P<glued>[^\s"]+))')

Spell = Callable[[Word], str]


@dataclass(frozen=True)
class Term:
    """Words that stand next to each other; mostly one."""

    words: tuple[Word, ...]
    typed: str = field(default="", compare=False)
    """As it was typed, in small letters."""

    @property
    def has_marks(self) -> bool:
        return any(word.has_marks for word in self.words)

    def query(self, spell: Spell) -> str:
        return " <-> ".join(spell(word) for word in self.words)


@dataclass(frozen=True)
class Asked:
    text: str
    """As typed, but for white space."""
    wanted: tuple[tuple[Term, ...], ...] = ()
    """One term of each group has to be there."""
    refused: tuple[Term, ...] = ()

    @property
    def terms(self) -> list[Term]:
        return [term for group in self.wanted for term in group]

    @property
    def has_marks(self) -> bool:
        return any(term.has_marks for term in self.terms)

    def plain(self) -> str:
        """Give the query that no mark matters to."""
        return self._query(_plain)

    def written(self) -> str:
        """Give the query for the marks that were typed, and for none where none were."""
        return self._query(_written)

    def beginning(self) -> str:
        """Give the query that no mark matters to, and whose last word may still go on."""
        if not self.wanted:
            return ""
        last = self.terms[-1].words[-1]
        return self._query(lambda word: f"{_plain(word)}:*" if word is last else _plain(word))

    def in_a_row(self, *, with_marks: bool) -> str:
        """Give the query for all words next to each other; empty where that asks nothing new."""
        if len(self.wanted) == 1 or any(len(group) > 1 for group in self.wanted):
            return ""
        row = Term(tuple(word for term in self.terms for word in term.words))
        return row.query(_written if with_marks else _plain)

    def _query(self, spell: Spell) -> str:
        # Words with marks are refused with these marks alone: who says -đảng did not say -đang.
        refused = [term.query(_written if term.has_marks else _plain) for term in self.refused]
        groups = [_either([term.query(spell) for term in group]) for group in self.wanted]
        return " & ".join([*(f"!({term})" for term in refused), *groups])


def read(typed: str) -> Asked:
    """Understand what was typed; beyond the first words, nothing."""
    text = on_one_line(typed)
    wanted: list[list[Term]] = []
    refused: list[Term] = []
    is_joined, left = False, MOST_WORDS
    for is_refused, is_or, said in _pieces(text):
        if is_or and wanted:
            is_joined = True
            continue
        term = Term(tuple(words(said))[:left], said)
        left -= len(term.words)
        if not term.words:
            continue
        if is_refused:
            refused.append(term)
        elif is_joined:
            wanted[-1].append(term)
        else:
            wanted.append([term])
        is_joined = False
    return Asked(text, tuple(map(tuple, wanted)), tuple(refused))


def _pieces(text: str) -> Iterator[tuple[bool, bool, str]]:
    # `same_word` gives every quotation mark and dash one form.
    for piece in _PIECE.finditer(same_word(text)):
        is_or = for_search(piece["glued"] or "") in _OR and not piece["refused"]
        yield bool(piece["refused"]), is_or, piece["glued"] or piece["phrase"] or ""


def _either(queries: list[str]) -> str:
    if len(queries) == 1 and "<->" not in queries[0]:
        return queries[0]
    return f"({' | '.join(queries)})"


def _plain(word: Word) -> str:
    return f"'{word.plain}'"


def _written(word: Word) -> str:
    return f"'{as_written(word.written)}'"
