"""`make faults`: imports under fire. Real processes are killed in the middle of real imports.

    python -m tests.faults --rounds 200                   # every fault in turn
    python -m tests.faults --rounds 200 --seed 7 --resume # … on where it ended
    python -m tests.faults --faults database-killed --seed 1234 --rounds 1

Each round has a seed of its own, the next number each time; a round that fails says how to run it
alone. The folder (FAULTS_DIR) holds the servers, the logs of every process and the list of rounds.
FAULTS_TABLES may name a dump of the tables, which is read sooner than the migrations are run.
"""

import argparse
import logging
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import FrameType

import django

from tests.faults.desk import Desk
from tests.faults.hosts import Hosts
from tests.faults.keeping import Kept, told
from tests.faults.rabbit import RabbitMQ, why_no_rabbit
from tests.faults.servers import PostgreSQL, Redis


def main() -> int:
    asked = _asked()
    if asked.broker == "rabbitmq" and (why := why_no_rabbit()):
        print(f"!!! RABBITMQ IS SKIPPED: {why} !!!")
        return 0
    seed = secrets.randbelow(10**6) if asked.seed is None else asked.seed
    folder = _folder()
    kept = Kept(folder / "rounds.jsonl", seed, asked.broker, resume=asked.resume)
    desk = _desk(folder / "desk", asked.broker)
    os.environ.update(desk.environment())
    signal.signal(signal.SIGTERM, _leave)
    try:
        desk.open()
        django.setup()
        logging.disable(logging.CRITICAL)  # what goes wrong here is meant, and told by the round
        _rounds(asked, seed, desk, kept)
    finally:
        desk.close()
    print(f"\nseed {seed}\n{kept.table()}")
    return 1 if kept.failed else 0


def _leave(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(1)


def _rounds(asked: argparse.Namespace, seed: int, desk: Desk, kept: Kept) -> None:
    from tests.faults.faults import FAULTS, why_not  # needs Django
    from tests.faults.rounds import run

    names = asked.faults.split(",") if asked.faults else list(FAULTS)
    for name in names:
        if why := why_not(name, desk):
            print(f"!!! {name} IS SKIPPED: {why} !!!")
    names = [name for name in names if not why_not(name, desk)]
    until = time.monotonic() + 60 * asked.minutes
    least, most = map(int, asked.items.split("-"))
    for number in range(len(kept.rounds), asked.rounds):
        if time.monotonic() > until:
            print(f"the time is over after {number} rounds")
            break
        name = names[number % len(names)]
        outcome = run(desk, name, FAULTS[name], seed + number, (least, most))
        kept.add(outcome)
        print(told(number + 1, outcome), flush=True)
        if outcome.wrong:
            print(
                f"     again: python -m tests.faults --rounds 1 --faults {name} "
                f"--seed {seed + number} --items {asked.items} --broker {asked.broker}",
                flush=True,
            )
            if asked.stop:
                break


def _desk(folder: Path, broker: str) -> Desk:
    subprocess.run(["umount", "--lazy", folder / "media"], check=False, capture_output=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    hosts = Hosts()
    shared = hosts.make()
    listens = f"127.0.0.1,{hosts.gateway}" if shared else "127.0.0.1"
    database = PostgreSQL(folder, listens, hosts.network if shared else "")
    rings = Redis(folder, listens) if broker == "redis" else RabbitMQ(folder, listens)
    return Desk(folder, database, rings, hosts if shared else None)


def _folder() -> Path:
    given = os.environ.get("FAULTS_DIR")
    folder = Path(given) if given else Path(tempfile.gettempdir()) / f"duyet-faults-{os.getuid()}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--minutes", type=float, default=600, help="begin no round after these")
    parser.add_argument("--seed", type=int, default=None, help="of the first round")
    parser.add_argument("--items", default="25-60", help="how many things in an import")
    parser.add_argument("--faults", default="", help="which, with commas between; else all")
    parser.add_argument("--broker", default="redis", choices=["redis", "rabbitmq"])
    parser.add_argument("--resume", action="store_true", help="after the last round of this seed")
    parser.add_argument("--stop", action="store_true", help="at the first round that fails")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
