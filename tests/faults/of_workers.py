"""Faults of workers, of their clock, and of beat. Moments are met from outside, by watching."""

import contextlib
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import connection

from articles.actions.claims import UNPACKED_AT_ONCE
from articles.models import ImportItem
from tests.faults.desk import ROOT
from tests.faults.processes import Process, Waited, wait_until
from tests.faults.rounds import Round, ended, patient
from tests.faults.things import large_bundle

FAKETIME = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))), None)
STARTS_WITHIN = 60.0
MEETS_WITHIN = 15.0
Moment = Callable[[Process], bool]
KILLS = 2
_SWEEPER = """
import django; django.setup()
from articles.actions.imports import ring_waiting_items
from articles.actions.originals import forget_refused
for _ in range(120):
    ring_waiting_items(); forget_refused()
"""


def worker_before_save(its: Round) -> None:
    """It has an item and reads it."""
    _kill_workers(its, has_an_item)


def worker_during_save(its: Round) -> None:
    """Its transaction has written something, and is not committed."""
    _kill_workers(its, writes)


def worker_after_save(its: Round) -> None:
    """Something has just ended, and the broker has not been told."""
    before = ended(its.jobs) if its.jobs else 0

    def just_ended(_worker: Process) -> bool:
        return ended(its.jobs) > before

    _kill_workers(its, just_ended)


def worker_unpacking(its: Round) -> None:
    """It is taking a large bundle apart, transaction by transaction."""
    its.start_one(large_bundle(its.chance, f"{its.seed}"))
    for kill in range(KILLS):
        its.desk.heal()
        meet(partial(_some_taken_out, its, kill * UNPACKED_AT_ONCE), STARTS_WITHIN)
        time.sleep(its.chance.uniform(0, 0.05))
        for worker in its.desk.workers:
            if has_an_item(worker):
                worker.kill()


def worker_child(its: Round) -> None:
    """Only the child that does the work, as the kernel does when memory runs out."""
    its.start()
    for _ in range(KILLS):
        its.in_the_middle()
        worker = its.chance.choice(its.desk.workers)
        meet(partial(has_an_item, worker))
        its.desk.kill_child_of(f"{worker.name}@")
        time.sleep(its.chance.uniform(0, 2))


def all_workers(its: Round) -> None:
    """All at once, and none for a while."""
    its.start()
    its.in_the_middle()
    for worker in its.desk.workers:
        worker.kill()
    time.sleep(its.chance.uniform(0, 8))


def frozen_worker(its: Round) -> None:
    """It stands still for longer than its lease, and then goes on as if nothing had been."""
    its.start()
    worker = its.chance.choice(its.desk.workers)
    its.in_the_middle()
    meet(partial(its.chance.choice(MOMENTS), worker))
    worker.send(signal.SIGSTOP)
    time.sleep(settings.IMPORT_LEASE_SECONDS + its.chance.uniform(1, 5))
    worker.send(signal.SIGCONT)


def beat(its: Round) -> None:
    """Beat is killed, and so is a worker: until beat is back nobody rings for what that one had."""
    its.start()
    its.in_the_middle()
    its.desk.beat.kill()
    its.chance.choice(its.desk.workers).kill()
    time.sleep(its.chance.uniform(0, 5))


def two_sweepers(its: Round) -> None:
    """A second beat, and two processes that sweep without pause, while a worker is killed."""
    its.start()
    second = its.desk.second_beat()
    second.start()
    environment = its.desk.environment("sweeper")
    command = [sys.executable, "-c", _SWEEPER]
    sweepers = [subprocess.Popen(command, env=environment, cwd=ROOT) for _ in range(2)]
    with contextlib.suppress(Waited):
        its.in_the_middle()
    its.chance.choice(its.desk.workers).kill()
    its.desk.heal()
    for sweeper in sweepers:
        assert sweeper.wait(120) == 0, "a sweeper failed"
    second.kill()


def wrong_clock(its: Round) -> None:
    """One worker's clock is hours off; another is killed, and comes back."""
    hours = its.chance.choice([-7, -3, 2, 5, 26])
    strange = its.desk.worker(
        "wrong",
        LD_PRELOAD=str(FAKETIME),
        FAKETIME=f"{hours:+}h",
        FAKETIME_DONT_FAKE_MONOTONIC="1",
        DONT_FAKE_MONOTONIC="1",
    )
    its.desk.guests.append(strange)
    strange.start()
    one = its.desk.workers[0]
    one.kill()
    its.desk.workers.remove(one)
    its.afterwards.callback(its.desk.workers.insert, 0, one)
    its.start()
    meet(partial(has_an_item, strange), STARTS_WITHIN)
    its.in_the_middle()
    its.chance.choice([strange, *its.desk.workers]).kill()


def why_no_wrong_clock() -> str:
    return "" if FAKETIME else "libfaketime is not installed (apt-get install libfaketime)"


def _kill_workers(its: Round, moment: Moment) -> None:
    its.start()
    for _ in range(KILLS):
        its.desk.heal()
        worker = its.chance.choice(its.desk.workers)
        its.in_the_middle()
        meet(partial(moment, worker))
        time.sleep(its.chance.uniform(0, 0.01))
        worker.kill()
        time.sleep(its.chance.uniform(0, 1))


def meet(moment: Callable[[], bool], seconds: float = MEETS_WITHIN) -> None:
    """Wait for the moment; where all has ended meanwhile, any moment will do."""
    with contextlib.suppress(Waited):
        wait_until(moment, seconds, "the moment", every=0.002)


def has_an_item(worker: Process) -> bool:
    running = ImportItem.objects.filter(
        state=ImportItem.State.RUNNING, worker__startswith=f"{worker.name}@"
    )
    return patient(running.exists)


def writes(worker: Process) -> bool:
    """Whether it is in a transaction that has written an article, or an original."""
    query = (
        "SELECT 1 FROM pg_stat_activity JOIN pg_locks USING (pid)"
        " WHERE application_name = %s AND backend_xid IS NOT NULL AND mode = 'RowExclusiveLock'"
        " AND relation IN ('articles_article'::regclass, 'articles_original'::regclass)"
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [worker.name])
        return cursor.fetchone() is not None


def stands_while_writing(worker: Process) -> bool:
    """Stop it in the middle of a transaction that has written; let it go on where it is late."""
    if not writes(worker):
        return False
    worker.send(signal.SIGSTOP)
    time.sleep(0.05)
    if writes(worker):
        return True
    worker.send(signal.SIGCONT)
    return False


def _some_taken_out(its: Round, more_than: int) -> bool:
    rows = ImportItem.objects.filter(job__in=its.jobs, unpacked_from__isnull=False)
    return patient(rows.count) > more_than


MOMENTS: list[Moment] = [has_an_item, writes]
