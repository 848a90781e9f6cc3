"""A page taken apart: what every format's reader hands to cleaning."""

import contextlib
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from urllib.parse import urlsplit

from articles.reading.draft import Reason
from articles.reading.lines import letters


@dataclass(frozen=True)
class Block:
    """One line or paragraph of a page, normalised and stripped, never empty."""

    text: str
    tight: bool = False
    """Nothing but a line end stands between it and the block before."""
    heading: bool = False
    headline: bool = False
    """The page's first heading (h1)."""
    hint: Reason | None = None
    """What the markup says it is, where that is not body."""
    after_picture: bool = False
    titled: bool = False
    """Its markup calls it a title."""
    linked: bool = False
    """Most of its letters are links."""
    row: bool = False
    """A row of a table: body, however short it is."""

    @cached_property
    def key(self) -> str:
        """The same for all lines that say the same."""
        return letters(self.text)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said about the article beside its text."""

    title: str = ""
    published_on: date | None = None
    author: str | None = None
    publisher: str | None = None
    source_url: str | None = None

    def or_else(self, other: "Facts") -> "Facts":
        """These, and where they are silent those."""
        return Facts(
            title=self.title or other.title,
            published_on=self.published_on or other.published_on,
            author=self.author or other.author,
            publisher=self.publisher or other.publisher,
            source_url=self.source_url or other.source_url,
        )

    def of_page_at(self, address: str | None) -> "Facts":
        """These, of a page that was at an address; what the page itself says goes first."""
        if self.source_url or not address:
            return self
        with contextlib.suppress(ValueError):
            parts = urlsplit(address)
            if parts.scheme in {"http", "https"} and parts.hostname:
                host = parts.hostname.removeprefix("www.")
                return replace(self, source_url=address, publisher=self.publisher or host)
        return self


@dataclass(frozen=True, slots=True)
class Page:
    blocks: tuple[Block, ...]
    encoding: str
    media_type: str
    heads: tuple[str, ...]
    """The words at the head, laid out as they were: where a secrecy mark would stand. The text's
    own head and the whole page's, where those are not the same."""
    facts: Facts = field(default_factory=Facts)
    """What the markup says; the text of the page goes before it."""
    alone: bool = False
    """It was made as a document: no menus, teasers and comments stand around the text."""
    given: Facts = field(default_factory=Facts)
    """What somebody states, as in the columns of a table; it goes before the text."""
