"""Processes that hold the embedded servers, and ways to look at what runs."""

import ast
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from portal import embedded
from portal.embedded.locks import wait_until
from portal.embedded.places import Places
from portal.embedded.processes import all_processes, marked_processes, send

ROOT = Path(__file__).resolve().parents[2]
LIBRARIES = sysconfig.get_path("platlib")
SECONDS = 60  # generous: the machine may be busy with other things
LINGER = 3  # longer than the keeper waits for somebody else to come
Test = TypeVar("Test", bound=Callable[..., None])
AS_ROOT = os.geteuid() == 0


def only_where(possible: object) -> Callable[[Test], Test]:
    """Leave a test out where it means nothing: a skip would say that something is missing."""

    def mark(test: Test) -> Test:
        test.__test__ = bool(possible)  # type: ignore[attr-defined]
        return test

    return mark


def python_for_others() -> str | None:
    """Find a Python that `nobody` may run, with the libraries of this one."""
    for python in (sys.executable, "/usr/bin/python3"):
        try:
            subprocess.run(
                [python, "-c", "import psycopg"],
                check=True,
                capture_output=True,
                cwd="/",
                env={"PYTHONPATH": LIBRARIES},
                user="nobody",
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return python
    return None


PYTHON_FOR_OTHERS = python_for_others() if AS_ROOT else None

# A process that evaluates what it is told, one line at a time. It takes the package as the keeper
# does, without `portal` and Django.
HOLDER = """
import os, shutil, signal, sys
sys.path.append(sys.argv[1])
import embedded, psycopg
from embedded.broker import pongs

def ask(question):
    servers = embedded.ensure(sys.argv[2])
    with psycopg.connect(servers.database_url) as connection:
        cursor = connection.execute(question)
        return pongs(servers.broker_socket) and (cursor.fetchone() if cursor.description else True)

def failure():
    try:
        embedded.ensure(sys.argv[2])
    except embedded.EmbeddedError as error:
        return str(error)

for line in sys.stdin:
    print(repr(eval(line)), flush=True)
"""


class Holder:
    """Another process, that may need the servers."""

    def __init__(self, folder: Path, python: str = sys.executable, **options: Any) -> None:
        self.process = subprocess.Popen(
            [python, "-c", HOLDER, str(ROOT / "portal"), str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd="/",
            **options,
        )

    def begin(self, expression: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(f"{expression}\n")
        self.process.stdin.flush()

    def answer(self) -> Any:
        assert self.process.stdout
        line = self.process.stdout.readline()
        assert line, "the holder died"
        return ast.literal_eval(line)

    def tell(self, expression: str) -> Any:
        self.begin(expression)
        return self.answer()

    def select(self, what: str = "1") -> Any:
        return self.tell(f"ask({'SELECT ' + what!r})")[0]

    def leave(self) -> None:
        self.process.communicate(timeout=SECONDS)

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate(timeout=SECONDS)

    def forget(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe
            pipe.close()


Hire = Callable[..., Holder]


def sweep(folder: Path) -> None:
    embedded.stop(folder)
    send(servers_of(folder), signal.SIGKILL)
    shutil.rmtree(embedded.addresses(folder).sockets, ignore_errors=True)


def servers_of(folder: Path) -> list[int]:
    return main_process(folder, "postgres") + main_process(folder, "redis-server")


def main_process(folder: Path, program: str) -> list[int]:
    return marked_processes(program, Places.of(folder).name).main


def keeper_of(folder: Path) -> int:
    return int((folder / "keeper.lock").read_text().split()[0])


def slay(*pids: int) -> None:
    """Kill and wait for the end: until then a server may still take a connection.

    Nor is it enough that its command is gone: its memory goes before its locks.
    """

    def live() -> bool:
        return any(each.pid in pids and not each.has_ended for each in all_processes())

    send(list(pids), signal.SIGKILL)
    assert wait_until(lambda: not live(), SECONDS)


def gone(folder: Path) -> bool:
    return wait_until(lambda: not servers_of(folder), SECONDS)
