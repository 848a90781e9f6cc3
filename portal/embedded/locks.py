"""Locks that the kernel drops when their holder dies."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from .errors import INSTEAD, EmbeddedError

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows
    raise EmbeddedError(f"The embedded servers need Linux or macOS: elsewhere {INSTEAD}") from None

PAUSE = 0.02


def try_exclusive(fd: int) -> bool:
    return _try(fd, fcntl.LOCK_EX)


def try_shared(fd: int) -> bool:
    return _try(fd, fcntl.LOCK_SH)


def unlock(fd: int) -> None:
    fcntl.flock(fd, fcntl.LOCK_UN)


def same_file(fd: int, path: Path) -> bool:
    """Say whether the descriptor is still open and the path still leads to its file."""
    try:
        return os.path.samestat(os.fstat(fd), path.stat())
    except OSError:
        return False


def wait_until(done: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not done():
        if time.monotonic() > deadline:
            return False
        time.sleep(PAUSE)
    return True


def _try(fd: int, operation: int) -> bool:
    try:
        fcntl.flock(fd, operation | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
