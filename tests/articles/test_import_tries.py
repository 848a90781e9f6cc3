"""What is tried again, how often and when; and what is kept of why it failed."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import LazySettings
from django.db import IntegrityError, OperationalError, connection
from django.utils import timezone

from articles.actions import running
from articles.actions.claims import (
    ATTEMPTS,
    EXCUSED_AT_MOST,
    FIRST_PAUSE,
    LONGEST_PAUSE,
    claim,
    keep,
    pause_after,
    wait_until,
)
from articles.actions.leases import kept_alive
from articles.actions.running import run_item
from articles.actions.trouble import NotNowError, in_one_line
from articles.finding import find
from articles.models import Article, ImportItem
from articles.time_limit import SAID_AGAIN_AFTER, insistent_time_limit
from tests.articles.importing import pass_time, run, start
from tests.articles.texts import upload
from tests.workers import wait_until as until

pytestmark = pytest.mark.django_db

State, Problem = ImportItem.State, ImportItem.Problem
Failing = Callable[[BaseException], None]


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Failing:
    """Have the finding of themes and tasks fail with an error."""

    def fail_with(error: BaseException) -> None:
        def fail(*_args: object, **_kwargs: object) -> None:
            raise error

        monkeypatch.setattr(running, "find", fail)

    return fail_with


def waits_for(item: ImportItem) -> timedelta:
    item.refresh_from_db()
    assert item.leased_until is not None
    return item.leased_until - timezone.now()


class TestTryingAgain:
    @pytest.mark.parametrize(
        "error",
        [
            OperationalError("deadlock detected"),
            ConnectionResetError("the broker is gone"),
            OSError(28, "No space left on device"),
            NotNowError(Problem.NO_ANSWER, "503"),
        ],
    )
    def test_what_has_nothing_to_do_with_the_item_is_excused_for_an_hour(
        self, failing: Failing, error: Exception
    ) -> None:
        (item,) = start(upload())
        failing(error)
        states = [run(item).state for _ in range(EXCUSED_AT_MOST + 1)]
        assert states == [State.WAITING] * EXCUSED_AT_MOST + [State.FAILED]
        item.refresh_from_db()
        assert item.problem == getattr(error, "problem", Problem.ERROR)
        assert item.last_error
        assert not item.announced

    def test_what_will_not_pass_fails_at_once(self, failing: Failing) -> None:
        (item,) = start(upload())
        failing(ValueError("Một câu của bài"))
        ended = run(item)
        assert (ended.state, ended.problem, ended.attempts) == (State.FAILED, Problem.ERROR, 1)
        assert ended.last_error.startswith("ValueError in fail, line ")
        assert "câu của bài" not in ended.last_error

    def test_what_hardly_passes_has_three_tries(self, failing: Failing) -> None:
        for error, problem in [
            (IntegrityError("twice"), Problem.ERROR),
            (MemoryError(), Problem.TOO_MUCH_MEMORY),
        ]:
            (item,) = start(upload())
            failing(error)
            states = [run(item).state for _ in range(ATTEMPTS)]
            assert states == [State.WAITING, State.WAITING, State.FAILED]
            assert ImportItem.objects.get(pk=item.pk).problem == problem

    def test_what_was_excused_leaves_three_tries_for_workers_that_die(
        self, failing: Failing
    ) -> None:
        (item,) = start(upload())
        failing(OperationalError("gone"))
        run(item)
        run(item)
        pass_time(item)
        item.refresh_from_db()
        for _ in range(ATTEMPTS):
            assert claim(item, "dies")
            pass_time(item)
            ImportItem.objects.filter(pk=item.pk).update(state=State.WAITING)
        assert run(item).problem == Problem.GAVE_UP

    def test_storage_that_does_not_answer_is_excused_whatever_it_raises(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (item,) = start(upload())
        assert item.original is not None
        path = Path(item.original.file.path)
        away = path.rename(path.with_suffix(".away"))
        waiting = run(item)
        assert (waiting.state, waiting.excused) == (State.WAITING, 1)
        assert waiting.last_error == "The storage does not give it: FileNotFoundError"
        away.rename(path)
        assert run(item).state == State.IMPORTED


class TestPauses:
    def test_are_longer_each_time_and_never_the_same_for_all(self) -> None:
        for attempts in range(1, 30):
            longest = min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE)
            pauses = [pause_after(attempts) for _ in range(20)]
            assert all(longest / 2 <= pause <= longest for pause in pauses)
            assert len(set(pauses)) > 10

    def test_are_those_that_a_site_asks_for_if_they_are_longer(self, failing: Failing) -> None:
        (item,) = start(upload())
        failing(NotNowError(Problem.NO_ANSWER, "429", after=timedelta(minutes=7)))
        run(item)
        assert timedelta(minutes=6) < waits_for(item) <= timedelta(minutes=7)

    def test_an_old_message_does_not_end_the_pause(self, failing: Failing) -> None:
        (item,) = start(upload())
        failing(OperationalError("gone"))
        run(item)
        run_item(item.pk, "an old message")
        item.refresh_from_db()
        assert (item.attempts, item.excused, item.state) == (1, 1, State.WAITING)

    def test_a_message_to_the_moment_may_come_a_little_early(self) -> None:
        (item,) = start(upload())
        assert claim(item, "test")
        wait_until(item, timezone.now() + timedelta(seconds=0.9))
        run_item(item.pk, "test")
        item.refresh_from_db()
        assert item.state == State.IMPORTED

    def test_waiting_for_a_turn_is_no_attempt(self) -> None:
        (item,) = start(upload())
        assert claim(item, "test")
        wait_until(item, timezone.now() + timedelta(minutes=3))
        assert timedelta(minutes=2) < waits_for(item)
        assert (item.attempts, item.state, item.announced) == (0, State.WAITING, False)


class TestLastError:
    @pytest.mark.parametrize(
        ("error", "words"),
        [
            (OperationalError("gone\nDETAIL: a row"), "OperationalError: gone"),
            (
                OperationalError('"postgres://duyet:s3cret@db/x" refused'),
                'OperationalError: "postgres://…db/x" refused',
            ),
            (OSError("password=s3cret host=db"), "OSError: … host=db"),
            (NotNowError(why="503 from\nhttps://a:b@c.vn/"), "503 from https://…c.vn/"),
            (KeyError("s3cret"), "KeyError"),
        ],
    )
    def test_is_one_line_without_secrets(self, error: Exception, words: str) -> None:
        assert in_one_line(error) == words

    def test_is_bounded(self) -> None:
        assert len(in_one_line(OSError("x" * 5000))) == 300


LONG = 30


class TestTimeLimit:
    def test_is_said_until_it_is_heard(self) -> None:
        heard: list[str] = []

        def hears_nothing() -> None:
            for _ in range(2):  # a bare except, twice
                try:
                    time.sleep(LONG)
                except BaseException as error:  # noqa: BLE001
                    heard.append(type(error).__name__)
            time.sleep(LONG)

        began = time.monotonic()
        threading.Timer(0.1, os.kill, [os.getpid(), signal.SIGUSR1]).start()
        with pytest.raises(SoftTimeLimitExceeded), insistent_time_limit():
            hears_nothing()
        assert len(heard) == 2
        assert time.monotonic() - began < LONG  # said in three seconds, on a machine with time

    def test_does_not_cut_off_what_is_put_in_order_on_the_way_out(self) -> None:
        done: list[str] = []

        @contextmanager
        def slow_to_end() -> Iterator[None]:
            try:
                yield
            finally:
                time.sleep(1.5 * SAID_AGAIN_AFTER)
                done.append("rolled back")

        threading.Timer(0.1, os.kill, [os.getpid(), signal.SIGUSR1]).start()
        with pytest.raises(SoftTimeLimitExceeded), insistent_time_limit(), slow_to_end():
            time.sleep(5)
        assert done == ["rolled back"]

    def test_leaves_nothing_behind(self) -> None:
        before = signal.getsignal(signal.SIGUSR1), signal.getsignal(signal.SIGALRM)
        with insistent_time_limit():
            assert signal.getsignal(signal.SIGUSR1) != before[0]
        assert (signal.getsignal(signal.SIGUSR1), signal.getsignal(signal.SIGALRM)) == before
        assert signal.getitimer(signal.ITIMER_REAL)[0] == 0

    def test_in_other_threads_it_is_celerys_own(self) -> None:
        before = signal.getsignal(signal.SIGUSR1)
        seen: list[Any] = []

        def look() -> None:
            with insistent_time_limit():
                seen.append(signal.getsignal(signal.SIGUSR1))

        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
        assert seen == [before]


@pytest.mark.django_db(transaction=True)
class TestHeartbeat:
    def test_renews_while_the_work_goes_on_and_leaves_no_connection(
        self, rung: list[int], settings: LazySettings
    ) -> None:
        settings.IMPORT_LEASE_SECONDS = 1
        (item,) = start(upload())
        assert claim(item, "test")
        before = connections_open()
        first = ends_at(item)
        with kept_alive(lambda: keep(item)):
            until(lambda: ends_at(item) > first + timedelta(seconds=1), 30)
        until(lambda: connections_open() == before, 30)  # the server hears of it a little later

    def test_stops_when_another_worker_has_it_and_nothing_is_saved(
        self, rung: list[int], settings: LazySettings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        settings.IMPORT_LEASE_SECONDS = 1
        (item,) = start(upload())

        def be_late(*args: Any, **kwargs: Any) -> Any:
            ImportItem.objects.filter(pk=item.pk).update(claim=9, leased_until=timezone.now())
            time.sleep(1)
            return find(*args, **kwargs)

        monkeypatch.setattr(running, "find", be_late)
        late = run(item)
        assert late.leased_until is not None
        assert late.leased_until < timezone.now() - timedelta(seconds=0.5)
        assert (late.state, late.claim) == (State.RUNNING, 9)
        assert not Article.objects.exists()


def ends_at(item: ImportItem) -> datetime:
    (ends,) = ImportItem.objects.filter(pk=item.pk).values_list("leased_until", flat=True)
    assert ends is not None
    return ends


def connections_open() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
        return int(cursor.fetchone()[0])
