"""Notices by mail: one a day for each person who has unread ones and did not choose otherwise.

A digest is a row before it is a mail, unique for person and day; whoever sends it holds a lease on
it, so it may be made and sent again by anybody at any time and still goes out once. Only where a
process dies between the mail server's yes and the row's does it go out twice, with the same
Message-ID.
"""

import logging
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Now
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import ngettext

from review.models import Digest, MailChoice, Notice
from review.queries.notices import mail_choice_of, notices_of, told
from review.queries.people import who_may

LEASE = timedelta(minutes=10)
MOST_TRIES = 6
SHOWN = 50

log = logging.getLogger(__name__)


def make_digests() -> int:
    """Make the digests of today, once the hour has come; say how many there were to make."""
    if not mail_is_set_up():
        return 0
    unsent = Notice.objects.filter(read_at=None, digest=None)
    people = (
        who_may("review.view_extractedtask")
        .exclude(email="")
        .exclude(pk__in=_who_chose_none())
        .filter(pk__in=unsent.values("person"))
        .annotate(now=Now())
    )
    return sum(_make(pk, now) for pk, now in people.values_list("pk", "now"))


@transaction.atomic
def _make(person_id: int, now: datetime) -> bool:
    here = now.astimezone(ZoneInfo(settings.TIME_ZONE))
    if here.hour < settings.DIGEST_HOUR:
        return False
    digest, made = Digest.objects.get_or_create(person_id=person_id, day=here.date())
    if made:
        Notice.objects.filter(person=person_id, read_at=None, digest=None).update(digest=digest)
    return made


def send_digests() -> int:
    """Send what waits, and what somebody began to send and never ended; say how many went out."""
    sent = 0
    while mail_is_set_up() and (digest := _take_one()):
        sent += _send(digest)
    return sent


def mail_is_set_up() -> bool:
    return bool(settings.DESK_URL) and settings.EMAIL_BACKEND != settings.NO_MAIL


@transaction.atomic
def _take_one() -> Digest | None:
    free = Digest.objects.filter(ended_at=None, leased_until__lte=Now(), tries__lt=MOST_TRIES)
    digest = free.select_for_update(skip_locked=True).order_by("leased_until", "pk").first()
    if digest:
        tries = F("tries") + 1
        Digest.objects.filter(pk=digest.pk).update(leased_until=Now() + LEASE, tries=tries)
    return digest


def _send(digest: Digest) -> bool:
    """Send it outside of any transaction: a mail cannot be taken back."""
    message = _mail(digest)
    if message:
        try:
            message.send()
        except OSError as error:  # as all of smtplib's are; tried again when the lease has run out
            log.warning("digest %s was not sent: %s", digest.pk, type(error).__name__)
            return False
    Digest.objects.filter(pk=digest.pk, ended_at=None).update(ended_at=Now())
    return message is not None


def _mail(digest: Digest) -> EmailMessage | None:
    """Write it, unless all of it has been read meanwhile, or the person has chosen otherwise."""
    person, choice = digest.person, mail_choice_of(digest.person)
    unread = notices_of(person).filter(digest=digest, read_at=None)
    if not (person.is_active and person.email) or not choice.by_mail:
        return None
    with translation.override(choice.language):
        notices = told(person, unread[:SHOWN])
        if not notices:
            return None
        count = unread.count()
        context = {
            "person": person,
            "notices": notices,
            "more": count - len(notices),
            "desk": settings.DESK_URL.rstrip("/"),
        }
        subject = ngettext("Duyệt: %(count)s notice", "Duyệt: %(count)s notices", count)
        return EmailMessage(
            subject % {"count": count},
            render_to_string("review/digest.txt", context),
            to=[person.email],
            headers={
                "Message-ID": f"<digest-{digest.pk}.{digest.day}@{_host()}>",
                "Auto-Submitted": "auto-generated",
            },
        )


def _who_chose_none() -> "QuerySet[MailChoice, int]":
    return MailChoice.objects.filter(by_mail=False).values_list("person", flat=True)


def _host() -> str:
    return str(settings.DESK_URL).partition("://")[2].partition("/")[0].partition(":")[0]
