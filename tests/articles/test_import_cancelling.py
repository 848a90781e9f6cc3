"""Cancelling an import, and trying again what failed in it or was cancelled."""

import time
from collections import Counter
from threading import Barrier
from typing import Any

import pytest
from django.db import transaction
from django.db.models.functions import Now

from articles.actions import cancelling, retrying, running
from articles.actions.cancelling import cancel_import, end_cancelled_items
from articles.actions.imports import ring_waiting_items, start_import
from articles.actions.originals import forget_refused
from articles.actions.retrying import retry_item, retry_items
from articles.actions.running import run_item
from articles.finding import Findings, find
from articles.models import Article, ImportItem, ImportJob, Original
from articles.refusal import NotAllowed, Refused
from tests.articles.bundled import zip_of_pages, zipped
from tests.articles.importing import FILES, imported, run, run_all, start
from tests.articles.texts import page, pages, secret_page, upload
from tests.at_once import at_once, one_behind_the_other
from tests.factories import EditorFactory, ReviewerFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

State, Problem = ImportItem.State, ImportItem.Problem


def states(job: ImportJob) -> dict[str, int]:
    return dict(Counter(job.items.values_list("state", flat=True)))


def failed(*problems: ImportItem.Problem) -> ImportJob:
    """Give an import whose first items have failed for these reasons."""
    items = start(*pages(len(problems) + 1))
    for item, problem in zip(items, problems, strict=False):
        ImportItem.objects.filter(pk=item.pk).update(
            state=State.FAILED,
            problem=problem,
            attempts=3,
            excused=2,
            last_error="OperationalError: gone",
            leased_until=None,
            finished_at=Now(),
        )
    return items[0].job


