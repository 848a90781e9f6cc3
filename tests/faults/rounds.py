"""One round: an import, a fault in the middle of it, and what is true when all has ended."""

import contextlib
import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeVar

import psycopg
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.db.models import Q
from django.db.models.functions import Now

from articles.actions.imports import start_import
from articles.actions.strays import remove_strays
from articles.models import ImportItem, ImportJob
from articles.queries.imports import OPEN
from tests.faults.checks import faults_of
from tests.faults.desk import Desk
from tests.faults.processes import Waited, wait_until
from tests.faults.things import Thing, count, order

HEALS_WITHIN = 150.0
BEGINS_WITHIN = 60.0
SETTLES_WITHIN = 20.0
Result = TypeVar("Result")


@dataclass
class Round:
    """What a fault has to work with."""

    desk: Desk
    seed: int
    items: int
    with_poison: bool = True
    chance: random.Random = field(init=False)
    orders: list[tuple[ImportJob, list[Thing]]] = field(default_factory=list)
    afterwards: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)
    """What is put back when all items have ended."""

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)

    def make(self, part: str = "a", share: float = 1.0) -> list[Thing]:
        """Think of an import, without starting it."""
        poison = self.with_poison and part == "a" and self.chance.random() < 0.3
        wanted = max(8, round(self.items * share))
        return order(self.chance, f"{self.seed}{part}", wanted, poison=poison)

    def start(self, part: str = "a", share: float = 1.0) -> None:
        self.start_one(*self.make(part, share))

    def start_one(self, *things: Thing) -> None:
        uploads = [thing.upload() for thing in things]
        source = ImportJob.Source.COMMAND
        self.orders.append((patient(lambda: start_import(None, source, uploads)), list(things)))

    def in_the_middle(self, most: float = 0.7) -> None:
        """Wait until some share of it has ended."""
        share = self.chance.uniform(0.0, most) * sum(count(things) for _job, things in self.orders)
        wait_until(lambda: ended(self.jobs) >= share, BEGINS_WITHIN, "the middle of the import")

    def close(self) -> None:
        """Send away the workers of this round, and have the desk as it was."""
        for guest in self.desk.guests:
            guest.kill()
        self.desk.guests.clear()
        self.afterwards.close()

    @property
    def jobs(self) -> list[int]:
        return [job.pk for job, _things in self.orders]

    def wait_for_the_end(self) -> float:
        """Keep the processes running, as whoever runs them does, until all has ended."""

        def over() -> bool:
            self.desk.heal()
            return not still_open()

        return wait_until(over, HEALS_WITHIN, "all items to end", every=0.2)

    def settled(self) -> list[str]:
        """What is still wrong after some sweeps."""
        wrong: list[str] = []
        patient(lambda: remove_strays(older_than=timedelta()))  # what the sweepers do in a day

        def right() -> bool:
            found = patient(lambda: faults_of(self.orders, self.desk.storage))
            wrong[:] = [what for what in found if what not in self.desk.told]
            return not wrong

        with contextlib.suppress(Waited):
            wait_until(right, SETTLES_WITHIN, "the last sweep", every=2.0)
        return wrong


@dataclass(frozen=True)
class Outcome:
    fault: str
    seed: int
    items: int
    again: int
    """Items that were begun more than once: what the fault has hit."""
    heal: float
    seconds: float
    wrong: list[str]


Fault = Callable[[Round], None]


def run(desk: Desk, name: str, fault: Fault, seed: int, items: tuple[int, int]) -> Outcome:
    start = time.monotonic()
    least, most = items
    its = Round(desk, seed, random.Random(seed).randint(least, most))
    heal, wrong = 0.0, []
    desk.heal()
    try:
        with contextlib.closing(its), poisoner(its):
            fault(its)
            heal = its.wait_for_the_end()
        wrong = [*its.settled(), *(f"left running: {stray}" for stray in desk.strays())]
    except Exception as problem:  # noqa: BLE001 - a round that fails must not stop the others
        wrong = [f"{type(problem).__name__}: {problem}", *describe_open()]
    if wrong:
        desk.told.update(wrong)
        patient(_clear_away)
    every = sum(count(things) for _job, things in its.orders)
    return Outcome(name, seed, every, begun_again(its.jobs), heal, time.monotonic() - start, wrong)


def _clear_away() -> None:
    """Leave nothing open: the next round is not to fail for what this one has left."""
    ImportItem.objects.filter(state__in=OPEN).update(
        state=ImportItem.State.CANCELLED,
        announced=False,
        leased_until=None,
        finished_at=Now(),
    )


def ended(jobs: Sequence[int]) -> int:
    rows = ImportItem.objects.filter(job__in=jobs).exclude(state__in=OPEN)
    return patient(rows.count)


def begun_again(jobs: Sequence[int]) -> int:
    rows = ImportItem.objects.filter(Q(attempts__gt=1) | Q(claim__gt=1), job__in=jobs)
    return patient(rows.count)


def still_open() -> bool:
    # Whatever round it is from: one that failed must not spoil the next unseen.
    rows = ImportItem.objects.filter(state__in=OPEN)
    return patient(rows.exists)


def describe_open() -> list[str]:
    rows = ImportItem.objects.filter(state__in=OPEN).order_by("pk")[:5]
    with contextlib.suppress(DatabaseError):
        return [
            f"item {row.pk} is {row.state}: attempts {row.attempts}, worker {row.worker}, "
            f"leased until {row.leased_until}, {row.last_error[-200:]}"
            for row in rows
        ]
    return ["the database does not answer"]


def patient(work: Callable[[], Result], seconds: float = 60.0) -> Result:
    """Do something with the database, again where it was just being restarted."""
    until = time.monotonic() + seconds
    while True:
        try:
            return work()
        except (OperationalError, InterfaceError):
            if time.monotonic() > until:
                raise
            connection.close()
            time.sleep(0.2)


@contextlib.contextmanager
def poisoner(its: Round) -> Iterator[None]:
    """Kill whatever worker's child reads the poison item, each time, from outside."""
    stopped = threading.Event()
    thread = threading.Thread(target=_poison, args=(its.desk, stopped), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join()


def _poison(desk: Desk, stopped: threading.Event) -> None:
    running = (
        "SELECT id, attempts, worker FROM articles_importitem "
        "WHERE state = 'running' AND name LIKE '%doc.txt'"
    )
    killed: set[tuple[int, int]] = set()
    while not stopped.is_set():
        with (
            contextlib.suppress(psycopg.OperationalError),
            psycopg.connect(desk.database.url(), autocommit=True) as line,
        ):
            while not stopped.wait(0.02):
                for item, attempt, worker in line.execute(running).fetchall():
                    if (item, attempt) not in killed:
                        killed.add((item, attempt))
                        desk.kill_child_of(str(worker))
        stopped.wait(0.2)
