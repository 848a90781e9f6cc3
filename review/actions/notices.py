"""Telling people what concerns them, inside the transaction of what is told: both or neither.

Mails are made of these rows later (`review.actions.digests`).
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from articles.refusal import Refused
from review.models import Comment, ExtractedTask, MailChoice, Notice
from review.queries.people import who_may

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@transaction.atomic
def tell(
    people: "Iterable[AbstractUser | int | None]",
    kind: str,
    *,
    task: ExtractedTask,
    by: "AbstractUser | None" = None,
    comment: Comment | None = None,
) -> None:
    """Leave a notice to each of these people but `by`, who did it, and who may not see the task.

    Numbers of people will do, and None is nobody. Who has not read the same yet is not told again.
    """
    numbers = {each if isinstance(each, int) or each is None else each.pk for each in people}
    numbers -= {None, by.pk if by else None}
    _leave(numbers, kind=kind, task=task, comment=comment, by_id=by.pk if by else None)


def tell_about(people: Iterable[int], kind: str, *, about: int) -> None:
    """Leave a notice of another app's (`review.announced`) to each of these people who may look."""
    _leave(set(people), kind=kind, about=about)


def _leave(numbers: set[int | None] | set[int], **said: Any) -> None:
    told = who_may("review.view_extractedtask").filter(pk__in=numbers).order_by("pk")
    Notice.objects.bulk_create(
        [Notice(person_id=pk, **said) for pk in told.values_list("pk", flat=True)],
        ignore_conflicts=True,
    )


def tell_leads(kind: str, *, task: ExtractedTask, by: "AbstractUser") -> None:
    leads = who_may("review.settle_extractedtask")
    tell(leads.values_list("pk", flat=True), kind, task=task, by=by)


def read(person: "AbstractUser", notice_ids: Iterable[int] | None = None) -> int:
    """Note that this person has read these notices, or all of theirs; say how many were unread."""
    unread = Notice.objects.filter(person=person.pk, read_at=None)
    if notice_ids is not None:
        unread = unread.filter(pk__in=list(notice_ids))
    return unread.update(read_at=Now())


def choose_mail(person: "AbstractUser", *, by_mail: bool, language: str = "") -> None:
    """Say whether this person wants their notices by mail too, and in which language."""
    if language and language not in dict(settings.LANGUAGES):
        raise Refused(_("Choose a language that the desk speaks."))
    MailChoice.objects.update_or_create(
        person_id=person.pk, defaults={"by_mail": by_mail, "language": language}
    )