class TestCancelling:
    def test_ends_what_waits_and_keeps_what_was_imported(self) -> None:
        job = start_import(None, FILES, pages(4))
        run(job.items.get(position=1))
        editor = EditorFactory()

        cancel_import(editor, job)

        assert states(job) == {State.IMPORTED: 1, State.CANCELLED: 3}
        job.refresh_from_db()
        assert (job.cancelled_by, job.cancelled_at is not None) == (editor, True)
        assert not job.items.filter(finished_at=None).exists()
        assert run(job.items.get(position=2)).state == State.CANCELLED

    def test_what_is_being_imported_is_not_saved(self, monkeypatch: pytest.MonkeyPatch) -> None:
        (item,) = start(upload())

        def cancel_meanwhile(*args: Any, **kwargs: Any) -> Findings:
            cancel_import(None, item.job)
            return find(*args, **kwargs)

        monkeypatch.setattr(running, "find", cancel_meanwhile)
        ended = run(item)
        assert (ended.state, ended.article) == (State.CANCELLED, None)
        assert not Article.objects.exists()

    @pytest.mark.django_db(transaction=True)
    def test_nothing_of_it_is_rung_for_or_begun_from_the_first_moment(
        self, rung: list[int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(cancelling, "_end_some", lambda *_: 0)  # it dies here
        job = start_import(None, FILES, pages(20))
        rung.clear()
        cancel_import(None, job)
        job.items.update(leased_until=Now())

        assert ring_waiting_items() == 0
        assert run(job.items.get(position=1)).state == State.WAITING

        monkeypatch.undo()
        end_cancelled_items()
        assert states(job) == {State.CANCELLED: 20}

    def test_goes_on_in_steps_where_there_are_many(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cancelling, "ENDED_AT_ONCE", 3)
        monkeypatch.setattr(cancelling, "GOES_ON_FOR", -1.0)
        job = start_import(None, FILES, pages(8))
        cancel_import(None, job)
        assert states(job) == {State.CANCELLED: 3, State.WAITING: 5}
        end_cancelled_items()
        assert states(job) == {State.CANCELLED: 8}

    def test_nothing_more_comes_out_of_a_bundle(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("articles.actions.unpacking.UNPACKED_AT_ONCE", 2)
        monkeypatch.setattr("articles.actions.unpacking.SECONDS_AT_ONCE", -1.0)
        (bundle,) = start(zip_of_pages(6))
        assert run(bundle).members == 2

        cancel_import(None, bundle.job)

        assert run(bundle).state == State.CANCELLED
        assert states(bundle.job) == {State.CANCELLED: 3}
        forget_refused()
        assert run(bundle).original is None

    def test_a_cancelled_bundle_forgets_its_names_as_any_other(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("articles.actions.unpacking.UNPACKED_AT_ONCE", 1)
        monkeypatch.setattr("articles.actions.unpacking.SECONDS_AT_ONCE", -1.0)
        files: dict[str, str | bytes] = {"kín/a.txt": secret_page(), "kín/b.txt": page()}
        (bundle,) = start(upload(zipped(files), "kín.zip"))
        run(bundle)
        assert run(bundle.unpacked.get()).problem == Problem.SECRET
        cancel_import(None, bundle.job)
        assert not any("kín" in name for name in bundle.job.items.values_list("name", flat=True))

    def test_is_refused_where_there_is_nothing_to_cancel(self) -> None:
        (item,) = imported(upload())
        with pytest.raises(Refused, match="has ended"):
            cancel_import(None, item.job)
        job = start_import(None, FILES, pages(1))
        cancel_import(None, job)
        with pytest.raises(Refused, match="has been cancelled"):
            cancel_import(None, job)

    def test_only_editors_may(self) -> None:
        job = start_import(None, FILES, pages(1))
        with pytest.raises(NotAllowed):
            cancel_import(ReviewerFactory(), job)
        assert states(job) == {State.WAITING: 1}

    @pytest.mark.django_db(transaction=True)
    def test_of_a_cancellation_and_an_unpacking_at_once_neither_blocks_the_other(
        self, rung: list[int]
    ) -> None:
        (bundle,) = start(zip_of_pages(30))

        results = one_behind_the_other(
            lambda: run_item(bundle.pk, "test"), lambda: cancel_import(None, bundle.job)
        )

        assert results == [None, None]
        end_cancelled_items()
        assert set(states(bundle.job)) <= {State.CANCELLED, State.UNPACKED}


class TestRetrying:
    def test_all_that_failed_waits_again_with_attempts_from_nought(self) -> None:
        job = failed(Problem.ERROR, Problem.GAVE_UP)
        assert retry_items(EditorFactory(), job) == 2
        first = job.items.get(position=1)
        assert (first.state, first.problem, first.last_error) == (State.WAITING, "", "")
        assert (first.attempts, first.excused, first.finished_at) == (0, 0, None)
        assert run_all(job) == {State.IMPORTED: 3}

    def test_a_worker_that_had_it_before_saves_nothing_of_it(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (item,) = start(upload())

        def come_back_late(*args: Any, **kwargs: Any) -> Findings:
            ImportItem.objects.filter(pk=item.pk).update(
                state=State.FAILED, problem=Problem.GAVE_UP, finished_at=Now()
            )
            retry_item(None, item_now())
            monkeypatch.setattr(running, "_import", lambda _item: None)
            run_item(item.pk, "another")  # has it, and goes on
            return find(*args, **kwargs)

        def item_now() -> ImportItem:
            return ImportItem.objects.get(pk=item.pk)

        monkeypatch.setattr(running, "find", come_back_late)
        run_item(item.pk, "late")
        assert (item_now().state, item_now().worker) == (State.RUNNING, "another")
        assert not Article.objects.exists()

    def test_what_was_refused_as_secret_cannot_be(self) -> None:
        (item,) = start(upload(secret_page()))
        item = run(item)
        with pytest.raises(Refused, match="mark of secrecy"):
            retry_item(None, item)
        with pytest.raises(Refused, match="nothing in this import"):
            retry_items(None, item.job)

    def test_what_was_not_kept_cannot_be(self) -> None:
        item, bundle = imported(upload("x", "so.ods"), upload("không phải", "b.zip"))
        for gone in (item, bundle):
            with pytest.raises(Refused, match="was not kept"):
                retry_item(None, gone)

    def test_what_has_an_address_can_be_though_nothing_was_kept(self) -> None:
        job = failed(Problem.NO_ANSWER)
        job.items.filter(position=1).update(original=None, address="https://bao.example/a")
        assert retry_items(None, job) == 1

    @pytest.mark.django_db(transaction=True)
    def test_one_whose_bytes_are_about_to_be_forgotten_is_gone_about_again(self) -> None:
        item = failed(Problem.NO_BODY).items.get(position=1)

        def forget_it(barrier: Barrier) -> None:
            with transaction.atomic():
                Original.objects.select_for_update().get(items=item)
                barrier.wait()
                time.sleep(0.5)  # the other has the item by now, and waits for the original
                ImportItem.objects.filter(pk=item.pk).update(name="")

        def try_again(barrier: Barrier) -> None:
            barrier.wait()
            retry_item(None, item)

        forgotten, tried = at_once(forget_it, try_again)
        assert forgotten is None
        assert tried is None or isinstance(tried, Refused)  # in words, if it is still locked

    def test_one_that_has_not_failed_is_let_be(self) -> None:
        (item,) = imported(upload())
        with pytest.raises(Refused, match="has not failed"):
            retry_item(None, item)

    def test_a_cancelled_import_goes_on(self) -> None:
        job = start_import(None, FILES, pages(3))
        run(job.items.get(position=1))
        cancel_import(None, job)

        assert retry_items(EditorFactory(), job, State.CANCELLED) == 2

        job.refresh_from_db()
        assert (job.cancelled_at, job.cancelled_by) == (None, None)
        assert run_all(job) == {State.IMPORTED: 3}

    def test_but_not_while_it_is_still_being_cancelled(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        job = failed(Problem.ERROR)
        monkeypatch.setattr(cancelling, "_end_some", lambda *_: 0)
        cancel_import(None, job)
        with pytest.raises(Refused, match="still being cancelled"):
            retry_items(None, job)
        job.refresh_from_db()
        assert job.cancelled_at is not None

    def test_stops_after_a_while_and_what_is_left_still_says_that_it_failed(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(retrying, "RETRIED_AT_ONCE", 2)
        monkeypatch.setattr(retrying, "GOES_ON_FOR", -1.0)
        job = failed(*[Problem.ERROR] * 5)
        assert retry_items(None, job) == 2
        assert states(job) == {State.WAITING: 3, State.FAILED: 3}

    def test_only_editors_may(self) -> None:
        job = failed(Problem.ERROR)
        for retry in (
            lambda: retry_items(ReviewerFactory(), job),
            lambda: retry_item(ReviewerFactory(), job.items.get(position=1)),
        ):
            with pytest.raises(NotAllowed):
                retry()
        assert states(job)[State.FAILED] == 1

    @pytest.mark.django_db(transaction=True)
    def test_two_at_once_try_it_again_once(self, rung: list[int]) -> None:
        job = failed(Problem.ERROR)

        def retry(both: Barrier) -> None:
            both.wait()
            retry_items(None, job)

        at_once(retry, retry)

        assert states(job) == {State.WAITING: 2}
        assert run_all(job) == {State.IMPORTED: 2}
