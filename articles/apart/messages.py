"""What a worker and its reader say to each other."""

import pickle
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any, Final

from articles.reading import Draft, Dropped, Fault, Reason, Span
from articles.reading.bundles import Member
from articles.reading.formats import Sample
from articles.watching.offers import Entry, Offer


@dataclass(frozen=True, slots=True)
class Read:
    sample: Sample
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """Say whether it is a bundle, and keep it open."""

    sample: Sample


@dataclass(frozen=True, slots=True)
class More:
    """Give the next members behind a place: of this bundle, or of the one that is open there."""

    sample: Sample | None
    after: int


@dataclass(frozen=True, slots=True)
class Look:
    """Say what a feed names, found at this address; without one, what a sitemap names."""

    data: bytes
    feed_at: str | None


@dataclass(frozen=True, slots=True)
class Opened:
    is_bundle: bool
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Members:
    """The next ones; none where all were given, and then what was in no member."""

    members: tuple[Member, ...]
    unused_columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """It cannot be read; `columns` are those of a table of something else."""

    code: Fault
    columns: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class NotOne:
    """It is no feed, or no sitemap, but may name one."""

    named: str


@dataclass(frozen=True, slots=True)
class Stumbled:
    """A fault of ours."""

    traceback: str


@dataclass(frozen=True, slots=True)
class Answer:
    content: "Content"
    is_last: bool
    """The reader has read enough: another one is to take its place."""


Request = Read | Open | More | Look
Content = Draft | Opened | Members | Offer | NotOne | Refused | Stumbled

_TYPES: Final = {
    (one.__module__, one.__qualname__): one
    for one in (
        *(Answer, Opened, Members, NotOne, Refused, Stumbled),
        *(Draft, Dropped, Fault, Reason, Span, Member, Offer, Entry, date),
    )
}


class _Unpickler(pickle.Unpickler):
    """Makes nothing but answers: a hostile file may have got hold of who wrote them."""

    def find_class(self, module: str, name: str) -> Any:
        try:
            return _TYPES[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is part of no answer") from None


def packed(message: Request | Answer) -> bytes:
    return pickle.dumps(message, pickle.HIGHEST_PROTOCOL)


def answer_in(data: bytes) -> Answer:
    answer = _Unpickler(BytesIO(data)).load()
    if not isinstance(answer, Answer):
        raise pickle.UnpicklingError("no answer")
    return answer
