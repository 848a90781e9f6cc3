"""Saying something to others about a task."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from articles.history import by
from articles.refusal import Refused, require
from articles.vietnamese import normalise
from review.actions.notices import tell
from review.models import Comment, CommentMention, ExtractedTask, Notice
from review.models.comments import LONGEST_COMMENT
from review.places import places_of
from review.queries.people import mentioned_in

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@transaction.atomic
def comment(person: "AbstractUser", task_id: int, words: str, about: str = "") -> Comment:
    """Say it of the wording that the task has now, and tell those whom it names.

    `about` are words of the article that it speaks of, where it is not the whole task.
    """
    require(person, "review.add_comment")
    task = ExtractedTask.objects.select_for_update(no_key=True).get(pk=task_id)
    words = normalise(words).strip()
    if not words:
        raise Refused(_("Write something first."))
    if len(words) > LONGEST_COMMENT:
        raise Refused(
            _("This is longer than %(most)s characters: say it shorter.")
            % {"most": LONGEST_COMMENT}
        )
    assert task.version_id is not None  # noqa: S101  (every task is made with its first version)
    with by(person):
        said = Comment.objects.create(
            task=task,
            version_id=task.version_id,
            person_id=person.pk,
            words=words,
            about=_as_it_stands(task, about),
        )
        people = list(mentioned_in(words))
        CommentMention.objects.bulk_create(
            CommentMention(comment=said, person_id=each.pk) for each in people
        )
    tell(people, Notice.Kind.MENTIONED, task=task, by=person, comment=said)
    return said


def _as_it_stands(task: ExtractedTask, about: str) -> str:
    about = normalise(about).strip()
    if not about:
        return ""
    places = places_of(task.text.body, about)
    if not places:
        raise Refused(_("The article does not have the words “%(words)s”.") % {"words": about})
    nearest = min(places, key=lambda place: abs(place.start - task.start))
    return task.text.body[nearest.start : nearest.end]
