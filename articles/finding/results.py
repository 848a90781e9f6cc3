"""What finding gives. Offsets are code points; `body[start:end]` is the words themselves."""

from dataclasses import dataclass
from datetime import date

__all__ = ["Citation", "Findings", "Mention", "Task"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a theme stands in a text."""

    theme: str
    start: int
    end: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Citation:
    """One place where an official document is named.

    `kind` is in sentence case, `number` without stray spaces. `issuer` is the body as printed
    after the number, or what the symbol says (a code such as `TU` where several bodies share
    it), or None. `issued_on` only where the date stands directly after the number; `said_on`
    where the sentence says it elsewhere ("Ngày 15/5/2016, Bộ Chính trị ban hành …"). `term` is
    the issuer's, where it is said ("Ban Chấp hành Trung ương khóa XII").
    """

    kind: str
    number: str
    issuer: str | None
    issued_on: date | None
    start: int
    end: int
    rule: str
    confidence: float
    said_on: date | None = None
    term: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """Something that the text says is to be done.

    `heading` is the nearest heading above, `marker` the item's own (`3`, `a`, `Một là`).
    `responsible` leads, `participating` works with it, both as printed. `due` is the words
    of the date or period; `due_from` to `due_to` (inclusive) is that period in the calendar,
    where the text and the day of publication allow it to be known.
    """

    start: int
    end: int
    heading: str | None
    marker: str | None
    responsible: tuple[str, ...]
    participating: tuple[str, ...]
    due: str | None
    due_from: date | None
    due_to: date | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one body, each kind in the order of the text.

    `headings` are lines that reading did not know as headings, but under which tasks stand or
    which turn the text: "Nhiệm vụ, giải pháp" in a plain text.
    """

    mentions: tuple[Mention, ...]
    citations: tuple[Citation, ...]
    tasks: tuple[Task, ...]
    headings: tuple[tuple[int, int], ...] = ()
