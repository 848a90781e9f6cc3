"""What people have been told, as they may see it now."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from review.announced import Spoken, spoken
from review.models import ExtractedTask, MailChoice, Notice
from review.queries.blindness import seen_by

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

Kind = Notice.Kind

SENTENCES: dict[str, Promise] = {
    Kind.MENTIONED: _("%(person)s mentioned you in a comment."),
    Kind.ASSIGNED: _("%(person)s assigned a task to you."),
    Kind.APPROVED: _("Your wording of a task was approved."),
    Kind.REJECTED: _("Your wording of a task was rejected."),
    Kind.VOIDED: _("%(person)s replaced a wording that you were in favour of: decide anew."),
    Kind.DISPUTED: _("A task waits for a lead: people differ, or somebody is unsure."),
    Kind.SETTLED: _("%(person)s settled a task that you had decided on."),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A notice in words. The comment is there only where the person may see it by now."""

    notice: Notice
    words: str
    comment: str
    address: str
    subject: str
    """The wording, or what else it is about."""
    source: str
    """The title of the task's article."""


def notices_of(person: "AbstractUser") -> QuerySet[Notice]:
    return (
        Notice.objects.filter(person=person.pk)
        .select_related("by", "task__article", "task__version", "comment")
        .order_by("-pk")
    )


def unread_count(person: "AbstractUser") -> int:
    """Count what this person has not read, for the head of every page."""
    return Notice.objects.filter(person=person.pk, read_at=None).count()


def mail_choice_of(person: "AbstractUser") -> MailChoice:
    """Give what this person chose; until then they get mail, in the language of the house."""
    chosen = MailChoice.objects.filter(person=person.pk).first() or MailChoice(person_id=person.pk)
    if chosen.language not in dict(settings.LANGUAGES):
        chosen.language = settings.LANGUAGE_CODE
    return chosen


def told(person: "AbstractUser", notices: Iterable[Notice]) -> list[Told]:
    """Put the notices into words; one query for all."""
    notices = list(notices)
    tasks = ExtractedTask.objects.filter(pk__in={notice.task_id for notice in notices})
    seen = set(seen_by(person, tasks).values_list("pk", flat=True))
    others = spoken(notices)
    return [
        _of_another(notice, others.get(notice.pk))
        if notice.task is None
        else _of_task(notice, notice.task, sees_words=notice.task_id in seen)
        for notice in notices
    ]


def _of_task(notice: Notice, task: ExtractedTask, *, sees_words: bool) -> Told:
    return Told(
        notice,
        words=str(SENTENCES[notice.kind]) % {"person": notice.by or _("Somebody")},
        comment=notice.comment.words if notice.comment and sees_words else "",
        address=address_of(notice, task),
        subject=task.words,
        source=task.article.title,
    )


def _of_another(notice: Notice, said: Spoken | None) -> Told:
    """Tell what another app says, or that what it told of is there no more."""
    if said is None:
        return Told(notice, str(_("What this was about is gone.")), "", "", "", "")
    return Told(notice, said.words, "", said.address, said.subject, "")


def address_of(notice: Notice, task: ExtractedTask) -> str:
    """Lead to where something can be done about it."""
    record = reverse("admin:review_extractedtask_change", args=[task.pk])
    if notice.kind == Kind.MENTIONED:
        return f"{record}#comment-{notice.comment_id}"
    if notice.kind == Kind.DISPUTED and task.state == ExtractedTask.State.WITH_LEAD:
        return f"{reverse('admin:review_disputes')}?task={task.pk}"
    if task.state == ExtractedTask.State.RETIRED:
        return record
    page = reverse("admin:review_article", args=[task.article_id])
    return f"{page}?task={task.pk}#task-{task.pk}"
