"""What the keeper writes into the file it locks: who it is, whether both servers answer."""

import os
from dataclasses import dataclass

READY = "ready"


@dataclass(frozen=True)
class Note:
    """A keeper's note; empty until a new keeper has written its own."""

    pid: int | None
    ready: bool


def note_keeper(lock: int, *, ready: bool) -> None:
    # One write of one length, so that nobody reads half of it.
    os.pwrite(lock, f"{os.getpid():<12}{READY if ready else '':<12}\n".encode(), 0)


def erase_note(lock: int) -> None:
    os.ftruncate(lock, 0)


def read_note(lock: int) -> Note:
    words = os.pread(lock, 64, 0).decode().split()
    return Note(int(words[0]) if words else None, READY in words)
