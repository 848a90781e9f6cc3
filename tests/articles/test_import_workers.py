"""Real workers: what they hold and let go, what kills them, what other releases tell them."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from celery import current_app
from django.conf import LazySettings
from django.db.models.functions import Now

from articles import jobs  # noqa: F401 - as in the web: who knows a job would send limits along
from articles.actions.imports import ring_waiting_items, start_import
from articles.models import Article, ImportItem, ImportJob, WorkerPulse
from articles.queries import pulses
from tests.articles.harmful.apps import DEAF_FOR, IS_SLOW, KILLS, SLOW_FOR, SWALLOWS
from tests.articles.importing import FILES
from tests.articles.texts import page, pages, upload
from tests.workers import Workers, wait_until

State, Problem = ImportItem.State, ImportItem.Problem

LEASE = 2
HARMFUL = {
    "DJANGO_SETTINGS_MODULE": "tests.articles.harmful.settings",
    "IMPORT_LEASE_SECONDS": str(LEASE),
    "IMPORT_RING_AGAIN_SECONDS": "3",
}


@pytest.fixture(autouse=True)
def _short_bell(settings: LazySettings) -> None:
    settings.IMPORT_RING_AGAIN_SECONDS = 3


def has_ended(job: ImportJob) -> bool:
    ring_waiting_items()  # what celery beat does
    time.sleep(0.2)
    return not job.items.filter(state__in=[State.WAITING, State.RUNNING]).exists()


def text(words: str) -> str:
    return page(f"Bài {words}", body=f"Đoàn công tác {words}.")


def item_of(job: ImportJob, position: int) -> ImportItem:
    return job.items.get(position=position)


class TestLeases:
    def test_one_that_is_merely_slow_keeps_its_item(self, workers: Workers) -> None:
        workers.start(HARMFUL)
        job = start_import(None, FILES, [upload(text(IS_SLOW))])
        assert SLOW_FOR > 3 * LEASE
        wait_until(lambda: has_ended(job), 60)
        item = item_of(job, 1)
        assert (item.state, item.attempts, item.claim) == (State.IMPORTED, 1, 1)

    def test_one_that_dies_hard_lets_go_of_it_when_its_lease_ends(self, workers: Workers) -> None:
        running = {f"worker{number}@tests": workers.start(HARMFUL) for number in (1, 2)}
        job = start_import(None, FILES, [upload(text(IS_SLOW))])
        wait_until(lambda: item_of(job, 1).state == State.RUNNING, 30)
        dies = item_of(job, 1).worker
        workers.kill(running.pop(dies))
        wait_until(lambda: has_ended(job), 90)
        item = item_of(job, 1)
        assert (item.state, item.attempts, [item.worker]) == (State.IMPORTED, 2, [*running])
        assert Article.objects.count() == 1


class TestPoison:
    def test_what_kills_its_worker_fails_alone_after_three_tries(self, workers: Workers) -> None:
        worker = workers.start(HARMFUL)
        job = start_import(None, FILES, [upload(text(KILLS)), *pages(6)])
        wait_until(lambda: has_ended(job), 120)
        poison = item_of(job, 1)
        assert (poison.state, poison.problem) == (State.FAILED, Problem.GAVE_UP)
        assert poison.attempts == 3
        assert poison.last_error == "Tried 3 times; no word from worker1@tests after the last"
        assert job.items.filter(state=State.IMPORTED).count() == 6 == Article.objects.count()
        assert worker.poll() is None

    def test_what_swallows_the_time_limit_is_set_aside_the_first_time(
        self, workers: Workers
    ) -> None:
        workers.start(HARMFUL | {"SOFT_TIME_LIMIT": "10"})
        job = start_import(None, FILES, [upload(text(SWALLOWS)), upload()])
        began = time.monotonic()
        wait_until(lambda: has_ended(job), DEAF_FOR)
        assert time.monotonic() - began < DEAF_FOR / 2
        item = item_of(job, 1)
        assert (item.state, item.problem) == (State.FAILED, Problem.TOOK_TOO_LONG)
        assert item.attempts == 1
        other = item_of(job, 2)
        assert (other.state, other.problem) == (State.IMPORTED, ""), other.last_error


class TestOtherReleases:
    def test_their_messages_run_or_fail_clearly_and_nothing_is_lost(self, workers: Workers) -> None:
        old, later, unknown = (
            ImportItem.objects.create(
                job=ImportJob.objects.create(source=FILES),
                position=1,
                original=item.original,
                announced=True,
                leased_until=Now() + timedelta(hours=1),
            )
            for item in start_import(None, FILES, pages(3)).items.order_by("position")
        )
        ImportItem.objects.exclude(pk__in=[old.pk, later.pk, unknown.pk]).delete()
        worker = workers.start()

        send = current_app.send_task
        send("articles.jobs.import_item", args=[old.pk])  # as every release has rung so far
        send("articles.jobs.import_item", args=[later.pk, "x"], kwargs={"tenant": 7})
        send("articles.jobs.import_item", args=[])
        send("articles.jobs.import_item", args=["no number"])
        send("articles.jobs.import_items_of_next_year", args=[unknown.pk])

        done = ImportItem.objects.filter(state=State.IMPORTED)
        wait_until(lambda: done.count() == 2, 60)
        assert not done.filter(pk=unknown.pk).exists()
        ImportItem.objects.filter(pk=unknown.pk).update(announced=False, leased_until=Now())
        ring_waiting_items()
        wait_until(lambda: done.count() == 3, 30)
        assert worker.poll() is None
        log = (workers.folder / "worker.log").read_text()
        assert "articles.jobs.import_items_of_next_year" in log
        assert "missing 1 required positional argument: 'item_id'" in log


class TestPulses:
    def test_a_worker_says_that_it_lives_and_that_it_stops(self, workers: Workers) -> None:
        worker = workers.start()
        wait_until(lambda: pulses.slots() == 2, 30)
        silence = pulses.silence_of_workers()
        assert silence is not None
        assert silence < timedelta(seconds=20)
        assert pulses.workers_heard() == 1
        assert not pulses.no_worker_runs()

        os.kill(worker.pid, signal.SIGTERM)
        worker.wait(60)
        assert (pulses.workers_heard(), pulses.slots()) == (0, 0)

    def test_beat_says_that_it_ticks(self, workers: Workers) -> None:
        assert pulses.silence_of_beat() is None
        (workers.folder / "beat").mkdir()
        beat = subprocess.Popen(
            [sys.executable, "-m", "celery", "-q", "-A", "portal", "beat", "--pidfile="],
            env=os.environ | workers.environment(),
            stdin=subprocess.DEVNULL,
        )
        try:
            wait_until(lambda: pulses.silence_of_beat() is not None, 60)
        finally:
            beat.kill()
            beat.wait()
        assert WorkerPulse.objects.get().kind == WorkerPulse.Kind.BEAT
        assert pulses.workers_heard() == 0
