"""What people said to each other of tasks, as far as who asks may see it."""

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from review.models import Comment, ExtractedTask
from review.queries.blindness import seen_by, sees_all

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


def comments_on(
    person: "AbstractUser", tasks: Collection[int], seen: Collection[int]
) -> dict[int, list[Comment]]:
    """Give the comments that this person sees, by task, in two queries for any number of tasks.

    `seen` are those of the tasks of which this person sees what others said (`blindness.seen_by`).
    """
    comments = _as_shown(Comment.objects.filter(task__in=tasks)).order_by("pk")
    by_task = defaultdict(list)
    for comment in comments.filter(Q(person=person.pk) | Q(task__in=seen)):
        by_task[comment.task_id].append(comment)
    return by_task


def comments_seen_by(person: "AbstractUser", comments: QuerySet[Comment]) -> QuerySet[Comment]:
    """Give them with what is shown of them. One's own are never hidden."""
    if sees_all(person):
        return _as_shown(comments)
    seen = seen_by(person, ExtractedTask.objects.all())
    return _as_shown(comments).filter(Q(person=person.pk) | Q(task__in=seen.values("pk")))


def _as_shown(comments: QuerySet[Comment]) -> QuerySet[Comment]:
    return comments.select_related("person", "task", "version").prefetch_related("mentioned")
