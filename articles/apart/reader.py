"""Reading for workers: what may do harm is read apart, with the same result.

Files that unpack to more than they are, and large ones of any kind, go to a process of their
own. One is kept for each thread of a worker, from its first such file on.
"""

import threading
from collections.abc import Callable, Iterator
from typing import Final, TypeVar

from django.conf import settings

from articles.apart.limits import Limits
from articles.apart.messages import (
    Look,
    Members,
    More,
    NotOne,
    Open,
    Opened,
    Read,
    Refused,
    Request,
    Stumbled,
)
from articles.apart.process import ReaderDiedError, ReaderProcess
from articles.reading import Draft, Unreadable, read
from articles.reading.archive import is_zip
from articles.reading.bundles import Bundle, Member, NoTextColumn, open_bundle
from articles.reading.formats import Sample
from articles.reading.pdf import is_pdf
from articles.watching import NotWhatItShouldBe, Offer, entries_of_feed

_LARGE: Final = 1_000_000  # bytes
_LARGE_FEED: Final = 100_000  # bytes; some take time by the square of their length
_WALL: Final = 2  # times the processor's seconds: others may use the machine
_own = threading.local()
_Content = TypeVar("_Content")


class ReaderStumbledError(Exception):
    """A fault of ours, met apart. It tells where."""


def read_apart(
    data: bytes, *, name: str = "", media_type: str | None = None, address: str | None = None
) -> Draft:
    """Read an original as `articles.reading.read` does, or raise `Unreadable`.

    That may be `took_too_long` or `too_much_memory` too.
    """
    if not _may_do_harm(data):
        return read(data, name=name, media_type=media_type, address=address)
    return _ask(lambda _: Read(Sample(data, name, media_type), address), Draft)


def open_apart(data: bytes, *, name: str = "", media_type: str | None = None) -> Bundle | None:
    """Open a bundle as `articles.reading.bundles.open_bundle` does, or raise `Unreadable`."""
    if not _may_do_harm(data):
        return open_bundle(data, name=name, media_type=media_type)
    bundle = _Bundle(Sample(data, name, media_type))
    return bundle if bundle.open() else None


def offer_apart(data: bytes, *, feed_at: str | None = None) -> Offer:
    """Say what a feed names, found at this address; without one, what a sitemap names.

    Raises `NotWhatItShouldBe`, or `Unreadable` where that takes too much.
    """
    if feed_at is not None and len(data) <= _LARGE_FEED:
        return Offer(entries_of_feed(data, feed_at), [])
    return _ask(lambda _: Look(data, feed_at), Offer)


class _Bundle:
    """A bundle that a reader has open. If that one ends, the next one opens it again."""

    def __init__(self, sample: Sample) -> None:
        self._sample = sample
        self._unused_columns: tuple[str, ...] = ()
        self.left_out = 0

    def open(self) -> bool:
        """Open it, and say whether it is a bundle at all."""
        opened = _ask(lambda _: Open(self._sample), Opened, holder=self)
        self.left_out = opened.left_out
        return opened.is_bundle

    def members(self, after: int = -1) -> Iterator[Member]:
        """Give the members behind a place, and hold no more of them than one answer has."""
        while (answer := self._more(after)).members:
            for member in answer.members:
                yield member
                after = member.place
        self._unused_columns = answer.unused_columns

    def unused_columns(self) -> list[str]:
        return list(self._unused_columns)

    def _more(self, after: int) -> Members:
        def request_of(reader: ReaderProcess) -> More:
            return More(None if reader.holds is self else self._sample, after)

        return _ask(request_of, Members, holder=self)


def _may_do_harm(data: bytes) -> bool:
    return len(data) > _LARGE or is_zip(data) or is_pdf(data)


def _ask(
    request_of: Callable[[ReaderProcess], Request], expected: type[_Content], holder: object = None
) -> _Content:
    """Ask this thread's reader, and once more another one where that may help."""
    try:
        content = _answer(request_of, holder)
    except ReaderDiedError as died:
        if not died.may_pass:
            raise Unreadable(died.fault) from died
        try:
            content = _answer(request_of, holder)
        except ReaderDiedError as again:
            raise Unreadable(again.fault) from again
    match content:
        case Refused(code, None):
            raise Unreadable(code)
        case Refused(_, columns):
            raise NoTextColumn(list(columns or ()))
        case NotOne(named):
            raise NotWhatItShouldBe(named)
        case Stumbled(traceback):
            raise ReaderStumbledError(traceback)
    if not isinstance(content, expected):
        raise ReaderStumbledError(f"It answered with {type(content).__name__}")
    return content


def _answer(request_of: Callable[[ReaderProcess], Request], holder: object) -> object:
    reader = _reader()
    answer = reader.ask(request_of(reader))
    reader.holds = holder
    return answer.content


def _reader() -> ReaderProcess:
    reader: ReaderProcess | None = getattr(_own, "reader", None)
    if reader is None or not reader.is_usable or reader.limits != _limits():
        _own.reader = reader = ReaderProcess(_limits())
    return reader


def _limits() -> Limits:
    seconds = settings.IMPORT_READ_SECONDS
    return Limits(settings.IMPORT_READ_MEMORY, seconds, _WALL * seconds)
