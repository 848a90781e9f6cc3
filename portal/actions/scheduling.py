"""Approving that something is done at a set time, and calling it off.

Another time is approved anew, by somebody who looks again. What is due is done by `due`.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.refusal import Refused, require
from portal.actions.locking import locked_list
from portal.actions.publishing import seen_proof
from portal.actions.stopping import stop_publication, stop_withdrawal
from portal.actions.withdrawing import public_reason, standing_edition
from portal.models import CuratedList, Edition, ScheduledPublication, ScheduledWithdrawal

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

FURTHEST: Final = timedelta(days=366)
"""Whoever means a later day has most likely mistyped the year."""


@transaction.atomic
def schedule_publication(
    person: "AbstractUser", curated_list: CuratedList, *, at: datetime, expected: str
) -> ScheduledPublication:
    """Approve what was seen on a proof with the fingerprint `expected`, to be published at a time.

    It takes the place of what was approved of this list before.
    """
    require(person, "portal.publish_curatedlist")
    locked = locked_list(curated_list)
    _refuse_odd_time(at)
    seen_proof(person, locked, expected=expected)
    stop_publication(locked, person)
    return ScheduledPublication.objects.create(
        curated_list=locked,
        fingerprint=expected,
        approved_by_id=person.pk,
        due_at=at,
        **_submission(locked),
    )


def _submission(locked: CuratedList) -> dict[str, Any]:
    return {"submitted_by_id": locked.submitted_by_id, "submitted_at": locked.submitted_at}


@transaction.atomic
def cancel_publication(person: "AbstractUser", curated_list: CuratedList) -> None:
    """Call it off: also whoever submitted the list may, since nothing is published by it."""
    require(person, "portal.publish_curatedlist")
    if not stop_publication(locked_list(curated_list), person):
        raise Refused(_("This list does not wait for a time: it was published or called off."))


@transaction.atomic
def schedule_withdrawal(
    person: "AbstractUser", edition: Edition, *, at: datetime, reason: str
) -> ScheduledWithdrawal:
    """Have an edition withdrawn at a time; it takes the place of what was set before."""
    require(person, "portal.withdraw_edition")
    locked = standing_edition(edition)
    words = public_reason(reason)
    _refuse_odd_time(at)
    stop_withdrawal(locked, person)
    return ScheduledWithdrawal.objects.create(
        edition=locked, reason=words, set_by_id=person.pk, due_at=at
    )


@transaction.atomic
def cancel_withdrawal(person: "AbstractUser", edition: Edition) -> None:
    require(person, "portal.withdraw_edition")
    if not stop_withdrawal(standing_edition(edition), person):
        raise Refused(_("This edition does not wait for a withdrawal."))


def _refuse_odd_time(at: datetime) -> None:
    now = timezone.now()
    if at <= now:
        raise Refused(_("This time has passed already: choose one to come."))
    if at > now + FURTHEST:
        raise Refused(_("This time is more than a year away: is the year right?"))
