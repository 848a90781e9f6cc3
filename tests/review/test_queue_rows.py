"""What the queue knows of each task, whoever changes what it hangs on."""

from datetime import date

import pytest
from django.db import connection

from articles.models import Publisher
from review.actions.decisions import decide, settle, withdraw
from review.actions.versions import Wording, rewrite
from review.models import Assignment, Decision, ExtractedTask, QueueRow
from tests.factories import LeadFactory, ReviewerFactory
from tests.review.factories import (
    BODY,
    LINES,
    approve,
    approved_task,
    article_with_tasks,
    found,
    found_again,
    next_text,
    task_in_article,
    wording_now,
)
from tests.review.queue import row_of
from tests.review.wrongdoing import insert_decision

pytestmark = pytest.mark.django_db

APPROVE, REJECT, UNSURE = Decision.Verdict.values


def says(person: object, task: ExtractedTask, verdict: str) -> Decision:
    task.refresh_from_db()
    decide(person, task.pk, wording_now(task).pk, verdict, "Trùng")  # type: ignore[arg-type]
    return Decision.objects.latest("pk")


def test_a_new_task_waits_for_everybody() -> None:
    task = task_in_article(due_to=date(2030, 6, 29))
    row = row_of(task)
    assert (row.stage, row.said_by, row.sent_back_to) == ("open", [], [])
    assert (row.article_id, row.version_id) == (task.article_id, task.version_id)
    assert row.due_order == date(2030, 6, 29)


def test_who_has_spoken_is_kept_and_taken_back() -> None:
    task, person = task_in_article(), ReviewerFactory()
    said = says(person, task, APPROVE)
    assert row_of(task).said_by == [person.pk]
    withdraw(person, said.pk)
    assert row_of(task).said_by == []


def test_states_follow() -> None:
    assert row_of(approved_task()).stage == "approved"
    task = task_in_article()
    says(ReviewerFactory(), task, UNSURE)
    assert row_of(task).stage == "with_lead"
    settle(LeadFactory(), task.pk, wording_now(task).pk, REJECT, "Trùng")
    assert row_of(task).stage == "rejected"


def test_an_edit_sends_it_back_to_who_approved_the_wording_before() -> None:
    approver, writer = ReviewerFactory.create_batch(2)
    task = approve(task_in_article(), approver)
    rewrite(writer, task.pk, wording_now(task).pk, Wording("Rà soát."))
    row = row_of(task)
    assert (row.said_by, row.sent_back_to) == ([writer.pk], [approver.pk])
    says(approver, task, APPROVE)
    assert row_of(task).sent_back_to == []


def test_a_rejection_sends_it_back_to_who_wrote_the_wording() -> None:
    writer, other = ReviewerFactory.create_batch(2)
    task = task_in_article()
    rewrite(writer, task.pk, wording_now(task).pk, Wording("Rà soát."))
    says(other, task, REJECT)
    task.refresh_from_db()
    settle(LeadFactory(), task.pk, wording_now(task).pk, REJECT, "Trùng")
    assert row_of(task).sent_back_to == [writer.pk]


def test_what_lost_its_place_is_apart_and_what_is_retired_is_away() -> None:
    article = article_with_tasks(2)
    kept, lost = article.tasks.order_by("start")
    approve(lost)
    next_text(article, BODY.replace(LINES[1], "Hai là, khác hẳn."), found(BODY, LINES[0]))
    assert row_of(kept).stage == "open"
    assert row_of(lost).stage == "unplaced"
    found_again(article)
    assert row_of(kept).stage == "away"


def test_what_is_told_of_the_article_follows() -> None:
    task = task_in_article()
    publisher = Publisher.objects.create(name="Báo Đông Khê", key="bao dong khe")
    article = task.article
    article.publisher, article.published_on = publisher, date(2021, 5, 1)
    article.save()
    row = row_of(task)
    assert (row.publisher_id, row.published_on) == (publisher.pk, date(2021, 5, 1))
    article.state, article.taken_down_reason = "taken_down", "Sai nguồn"
    article.save()
    assert row_of(task).stage == "away"


def test_an_assignment_comes_and_goes() -> None:
    task, person = task_in_article(), ReviewerFactory()
    Assignment.objects.create(
        task=task, person=person, due_on=date(2030, 1, 1), assigned_by=LeadFactory()
    )
    row = row_of(task)
    assert (row.assigned_person_id, row.decide_by) == (person.pk, date(2030, 1, 1))
    Assignment.objects.all().delete()
    row = row_of(task)
    assert (row.assigned_person_id, row.decide_by) == (None, None)


def test_raw_sql_and_bulk_updates_are_followed_too() -> None:
    task = task_in_article()
    insert_decision(task.version_id, ReviewerFactory().pk, "unsure")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL pgtrigger.ignore = '{review_extractedtask:shows_in_the_queue}'")
        cursor.execute(
            "UPDATE review_extractedtask SET state = 'with_lead', confidence = 0.25 WHERE id = %s",
            [task.pk],
        )
    row = row_of(task)
    assert (row.stage, row.confidence) == ("with_lead", 0.25)


def test_each_task_has_one_row_and_an_erased_one_none() -> None:
    for _ in range(3):
        approved_task()
    assert QueueRow.objects.count() == ExtractedTask.objects.count() == 3
