"""Re-reading everything: slice by slice, each article once, whatever happens to the workers."""

import json
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from celery import current_app
from celery.exceptions import SoftTimeLimitExceeded
from django.core.management import CommandError, call_command
from django.db import IntegrityError
from django.db.models.functions import Now

from articles.actions import rereadings
from articles.actions.rereadings import (
    cancel_rereading,
    ring_waiting_slices,
    run_slice,
    start_rereading,
)
from articles.changes import Change, How, What
from articles.models import Article, Rereading, RereadingChange, RereadingSlice
from articles.queries.rereadings import changes_of, progress_of, tally_of
from articles.refusal import Refused
from tests.articles.factories import ArticleFactory, ThemeFactory
from tests.factories import EditorFactory, ReviewerFactory

pytestmark = pytest.mark.django_db

THEMES, FINDING = Rereading.Scope.THEMES, Rereading.Scope.FINDING


@pytest.fixture(autouse=True)
def rung(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Collect what the broker is told, in its stead."""
    told: list[int] = []

    def send(_name: str, args: list[int], **_options: object) -> None:
        told.extend(args)

    monkeypatch.setattr(current_app, "send_task", send)
    return told


@pytest.fixture(autouse=True)
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rereadings, "ARTICLES_A_SLICE", 2)


def articles(count: int) -> list[Article]:
    return [ArticleFactory(body=f"Chi bộ thôn {n} nêu gương.") for n in range(count)]


def start(scope: Rereading.Scope = THEMES, *, dry_run: bool = False) -> Rereading:
    return start_rereading(EditorFactory(), scope, dry_run=dry_run)


def run_all(rereading: Rereading) -> Rereading:
    for part in rereading.slices.order_by("pk"):
        run_slice(part.pk)
    rereading.refresh_from_db()
    return rereading


def failing(monkeypatch: pytest.MonkeyPatch, article: Article, error: Exception) -> list[int]:
    """Let one article fail; give the numbers of those that were tried."""
    tried: list[int] = []
    way = rereadings._WAYS[THEMES]

    def fail(article_id: int, *, dry_run: bool) -> list[Change]:
        tried.append(article_id)
        if article_id == article.pk:
            raise error
        return way(article_id, dry_run=dry_run)

    monkeypatch.setitem(rereadings._WAYS, THEMES, fail)
    return tried


def test_every_article_is_read_once_and_the_last_slice_ends_it() -> None:
    given = articles(5)
    ThemeFactory(name="nêu gương")

    rereading = start()
    assert rereading.slices.count() == 3
    run_all(rereading)

    assert rereading.ended_at
    assert (progress := progress_of(rereading)).done == progress.articles == progress.changed == 5
    assert tally_of(rereading) == {("theme", "gained"): 5}
    assert [change.article for change in changes_of(rereading)] == given


def test_running_a_slice_twice_does_no_harm() -> None:
    articles(2)
    ThemeFactory(name="nêu gương")

    rereading = run_all(start())
    run_all(rereading)

    assert progress_of(rereading).done == 2
    assert RereadingChange.objects.count() == 2


def test_a_dry_run_reports_and_saves_nothing_else() -> None:
    [article] = articles(1)
    ThemeFactory(name="nêu gương")

    rereading = run_all(start(dry_run=True))

    assert tally_of(rereading) == {("theme", "gained"): 1}
    assert not article.themes.exists()


def test_only_one_goes_on_at_a_time() -> None:
    articles(1)
    start()

    with pytest.raises(Refused):
        start()
    with pytest.raises(IntegrityError):
        Rereading.objects.create(scope=FINDING, articles=1)


def test_without_articles_it_has_ended_at_once() -> None:
    assert start().ended_at
    assert start().ended_at


def test_only_whoever_may_start_one_may_start_or_cancel_it() -> None:
    articles(1)
    with pytest.raises(Refused):
        start_rereading(ReviewerFactory(), THEMES, dry_run=True)
    with pytest.raises(Refused):
        cancel_rereading(ReviewerFactory(), start())


def test_a_cancelled_one_stops_and_leaves_room_for_the_next() -> None:
    articles(3)
    ThemeFactory(name="nêu gương")
    rereading = start()
    run_slice(rereading.slices.earliest("pk").pk)

    cancel_rereading(EditorFactory(), rereading)
    run_all(rereading)

    assert rereading.cancelled
    assert progress_of(rereading).done == 2
    with pytest.raises(Refused):
        cancel_rereading(EditorFactory(), rereading)
    assert start().ended_at is None


def test_an_article_that_was_erased_meanwhile_is_passed_over() -> None:
    given = articles(2)
    rereading = start()
    Article.objects.filter(pk=given[1].pk).update(text=None)

    assert run_all(rereading).ended_at


def test_a_slice_gives_others_their_turn_and_goes_on_where_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    articles(2)
    monkeypatch.setattr(rereadings, "GOES_ON_FOR", -1.0)
    rereading = start()
    part = rereading.slices.get()

    run_slice(part.pk)
    assert progress_of(rereading).done == 1
    run_slice(part.pk)

    assert run_all(rereading).ended_at
    assert progress_of(rereading).done == 2


def test_what_waits_is_rung_again_once_its_time_has_come(
    rung: list[int], django_capture_on_commit_callbacks: object
) -> None:
    articles(1)
    part = start().slices.get()

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        ring_waiting_slices()
    assert rung == [part.pk]
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        ring_waiting_slices()
    assert rung == [part.pk]
    RereadingSlice.objects.update(leased_until=Now() - timedelta(seconds=1))
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        ring_waiting_slices()
    assert rung == [part.pk, part.pk]


class TestFailures:
    def test_an_article_that_fails_is_tried_again_and_then_passed_over(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        given = articles(2)
        tried = failing(monkeypatch, given[0], ValueError())
        rereading = start()
        part = rereading.slices.get()

        for _attempt in range(3):
            run_slice(part.pk)

        assert tried == [given[0].pk] * 3 + [given[1].pk]
        assert [(c.article, c.how, c.name) for c in changes_of(rereading)] == [
            (given[0], "failed", "error")
        ]
        rereading.refresh_from_db()
        assert rereading.ended_at

    def test_an_article_that_ends_its_workers_is_given_up(self) -> None:
        given = articles(2)
        rereading = start()
        rereading.slices.update(attempts=3)

        run_all(rereading)

        assert [(c.article, c.name) for c in changes_of(rereading)] == [(given[0], "gave_up")]
        assert progress_of(rereading).done == 2

    def test_an_article_that_takes_too_long_is_passed_over_at_once(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        given = articles(2)
        failing(monkeypatch, given[0], SoftTimeLimitExceeded())

        rereading = run_all(start())

        assert [c.name for c in changes_of(rereading)] == ["took_too_long"]
        assert progress_of(rereading).done == 2

    def test_a_worker_whose_slice_went_to_another_saves_nothing(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        articles(1)
        rereading = start()

        def taken(_article_id: int, *, dry_run: bool) -> list[Change]:
            assert not dry_run
            RereadingSlice.objects.update(claim=99)
            return [Change(What.THEME, How.GAINED, "nêu gương")]

        monkeypatch.setitem(rereadings._WAYS, THEMES, taken)
        run_all(rereading)

        assert not RereadingChange.objects.exists()
        assert progress_of(rereading).done == 0


class TestTheCommand:
    def call(self, *options: str) -> dict[str, Any]:
        out = StringIO()
        call_command("reread", *options, stdout=out, stderr=StringIO())
        last: dict[str, Any] = json.loads(out.getvalue().splitlines()[-1])
        return last

    def test_orders_and_leaves_it_to_the_workers(self) -> None:
        articles(1)

        number = self.call("--no-wait", "--only", "themes", "--dry-run")["rereading"]

        rereading = Rereading.objects.get(pk=number)
        assert (rereading.scope, rereading.dry_run) == (THEMES, True)

    def test_reports_in_one_line(self) -> None:
        assert self.call("--as", EditorFactory().username) == {
            "rereading": Rereading.objects.get().pk,
            "articles": 0,
            "done": 0,
            "changed": 0,
            "changes": {},
        }

    def test_says_who_is_not_there_and_who_may_not(self) -> None:
        with pytest.raises(CommandError):
            self.call("--as", "nobody")
        with pytest.raises(CommandError):
            self.call("--as", ReviewerFactory().username)
