"""What an export is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.models import Edition
from portal.queries.printed import PrintedEntry


@dataclass(frozen=True, slots=True)
class Taken:
    edition: Edition
    entries: Sequence[PrintedEntry]
    address: str
    """Where the edition stands for ever."""
