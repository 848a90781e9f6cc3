"""Cancelling an import: what waits does not begin, what is being imported is not saved.

The mark on the import is what counts: from then on nothing of it is rung for, begun or unpacked.
Its items follow in bounded steps, since there may be a million of them.

Whoever locks both an item and its import locks the item first.
"""

import time
from typing import TYPE_CHECKING, Final

import pghistory
from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from articles.actions.originals import forget_names
from articles.models import ImportItem, ImportJob
from articles.queries.imports import OPEN, gone_members
from articles.queries.open_jobs import cancelled_with_open_items
from articles.refusal import Refused, require

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

ENDED_AT_ONCE: Final = 5_000
GOES_ON_FOR: Final = 5.0  # seconds; somebody may be waiting for the page
SWEEPS_FOR: Final = 20.0

State = ImportItem.State


def cancel_import(person: "AbstractUser | None", job: ImportJob) -> None:
    """Stop an import. What has been imported stays. Nobody is the system."""
    if person is not None:
        require(person, "articles.add_importjob")
    who = person.pk if person else None
    with pghistory.context(user=who), transaction.atomic():
        job = ImportJob.objects.select_for_update(no_key=True).get(pk=job.pk)
        if job.cancelled_at is not None:
            raise Refused(_("This import has been cancelled."))
        if not job.items.filter(state__in=OPEN).exists():
            raise Refused(_("This import has ended."))
        job.cancelled_by_id, job.cancelled_at = who, Now()
        job.save(update_fields=["cancelled_by", "cancelled_at"])
    _end_items_of(job.pk, GOES_ON_FOR)


def end_cancelled_items() -> None:
    """Finish cancellations of many items, and those that were interrupted."""
    for job_id in cancelled_with_open_items():
        _end_items_of(job_id, SWEEPS_FOR)


def _end_items_of(job_id: int, seconds: float) -> None:
    until = time.monotonic() + seconds
    # What runs comes first: it must not be saved.
    while _end_some(job_id, State.RUNNING) or _end_some(job_id, State.WAITING):
        if time.monotonic() > until:
            return


@transaction.atomic
def _end_some(job_id: int, state: ImportItem.State) -> int:
    """End some items. What is just being saved is left alone, and ends by itself."""
    items = ImportItem.objects.filter(job=job_id, state=state).order_by("position")
    some = list(items.select_for_update(skip_locked=True).values_list("pk")[:ENDED_AT_ONCE])
    cancelled = ImportJob.objects.filter(pk=job_id, cancelled_at__isnull=False)
    # Somebody may go on with it after all: they say so on the import first.
    if not some or not cancelled.select_for_update(no_key=True).first():
        return 0
    ended = ImportItem.objects.filter(pk__in=[pk for (pk,) in some])
    count = ended.update(
        state=State.CANCELLED, announced=False, leased_until=None, finished_at=Now()
    )
    for bundle in ended.filter(members__gt=0):
        if gone_members(bundle).exists():
            forget_names(ended.filter(pk=bundle.pk))
    return count
