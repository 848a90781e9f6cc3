"""The servers' processes, recognised by the mark on their command lines."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
PR_SET_PDEATHSIG = 1
ENDED = "ZX"


@dataclass(frozen=True)
class Process:
    """What anybody may know about a process."""

    pid: int
    parent: int
    name: str
    command: str
    has_ended: bool
    """It is listed on, with no lock or file left, until its parent asks after it."""


@dataclass(frozen=True)
class Marked:
    """The processes of one server: the one that was started, and all of them."""

    main: list[int]
    every: list[int]


def marked_processes(program: str, mark: str) -> Marked:
    """Find every `program` whose command line bears the mark.

    A pid written in a file may long belong to somebody else; the mark cannot.
    """
    found = {
        process.pid: process
        for process in all_processes()
        if process.name == program and mark in process.command
    }
    # PostgreSQL's helpers call themselves "postgres: mark: what they do", a moment after their
    # birth; orphans among them have another parent.
    main = [
        process.pid
        for process in found.values()
        if process.parent not in found and not process.command.startswith(f"{program}: ")
    ]
    return Marked(main, list(found))


def send(pids: list[int], number: signal.Signals) -> None:
    for pid in pids:
        try:
            os.kill(pid, number)
        except (ProcessLookupError, PermissionError):
            continue


def stop_with_parent() -> Callable[[], None] | None:
    """Make a function that asks the kernel to end the calling process when its parent dies.

    A keeper that is killed outright can stop nobody. SIGTERM lets PostgreSQL finish the
    transactions it has, and is Redis's ordinary end. Linux alone can do this.
    """
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    keeper = os.getpid()

    def ask() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
        if os.getppid() != keeper:
            os._exit(1)

    return ask


def all_processes() -> Iterator[Process]:
    if not (PROC / "self" / "stat").exists():
        yield from _listed_processes()
        return
    for folder in PROC.glob("[0-9]*"):
        try:
            # pid (name) state parent …
            name, _, rest = (folder / "stat").read_text(errors="replace").rpartition(")")
            command = (folder / "cmdline").read_text(errors="replace")
        except OSError:
            continue  # it has just gone
        state, parent, *_rest = rest.split()
        yield Process(
            int(folder.name), int(parent), name.partition("(")[2], command, state in ENDED
        )


def _listed_processes() -> Iterator[Process]:
    listed = subprocess.run(
        ["/bin/ps", "-axww", "-o", "pid=,ppid=,stat=,ucomm=,command="],
        check=True,
        capture_output=True,
    )
    for line in listed.stdout.decode(errors="replace").splitlines():
        pid, parent, state, name, *command = line.split(maxsplit=4)
        yield Process(int(pid), int(parent), name, "".join(command), state[0] in ENDED)
