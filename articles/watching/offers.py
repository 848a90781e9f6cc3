"""What a watched place offers at a moment."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Entry:
    address: str
    changed_on: date | None = None
    """As the place says it; None where it does not."""


@dataclass(frozen=True, slots=True)
class Offer:
    entries: list[Entry]
    further: list[Entry]
    """Where more entries stand: the sitemaps of an index."""


class NotWhatItShouldBe(Exception):  # noqa: N818 - it is what the place gives, not a mistake of ours
    """This is no feed, or no sitemap. `str()` says what it names instead, or nothing."""
