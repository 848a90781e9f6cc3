"""The holders' side: take the shared lock, and see that a keeper is there."""

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from . import locks
from .broker import pongs
from .database import serves
from .errors import INSTEAD, EmbeddedError
from .places import DATABASE, Places, Servers
from .server import listens, open_log

WAIT_SECONDS = 90
KEEPERS_TO_TRY = 3
LOG_LINES = 12

# The keeper is started as `embedded`, not `portal.embedded`: importing `portal` loads Celery and
# Django, which the keeper neither needs nor should depend on. The folder goes last in the path, so
# that no module of ours hides one of Python's.
KEEPER = (
    "import sys; sys.path.append(sys.argv[1]);"
    " from embedded.__main__ import become_keeper; become_keeper(sys.argv[2], int(sys.argv[3]))"
)


@dataclass
class _Hold:
    lock: int
    pid: int


_holds: dict[Path, _Hold] = {}
_mutex = threading.RLock()


def ensure(data_dir: Path | str, *, thorough: bool = False) -> Servers:
    """Have both servers answer, for as long as this process lives.

    Cheap when somebody listens already, so it may be called before every connection; `thorough`
    asks the servers a question too. A process that was forked takes a hold of its own.
    """
    places = Places.of(data_dir)
    with _mutex:
        _hold(places)
        if thorough or not _kept(places):
            _bring_up(places)
    return places.servers


def stop(data_dir: Path | str) -> bool:
    """Stop the servers, whoever holds them. Says whether a keeper was there to stop."""
    places = Places.of(data_dir)
    if not places.keeper_lock.exists():
        return False
    lock = locks.open_lock(places.keeper_lock)
    try:
        if locks.try_exclusive(lock):
            return False
        keeper = int(os.pread(lock, 20, 0) or b"0")
        if keeper:
            os.kill(keeper, signal.SIGTERM)
        return locks.wait_until(lambda: locks.try_exclusive(lock), WAIT_SECONDS)
    finally:
        os.close(lock)


def keeper_runs(places: Places) -> bool:
    if not places.keeper_lock.exists():
        return False
    lock = locks.open_lock(places.keeper_lock)
    try:
        return not locks.try_exclusive(lock)
    finally:
        os.close(lock)


def _kept(places: Places) -> bool:
    servers = places.servers
    return (
        keeper_runs(places) and listens(servers.database_socket) and listens(servers.broker_socket)
    )


def _hold(places: Places) -> None:
    held = _holds.get(places.data)
    if held and held.pid == os.getpid() and locks.same_file(held.lock, places.holders_lock):
        return
    # Not there, inherited by a fork, closed by a daemon's house-keeping, or its file removed. An
    # old descriptor is left alone: its number may be somebody else's by now.
    try:
        places.make_data_folder()
        lock = locks.open_lock(places.holders_lock)
        places.give(places.holders_lock, places.owner)
    except OSError as error:
        raise EmbeddedError(f"The servers' folder {places.data} cannot be used: {error}") from error
    if not locks.wait_until(lambda: locks.try_shared(lock), WAIT_SECONDS):
        os.close(lock)
        raise _failure(places, "a keeper that is stopping them does not end")
    _holds[places.data] = _Hold(lock, os.getpid())


def _bring_up(places: Places) -> None:
    keepers = 0
    deadline = time.monotonic() + WAIT_SECONDS
    while not _answer(places):
        lock = locks.open_lock(places.keeper_lock)
        try:
            if locks.try_exclusive(lock):
                if keepers == KEEPERS_TO_TRY:
                    raise _failure(places, "their keeper gave up")
                keepers += 1
                _start_keeper(places, lock)
        finally:
            os.close(lock)
        if time.monotonic() > deadline:
            raise _failure(places, f"they did not answer within {WAIT_SECONDS} seconds")
        time.sleep(locks.PAUSE * 2)


def _answer(places: Places) -> bool:
    return (
        keeper_runs(places)
        and pongs(places.servers.broker_socket)
        and listens(places.servers.database_socket)
        and serves(places, DATABASE)
    )


def _start_keeper(places: Places, lock: int) -> None:
    """Hand the lock, already taken, to a keeper: so there is never a second one."""
    package = Path(__file__).resolve().parent
    with open_log(places.logs[0]) as log:
        subprocess.run(  # noqa: S603 - this very program
            [sys.executable, "-c", KEEPER, str(package.parent), str(places.data), str(lock)],
            check=False,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            pass_fds=[lock],
            start_new_session=True,
        )


def _failure(places: Places, what: str) -> EmbeddedError:
    told = [f"The embedded servers are not there: {what}. Their logs end with:"]
    for log in places.logs:
        if log.exists():
            lines = log.read_text(errors="replace").splitlines()[-LOG_LINES:]
            told += [f"--- {log}", *lines]
    return EmbeddedError("\n".join([*told, f"Mend that and try again, or {INSTEAD}"]))


# A fork while another thread is starting the servers would hand the child a copy of the keeper's
# lock, and nobody could ever take that again.
os.register_at_fork(
    before=_mutex.acquire, after_in_parent=_mutex.release, after_in_child=_mutex.release
)
