"""What becomes of tasks that have lost their place: somebody finds it, or says that it is gone."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from articles.history import by
from articles.models import ArticleText
from articles.refusal import Refused, require
from review.actions.holding import hold_unplaced
from review.actions.pointing import heading_above, place_meant
from review.models import ExtractedTask, Placing, Retirement
from review.places import SAME_PLACE, Place, overlap
from review.queries import not_retired, touched

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

State = ExtractedTask.State


@transaction.atomic
def place_task(
    person: "AbstractUser", task_id: int, text_id: int, words: str, start: int | None = None
) -> ExtractedTask:
    """Say at which words of the article's text a task stands. Its wording and decisions stay.

    What the finder made of the same place, and nobody has touched, is the same task: it goes.
    """
    require(person, "review.decide_extractedtask")
    task, text = hold_unplaced(task_id, text_id)
    place = place_meant(text, words, start)
    with by(person):
        found = make_room(text, place)
        Placing.objects.create(
            task=task, text=text, start=place.start, end=place.end, placed_by_id=person.pk
        )
        task.text, task.start, task.end = text, place.start, place.end
        task.quote = text.body[place.start : place.end]
        task.heading = found.heading if found else _heading(task, place)
        task.marker = found.marker if found else ""
        task.save(update_fields=["text", "start", "end", "quote", "heading", "marker"])
    return task


@transaction.atomic
def retire_task(person: "AbstractUser", task_id: int, text_id: int, reason: str) -> ExtractedTask:
    """Say that what a task says is no longer in the article. It stays on the record only."""
    require(person, "review.decide_extractedtask")
    task, _text = hold_unplaced(task_id, text_id)
    reason = reason.strip()
    if not reason:
        raise Refused(_("Say why it is no longer a task of this article."))
    with by(person):
        Retirement.objects.create(task=task, reason=reason, retired_by_id=person.pk)
        task.state = State.RETIRED
        task.save(update_fields=["state"])
    return task


def _heading(task: ExtractedTask, place: Place) -> str:
    """Give the heading above, which may be one that only the finder knew, by its form."""
    above = heading_above(task.text, place.start)
    return above or (task.heading if task.heading in task.text.body[: place.start] else "")


def make_room(text: ArticleText, place: Place) -> ExtractedTask | None:
    """Retire what only the finder made of this place, or of half of it, and give the likest."""
    span = place.start, place.end
    near = not_retired(text.tasks.filter(start__lt=place.end, end__gt=place.start)).order_by("pk")
    standing = {task: overlap((task.start, task.end), span) for task in near.select_for_update()}
    theirs = set(touched(near).values_list("pk", flat=True))
    if any(task.pk in theirs and much == 1 for task, much in standing.items()):
        raise Refused(_("These words are a task already."))
    found = [task for task, much in standing.items() if much >= SAME_PLACE]
    found = [task for task in found if task.pk not in theirs]
    for task in found:
        task.state = State.RETIRED
        task.save(update_fields=["state"])
    return max(found, key=lambda task: standing[task], default=None)
