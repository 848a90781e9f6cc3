"""The keeper: one small process per data folder, which starts the servers and stops them."""

import os
import shutil
import signal
import sys
import time
import traceback
from types import FrameType

from . import locks
from .broker import Redis
from .database import PostgreSQL
from .errors import EmbeddedError
from .notes import note_keeper
from .places import Places
from .programs import Programs, reachable_programs

LINGER_SECONDS = 2.0
TICK_SECONDS = 0.25
LOOK_SECONDS = 1.0
FOLDER_SECONDS = 60


def keep(places: Places, keeper_lock: int) -> int:
    """Keep the servers until nobody needs them. The lock, already taken, came by inheritance."""
    os.set_inheritable(keeper_lock, False)
    signal.signal(signal.SIGTERM, _leave)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        Keeper(places, keeper_lock).run()
    except EmbeddedError as error:
        _say(str(error))
        return 1
    except Exception:  # noqa: BLE001 - the log is the only one who hears it
        _say(traceback.format_exc())
        return 1
    return 0


class Keeper:
    """Watches the holders, the servers and the folders they stand in."""

    def __init__(self, places: Places, keeper_lock: int) -> None:
        self.places = places
        self.keeper_lock = keeper_lock
        self.servers = (PostgreSQL(places), Redis(places))
        self.folder = -1
        self.programs: Programs | None = None

    def run(self) -> None:
        holders = self.places.open_lock(self.places.holders_lock)
        try:
            self._take_folder()
            self._start()
            self._watch(holders)
        finally:
            # `holders` stays locked, where it is, until this process has ended.
            self._stop()
        _say("stopped")

    def _start(self) -> None:
        if self.programs is None:
            self.programs = reachable_programs(
                self.places.account, self.places.sockets / "programs"
            )
        note_keeper(self.keeper_lock, ready=False)
        for server in self.servers:
            server.start(self.programs)
        note_keeper(self.keeper_lock, ready=True)
        _say("both servers answer")

    def _watch(self, holders: int) -> None:
        wanted = looked = time.monotonic()
        while True:
            time.sleep(TICK_SECONDS)
            now = time.monotonic()
            if not locks.try_exclusive(holders):
                wanted = now
            elif now - wanted >= LINGER_SECONDS:
                return  # and nobody gets a hold before the servers are down
            else:
                locks.unlock(holders)
            if now - looked >= LOOK_SECONDS:
                looked = now
                if not locks.same_file(self.keeper_lock, self.places.keeper_lock):
                    _say("the data folder is gone")
                    return
                self._mend()

    def _mend(self) -> None:
        if not locks.same_file(self.folder, self.places.sockets):
            note_keeper(self.keeper_lock, ready=False)
            _say("the sockets' folder is gone: starting again")
            self._stop()
            signal.signal(signal.SIGTERM, _leave)
            self.programs = None
            self._take_folder()
            self._start()
            return
        fallen = [server for server in self.servers if server.fell()]
        note_keeper(self.keeper_lock, ready=not fallen)
        for server in fallen:
            _say(f"{server.name} fell: starting it again")
            server.stop()
        if fallen:
            self._start()

    def _take_folder(self) -> None:
        """Make the sockets' folder and lock it against former keepers and /tmp's sweeper."""
        if not locks.wait_until(self._try_folder, FOLDER_SECONDS):
            raise EmbeddedError(f"Another keeper still holds {self.places.sockets}.")

    def _try_folder(self) -> bool:
        self.places.make_socket_folder()
        folder = os.open(self.places.sockets, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        if locks.try_exclusive(folder) and locks.same_file(folder, self.places.sockets):
            self._let_folder_go()
            self.folder = folder
            return True
        os.close(folder)
        return False

    def _let_folder_go(self) -> None:
        if self.folder >= 0:
            os.close(self.folder)
            self.folder = -1

    def _stop(self) -> None:
        if self.folder < 0:
            return
        signal.signal(signal.SIGTERM, signal.SIG_IGN)  # it says what is being done already
        for server in reversed(self.servers):
            server.stop()
        if locks.same_file(self.folder, self.places.sockets):
            shutil.rmtree(self.places.sockets, ignore_errors=True)
        self._let_folder_go()


def _leave(_number: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise SystemExit(0)


def _say(words: str) -> None:
    stamp = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime())  # as PostgreSQL's log has it
    sys.stdout.write(f"{stamp} [{os.getpid()}] {words}\n")
    sys.stdout.flush()
