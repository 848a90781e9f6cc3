"""What one wording says otherwise than another, field by field and word by word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from review.models import TaskVersion, VersionOrganisation

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_KEPT = 0.3
"""So much of the words stays where a text was changed, and not written anew."""


class How(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    how: How
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    field: str
    pieces: tuple[Piece, ...]


def changes(old: TaskVersion, new: TaskVersion) -> list[Change]:
    """Give the fields that differ, in the order of the form."""
    return differing(_fields(old), _fields(new))


def differing(before: Mapping[str, str], after: Mapping[str, str]) -> list[Change]:
    """Give what two things of the same fields say otherwise, in the order of the fields."""
    return [
        Change(field, tuple(word_by_word(before[field], after[field])))
        for field in before
        if before[field] != after[field]
    ]


def word_by_word(old: str, new: str) -> Iterator[Piece]:
    """Give the words of both, in one line: those that are gone stand before those that are new.

    What was written anew stands whole behind what it was: the few words that both happen to have
    would only cut them to pieces.
    """
    here, there = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    opcodes = matcher.get_opcodes()
    same = sum(_words(here[first:last]) for how, first, last, *_ in opcodes if how == "equal")
    if old and new and same < _KEPT * max(_words(here), _words(there)):
        yield from written_anew(old, new)
        return
    for how, first, last, start, end in opcodes:
        if how == "equal":
            yield Piece(How.SAME, "".join(here[first:last]))
            continue
        if first < last:
            yield Piece(How.GONE, "".join(here[first:last]))
        if start < end:
            yield Piece(How.NEW, "".join(there[start:end]))


def written_anew(old: str, new: str) -> tuple[Piece, Piece, Piece]:
    """Give both whole, with a blank between the last word of one and the first of the other."""
    return Piece(How.GONE, old), Piece(How.SAME, " "), Piece(How.NEW, new)


def _words(tokens: Sequence[str]) -> int:
    return sum(token.isalnum() for token in tokens)


def _fields(version: TaskVersion) -> dict[str, str]:
    role = VersionOrganisation.Role
    return {
        _("Wording"): version.wording,
        _("Responsible"): "; ".join(version.bodies_as(role.RESPONSIBLE)),
        _("Taking part"): "; ".join(version.bodies_as(role.TAKES_PART)),
        _("Due, as the text says it"): version.due,
        _("First day"): _day(version.due_from),
        _("Last day"): _day(version.due_to),
        _("Documents cited"): "; ".join(sorted(str(each) for each in version.documents.all())),
    }


def _day(day: date | None) -> str:
    return date_format(day, "SHORT_DATE_FORMAT") if day else ""
