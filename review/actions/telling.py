"""Whom an act on a task concerns, besides who did it."""

from typing import TYPE_CHECKING

from review.actions.notices import tell, tell_leads
from review.models import ExtractedTask, Notice
from review.queries import said_of
from review.verdicts import in_favour

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

State = ExtractedTask.State
Kind = Notice.Kind


def tell_of_state(task: ExtractedTask, before: str, *, by: "AbstractUser") -> None:
    """Tell leads that the task waits for them now, or the writer what became of the wording."""
    if task.state == before or task.version is None:
        return
    if task.state == State.WITH_LEAD:
        tell_leads(Kind.DISPUTED, task=task, by=by)
    elif task.state in (State.APPROVED, State.REJECTED):
        tell([task.version.written_by_id], _decided(task), task=task, by=by)


def tell_settled(task: ExtractedTask, *, by: "AbstractUser") -> None:
    """Tell those who had a word in it what the lead has made of it: the writer, and who decided."""
    if task.version is None:
        return
    writer = task.version.written_by_id
    others = {said.person for said in said_of(task.version)} - {writer}
    tell(others, Kind.SETTLED, task=task, by=by)
    if task.state in (State.APPROVED, State.REJECTED):
        tell([writer], _decided(task), task=task, by=by)


def tell_voided(task: ExtractedTask, *, by: "AbstractUser") -> None:
    """Tell who is in favour of the current wording that it is about to give way to another."""
    if task.version:
        standing = in_favour(task.version.written_by_id, said_of(task.version))
        tell(standing, Kind.VOIDED, task=task, by=by)


def _decided(task: ExtractedTask) -> Kind:
    return Kind.APPROVED if task.state == State.APPROVED else Kind.REJECTED
