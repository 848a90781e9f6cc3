"""What the two servers have in common: one process group each, that outlives no lock of its own."""

import os
import signal
import socket
import subprocess
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

from . import locks
from .errors import EmbeddedError
from .places import Places
from .processes import Marked, marked_processes, send, stop_with_parent
from .programs import Programs

START_SECONDS = 45
STOP_SECONDS = 40
STRAY_SECONDS = 10
ORPHAN_SECONDS = 1
LOG_BYTES = 5_000_000


class Server(ABC):
    """A server whose processes all inherit one exclusive lock.

    The lock is free when, and only when, the last of them is gone: that is how a stale pid file is
    told from a server that still runs, without trusting any pid.
    """

    name: str
    program: str

    def __init__(self, places: Places) -> None:
        self.places = places
        self.process: subprocess.Popen[bytes] | None = None
        self.watched_lock = -1

    @property
    def log(self) -> Path:
        return self.places.data / f"{self.name}.log"

    @property
    @abstractmethod
    def socket(self) -> Path: ...

    @abstractmethod
    def answers(self) -> bool:
        """Say whether a client is really served."""

    @abstractmethod
    def prepare(self, programs: Programs, lock: int) -> list[str]:
        """Make everything ready for a start and return the command."""

    @abstractmethod
    def settle(self) -> None:
        """Do what has to be done once the server answers."""

    def start(self, programs: Programs) -> None:
        self._watch_lock()
        lock = self._claim()
        if lock is not None:
            try:
                self._launch(programs, lock)
            finally:
                os.close(lock)
        self.settle()

    def listens(self) -> bool:
        """Say, cheaply, whether somebody listens at the socket."""
        return listens(self.socket)

    def fell(self) -> bool:
        return (self.process is not None and self.process.poll() is not None) or not self.listens()

    def stop(self) -> None:
        if self.watched_lock >= 0:
            self._end_processes(self.watched_lock, STOP_SECONDS)
            locks.unlock(self.watched_lock)
        if self.process is not None:
            self.process.wait()
            self.process = None

    def run(self, command: list[str], lock: int, folder: Path) -> subprocess.Popen[bytes]:
        """Start a program as the servers' account, in a folder, with its output in the log."""
        with open_log(self.log) as log:
            return subprocess.Popen(  # noqa: S603 - our own programs
                command,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=[lock],
                env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
                preexec_fn=stop_with_parent(),  # noqa: PLW1509 - the keeper has one thread
                **self.places.account.identity(),
            )

    def _claim(self) -> int | None:
        """Take the lock for a new server, or None where one of ours answers already."""
        lock = self._open_lock()
        if not locks.try_exclusive(lock):
            if self.answers():
                os.close(lock)
                return None
            self._end_processes(lock, STRAY_SECONDS)
        # The lock is fresh where the data folder was removed under a server that ran on.
        send(self._processes().every, signal.SIGKILL)
        return lock

    def _launch(self, programs: Programs, lock: int) -> None:
        self.socket.unlink(missing_ok=True)
        command = self.prepare(programs, lock)
        process = self.process = self.run(command, lock, self.working_folder)
        locks.wait_until(lambda: self.answers() or process.poll() is not None, START_SECONDS)
        if not self.answers():
            self.stop()
            raise EmbeddedError(f"{self.name} did not start: see {self.log}")

    @property
    @abstractmethod
    def working_folder(self) -> Path: ...

    def _end_processes(self, lock: int, seconds: float) -> None:
        """Ask politely, then firmly, until the lock is ours: then nobody is left."""
        # Never SIGINT to PostgreSQL's helpers: it tells the checkpointer to write its last words.
        main = self._processes().main
        send(main, signal.SIGINT)
        if locks.wait_until(lambda: locks.try_exclusive(lock), seconds if main else ORPHAN_SECONDS):
            return
        send(self._processes().every, signal.SIGKILL)
        if locks.wait_until(lambda: locks.try_exclusive(lock), STRAY_SECONDS):
            return
        raise EmbeddedError(f"{self.name} does not stop: see {self.log}")

    def _processes(self) -> Marked:
        return marked_processes(self.program, self.places.name)

    def _watch_lock(self) -> None:
        # A descriptor of its own, never locked but in passing: it tells whether anybody is left,
        # also when the data folder was removed meanwhile.
        if self.watched_lock >= 0:
            os.close(self.watched_lock)
        self.watched_lock = self._open_lock()

    def _open_lock(self) -> int:
        path = self.places.data / f"{self.name}.lock"
        lock = locks.open_lock(path)
        self.places.give(path, self.places.owner)
        return lock


def listens(address: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(2)
        try:
            client.connect(str(address))
        except (FileNotFoundError, ConnectionRefusedError, NotADirectoryError):
            return False
        except OSError:
            return True  # a full queue: busy is not dead
        return True


def open_log(path: Path) -> Any:
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW
    if path.exists() and path.stat().st_size > LOG_BYTES:
        path.replace(path.with_suffix(".log.1"))
    return os.fdopen(os.open(path, flags, 0o600), "ab")
