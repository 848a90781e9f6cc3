"""What was published keeps the word of those who stand behind it."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction

from articles.refusal import Refused
from portal.actions import Pick, withdraw_edition
from review.actions.decisions import decide, settle, withdraw
from review.models import Decision, ExtractedTask, Withdrawal
from tests.at_once import one_behind_the_other
from tests.factories import LeadFactory, ManagingEditorFactory, ReviewerFactory
from tests.portal.factories import approved_task, publish, published_edition, submitted_list

pytestmark = pytest.mark.django_db

Verdict = Decision.Verdict


def a_decision_on(task: ExtractedTask) -> Decision:
    decision = Decision.objects.filter(version=task.version_id, withdrawal=None).first()
    assert decision
    return decision


def take_back_by_sql(decision: Decision) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO review_withdrawal (decision_id, withdrawn_by_id, withdrawn_at)"
            " VALUES (%s, %s, now())",
            [decision.pk, decision.person_id],
        )


def take_back_by_hand(decision: Decision) -> None:
    withdraw(decision.person, decision.pk)


@pytest.mark.usefixtures("english")
def test_a_decision_on_a_published_wording_is_not_taken_back() -> None:
    task = approved_task()
    edition = published_edition(Pick(task=task), title="Nêu gương")
    decision = a_decision_on(task)

    with pytest.raises(Refused, match=f"stands in what was published: “{edition.title}"):
        withdraw(decision.person, decision.pk)

    assert not Withdrawal.objects.exists()


def test_raw_sql_does_not_take_it_back_either() -> None:
    task = approved_task()
    published_edition(Pick(task=task))
    decision = a_decision_on(task)

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pgtrigger.ignore',"
            " '{review_withdrawal:pgtrigger_not_of_what_is_published}', true)"
        )
    with pytest.raises(IntegrityError, match="stands in an edition"), transaction.atomic():
        take_back_by_sql(decision)


def test_it_is_taken_back_where_the_edition_was_withdrawn() -> None:
    task = approved_task()
    edition = published_edition(Pick(task=task))
    withdraw_edition(ManagingEditorFactory(), edition, reason="Dẫn sai.")
    decision = a_decision_on(task)

    withdraw(decision.person, decision.pk)

    assert Withdrawal.objects.filter(decision=decision).exists()


def test_another_edition_that_stands_is_enough() -> None:
    task = approved_task()
    withdrawn = published_edition(Pick(task=task))
    published_edition(Pick(task=task), title="Danh mục khác")
    withdraw_edition(ManagingEditorFactory(), withdrawn, reason="Dẫn sai.")
    decision = a_decision_on(task)

    with pytest.raises(Refused, match="Danh mục khác"):
        withdraw(decision.person, decision.pk)


def test_other_wordings_are_not_held() -> None:
    task, other = approved_task(), approved_task()
    published_edition(Pick(task=task))
    decision = a_decision_on(other)

    withdraw(decision.person, decision.pk)

    other.refresh_from_db()
    assert other.state == ExtractedTask.State.OPEN


@pytest.mark.usefixtures("english")
def test_a_lead_who_approved_it_leaves_a_later_dispute_to_another() -> None:
    task, lead = approved_task(), LeadFactory()
    assert task.version
    decide(lead, task.pk, task.version.pk, Verdict.REJECT, "Không phải nhiệm vụ.")
    settle(lead, task.pk, task.version.pk, Verdict.APPROVE)
    published_edition(Pick(task=task))
    decide(ReviewerFactory(), task.pk, task.version.pk, Verdict.UNSURE)

    with pytest.raises(Refused, match="stands in what was published"):
        settle(lead, task.pk, task.version.pk, Verdict.APPROVE)
    settle(LeadFactory(), task.pk, task.version.pk, Verdict.APPROVE)

    task.refresh_from_db()
    assert task.state == ExtractedTask.State.APPROVED


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("take_back", [take_back_by_sql, take_back_by_hand])
def test_who_takes_back_while_it_is_being_published_is_refused(
    take_back: Callable[[Decision], object],
) -> None:
    task = approved_task()
    submitted = submitted_list(Pick(task=task))
    decision = a_decision_on(task)

    published, refusal = one_behind_the_other(
        lambda: publish(submitted), lambda: take_back(decision)
    )

    assert published is None
    assert isinstance(refusal, (Refused, IntegrityError))
    assert not Withdrawal.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_is_being_taken_back_is_not_published() -> None:
    task = approved_task()
    submitted = submitted_list(Pick(task=task))
    decision = a_decision_on(task)

    taken_back, refusal = one_behind_the_other(
        lambda: take_back_by_hand(decision), lambda: publish(submitted)
    )

    assert taken_back is None
    assert isinstance(refusal, Refused)
    assert not submitted.editions.exists()
