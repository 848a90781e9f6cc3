"""What a new text or a new reading changes, one row for each thing: for reports, and for people."""

from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    FIELD = "field"
    PARAGRAPH = "paragraph"
    THEME = "theme"
    CITATION = "citation"
    TASK = "task"
    ARTICLE = "article"


class How(StrEnum):
    GAINED = "gained"
    LOST = "lost"
    CHANGED = "changed"
    UNPLACED = "unplaced"
    """People decided on it, and its place is not in the new text: somebody must look."""
    PLACED = "placed"
    """Its place was not in the text before, and it is in this one."""
    FAILED = "failed"
    """It could not be read or saved; everything stays as it was."""


@dataclass(frozen=True, slots=True)
class Change:
    what: What
    how: How
    words: str
    """What is there now; for something lost or unplaced, what was there."""
    was: str = ""
    """What was there before, where it changed."""
    name: str = ""
    """Which field of the article; or the code of what happened to it (`SAME_AS`, a problem)."""


SAME_AS = "same_as"
"""The article's text is now that of another article, whose number stands as the words."""
