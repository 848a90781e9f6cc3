"""Doing what is due: publishing and withdrawing at the time that people set.

A row is done in one transaction, whoever comes first; the others pass it by. So it may be rung for
as often as one likes, and what was missed is made good as soon as anybody comes.
"""

import logging
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Now
from django.utils import translation

from articles.actions.locks import again_after_deadlock
from articles.refusal import Refused
from portal.actions.publishing import ChangedSinceSeen, publish_locked
from portal.actions.telling import tell_of_publication
from portal.actions.withdrawing import withdraw_locked
from portal.models import (
    CuratedList,
    Edition,
    ScheduledPublication,
    ScheduledWithdrawal,
)
from portal.queries.schedules import due, stands_as_approved

logger = logging.getLogger(__name__)

Problem, State = ScheduledPublication.Problem, ScheduledPublication.State


class _NotPublished(Exception):  # noqa: N818  (an answer, not an error)
    def __init__(self, problem: str, detail: str = "") -> None:
        super().__init__(detail)
        self.problem = problem


def publish_due() -> None:
    rows = due(ScheduledPublication.objects.all()).values_list("pk", "curated_list")
    _each(_publish_one, list(rows))


def withdraw_due() -> None:
    rows = due(ScheduledWithdrawal.objects.all()).values_list("pk", "edition")
    _each(_withdraw_one, list(rows))


def _each(act: Callable[[int, int], None], rows: Iterable[tuple[int, int]]) -> None:
    """Do them one by one; what fails without a reason of ours is tried again by the next who comes.

    It stays due meanwhile, which the doctor tells.
    """
    for row in rows:
        try:
            act(*row)
        except Exception:
            logger.exception("What is due at a set time could not be done: %s %s", act, row)


@again_after_deadlock
def _publish_one(number: int, list_number: int) -> None:
    """Lock the list before its row, as everybody does who sets a time or publishes by hand."""
    lists = CuratedList.objects.select_for_update(skip_locked=True)
    locked = lists.filter(pk=list_number).first()
    publication = due(_locked(ScheduledPublication, number)).first() if locked else None
    if locked is None or publication is None:
        return
    try:
        with transaction.atomic():
            edition = _published(publication, locked)
    except _NotPublished as reason:
        publication.state, publication.problem = State.FAILED, reason.problem
        publication.detail = str(reason)
    else:
        publication.state, publication.edition = State.DONE, edition
    publication.ended_at = Now()
    publication.save()
    tell_of_publication(publication)


def _published(publication: ScheduledPublication, locked: CuratedList) -> Edition:
    person = publication.approved_by
    if not person.has_perm("portal.publish_curatedlist"):
        raise _NotPublished(Problem.MAY_NOT)
    if not stands_as_approved(publication, locked):
        raise _NotPublished(Problem.OTHER_SUBMISSION)
    try:
        # What speaks against it is kept in the desk's own language: nobody asks for this now.
        with translation.override(settings.LANGUAGE_CODE):
            return publish_locked(person, locked, expected=publication.fingerprint)
    except ChangedSinceSeen:
        raise _NotPublished(Problem.CHANGED) from None
    except Refused as refusal:
        raise _NotPublished(Problem.NOT_FIT, str(refusal)) from None


@again_after_deadlock
def _withdraw_one(number: int, edition_number: int) -> None:
    """Withdraw it for whoever set the time, who may have left since: the reason is theirs still."""
    editions = Edition.objects.select_for_update(skip_locked=True)
    locked = editions.filter(pk=edition_number).first()
    withdrawal = due(_locked(ScheduledWithdrawal, number)).first() if locked else None
    if locked is None or withdrawal is None:
        return
    withdraw_locked(locked, reason=withdrawal.reason, by=withdrawal.set_by_id)
    withdrawal.state, withdrawal.ended_at = State.DONE, Now()
    withdrawal.save()


def _locked(model: Any, number: int) -> Any:
    return model.objects.select_for_update().filter(pk=number)
