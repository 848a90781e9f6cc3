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


@dataclass(frozen=True)
class Marked:
    """The processes of one server: the one that was started, and all of them."""

    main: list[int]
    every: list[int]


def marked_processes(program: str, mark: str) -> Marked:
    """Find every `program` whose command line bears the mark.

    A pid written in a file may long belong to somebody else; the mark cannot.
    """
    found = [
        (pid, command) for pid, name, command in _processes() if name == program and mark in command
    ]
    # PostgreSQL's helpers call themselves "postgres: mark: what they do".
    main = [pid for pid, command in found if not command.startswith(f"{program}: ")]
    return Marked(main, [pid for pid, _ in found])


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


def _processes() -> Iterator[tuple[int, str, str]]:
    """Yield pid, program name and command line of every process: all three are public."""
    if (PROC / "self" / "comm").exists():
        for folder in PROC.glob("[0-9]*"):
            try:
                name = (folder / "comm").read_text(errors="replace").strip()
                command = (folder / "cmdline").read_text(errors="replace")
            except OSError:
                continue  # it has just gone
            yield int(folder.name), name, command
        return
    listed = subprocess.run(
        ["/bin/ps", "-axww", "-o", "pid=,ucomm=,command="], check=True, capture_output=True
    )
    for line in listed.stdout.decode(errors="replace").splitlines():
        pid, name, command = line.split(maxsplit=2)
        yield int(pid), name, command
