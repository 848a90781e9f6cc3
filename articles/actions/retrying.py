"""Trying again what failed or was cancelled: it waits once more, as if it had just come in."""

import time
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

import pghistory
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from articles.actions.imports import ring_waiting_items
from articles.actions.locks import again_after_deadlock
from articles.actions.strays import remove_file
from articles.models import ImportItem, ImportJob, Original
from articles.queries.imports import OPEN, retriable
from articles.refusal import Refused, require

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

RETRIED_AT_ONCE: Final = 500
GOES_ON_FOR: Final = 10.0  # seconds; somebody may be waiting for the page

State, Problem = ImportItem.State, ImportItem.Problem


def retry_items(
    person: "AbstractUser | None", job: ImportJob, state: ImportItem.State = State.FAILED
) -> int:
    """Try again all of an import that failed (or was cancelled) and can be; say how many."""
    _ask_leave(person)
    items = retriable(ImportItem.objects.filter(job=job, state=state, finished_at__lte=Now()))
    if not items.exists():
        raise Refused(_("There is nothing in this import that could be tried again."))
    _open_again(person, job)
    began, count = time.monotonic(), 0
    # Only what had ended by now: some may fail again before the last is reached.
    ended = ImportItem.objects.filter(pk__in=items.order_by("-finished_at").values("pk")[:1])
    last = ended.values_list("finished_at", flat=True).get()
    while some := _let_wait(items.filter(finished_at__lte=last).order_by("pk")[:RETRIED_AT_ONCE]):
        count += some
        if time.monotonic() - began > GOES_ON_FOR:
            break
    return count


def retry_item(person: "AbstractUser | None", item: ImportItem) -> None:
    """Try one thing again, or say why it cannot be."""
    _ask_leave(person)
    if item.state not in {State.FAILED, State.CANCELLED}:
        raise Refused(_("It has not failed."))
    if item.problem == Problem.SECRET:
        raise Refused(
            _("It was refused for a mark of secrecy. Nothing of it was kept to be tried again.")
        )
    one = retriable(ImportItem.objects.filter(pk=item.pk))
    if not one.exists():
        raise Refused(_("Its file was not kept. Please import it again."))
    _open_again(person, item.job)
    if not _let_wait(one):
        raise Refused(_("Somebody else is trying it again at this moment."))


def _ask_leave(person: "AbstractUser | None") -> None:
    if person is not None:
        require(person, "articles.add_importjob")


def _open_again(person: "AbstractUser | None", job: ImportJob) -> None:
    who = person.pk if person else None
    with pghistory.context(user=who), transaction.atomic():
        job = ImportJob.objects.select_for_update(no_key=True).get(pk=job.pk)
        if job.cancelled_at is not None and job.items.filter(state__in=OPEN).exists():
            raise Refused(_("This import is still being cancelled. Please wait a moment."))
        job.cancelled_by = job.cancelled_at = job.seen_at = None
        job.save(update_fields=["cancelled_by", "cancelled_at", "seen_at"])


@again_after_deadlock  # who forgets an original locks it before its items
def _let_wait(items: QuerySet[ImportItem]) -> int:
    locked = list(items.select_for_update(of=("self",), skip_locked=True))
    # So that none of their files is removed at this moment.
    originals = {item.original_id for item in locked if item.original_id}
    rows = Original.objects.select_for_update(no_key=True).filter(pk__in=originals).order_by("pk")
    kept = set(rows.values_list("pk", flat=True))
    pks = [item.pk for item in locked if item.address or item.original_id in kept]
    count = ImportItem.objects.filter(pk__in=pks).update(
        state=State.WAITING,
        problem="",
        attempts=0,
        excused=0,
        last_error="",
        leased_until=Now(),
        finished_at=None,
    )
    fetched = [item for item in locked if item.address and item.original_id in kept]
    _fetch_anew(fetched)
    transaction.on_commit(ring_waiting_items, robust=True)
    return count


def _fetch_anew(items: Sequence[ImportItem]) -> None:
    """Drop what came from the web, so that the site is asked once more: it may give a page now."""
    ImportItem.objects.filter(pk__in=[item.pk for item in items]).update(original=None)
    dropped = Original.objects.filter(pk__in=[item.original_id for item in items])
    for original in dropped.filter(items=None, articles=None):
        original.delete()
        transaction.on_commit(partial(remove_file, original.sha256), robust=True)
