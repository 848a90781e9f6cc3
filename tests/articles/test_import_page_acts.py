"""What the desk offers about an import and tells of it: acts, pace, workers, and how it ended."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models.functions import Now
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.actions.cancelling import cancel_import
from articles.actions.imports import start_import
from articles.actions.pulses import beat
from articles.models import ImportItem, ImportJob, WorkerPulse
from articles.queries.import_ends import pace_of
from portal.people.models import User
from tests.articles.desk import signed_in, text_of
from tests.articles.importing import FILES, run, run_all
from tests.articles.texts import pages, secret_page, upload
from tests.factories import EditorFactory, ReviewerFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

State, Problem = ImportItem.State, ImportItem.Problem
NO_WORKER = "No worker has been heard of for a minute"


@pytest.fixture
def editor() -> User:
    return EditorFactory()


@pytest.fixture
def desk(editor: User) -> Client:
    return signed_in(editor)


def address(job: ImportJob, act: str = "change", *numbers: int) -> str:
    return reverse(f"admin:articles_importjob_{act}", args=[job.pk, *numbers])


def fail(item: ImportItem, problem: ImportItem.Problem = Problem.GAVE_UP, error: str = "") -> None:
    ImportItem.objects.filter(pk=item.pk).update(
        state=State.FAILED,
        problem=problem,
        last_error=error,
        leased_until=None,
        finished_at=Now(),
    )


class TestCancelling:
    def test_is_asked_for_first_and_then_done(self, desk: Client, editor: User) -> None:
        job = start_import(editor, FILES, pages(3))
        page = desk.get(address(job))
        assert f'href="{address(job, "cancel")}"' in page.content.decode()

        asked = text_of(desk.get(address(job, "cancel")))
        assert "Cancel this import?" in asked
        assert "3 items have not ended and will not be imported." in asked
        assert job.items.filter(state=State.WAITING).count() == 3

        text = text_of(desk.post(address(job, "cancel"), follow=True))
        assert "The import was cancelled." in text
        assert f"Cancelled by {editor}" in text
        assert "What had been imported by then stays." in text
        assert "Cancel the import" not in text

    def test_a_second_time_says_so(self, desk: Client) -> None:
        job = start_import(None, FILES, pages(1))
        desk.post(address(job, "cancel"))
        assert "has been cancelled" in text_of(desk.post(address(job, "cancel"), follow=True))

    def test_what_was_cancelled_can_go_on_after_all(self, desk: Client) -> None:
        job = start_import(None, FILES, pages(2))
        desk.post(address(job, "cancel"))
        assert "Import what was cancelled after all" in text_of(desk.get(address(job)))
        answer = desk.post(address(job, "retry"), {"state": "cancelled"}, follow=True)
        assert "2 items wait again." in text_of(answer)
        assert run_all(job) == {State.IMPORTED: 2}


class TestTryingAgain:
    def test_one_item(self, desk: Client) -> None:
        job = start_import(None, FILES, pages(2))
        item = job.items.get(position=2)
        fail(item, error="OperationalError: the connection is lost")
        text = text_of(desk.get(address(job)))
        assert "Reading it failed several times." in text
        assert "OperationalError: the connection is lost" in text

        answer = desk.post(address(job, "retry_item", item.pk), follow=True)
        assert "Waits again: bai-001.txt" in text_of(answer)
        assert ImportItem.objects.get(pk=item.pk).state == State.WAITING

    def test_all_that_failed(self, desk: Client) -> None:
        job = start_import(None, FILES, pages(3))
        for item in job.items.filter(position__lt=3):
            fail(item)
        answer = desk.post(address(job, "retry"), follow=True)
        assert "2 items wait again." in text_of(answer)

    def test_is_not_offered_where_it_cannot_be(self, desk: Client) -> None:
        job = start_import(
            None, FILES, [upload(secret_page()), upload("x", "so.ods"), upload("Không có gì")]
        )
        secret = job.items.get(position=1)
        for item in job.items.filter(state=State.WAITING):
            run(item)
        content = desk.get(address(job)).content.decode()
        for item in job.items.all():
            offered = f'id="retry-{item.pk}"' in content
            assert offered == (item.problem not in {Problem.SECRET, Problem.UNSUPPORTED, ""})
        answer = text_of(desk.post(address(job, "retry_item", secret.pk), follow=True))
        assert "Nothing of it was kept to be tried again." in answer

    def test_of_another_import_is_not_found(self, desk: Client) -> None:
        job, other = (start_import(None, FILES, pages(1)) for _ in range(2))
        assert desk.post(address(job, "retry_item", other.items.get().pk)).status_code == 404
        assert desk.post(address(job, "retry_item", 10**12)).status_code == 404
        job.pk = 10**12
        assert desk.post(address(job, "retry")).status_code == 404

    def test_is_never_done_by_looking(self, desk: Client) -> None:
        job = start_import(None, FILES, pages(1))
        item = job.items.get()
        fail(item)
        assert desk.get(address(job, "retry")).status_code == 405
        assert desk.get(address(job, "retry_item", item.pk)).status_code == 405


def test_only_editors_may_act_and_only_they_are_offered_it() -> None:
    job = start_import(None, FILES, pages(2))
    item = job.items.get(position=1)
    fail(item)
    desk = signed_in(ReviewerFactory())
    for act, numbers in [("cancel", []), ("retry", []), ("retry_item", [item.pk])]:
        assert desk.post(address(job, act, *numbers)).status_code == 403
    assert desk.get(address(job, "cancel")).status_code == 403
    text = text_of(desk.get(address(job)))
    assert "Try again" not in text
    assert "Cancel the import" not in text


class TestFailedFirst:
    def test_they_stand_before_all_others_on_whatever_page(self, desk: Client) -> None:
        job = start_import(None, FILES, pages(150))
        for item in job.items.filter(position__gt=30):
            fail(item)
        rows = [
            [item.position for item in desk.get(address(job), {"page": n}).context["items"]]
            for n in (1, 2)
        ]
        assert rows[0] == list(range(31, 131))
        assert rows[1] == [*range(131, 151), *range(1, 31)]

    def test_the_number_of_queries_does_not_grow(self, desk: Client) -> None:
        def queries(count: int) -> int:
            job = start_import(None, FILES, pages(count))
            for item in job.items.filter(position__gt=1):
                fail(item)
            with CaptureQueriesContext(connection) as context:
                desk.get(address(job))
            return len(context)

        assert queries(4) == queries(13)


class TestPace:
    def test_is_that_of_the_last_minute(self, desk: Client) -> None:
        job = start_import(None, FILES, pages(40))
        assert pace_of(job).left(40) is None
        job.items.filter(position__lte=20).update(
            state=State.CANCELLED,
            started_at=Now() - timedelta(seconds=30),
            finished_at=Now() - timedelta(seconds=5),
        )
        assert pace_of(job).per_minute == 0
        job.items.filter(position__lte=20).update(state=State.DUPLICATE)
        assert pace_of(job).per_minute == pytest.approx(40, abs=1)
        assert "40 items a minute, less than a minute left" in text_of(desk.get(address(job)))
        job.items.filter(position__lte=20).update(finished_at=Now() - timedelta(minutes=2))
        assert "a minute" not in text_of(desk.get(address(job))).replace(NO_WORKER, "")

    def test_what_failed_at_the_door_was_no_work(self) -> None:
        job = start_import(None, FILES, [upload("x", "so.ods"), upload()])
        assert pace_of(job).per_minute == 0


class TestWorkers:
    @pytest.mark.parametrize(
        "name", ["index", "articles_importjob_changelist", "articles_importjob_add"]
    )
    def test_that_none_runs_is_said_wherever_imports_are(self, desk: Client, name: str) -> None:
        place = reverse(f"admin:{name}")
        assert NO_WORKER in text_of(desk.get(place))
        beat("celery@a", WorkerPulse.Kind.WORKER, slots=2)
        assert NO_WORKER not in text_of(desk.get(place))

    def test_the_page_of_an_import_says_it_within_a_minute(self, desk: Client) -> None:
        job = start_import(None, FILES, pages(1))
        beat("celery@a", WorkerPulse.Kind.WORKER, slots=2)
        beat("beat@a", WorkerPulse.Kind.BEAT)
        live = {"headers": {"HX-Request": "true"}}
        assert NO_WORKER not in text_of(desk.get(address(job), **live))  # type: ignore[arg-type]
        gone = WorkerPulse.objects.filter(kind=WorkerPulse.Kind.WORKER)
        gone.update(last_at=Now() - timedelta(seconds=61))
        assert NO_WORKER in text_of(desk.get(address(job), **live))  # type: ignore[arg-type]


class TestHowItEnded:
    INDEX = "/en/admin/"

    def test_is_told_to_whoever_started_it_until_they_look(
        self, desk: Client, editor: User
    ) -> None:
        job = start_import(editor, FILES, [upload(), upload(name="b.txt"), upload("x", "s.ods")])
        ended = f"Import {job.pk} has ended: 1 imported, 1 duplicate, 1 failed."
        assert "has ended" not in text_of(desk.get(self.INDEX))
        run_all(job)
        assert ended in text_of(desk.get(self.INDEX))
        assert ended not in text_of(signed_in(EditorFactory()).get(self.INDEX))

        signed_in(EditorFactory()).get(address(job))
        assert ended in text_of(desk.get(self.INDEX))
        desk.get(address(job))
        assert ended not in text_of(desk.get(self.INDEX))

    def test_also_when_it_was_cancelled(self, desk: Client, editor: User) -> None:
        job = start_import(editor, FILES, pages(2))
        cancel_import(EditorFactory(), job)
        text = text_of(desk.get(self.INDEX))
        assert f"Import {job.pk} was cancelled: 0 imported, 2 cancelled." in text

    def test_the_number_of_queries_does_not_grow(self, desk: Client, editor: User) -> None:
        def queries(count: int) -> int:
            for n in range(count):
                run_all(start_import(editor, FILES, [upload(f"Bài {n}.")]))
            with CaptureQueriesContext(connection) as context:
                desk.get(self.INDEX)
            return len(context)

        assert queries(1) == queries(4)
