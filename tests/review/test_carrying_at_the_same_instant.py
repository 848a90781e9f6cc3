"""A new text is saved while people are at work on its tasks: nothing is lost, nobody is stuck."""

import threading
from collections.abc import Callable

import pytest
from django.db import transaction

from articles.models import Article
from articles.refusal import Refused
from portal.models import CuratedList, Entry
from portal.people.models import User
from review.actions.placing import place_task
from review.models import Decision, ExtractedTask
from tests.at_once import at_once, one_behind_the_other
from tests.factories import ReviewerFactory
from tests.review.factories import (
    BODY,
    LINES,
    approve,
    article_with_tasks,
    found,
    next_text,
    task_in_article,
    text_of,
    wording_now,
)
from tests.review.voices import APPROVE, OPEN, RETIRED, UNSURE, says

pytestmark = pytest.mark.django_db(transaction=True)

LONGER = f"Mở đầu.\n{BODY}"


def approves(person: User, task: ExtractedTask) -> Callable[[], object]:
    return lambda: says(person, task, APPROVE)


def reread(article: Article, *lines: str) -> Callable[[], object]:
    """Save a longer text, in which only these lines are tasks."""
    own = Article.objects.get(pk=article.pk)
    return lambda: next_text(own, LONGER, *(found(LONGER, line) for line in lines))


def test_a_task_that_somebody_decides_on_as_the_text_is_saved_is_theirs() -> None:
    task = task_in_article()
    person = ReviewerFactory()
    assert one_behind_the_other(approves(person, task), reread(task.article)) == [None, None]
    task.refresh_from_db()
    assert (task.state, task.text_id) == (OPEN, task.article.texts.latest("number").pk)


def test_who_decides_on_a_task_that_has_just_moved_decides_on_it_there() -> None:
    article = article_with_tasks(1)
    task = article.tasks.get()
    saves, decides = reread(article, LINES[0]), approves(ReviewerFactory(), task)
    assert one_behind_the_other(saves, decides) == [None, None]
    assert Decision.objects.get().version == wording_now(task)


def test_who_decides_on_a_task_that_has_just_been_retired_is_told() -> None:
    task = task_in_article()
    saved, refused = one_behind_the_other(reread(task.article), approves(ReviewerFactory(), task))
    assert saved is None
    assert isinstance(refused, Refused)
    assert "no longer in the article" in str(refused)
    task.refresh_from_db()
    assert task.state == RETIRED


def test_who_decides_on_a_task_that_has_just_lost_its_place_is_told() -> None:
    task = approve(task_in_article(), ReviewerFactory())
    own = Article.objects.get(pk=task.article_id)
    saved, refused = one_behind_the_other(
        lambda: next_text(own, BODY.replace(LINES[0], "Khác.")), approves(ReviewerFactory(), task)
    )
    assert saved is None
    assert isinstance(refused, Refused)
    assert "text of this article has changed" in str(refused)


def test_people_who_decide_on_all_tasks_and_two_readings_are_never_in_a_ring() -> None:
    for _ in range(3):
        article = article_with_tasks(3)
        tasks = list(article.tasks.order_by("-start"))

        def decides(task: ExtractedTask) -> Callable[[threading.Barrier], None]:
            person = ReviewerFactory()

            def work(barrier: threading.Barrier) -> None:
                with transaction.atomic():
                    says(person, task, UNSURE)
                    barrier.wait()

            return work

        def saves(barrier: threading.Barrier) -> None:
            barrier.wait()
            reread(article, *LINES)()  # noqa: B023

        assert at_once(*map(decides, tasks), saves, saves) == [None] * 5
        assert Decision.objects.filter(version__task__article=article).count() == 3
        texts = set(article.tasks.values_list("text__number", "state"))
        assert texts == {(3, "with_lead")}


def test_of_a_placing_and_a_reading_at_once_the_later_sees_what_the_other_did() -> None:
    task = approve(task_in_article())
    now = BODY.replace(LINES[0], "Một là, việc khác.")
    next_text(task.article, now)
    text, own = text_of(task.article), Article.objects.get(pk=task.article_id)
    person = ReviewerFactory()
    placed, saved = one_behind_the_other(
        lambda: place_task(person, task.pk, text.pk, "Một là, việc khác."),
        lambda: next_text(own, f"{now}\nHết."),
    )
    assert (placed, saved) == (None, None)
    task.refresh_from_db()
    assert (task.quote, task.text.number) == ("Một là, việc khác.", 3)


def test_an_editor_who_puts_a_task_and_its_article_on_a_list_is_in_nobodys_way() -> None:
    """Their row of the list keeps the task from vanishing, which is no reason to wait for it."""
    task = approve(task_in_article())
    curated = CuratedList.objects.create(title="Nêu gương", slug="neu-guong")

    def arranges(barrier: threading.Barrier) -> None:
        with transaction.atomic():
            Entry.objects.create(curated_list=curated, position=1, task=task)
            barrier.wait()
            Entry.objects.create(curated_list=curated, position=2, article=task.article)

    def saves(barrier: threading.Barrier) -> None:
        with transaction.atomic():
            Article.objects.select_for_update().get(pk=task.article_id)
            barrier.wait()
            reread(task.article)()

    assert at_once(arranges, saves) == [None, None]
