"""A reader as its worker sees it: started, asked, and ended with it."""

import contextlib
import logging
import os
import signal
import subprocess
import sys
import weakref
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from pickle import UnpicklingError
from typing import Final

from articles.apart.limits import Limits
from articles.apart.messages import Answer, Request, answer_in, packed
from articles.reading import Fault

_ROOT: Final = Path(__file__).resolve().parents[2]
# Nothing else of the worker's environment: no keys, no addresses of servers.
_ENVIRONMENT: Final = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PYTHONPATH", "TZ")
_STARTS_WITHIN: Final = 60.0  # seconds, on a machine that has much to do
_LONGEST_ANSWER: Final = 200_000_000  # bytes
_DIES_WITHIN: Final = 5.0
_TIME_IS_UP: Final = frozenset([-signal.SIGPROF, -signal.SIGALRM])
# The kernel's way to get memory back, and that of PDFium when it gets none.
_MEMORY_IS_OUT: Final = frozenset([-signal.SIGKILL, -signal.SIGABRT])

logger = logging.getLogger(__name__)


class ReaderDiedError(Exception):
    """It ended without an answer. `fault` says what that means for the file that it read."""

    def __init__(self, fault: Fault, *, may_pass: bool) -> None:
        super().__init__(fault)
        self.fault = fault
        self.may_pass = may_pass
        """Another reader may get further: this one had read others before, or was killed."""


class ReaderProcess:
    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.worker = os.getpid()
        self.holds: object = None
        """What it has open: whoever asked for that sets it."""
        self._answered = 0
        self._is_in_step = True
        self._line, theirs = Pipe()
        with theirs:
            self._process = _start(theirs.fileno(), limits)
        self.pid = self._process.pid
        self.end = weakref.finalize(self, _end, self.worker, self._line, self._process)

    @property
    def is_usable(self) -> bool:
        """Whether it is there, and ours: what a fork knows of is its parent's."""
        return self._is_in_step and self.end.alive and self.worker == os.getpid()

    def ask(self, request: Request) -> Answer:
        """Have a request answered, or raise `ReaderDiedError`."""
        self.holds, self._is_in_step = None, False
        try:
            answer = self._ask(request)
        except (EOFError, OSError, UnpicklingError) as error:
            raise self._death(error) from error
        except BaseException:  # the worker is told to stop, and nobody waits for the answer
            self.end()
            raise
        self._answered += 1
        self._is_in_step = True
        if answer.is_last:
            self.end()
        return answer

    def _ask(self, request: Request) -> Answer:
        self._line.send_bytes(packed(request))
        # It has a clock of its own. This one is for a reader that was stopped.
        if not self._line.poll(self.limits.wall_seconds + _STARTS_WITHIN):
            raise TimeoutError
        return answer_in(self._line.recv_bytes(_LONGEST_ANSWER))

    def _death(self, error: Exception) -> Exception:
        code = None
        with contextlib.suppress(subprocess.TimeoutExpired):
            code = self._process.wait(_DIES_WITHIN)
        self.end()
        if code is not None and code >= 0:
            return RuntimeError(f"The reader ended by itself ({code}): its reasons are in the log")
        logger.warning("A reader died over a file (status %s)", code)
        if isinstance(error, TimeoutError) or code in _TIME_IS_UP:
            return ReaderDiedError(Fault.TOOK_TOO_LONG, may_pass=False)
        fault = Fault.TOO_MUCH_MEMORY if code in _MEMORY_IS_OUT else Fault.DAMAGED
        return ReaderDiedError(fault, may_pass=self._answered > 0 or code == -signal.SIGKILL)


def _start(line: int, limits: Limits) -> "subprocess.Popen[bytes]":
    asked = (line, os.getpid(), limits.memory, limits.seconds, limits.wall_seconds)
    return subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "articles.apart.child", *map(str, asked)],
        cwd=_ROOT,
        env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        pass_fds=[line],
    )


def _end(worker: int, line: Connection, process: "subprocess.Popen[bytes]") -> None:
    line.close()
    if worker == os.getpid():
        process.kill()
        process.wait()
