"""What waits for whom, and how many stand behind a wording."""

import pytest

from review.actions.articles import sign_off
from review.actions.decisions import decide, withdraw
from review.actions.versions import Wording, rewrite
from review.models import Decision, ExtractedTask
from review.queries import said_of, with_people_in_favour
from review.verdicts import in_favour
from tests.factories import LeadFactory, ReviewerFactory
from tests.review.factories import (
    approve,
    approved_task,
    article_with_tasks,
    task_in_article,
    text_of,
    wording_now,
)
from tests.review.screens import counted

pytestmark = pytest.mark.django_db

UNSURE, REJECT = Decision.Verdict.UNSURE, Decision.Verdict.REJECT


def test_the_desk_counts_what_waits_for_each() -> None:
    person, other = ReviewerFactory(), ReviewerFactory()
    open_to_both = task_in_article()
    approve(task_in_article(), person)
    doubtful = task_in_article()
    decide(other, doubtful.pk, wording_now(doubtful).pk, UNSURE)
    approved_task()
    signed = article_with_tasks(0)
    sign_off(person, text_of(signed).pk)
    taken_down = task_in_article().article
    taken_down.state, taken_down.taken_down_reason = "taken_down", "Sai nguồn"
    taken_down.save()
    assert counted(person) == {"mine": 0, "waiting": 1, "lead": 1, "unplaced": 0, "ready": 1}
    assert counted(other) == {"mine": 0, "waiting": 2, "lead": 1, "unplaced": 0, "ready": 1}
    rewrite(person, open_to_both.pk, wording_now(open_to_both).pk, Wording("Rà soát."))
    assert counted(person)["waiting"] == 0


def test_the_list_counts_people_in_favour_as_the_rules_do() -> None:
    writer, second, third = ReviewerFactory.create_batch(3)
    lead = LeadFactory()
    task_in_article()
    approved_task()
    by_a_writer = task_in_article()
    rewrite(writer, by_a_writer.pk, wording_now(by_a_writer).pk, Wording("Rà soát."))
    regretted = task_in_article()
    regretted = rewrite(writer, regretted.pk, wording_now(regretted).pk, Wording("Rà soát."))
    decide(writer, regretted.pk, wording_now(regretted).pk, REJECT, "Tôi nghĩ lại")
    mixed = approve(task_in_article(), writer, second)
    decide(third, mixed.pk, wording_now(mixed).pk, REJECT, "Trùng")
    decide(lead, mixed.pk, wording_now(mixed).pk, UNSURE)
    withdrawn = approve(task_in_article(), writer)
    withdraw(writer, Decision.objects.get(version=withdrawn.version_id).pk)

    tasks = with_people_in_favour(ExtractedTask.objects.select_related("version").order_by("pk"))
    counted = [getattr(task, "in_favour", None) for task in tasks]
    by_rule = [
        len(in_favour(wording_now(task).written_by_id, said_of(wording_now(task))))
        for task in tasks
    ]
    assert counted == by_rule == [0, 2, 1, 0, 2, 0]
