"""What people said to each other of tasks, as far as who asks may see it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from review.models import Comment, ExtractedTask
from review.queries.blindness import seen_by, sees_all

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


def comments_on(person: "AbstractUser", tasks: Iterable[ExtractedTask]) -> dict[int, list[Comment]]:
    """Give the comments that this person sees, by task; two queries for any number of tasks."""
    numbers = [task.pk for task in tasks]
    comments = Comment.objects.filter(task__in=numbers).order_by("pk")
    by_task = defaultdict(list)
    for comment in comments_seen_by(person, comments):
        by_task[comment.task_id].append(comment)
    return by_task


def comments_seen_by(person: "AbstractUser", comments: QuerySet[Comment]) -> QuerySet[Comment]:
    """Give them with what is shown of them. One's own are never hidden."""
    told = comments.select_related("person", "task", "version").prefetch_related("mentioned")
    if sees_all(person):
        return told
    seen = seen_by(person, ExtractedTask.objects.all())
    return told.filter(Q(person=person.pk) | Q(task__in=seen.values("pk")))
