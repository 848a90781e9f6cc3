"""What all bundles have in common: members, one after the other, and what was not taken."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from articles.reading.faults import Fault, Unreadable


@dataclass(frozen=True, slots=True)
class Member:
    """One thing in a bundle: bytes to be read as any other original, or why there are none."""

    place: int
    """The same whenever the bundle is opened; places grow, and some may be left out."""
    name: str
    """The path in an archive, which is only ever shown; the sheet, where a workbook has several."""
    media_type: str = ""
    data: bytes = b""
    fault: Fault | None = None
    row: int | None = None
    """The number of the row or line, as a person counts them."""


class Bundle(Protocol):
    left_out: int
    """Pictures, styles and the like, which belong to articles but are none."""

    def members(self, after: int = -1) -> Iterator[Member]:
        """Give the members behind a place, once; may raise `Unreadable` on the way."""
        ...

    def unused_columns(self) -> list[str]:
        """Columns of a table that mean nothing to us. Known when all members were given."""
        ...


class NoTextColumn(Unreadable):
    """A table of something else."""

    def __init__(self, columns: list[str]) -> None:
        super().__init__(Fault.NO_TEXT_COLUMN)
        self.columns = columns
