"""For people: `python -m portal.embedded status|stop DATA_DIR`."""

import os
import sys

from .broker import pongs
from .database import serves
from .holding import read_keeper, stop
from .keeper import keep
from .places import DATABASE, Places

USAGE = "usage: python -m portal.embedded status|stop DATA_DIR\n"


def main(arguments: list[str]) -> int:
    match arguments:
        case ["status", folder]:
            return _status(Places.of(folder))
        case ["stop", folder]:
            sys.stdout.write("stopped\n" if stop(folder) else "not running\n")
            return 0
        case _:
            sys.stderr.write(USAGE)
            return 2


def become_keeper(folder: str, lock: int) -> None:
    """Leave the starting process's family, so that nobody has to wait for the keeper's end."""
    if os.fork():
        os._exit(0)
    sys.exit(keep(Places.of(folder), lock))


def _status(places: Places) -> int:
    kept = read_keeper(places) is not None
    rows = {
        "keeper": "runs" if kept else "does not run",
        "PostgreSQL": "answers" if serves(places, DATABASE) else "does not answer",
        "Redis": "answers" if pongs(places.servers.broker_socket) else "does not answer",
        "database": places.servers.database_url,
        "broker": places.servers.broker_url,
        "logs": str(places.data),
    }
    sys.stdout.writelines(f"{name:<12}{value}\n" for name, value in rows.items())
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
