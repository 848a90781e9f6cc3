"""Verdicts: give one, settle what differs, take one's own back."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from articles.history import by
from articles.refusal import Refused, require
from review.actions.holding import hold, restate
from review.actions.telling import tell_of_state, tell_settled
from review.models import Decision, ExtractedTask, Withdrawal
from review.queries import effective_decisions
from review.signals import decision_being_withdrawn

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

Verdict = Decision.Verdict


@transaction.atomic
def decide(  # noqa: PLR0913  (one form says it all)
    person: "AbstractUser",
    task_id: int,
    version_id: int,
    verdict: str,
    reason: str = "",
    *,
    unplaced: bool = False,
) -> ExtractedTask:
    """Say what one thinks of exactly this version; where its words stand no more, knowing that."""
    require(person, "review.decide_extractedtask")
    task = hold(task_id, version_id, unplaced=unplaced)
    standing = list(effective_decisions(version_id))
    if any(said.person_id == person.pk for said in standing):
        raise Refused(_("You have already decided on this wording."))
    if any(said.settles and said.verdict == Verdict.REJECT for said in standing):
        raise Refused(_("A lead has settled this wording. You can still write another one."))
    _refuse_own(person, task, verdict, _("You wrote this wording: somebody else approves it."))
    before = task.state
    with by(person):
        _record(person, version_id, verdict, reason)
        restate(task)
    tell_of_state(task, before, by=person)
    return task


@transaction.atomic
def settle(  # noqa: PLR0913  (one form says it all)
    person: "AbstractUser",
    task_id: int,
    version_id: int,
    verdict: str,
    reason: str = "",
    *,
    unplaced: bool = False,
) -> ExtractedTask:
    """Give a lead's word on a task on which decisions differ, or somebody was unsure.

    It takes the place of what the lead had said on this version before.
    """
    require(person, "review.settle_extractedtask")
    task = hold(task_id, version_id, unplaced=unplaced)
    if task.state != ExtractedTask.State.WITH_LEAD:
        raise Refused(_("This task is not with the lead."))
    if verdict == Verdict.UNSURE:
        raise Refused(_("Settle it one way or the other."))
    _refuse_own(person, task, verdict, _("You wrote this wording: another lead settles it."))
    with by(person):
        for decision in effective_decisions(version_id).filter(person_id=person.pk):
            _take_back(decision)
        _record(person, version_id, verdict, reason, settles=True)
        restate(task)
    tell_settled(task, by=person)
    return task


@transaction.atomic
def withdraw(person: "AbstractUser", decision_id: int) -> ExtractedTask:
    """Take back one's own decision: it no longer counts, and still stands on the record."""
    require(person, "review.decide_extractedtask")
    decision = Decision.objects.select_related("version").get(pk=decision_id)
    if decision.person_id != person.pk:
        raise Refused(_("Only the person who decided can take it back."))
    task = hold(decision.version.task_id, decision.version_id, unplaced=True)
    if Withdrawal.objects.filter(decision=decision).exists():
        raise Refused(_("This decision has been taken back already."))
    before = task.state
    with by(person):
        _take_back(decision)
        restate(task)
    tell_of_state(task, before, by=person)
    return task


def _take_back(decision: Decision) -> None:
    """Others may hold against it: what was published stands on it."""
    decision_being_withdrawn.send(sender=None, decision=decision)
    Withdrawal.objects.create(decision=decision, withdrawn_by_id=decision.person_id)


def _refuse_own(person: "AbstractUser", task: ExtractedTask, verdict: str, message: str) -> None:
    if verdict == Verdict.APPROVE and task.version and task.version.written_by_id == person.pk:
        raise Refused(message)


def _record(
    person: "AbstractUser", version_id: int, verdict: str, reason: str, *, settles: bool = False
) -> None:
    reason = reason.strip()
    if verdict not in Verdict.values:
        raise Refused(_("There is no such decision."))
    if verdict == Verdict.REJECT and not reason:
        raise Refused(_("Say why you reject it."))
    Decision.objects.create(
        version_id=version_id,
        person_id=person.pk,
        verdict=verdict,
        reason=reason,
        settles=settles,
    )
