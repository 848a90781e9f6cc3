"""Unpacking goes on where it stopped, whoever goes on, and takes no member out twice."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.db import IntegrityError, OperationalError, connection, transaction
from django.test.utils import CaptureQueriesContext

from articles.actions import unpacking
from articles.actions.claims import ATTEMPTS, UNPACKED_AT_ONCE
from articles.actions.imports import save_items, start_import
from articles.actions.running import run_item
from articles.models import ImportItem
from articles.queries.imports import counts_of
from tests.articles.bundled import zip_of_pages
from tests.articles.importing import FILES, imported, pass_time, run, run_all, start, taken_out_of
from tests.articles.texts import upload

pytestmark = pytest.mark.django_db

State, Problem = ImportItem.State, ImportItem.Problem


class TestAgainAndAgain:
    def test_running_twice_does_no_harm(self) -> None:
        (bundle,) = imported(zip_of_pages(3))
        assert run(bundle).state == State.UNPACKED
        assert bundle.unpacked.count() == 3

    def test_goes_on_behind_the_last_chunk_after_a_crash(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        count = UNPACKED_AT_ONCE * 2 + 5
        (bundle,) = start(zip_of_pages(count))
        saved: list[int] = []

        def crash_at_the_second(items: list[ImportItem], uploads: Any) -> None:
            saved.append(len(items))
            save_items(items, uploads)
            if len(saved) == 2:
                raise OperationalError("gone")

        monkeypatch.setattr(unpacking, "save_items", crash_at_the_second)
        assert run(bundle).state == State.WAITING
        assert run(bundle).members == count
        assert bundle.unpacked.count() == count
        assert saved == [UNPACKED_AT_ONCE, UNPACKED_AT_ONCE, UNPACKED_AT_ONCE, 5]
        assert len({item.position for item in taken_out_of(bundle)}) == count

    def test_hands_over_after_some_time_and_is_not_given_up_for_that(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(unpacking, "SECONDS_AT_ONCE", -1.0)
        monkeypatch.setattr(unpacking, "UNPACKED_AT_ONCE", 1)
        monkeypatch.setattr("articles.actions.claims.UNPACKED_AT_ONCE", 1)
        (bundle,) = start(zip_of_pages(6))
        states = [run(bundle).state for _ in range(7)]
        assert states == [State.WAITING] * 6 + [State.UNPACKED]
        assert run(bundle).attempts == 1
        assert bundle.unpacked.count() == 6

    def test_one_that_never_gets_anywhere_is_given_up(self) -> None:
        (bundle,) = start(zip_of_pages(1))
        ImportItem.objects.filter(pk=bundle.pk).update(state=State.RUNNING, attempts=ATTEMPTS)
        pass_time(bundle)
        assert run(bundle).problem == Problem.GAVE_UP

    def test_what_takes_too_long_is_set_aside(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def take_too_long(*_args: object) -> None:
            raise SoftTimeLimitExceeded

        monkeypatch.setattr(unpacking, "save_items", take_too_long)
        (bundle,) = imported(zip_of_pages(1))
        assert (bundle.state, bundle.problem) == (State.FAILED, Problem.TOOK_TOO_LONG)

    def test_a_worker_that_lost_its_lease_takes_nothing_out(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (bundle,) = start(zip_of_pages(2))
        open_it = unpacking._last_place

        def lose_it(item: ImportItem) -> int:
            ImportItem.objects.filter(pk=item.pk).update(claim=2)
            return open_it(item)

        monkeypatch.setattr(unpacking, "_last_place", lose_it)
        assert run(bundle).state == State.RUNNING
        assert bundle.unpacked.count() == 0

    def test_the_database_takes_no_member_twice(self) -> None:
        (bundle,) = imported(zip_of_pages(1))
        with pytest.raises(IntegrityError, match="import_item_member_once"), transaction.atomic():
            ImportItem.objects.create(
                job=bundle.job,
                position=99,
                unpacked_from=bundle,
                member=taken_out_of(bundle)[0].member,
            )
        with pytest.raises(IntegrityError, match="member_of_a_bundle"), transaction.atomic():
            ImportItem.objects.create(job=bundle.job, position=99, member=1)

    def test_takes_a_number_of_queries_that_grows_by_the_chunk_alone(self) -> None:
        def queries(count: int) -> int:
            (bundle,) = start(zip_of_pages(count))
            with CaptureQueriesContext(connection) as context:
                assert run(bundle).state == State.UNPACKED
            return len(context)

        assert queries(3) == queries(60)

    def test_holds_no_more_than_a_chunk_at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(unpacking, "BYTES_AT_ONCE", 2_000)
        (bundle,) = start(zip_of_pages(20))
        sizes = []

        def measure(items: list[ImportItem], uploads: Any) -> None:
            sizes.append(sum(upload.size for upload in uploads))
            save_items(items, uploads)

        monkeypatch.setattr(unpacking, "save_items", measure)
        assert run(bundle).members == 20
        assert len(sizes) > 2
        assert max(sizes) < 3_000


class TestTwoWorkers:
    @pytest.mark.django_db(transaction=True)
    def test_two_bundles_of_one_import_share_out_the_places(self, rung: list[int]) -> None:
        items = start(zip_of_pages(150, "a.zip"), zip_of_pages(150, "b.zip"))

        def run_and_close(item: ImportItem) -> None:
            try:
                run_item(item.pk, "test")
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as workers:
            list(workers.map(run_and_close, items))
        assert set(
            ImportItem.objects.filter(unpacked_from=None).values_list("state", flat=True)
        ) == {State.UNPACKED}
        places = ImportItem.objects.order_by("position").values_list("position", flat=True)
        assert list(places) == list(range(1, 303))

    @pytest.mark.django_db(transaction=True)
    def test_what_came_out_is_rung_for(self, rung: list[int]) -> None:
        (bundle,) = start(zip_of_pages(3))
        rung.clear()
        run(bundle)
        assert sorted(rung) == [item.pk for item in taken_out_of(bundle)]


class TestProgress:
    def test_counts_what_came_out_instead_of_the_bundle(self) -> None:
        job = start_import(None, FILES, [zip_of_pages(3), upload(name="x.txt")])
        counts = counts_of(job)
        assert (counts.total, counts.ended, counts.bundles) == (2, 0, 1)
        run(job.items.get(position=1))
        counts = counts_of(job)
        assert (counts.total, counts.ended, counts.bundles, counts.listed) == (4, 0, 0, 5)
        run_all(job)
        counts = counts_of(job)
        assert (counts.total, counts.ended, counts.open) == (4, 4, 0)
