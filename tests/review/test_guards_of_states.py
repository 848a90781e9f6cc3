"""A task is called what the decisions on its current wording add up to, whoever asks."""

import pytest
from django.db import connection, transaction

from review.models import DeskSettings, ExtractedTask
from review.queries import said_of
from review.verdicts import State, state_of
from tests.factories import ReviewerFactory
from tests.review.factories import (
    approved_task,
    lose_approval,
    task_in_article,
    wording_now,
)
from tests.review.wrongdoing import insert_decision, refused, sql

pytestmark = pytest.mark.django_db

YES, NO, UNSURE = "approve", "reject", "unsure"
LEAD_YES, LEAD_NO = "lead approves", "lead rejects"
DECIDABLE = [state for state in State if state != State.RETIRED]


def say(task: ExtractedTask, words: list[str]) -> None:
    for word in words:
        settles = word in {LEAD_YES, LEAD_NO}
        verdict = {LEAD_YES: YES, LEAD_NO: NO}.get(word, word)
        insert_decision(task.version_id, ReviewerFactory().pk, verdict, settles=settles)


def call(task: ExtractedTask, state: str) -> None:
    """Call it something else first: only who changes a state is asked."""
    other = next(each for each in DECIDABLE if each != state)
    sql("UPDATE review_extractedtask SET state = %s WHERE id = %s", other, task.pk)
    sql("UPDATE review_extractedtask SET state = %s WHERE id = %s", state, task.pk)


@pytest.mark.parametrize("needed", [1, 2])
@pytest.mark.parametrize(
    "words",
    [
        [],
        [YES],
        [NO],
        [UNSURE],
        [YES, YES],
        [YES, NO],
        [NO, YES],
        [NO, NO],
        [YES, YES, NO],
        [YES, YES, UNSURE],
        [YES, NO, LEAD_YES],
        [YES, NO, LEAD_NO],
        [UNSURE, LEAD_YES],
        [NO, YES, LEAD_YES, NO],
        [NO, YES, LEAD_YES, UNSURE],
        [NO, YES, LEAD_NO, YES, YES],
        [UNSURE, LEAD_NO, LEAD_YES],
        [UNSURE, LEAD_YES, LEAD_NO],
    ],
    ids=", ".join,
)
def test_the_database_counts_as_the_desk_does(words: list[str], needed: int) -> None:
    DeskSettings.objects.update_or_create(pk=1, defaults={"approvals_needed": needed})
    task = task_in_article()
    say(task, words)
    version = wording_now(task)
    decided = state_of(version.written_by_id, version.needed, said_of(version))
    for state in DECIDABLE:
        if state != decided:
            with refused("by what was decided it is|without enough people in favour"):
                call(task, state)
    with transaction.atomic():
        call(task, decided)
        connection.check_constraints()


def test_what_was_taken_back_counts_no_more() -> None:
    task = approved_task()
    lose_approval(task)
    with refused("is called rejected; by what was decided it is open"):
        ExtractedTask.objects.filter(pk=task.pk).update(state=State.REJECTED)
    with refused("without enough people in favour"):
        ExtractedTask.objects.filter(pk=task.pk).update(state=State.APPROVED)


@pytest.mark.parametrize("state", [State.REJECTED, State.WITH_LEAD])
def test_no_task_begins_decided(state: State) -> None:
    text = task_in_article().text
    with refused(f"is called {state}; by what was decided it is open"):
        ExtractedTask.objects.create(
            article=text.article,
            text=text,
            start=0,
            end=4,
            quote=text.body[:4],
            confidence=1,
            state=state,
        )
