"""Seeded errors while others work on the same article: nothing is doubled, nobody hangs."""

import threading
from random import Random

import pytest

from articles.actions.rereading import find_again
from review.actions.decisions import decide
from review.actions.seeding import sow_in
from review.models import ExtractedTask, SeededError, SeededVerdict
from tests.at_once import at_once, one_behind_the_other
from tests.factories import ReviewerFactory
from tests.review.seeds import Fault, sown, standing, untouched_article
from tests.review.voices import APPROVE, says

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_who_approve_at_once_bring_the_true_task_back_once() -> None:
    seeded, people = sown(Fault.WRONG_BODY), ReviewerFactory.create_batch(2)
    task = seeded.task

    def approves(which: int) -> object:
        def work(barrier: threading.Barrier) -> None:
            barrier.wait()
            decide(people[which], task.pk, task.version_id or 0, APPROVE)

        return work

    assert at_once(approves(0), approves(1)) == [None, None]  # type: ignore[arg-type]
    assert len([one for one in standing(task.article) if one.start == task.start]) == 1
    assert not ExtractedTask.objects.filter(state="approved").exists()
    assert SeededVerdict.objects.filter(seeded_error=seeded, caught=False).count() == 2


def test_a_verdict_while_the_article_is_read_again() -> None:
    seeded, people = sown(Fault.WRONG_DUE), ReviewerFactory.create_batch(2)
    task = seeded.task
    says(people[0], task, APPROVE)
    results = one_behind_the_other(
        lambda: decide(people[1], task.pk, task.version_id or 0, APPROVE),
        lambda: find_again(task.article_id),
    )
    assert results == [None, None]
    task.refresh_from_db()
    assert task.state == "retired"
    assert len([one for one in standing(task.article) if one.start == task.start]) <= 1


def test_none_is_made_of_an_article_on_which_somebody_is_saying_something() -> None:
    article, person = untouched_article(), ReviewerFactory()
    task = standing(article)[0]
    results = one_behind_the_other(
        lambda: says(person, task, APPROVE), lambda: sow_in(article.pk, Random(1))
    )
    assert results == [None, None]
    assert not SeededError.objects.exists()
