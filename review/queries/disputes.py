"""Tasks that wait for a lead, one at a time."""

from dataclasses import dataclass

from django.db.models import QuerySet

from review.models import ExtractedTask
from review.queries.standing import standing_tasks


@dataclass(frozen=True, slots=True)
class Turn:
    """A dispute with its neighbours. `place` counts from one."""

    task: ExtractedTask | None
    before: int | None
    after: int | None
    place: int
    total: int


def disputes() -> QuerySet[ExtractedTask]:
    """Give the tasks that wait for a lead, the oldest first; also those without a place."""
    tasks = standing_tasks().filter(state=ExtractedTask.State.WITH_LEAD)
    return tasks.select_related("article__publisher", "text", "version").order_by("pk")


def turn(task_id: int | None, *, after: int = 0) -> Turn:
    """Give the dispute that is asked for; else the first behind `after`; else the first of all."""
    waiting = disputes()
    task = waiting.filter(pk=task_id).first() if task_id is not None else None
    task = task or waiting.filter(pk__gt=after).first() or waiting.first()
    if task is None:
        return Turn(None, None, None, 0, 0)
    numbers = waiting.values_list("pk", flat=True)
    ahead = numbers.filter(pk__lt=task.pk).count()
    behind = numbers.filter(pk__gt=task.pk)
    return Turn(
        task,
        before=numbers.filter(pk__lt=task.pk).order_by("-pk").first(),
        after=behind.first(),
        place=ahead + 1,
        total=ahead + 1 + behind.count(),
    )
