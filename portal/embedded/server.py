"""What the two servers have in common: one process group each, that outlives no lock of its own."""

import os
import signal
import socket
import subprocess
from abc import ABC, abstractmethod
from pathlib import Path

from . import locks
from .errors import EmbeddedError
from .places import Places
from .processes import Marked, marked_processes, send, stop_with_parent
from .programs import Programs

START_SECONDS = 45
STOP_SECONDS = 40
STRAY_SECONDS = 10
ORPHAN_SECONDS = 1


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
        return self.places.log(self.name)

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
        try:
            self.process = self._launch(programs, lock)
        finally:
            os.close(lock)  # from now on the lock is the server's alone
        self._await_answer(self.process)
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
        with self.places.open_log(self.name) as log:
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

    def _claim(self) -> int:
        """Take the lock for a new server, and end one that its keeper has left behind.

        It is not adopted: the kernel may have told it already to end with its keeper.
        """
        lock = self._open_lock()
        if not locks.try_exclusive(lock):
            self._end_processes(lock, STRAY_SECONDS)
        # The lock is fresh where the data folder was removed under a server that ran on.
        send(self._processes().every, signal.SIGKILL)
        return lock

    def _launch(self, programs: Programs, lock: int) -> subprocess.Popen[bytes]:
        self.socket.unlink(missing_ok=True)
        command = self.prepare(programs, lock)
        return self.run(command, lock, self.working_folder)

    def _await_answer(self, process: subprocess.Popen[bytes]) -> None:
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
        return self.places.open_lock(self.places.data / f"{self.name}.lock")


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
