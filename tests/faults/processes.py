"""Processes that may be killed at any moment, and waiting for what they do."""

import contextlib
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from portal.embedded.places import Account
from portal.embedded.processes import all_processes

ENDS_WITHIN = 20.0


class Waited(AssertionError):  # noqa: N818 - it says what happened
    """What was waited for did not come."""


def wait_until(done: Callable[[], bool], seconds: float, what: str, every: float = 0.05) -> float:
    """Wait, and say how long it took."""
    start = time.monotonic()
    while not done():
        if time.monotonic() - start > seconds:
            raise Waited(f"waited {seconds:.0f} seconds in vain for {what}")
        time.sleep(every)
    return time.monotonic() - start


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Orphan(NamedTuple):
    pid: int
    command: str


class Process:
    """A program with a group of its own, so that a kill takes its children along."""

    def __init__(
        self,
        name: str,
        command: Iterable[str],
        log: Path,
        environment: Mapping[str, str],
        *,
        folder: Path | None = None,
        account: Account | None = None,
    ) -> None:
        self.name = name
        self.command = list(command)
        self.log = log
        self.environment = dict(environment)
        self.folder = folder
        self.account = account
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        assert self.process is not None, f"{self.name} was never started"
        return self.process.pid

    @property
    def runs(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                env=self.environment,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **(self.account.identity() if self.account else {}),
            )

    def kill(self) -> None:
        """End it and all of its group at once, in the middle of whatever they do."""
        self.send(signal.SIGKILL)
        if self.process is not None:
            self.process.wait()

    def stop(self, number: signal.Signals = signal.SIGTERM) -> None:
        """Ask it to end, as whoever runs it does; and end it where it does not."""
        if self.process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(number)
        try:
            self.process.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            self.kill()
        self.send(signal.SIGKILL)

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the whole group."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, number)

    def children(self) -> list[int]:
        """The processes that it has started itself: a worker's pool."""
        return [one.pid for one in all_processes() if one.parent == self.pid]


def orphans(mark: str) -> list[Orphan]:
    """Processes of ours whose parents are gone; the mark stands in their environment."""
    return [
        Orphan(one.pid, one.command.replace("\0", " ")[:120])
        for one in all_processes()
        if one.parent == 1 and _bears(one.pid, mark)
    ]


def _bears(pid: int, mark: str) -> bool:
    try:
        return f"{mark}\0".encode() in Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:
        return False
