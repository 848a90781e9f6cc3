"""Whose work a task is: a person's or a role's, until a day."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.history import by
from articles.refusal import Refused, require
from review.actions.holding import hold_whichever
from review.actions.notices import tell
from review.models import Assignment, ExtractedTask, Notice
from review.queries import DECIDED
from review.queries.assigning import Assignee, people_of, people_who_decide, roles_that_decide

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@transaction.atomic
def assign(
    person: "AbstractUser", task_id: int, to: Assignee, due_on: date | None = None
) -> Assignment:
    """Give an undecided task to somebody who may decide, instead of whoever had it."""
    require(person, "review.assign_extractedtask")
    _refuse_unless_able(to)
    if due_on and due_on < timezone.localdate():
        raise Refused(_("This day has passed."))
    task = hold_whichever(task_id)
    if task.state in DECIDED:
        raise Refused(_("This task is decided already."))
    with by(person):
        return _write(person, task, to, due_on)


@transaction.atomic
def lift(person: "AbstractUser", task_id: int) -> bool:
    """Assign the task to nobody; tell whether it was somebody's."""
    require(person, "review.assign_extractedtask")
    task = hold_whichever(task_id)
    with by(person):
        gone, _each = Assignment.objects.filter(task=task).delete()
    return gone > 0


@transaction.atomic
def assign_article(
    person: "AbstractUser", article_id: int, to: Assignee | None, due_on: date | None = None
) -> int:
    """Assign all undecided tasks of an article, or none of them; tell how many."""
    require(person, "review.assign_extractedtask")
    undecided = ExtractedTask.objects.filter(
        article=article_id, state__in=[ExtractedTask.State.OPEN, ExtractedTask.State.WITH_LEAD]
    )
    tasks = list(undecided.order_by("pk").values_list("pk", flat=True))
    for task_id in tasks:
        if to:
            assign(person, task_id, to, due_on)
        else:
            lift(person, task_id)
    return len(tasks)


def _refuse_unless_able(to: Assignee) -> None:
    if to.person_id is not None:
        is_able = people_who_decide().filter(pk=to.person_id).exists()
    else:
        is_able = roles_that_decide().filter(pk=to.role_id or 0).exists()
    if not is_able:
        raise Refused(_("Choose somebody who may decide on tasks."))


def _write(
    person: "AbstractUser", task: ExtractedTask, to: Assignee, due_on: date | None
) -> Assignment:
    assignment, _made = Assignment.objects.update_or_create(
        task=task,
        defaults={
            "person_id": to.person_id,
            "group_id": to.role_id,
            "due_on": due_on,
            "assigned_by_id": person.pk,
        },
    )
    tell(_told(to), Notice.Kind.ASSIGNED, task=task, by=person)
    return assignment


def _told(to: Assignee) -> list[int | None]:
    if to.role_id is None:
        return [to.person_id]
    return list(people_of(to.role_id).values_list("pk", flat=True))
