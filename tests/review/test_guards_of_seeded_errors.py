"""PostgreSQL refuses, whoever asks: every rule of `review.models.seed_guards`, tried wrongly."""

import pytest

from review.models import ExtractedTask, SeededError, SeededVerdict
from tests.factories import ReviewerFactory
from tests.review.factories import approve, task_in_article
from tests.review.seeds import Fault, sown, standing, untouched_article
from tests.review.voices import APPROVE, says
from tests.review.wrongdoing import insert_decision, refused, sql

pytestmark = pytest.mark.django_db
SEED = "INSERT INTO review_seedederror (task_id, fault, instead_of_id, sown_at)"


@pytest.mark.parametrize("fault", Fault.values)
@pytest.mark.parametrize("state", ["approved", "rejected", "with_lead"])
def test_a_seeded_error_is_never_decided(fault: str, state: str) -> None:
    task = sown(fault).task
    for person in ReviewerFactory.create_batch(3):
        insert_decision(task.version_id, person.pk)
    with refused("is a seeded error: it waits"):
        sql("UPDATE review_extractedtask SET state = %s WHERE id = %s", state, task.pk)
    with refused("is a seeded error: it waits"):
        ExtractedTask.objects.filter(pk=task.pk).update(state=state)
    with refused("is a seeded error: it waits"):
        task.state = state
        ExtractedTask.objects.bulk_update([task], ["state"])


def test_it_may_be_retired_though_people_decided_on_it_and_then_never_comes_back() -> None:
    task = sown(Fault.NO_TASK).task
    says(ReviewerFactory(), task, APPROVE)
    sql("UPDATE review_extractedtask SET state = 'retired' WHERE id = %s", task.pk)
    with refused("is retired and no longer changes"):
        sql("UPDATE review_extractedtask SET state = 'open' WHERE id = %s", task.pk)


def test_what_people_had_a_word_on_never_becomes_one() -> None:
    approved = approve(task_in_article())
    said = task_in_article()
    says(ReviewerFactory(), said, APPROVE)
    for task in (approved, said):
        with refused("cannot become a seeded error"):
            sql(f"{SEED} VALUES (%s, 'no_task', NULL, now())", task.pk)


def test_a_retired_task_never_becomes_one() -> None:
    task = task_in_article()
    sql("UPDATE review_extractedtask SET state = 'retired' WHERE id = %s", task.pk)
    with refused("cannot become a seeded error"):
        sql(f"{SEED} VALUES (%s, 'no_task', NULL, now())", task.pk)


def test_only_a_retired_task_of_the_same_words_steps_aside() -> None:
    first, second, _third = standing(untouched_article())
    with refused("does not step aside"):
        sql(f"{SEED} VALUES (%s, 'wrong_due', %s, now())", first.pk, second.pk)
    sql("UPDATE review_extractedtask SET state = 'retired' WHERE id = %s", second.pk)
    with refused("does not step aside"):
        sql(f"{SEED} VALUES (%s, 'wrong_due', %s, now())", first.pk, second.pk)


def test_a_wrong_body_stands_instead_of_a_task_and_no_task_of_none() -> None:
    task = task_in_article()
    with refused("seeded_error_instead_of_a_task"):
        sql(f"{SEED} VALUES (%s, 'wrong_body', NULL, now())", task.pk)


@pytest.mark.parametrize("fault", Fault.values)
def test_that_it_was_one_never_changes_and_stays(fault: str) -> None:
    seeded = sown(fault)
    with refused("never changes"):
        sql("UPDATE review_seedederror SET fault = 'no_task' WHERE id = %s", seeded.pk)
    with refused("leaves only when its article is erased"):
        sql("DELETE FROM review_seedederror WHERE id = %s", seeded.pk)


def test_a_verdict_is_of_somebody_who_had_a_word() -> None:
    seeded = sown(Fault.NO_TASK)
    with refused("said nothing of seeded error"):
        SeededVerdict.objects.create(seeded_error=seeded, person=ReviewerFactory(), caught=True)


def test_a_verdict_never_changes_and_stays() -> None:
    seeded, person = sown(Fault.NO_TASK), ReviewerFactory()
    insert_decision(seeded.task.version_id, person.pk)
    verdict = SeededVerdict.objects.create(seeded_error=seeded, person=person, caught=False)
    with refused("never changes"):
        sql("UPDATE review_seededverdict SET caught = true WHERE id = %s", verdict.pk)
    with refused("leaves only when its article is erased"):
        sql("DELETE FROM review_seededverdict WHERE id = %s", verdict.pk)
    with refused("seeded_verdict_first"):
        SeededVerdict.objects.create(seeded_error=seeded, person=person, caught=True)


def test_one_task_is_one_seeded_error() -> None:
    seeded = sown(Fault.NO_TASK)
    with refused("duplicate key"):
        SeededError.objects.create(task=seeded.task, fault=Fault.NO_TASK)
