"""Imports take turns at the workers, whatever their size, and at whatever cost in waiting rows."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.db.models.functions import Now

from articles.actions.imports import ring_in_time, ring_waiting_items, start_import
from articles.actions.pulses import beat
from articles.models import ImportItem, ImportJob, WorkerPulse
from articles.queries import turns
from articles.queries.turns import ALWAYS_UNDER_WAY, room
from tests.articles.importing import FILES
from tests.articles.texts import pages, upload
from tests.at_once import at_once
from tests.factories import EditorFactory

pytestmark = pytest.mark.django_db

State, Problem = ImportItem.State, ImportItem.Problem

_MANY = """
INSERT INTO articles_importitem
    (job_id, position, name, state, problem, address, attempts, last_error, leased_until, worker,
     left_out, columns)
SELECT job, n, 'bai-' || n, 'waiting', '', '', 0, '', now() - interval '1 hour', '', 0, '{}'
FROM unnest(%s) job, generate_series(1, %s) n
"""


def waiting(count: int) -> ImportJob:
    """Give an import of so many items, all of them due for an hour."""
    return waiting_imports(1, count)[0]


def waiting_imports(
    number: int, each: int = 1, source: ImportJob.Source = FILES
) -> list[ImportJob]:
    jobs = ImportJob.objects.bulk_create([ImportJob(source=source) for _ in range(number)])
    with connection.cursor() as cursor:
        cursor.execute(_MANY, [[job.pk for job in jobs], each])
        cursor.execute("ANALYZE articles_importitem")
    return jobs


def end_one_of(job: ImportJob, ring: Callable[[], object] = ring_waiting_items) -> None:
    """Let a worker finish one item that was rung for, and ring for the next."""
    item = job.items.filter(announced=True).earliest("pk")
    ImportItem.objects.filter(pk=item.pk).update(
        state=State.FAILED,
        problem=Problem.NO_BODY,
        announced=False,
        leased_until=None,
        finished_at=Now(),
    )
    ring()


def an_import_under_way() -> ImportJob:
    return ImportJob.objects.filter(items__announced=True).earliest("pk")


def under_way(job: ImportJob) -> int:
    return job.items.filter(announced=True).count()


class TestTurns:
    def test_one_article_beside_fifty_thousand_is_next(self) -> None:
        many = waiting(50_000)
        assert ring_waiting_items() == ALWAYS_UNDER_WAY == under_way(many)

        one = start_import(None, FILES, [upload()])
        assert ring_waiting_items() == under_way(one) == 0  # the workers have enough to do
        end_one_of(many)
        assert (under_way(one), under_way(many)) == (1, ALWAYS_UNDER_WAY - 1)

    def test_several_share_evenly_and_one_alone_has_everything(self) -> None:
        first, second = waiting(100), waiting(100)
        ring_waiting_items()
        assert under_way(first) == under_way(second) == ALWAYS_UNDER_WAY / 2
        ImportItem.objects.filter(job=second, announced=False).delete()
        for _ in range(3):
            end_one_of(second)
        assert (under_way(first), under_way(second)) == (ALWAYS_UNDER_WAY - 1, 1)

    def test_of_many_more_than_can_be_at_once_each_has_its_turn(self) -> None:
        jobs = [waiting(5) for _ in range(ALWAYS_UNDER_WAY * 3)]
        ring_waiting_items()
        for _ in range(ALWAYS_UNDER_WAY * 2):
            end_one_of(next(job for job in jobs if under_way(job)))
        begun = [under_way(job) or job.items.filter(state=State.FAILED).exists() for job in jobs]
        assert all(begun)

    def test_one_article_beside_hundreds_of_imports_of_another_system_is_next(self) -> None:
        waiting_imports(500, source=ImportJob.Source.API)
        ring_waiting_items()
        one = start_import(None, FILES, [upload()])
        end_one_of(an_import_under_way())
        assert under_way(one) == 1

    def test_a_person_and_a_system_with_their_token_share_evenly(self) -> None:
        person = EditorFactory.create()
        for source in (ImportJob.Source.API, FILES):
            jobs = waiting_imports(20, source=source)
            ImportJob.objects.filter(pk__in=[job.pk for job in jobs]).update(created_by=person)
        ring_waiting_items()
        sources = ImportItem.objects.filter(announced=True).values_list("job__source", flat=True)
        assert sorted(sources) == ["api"] * 4 + ["files"] * 4

    def test_the_newest_of_more_imports_than_are_looked_at_has_its_chance(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(turns, "JOBS_LOOKED_AT", 5)
        *_others, newest = waiting_imports(60, each=50)
        ring_waiting_items()
        for _ in range(300):
            if under_way(newest):
                break
            end_one_of(an_import_under_way())
        assert under_way(newest)

    def test_one_that_is_due_among_hundreds_that_are_not_is_next(self) -> None:
        jobs = waiting_imports(501)
        due = jobs[len(jobs) // 2]
        later = ImportItem.objects.exclude(job=due)
        later.update(leased_until=Now() + timedelta(hours=1))
        assert ring_waiting_items() == 1 == under_way(due)

    def test_what_waits_for_its_time_takes_no_place(self) -> None:
        slow_site, other = waiting(50), waiting(1)
        slow_site.items.update(leased_until=Now() + timedelta(minutes=10))
        assert ring_waiting_items() == 1 == under_way(other)

    def test_more_workers_have_more_under_way(self) -> None:
        many = waiting(100)
        beat("celery@a", WorkerPulse.Kind.WORKER, slots=8)
        beat("celery@b", WorkerPulse.Kind.WORKER, slots=4)
        beat("celery@stopped", WorkerPulse.Kind.WORKER, slots=0)
        assert ring_waiting_items() == under_way(many) == 24
        WorkerPulse.objects.update(last_at=Now() - timedelta(minutes=2))
        assert room() == 0

    def test_nothing_of_a_cancelled_one_is_rung_for(self) -> None:
        many = waiting(5)
        ImportJob.objects.filter(pk=many.pk).update(cancelled_at=Now())
        assert ring_waiting_items() == 0

    @pytest.mark.django_db(transaction=True)
    def test_two_sweepers_at_once_ring_once_for_each(self, rung: list[int]) -> None:
        many = waiting(100)
        beat("celery@a", WorkerPulse.Kind.WORKER, slots=30)

        results = at_once(
            *[lambda barrier: (barrier.wait(), ring_waiting_items())] * 2,
        )

        assert results == [None, None]
        assert len(rung) == len(set(rung)) == under_way(many) >= 60

    def test_workers_ring_before_they_have_nothing_at_hand_and_not_for_each_item(self) -> None:
        many = waiting(50)
        ring_waiting_items()
        rung = [under_way(many)]
        for _ in range(ALWAYS_UNDER_WAY):
            end_one_of(many, ring_in_time)
            rung.append(under_way(many))
        assert rung == [8, 7, 6, 5, 8, 7, 6, 5, 8]

    @pytest.mark.django_db(transaction=True)
    def test_a_broker_that_forgot_everything_is_told_again(
        self, rung: list[int], settings: LazySettings
    ) -> None:
        settings.IMPORT_RING_AGAIN_SECONDS = 0
        items = start_import(None, FILES, pages(3)).items.order_by("pk")
        rung.clear()
        ring_waiting_items()
        assert sorted(rung) == [item.pk for item in items]


class TestCost:
    """A hundred thousand rows show in the plan what a million do; those are measured by hand."""

    def test_is_that_of_a_few_rows_however_many_wait(self) -> None:
        for _ in range(20):
            waiting(10)
        few = rows_read()
        waiting(100_000)
        assert rows_read() < few + 100

    def test_is_that_of_a_few_imports_however_many_are_open(self) -> None:
        waiting_imports(5_000)
        assert rows_read() < 8 * turns.JOBS_LOOKED_AT


def rows_read() -> int:
    """Count the rows of items that the database looks at for the next turn."""
    with connection.cursor() as cursor:
        cursor.execute(
            "EXPLAIN (ANALYZE, FORMAT JSON) " + turns._NEXT,
            {"items": 10, "jobs": turns.JOBS_LOOKED_AT},
        )
        ((plans,),) = cursor.fetchall()
    return _rows(plans[0]["Plan"])


def _rows(plan: dict[str, Any]) -> int:
    own = 0
    if plan.get("Relation Name") == "articles_importitem":
        seen = plan["Actual Rows"] + plan.get("Rows Removed by Filter", 0)
        own = round(seen * plan["Actual Loops"])
    return own + sum(map(_rows, plan.get("Plans", [])))
