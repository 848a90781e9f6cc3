"""Whom an act on a task concerns, besides who did it."""

import pytest

from portal.people.models import User
from review.actions.decisions import withdraw
from review.models import ExtractedTask, Notice
from tests.factories import LeadFactory, ReviewerFactory
from tests.review.factories import task_in_article
from tests.review.voices import APPROVE, REJECT, UNSURE, decision_of, edits, says, settles

pytestmark = pytest.mark.django_db

Kind = Notice.Kind


def told(person: User) -> list[str]:
    notices = Notice.objects.filter(person=person).order_by("pk")
    return list(notices.values_list("kind", flat=True))


def now(task: ExtractedTask) -> ExtractedTask:
    return ExtractedTask.objects.get(pk=task.pk)


def test_leads_are_told_of_a_dispute_once() -> None:
    task, lead, doubter = task_in_article(), LeadFactory(), ReviewerFactory()

    says(doubter, task, UNSURE)
    says(ReviewerFactory(), task, REJECT, "Không phải nhiệm vụ.")

    assert told(lead) == [Kind.DISPUTED]
    assert told(doubter) == []


def test_a_dispute_that_comes_of_taking_back_is_told_too() -> None:
    task, lead, second = task_in_article(), LeadFactory(), LeadFactory()
    says(ReviewerFactory(), task, APPROVE)
    says(ReviewerFactory(), task, REJECT, "Không phải nhiệm vụ.")
    settles(lead, task, APPROVE)
    Notice.objects.all().delete()

    withdraw(lead, decision_of(lead, task).pk)

    assert told(second) == [Kind.DISPUTED]


def test_whoever_wrote_a_wording_is_told_what_became_of_it() -> None:
    task, writer = task_in_article(), ReviewerFactory()
    edits(writer, task, "Rà soát đội ngũ cán bộ.")

    says(ReviewerFactory(), now(task), APPROVE)

    assert told(writer) == [Kind.APPROVED]


def test_those_in_favour_of_a_wording_are_told_that_an_edit_voids_it() -> None:
    task, for_it, against = task_in_article(), ReviewerFactory(), ReviewerFactory()
    writer, changed_mind, editor = ReviewerFactory(), ReviewerFactory(), ReviewerFactory()
    edits(writer, task, "Rà soát đội ngũ cán bộ.")
    says(changed_mind, now(task), APPROVE)
    withdraw(changed_mind, decision_of(changed_mind, now(task)).pk)
    says(for_it, now(task), APPROVE)
    says(against, now(task), REJECT, "Không phải nhiệm vụ.")
    Notice.objects.all().delete()

    edits(editor, now(task), "Rà soát toàn bộ đội ngũ cán bộ.")

    assert told(for_it) == told(writer) == [Kind.VOIDED]
    assert told(against) == told(changed_mind) == told(editor) == []


def test_who_had_a_word_in_it_is_told_that_a_lead_settled() -> None:
    task, writer, against, lead = (
        task_in_article(),
        ReviewerFactory(),
        ReviewerFactory(),
        LeadFactory(),
    )
    edits(writer, task, "Rà soát đội ngũ cán bộ.")
    says(against, now(task), REJECT, "Không phải nhiệm vụ.")
    Notice.objects.all().delete()

    settles(lead, now(task), REJECT, "Đúng là không phải.")

    assert told(writer) == [Kind.REJECTED]
    assert told(against) == [Kind.SETTLED]
    assert told(lead) == []


def test_a_refused_act_tells_nobody() -> None:
    task, writer = task_in_article(), ReviewerFactory()
    edits(writer, task, "Rà soát đội ngũ cán bộ.")

    with pytest.raises(Exception, match="wrote this wording"):
        says(writer, now(task), APPROVE)

    assert not Notice.objects.exists()
