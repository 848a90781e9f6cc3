"""Short words for what people do about a task in tests."""

from portal.people.models import User
from review.actions.decisions import decide, settle
from review.actions.versions import Wording, rewrite
from review.models import Decision, ExtractedTask
from tests.review.factories import wording_now

APPROVE, REJECT, UNSURE = Decision.Verdict.values
OPEN, WITH_LEAD, APPROVED, REJECTED, RETIRED = ExtractedTask.State.values


def says(
    person: User, task: ExtractedTask, verdict: str, reason: str = "", *, unplaced: bool = False
) -> ExtractedTask:
    return decide(person, task.pk, wording_now(task).pk, verdict, reason, unplaced=unplaced)


def settles(lead: User, task: ExtractedTask, verdict: str, reason: str = "") -> ExtractedTask:
    return settle(lead, task.pk, wording_now(task).pk, verdict, reason)


def words(task: ExtractedTask, wording: str) -> Wording:
    return Wording(wording, due=wording_now(task).due, due_to=wording_now(task).due_to)


def edits(person: User, task: ExtractedTask, wording: str) -> ExtractedTask:
    return rewrite(person, task.pk, wording_now(task).pk, words(task, wording))


def decision_of(person: User, task: ExtractedTask) -> Decision:
    return Decision.objects.get(person=person, version=task.version_id, withdrawal=None)
