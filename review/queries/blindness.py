"""Who sees what others said of a task: nobody is to be swayed before their own word stands.

Verdicts, reasons, comments, and how many are in favour are hidden from whoever may decide, until
they have said something of the current version; writing it says something. Leads, who settle, see
all. So does who may not decide at all: there is no word of theirs to be swayed. Wordings, the state
of a task, and what one has said oneself are never hidden.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, QuerySet, Value, When

from review.models import Decision, ExtractedTask, TaskVersion
from review.queries.decisions import effective_decisions

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.db.models.expressions import Combinable


def sees_others(person: "AbstractUser", task: ExtractedTask) -> bool:
    """Say whether this person sees what others said of the task, in two queries at most."""
    return sees_all(person) or (
        _may_look(person) and _have_said(person).filter(pk=task.pk).exists()
    )


def sees_all(person: "AbstractUser") -> bool:
    """Say whether nothing is hidden from this person, whatever the task."""
    if not _may_look(person):
        return False
    is_lead = person.has_perm("review.settle_extractedtask")
    return is_lead or not person.has_perm("review.decide_extractedtask")


def has_said(person_id: int, version: TaskVersion, said: Iterable[Decision]) -> bool:
    """Say so from the decisions on this version that were not taken back, without a query."""
    return version.written_by_id == person_id or any(each.person_id == person_id for each in said)


def seen_by(person: "AbstractUser", tasks: QuerySet[ExtractedTask]) -> QuerySet[ExtractedTask]:
    """Give those of the tasks of which this person sees what others said."""
    if sees_all(person):
        return tasks
    return tasks.filter(_has_said(person)) if _may_look(person) else tasks.none()


def with_sight(person: "AbstractUser", tasks: QuerySet[ExtractedTask]) -> QuerySet[ExtractedTask]:
    """Add `is_seen`: whether this person sees what others said of the task."""
    seen: Combinable = Value(sees_all(person), output_field=BooleanField())
    if not sees_all(person) and _may_look(person):
        said = When(_has_said(person), then=Value(value=True))
        seen = Case(said, default=Value(value=False), output_field=BooleanField())
    return tasks.annotate(is_seen=seen)


def decisions_seen_by(person: "AbstractUser", decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    """Give those of the decisions that this person sees: their own are never hidden."""
    if sees_all(person):
        return decisions
    tasks = seen_by(person, ExtractedTask.objects.all())
    return decisions.filter(Q(person=person.pk) | Q(version__task__in=tasks.values("pk")))


def _may_look(person: "AbstractUser") -> bool:
    return person.has_perm("review.view_extractedtask")


def _have_said(person: "AbstractUser") -> QuerySet[ExtractedTask]:
    return ExtractedTask.objects.filter(_has_said(person))


def _has_said(person: "AbstractUser") -> Q:
    own = effective_decisions(OuterRef("version")).filter(person=person.pk)
    return Q(version__written_by=person.pk) | Q(Exists(own))
