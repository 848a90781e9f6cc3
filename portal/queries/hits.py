"""What stands on a page of results: entries with what was asked for marked in them.

They say what they were corrected to, as it is by these words that they are found.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from portal import markdown
from portal.models import EditionEntry
from portal.queries.corrections import as_it_stands
from portal.queries.editions import as_printed, newest_entries
from portal.queries.printed import PrintedEntry
from portal.queries.texts import shown_bodies
from portal.searching.asking import Asked
from portal.searching.marking import Piece, excerpt, marked


@dataclass(frozen=True)
class Hit:
    printed: PrintedEntry
    called: list[Piece]
    """Its title, or the wording of a task."""
    excerpt: list[Piece]
    stands_on: list[Piece]
    """The title of a task's article."""

    @property
    def entry(self) -> EditionEntry:
        return self.printed.entry


def hits(numbers: Sequence[int], asked: Asked) -> list[Hit]:
    """Give the entries with these numbers, in this order, as far as they still stand."""
    entries = newest_entries().filter(pk__in=list(numbers))
    printed = {one.entry.pk: one for one in as_printed(map(as_it_stands, entries))}
    bodies = shown_bodies(printed)
    return [
        _hit(printed[number], bodies.get(number, ""), asked)
        for number in numbers
        if number in printed
    ]


def _hit(printed: PrintedEntry, body: str, asked: Asked) -> Hit:
    entry = printed.entry
    texts = [entry.lead, body] if not printed.is_task else []
    texts += [markdown.words(entry.note), "; ".join(entry.documents)]
    return Hit(
        printed,
        called=marked(entry.wording if printed.is_task else entry.title, asked),
        excerpt=_best([excerpt(text, asked) for text in texts if text], is_task=printed.is_task),
        stands_on=marked(entry.title, asked) if printed.is_task else [],
    )


def _best(excerpts: list[list[Piece]], *, is_task: bool) -> list[Piece]:
    """Give the one with most different words marked; without any, only an article's beginning."""
    if not excerpts:
        return []
    best = max(excerpts, key=_said)
    return best if _said(best) or not is_task else []


def _said(pieces: list[Piece]) -> int:
    return len({piece.text.lower() for piece in pieces if piece.is_marked})
