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
from .notes import Note, erase_note, read_note
from .places import DATABASE, Places, Servers
from .server import listens

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
    if read_keeper(places) is None:
        return False
    told: set[int] = set()

    def ended() -> bool:
        note = read_keeper(places)
        if note and note.pid and note.pid not in told:
            told.add(note.pid)
            os.kill(note.pid, signal.SIGTERM)
        return note is None

    if not locks.wait_until(ended, WAIT_SECONDS):
        raise _failure(places, "their keeper does not end")
    return True


def read_keeper(places: Places) -> Note | None:
    """Read what the keeper says of itself, where there is one."""
    try:
        lock = os.open(places.keeper_lock, os.O_RDWR | os.O_NOFOLLOW)
    except FileNotFoundError:
        return None
    try:
        return None if locks.try_exclusive(lock) else read_note(lock)
    finally:
        os.close(lock)


def _kept(places: Places) -> bool:
    keeper = read_keeper(places)
    servers = places.servers
    return (
        keeper is not None
        and keeper.ready
        and listens(servers.database_socket)
        and listens(servers.broker_socket)
    )


def _hold(places: Places) -> None:
    held = _holds.get(places.data)
    if held and held.pid == os.getpid() and locks.same_file(held.lock, places.holders_lock):
        return
    # Not there, inherited by a fork, closed by a daemon's house-keeping, or its file removed. An
    # old descriptor is left alone: its number may be somebody else's by now.
    try:
        places.make_data_folder()
        lock = places.open_lock(places.holders_lock)
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
        _hold(places)
        lock = places.open_lock(places.keeper_lock)
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
    return _kept(places) and pongs(places.servers.broker_socket) and serves(places, DATABASE)


def _start_keeper(places: Places, lock: int) -> None:
    """Hand the lock, already taken, to a keeper: so there is never a second one."""
    package = Path(__file__).resolve().parent
    erase_note(lock)
    with places.open_log("keeper") as log:
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
