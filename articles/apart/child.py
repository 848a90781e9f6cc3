"""The process that reads: it takes files one by one and answers, until its worker is gone.

    python -m articles.apart.child FD WORKER MEMORY SECONDS WALL_SECONDS

The kernel ends it where a file takes too long, also in a loop of C that never comes back, and
gives it no more memory than allowed.
"""

import contextlib
import ctypes
import os
import pickle
import resource
import signal
import sys
import traceback
from collections.abc import Iterator
from itertools import count, islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from articles.apart.limits import Limits
from articles.apart.messages import (
    Answer,
    Content,
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
    packed,
)
from articles.reading import Fault, Unreadable, read
from articles.reading.bundles import Bundle, Member, NoTextColumn, open_bundle
from articles.reading.formats import Sample
from articles.watching.feeds import entries_of_feed
from articles.watching.offers import NotWhatItShouldBe, Offer
from articles.watching.sitemaps import offer_of_sitemap

_MOST_READ: Final = 1_000
_LARGEST_KEPT: Final = 300_000_000  # bytes; who is that large has kept what it read
_MEMBERS_AT_ONCE: Final = 100
_BYTES_AT_ONCE: Final = 4_000_000
_DIE_WITH_PARENT: Final = 1  # PR_SET_PDEATHSIG


def main(fd: int, worker: int, limits: Limits) -> None:
    _stand_apart(worker, limits)
    reader = Reader()
    with Connection(fd) as line, contextlib.suppress(EOFError, ConnectionError):
        for number in count(1):
            request: Request = pickle.loads(line.recv_bytes())  # noqa: S301 - from our own worker
            _end_in(limits.seconds, limits.wall_seconds)
            answer = reader.answer(request, is_last=number >= _MOST_READ)
            packed_answer = packed(answer)
            _end_in(0, 0)
            line.send_bytes(packed_answer)
            if answer.is_last:
                return


class Reader:
    """Reads, and keeps the last bundle open, which is given out chunk by chunk."""

    def __init__(self) -> None:
        self._bundle: Bundle | None = None
        self._members: Iterator[Member] | None = None

    def answer(self, request: Request, *, is_last: bool) -> Answer:
        try:
            content = self._content(request)
        except MemoryError:
            return Answer(Refused(Fault.TOO_MUCH_MEMORY), is_last=True)
        except Unreadable as unreadable:
            columns = tuple(unreadable.columns) if isinstance(unreadable, NoTextColumn) else None
            content = Refused(unreadable.code, columns)
        except NotWhatItShouldBe as instead:
            content = NotOne(str(instead))
        except Exception:  # noqa: BLE001 - whatever it is, the worker tells it
            content = Stumbled(traceback.format_exc())
        # While a bundle is open somebody may ask for more of it.
        return Answer(content, is_last=self._bundle is None and (is_last or _is_large()))

    def _content(self, request: Request) -> Content:
        match request:
            case Read(sample, address):
                self._close()
                return read(
                    sample.data, name=sample.name, media_type=sample.media_type, address=address
                )
            case Open(sample):
                self._open(sample)
                left_out = self._bundle.left_out if self._bundle else 0
                return Opened(self._bundle is not None, left_out)
            case More(sample, after):
                if sample is not None:
                    self._open(sample)
                return self._next(after)
            case Look(data, feed_at):
                if feed_at is None:
                    return offer_of_sitemap(data)
                return Offer(entries_of_feed(data, feed_at), [])

    def _open(self, sample: Sample) -> None:
        self._close()
        self._bundle = open_bundle(sample.data, name=sample.name, media_type=sample.media_type)

    def _close(self) -> None:
        self._bundle = self._members = None

    def _next(self, after: int) -> Members:
        bundle = self._bundle
        if bundle is None:
            raise LookupError("No bundle is open")
        if self._members is None:
            self._members = bundle.members(after=after)
        chunk: list[Member] = []
        size = 0
        for member in islice(self._members, _MEMBERS_AT_ONCE):
            chunk.append(member)
            size += len(member.data)
            if size >= _BYTES_AT_ONCE:
                break
        if chunk:
            return Members(tuple(chunk))
        self._close()
        return Members((), tuple(bundle.unused_columns()))


def _is_large() -> bool:
    """Whether it holds much memory now; the peak may be from before it began, its worker's."""
    with contextlib.suppress(OSError):
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * resource.getpagesize() > _LARGEST_KEPT
    return False


def _stand_apart(worker: int, limits: Limits) -> None:
    for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signum, signal.SIG_IGN)  # meant for the worker, which ends what it began
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        with contextlib.suppress(OSError):
            # Where the machine runs out of memory, this process goes first.
            Path("/proc/self/oom_score_adj").write_text("1000")
    if os.getppid() != worker:
        sys.exit()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # what is read may be secret
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    os.chdir("/")


def _end_in(seconds: float, wall_seconds: float) -> None:
    """Have the kernel end this process after so long; 0 means not at all."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, wall_seconds)


if __name__ == "__main__":
    _fd, _worker, _memory = map(int, sys.argv[1:4])
    main(_fd, _worker, Limits(_memory, *map(float, sys.argv[4:6])))
