"""Faults of the disk that originals are kept on. It is a small one of the harness's own."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.desk import Desk
from tests.faults.processes import wait_until
from tests.faults.rounds import Round

LONGEST = 15.0
BLOCK = 1 << 20


def full_disk(its: Round) -> None:
    its.start(share=0.7)
    its.in_the_middle(most=0.1)  # before all bundles are unpacked
    with _full(its.desk.storage, its.chance.randint(0, 30_000)):
        _nothing_can_be_started(its)
        time.sleep(its.chance.uniform(0, LONGEST))
    its.start("b", share=0.3)


def read_only_storage(its: Round) -> None:
    its.start(share=0.7)
    its.in_the_middle(most=0.1)  # before all bundles are unpacked
    with _read_only(its.desk.storage):
        _nothing_can_be_started(its)
        time.sleep(its.chance.uniform(0, LONGEST))
    its.start("b", share=0.3)


def why_no_disk(desk: Desk) -> str:
    return "" if desk.mounted else "the machine lets us mount no disk of our own (be root)"


def _nothing_can_be_started(its: Round) -> None:
    """Whoever starts an import now is told so, and nothing of it is there afterwards."""
    before = len(its.orders)
    try:
        its.start("refused", share=0.3)
    except OSError:
        return
    assert len(its.orders) > before
    its.orders.pop()
    raise AssertionError("an import could be started on a disk that takes nothing")


@contextmanager
def _full(storage: Path, room: int) -> Iterator[None]:
    ballast = storage / "ballast"
    with ballast.open("wb", buffering=0) as file:
        size = 0
        try:
            while size < 1 << 32:
                size += file.write(b"\0" * BLOCK)
        except OSError:
            os.ftruncate(file.fileno(), max(0, size - room))
    try:
        yield
    finally:
        ballast.unlink()


@contextmanager
def _read_only(storage: Path) -> Iterator[None]:
    # It is busy while somebody writes.
    wait_until(lambda: _remount(storage, "ro"), 10, "the disk to become read-only")
    try:
        yield
    finally:
        _remount(storage, "rw")


def _remount(storage: Path, how: str) -> bool:
    command = ["mount", "-o", f"remount,{how}", str(storage)]
    return not subprocess.run(command, check=False, capture_output=True).returncode
