"""What reading gives: a draft, and what was left out of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """From `start` up to, not including, `end`, in code points."""

    start: int
    end: int


class Reason(StrEnum):
    """Why something on the page is not part of the body."""

    TITLE = "title"
    DATE = "date"
    AUTHOR = "author"
    DATELINE = "dateline"
    SOURCE = "source"
    MENU = "menu"
    CAPTION = "caption"
    COUNTER = "counter"
    SHARE = "share"
    RELATED = "related"
    TAGS = "tags"
    COMMENT = "comment"
    FOOTER = "footer"
    WIDGET = "widget"
    REPEATED = "repeated"
    PAGE = "page"
    """The head, the foot or the number of a printed page."""
    NOTE = "note"
    """A footnote or an endnote."""
    CONTENTS = "contents"
    LETTERHEAD = "letterhead"
    """What official documents have above their title and under their text."""
    EDITOR = "editor"
    """A person took it out."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Words of the page that are not in the body."""

    text: str
    reason: Reason
    offset: int
    """Where in the body they stood: the offset of the paragraph that follows them."""
    heading: bool = False
    """A person took it out of the body, where it was a heading."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A read article, before anything is saved. All offsets are code points into `body`."""

    title: str
    """Empty where the page has none."""
    published_on: date | None
    """What the page itself says; never a guess, never the date of a cited document."""
    author: str | None
    """The names as printed (`THU HÀ - MAI SA`), without "Tác giả:" or "Tin, ảnh:"."""
    publisher: str | None
    """As printed in the dateline, else as the page's metadata or address names it."""
    source_url: str | None
    lead: str
    """The paragraph that opens the body; it is part of the body too."""
    body: str
    """Normalised: one paragraph or heading a line, without empty lines."""
    headings: tuple[Span, ...]
    """Lines that the markup says are headings."""
    dropped: tuple[Dropped, ...]
    """In the order of the page."""
    encoding: str
    """What the letters were in: `utf-8`, `utf-16-le`, `windows-1258`, `tcvn3`, `vni`, `viscii`…"""
    media_type: str
