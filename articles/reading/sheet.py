"""The working sheet of cleaning: a page's blocks, why each is out, and facts as they are found."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from articles.reading.draft import Reason
from articles.reading.page import Block


class DateStands(IntEnum):
    """Where a date line stands; the greater is the surer to be the article's own."""

    NOWHERE = 0
    BELOW = 1
    ABOVE_TITLE = 2
    UNDER_TITLE = 3


@dataclass(slots=True)
class Sheet:
    blocks: list[Block]
    out: list[Reason | None]
    title: str = ""
    published_on: date | None = None
    date_stands: DateStands = DateStands.NOWHERE
    author: str | None = None
    publisher: str | None = None
    origin: str | None = None
    """The page that it was taken from, as its last lines say."""
    date_could_be_clock: bool = False
    """The date above the title may be that of the visit, as the head of a page shows it."""

    def drop(self, place: int, reason: Reason) -> None:
        if self.out[place] is None:
            self.out[place] = reason

    def dated(self, day: date | None, stands: DateStands) -> None:
        """Take a date, unless a surer one or an earlier one as sure is known."""
        if day is not None and stands > self.date_stands:
            self.published_on, self.date_stands = day, stands

    def signed(self, author: str) -> None:
        """Take an author; a person goes before an agency (`Theo TTXVN`)."""
        if self.author is None or (_is_agency(self.author) and not _is_agency(author)):
            self.author = author


def _is_agency(author: str) -> bool:
    return author.lower().startswith("theo ")
