"""Whose an item is: a worker claims it, and only its own claim may say how it ended."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from articles.models import ImportItem

ATTEMPTS = 3
TRIED_AGAIN_AFTER = timedelta(seconds=10)
UNPACKED_AT_ONCE = 100

State, Problem = ImportItem.State, ImportItem.Problem


class LeaseLostError(Exception):
    """The item has gone to another worker: what this one has done must not be saved."""


def claim(item: ImportItem, worker: str) -> bool:
    """Take the item in one step: of two workers, one gets it."""
    free = ImportItem.objects.filter(
        Q(state=State.WAITING) | Q(state=State.RUNNING, leased_until__lt=Now()),
        pk=item.pk,
        attempts=item.attempts,
    )
    if item.attempts >= _attempts(item):
        free.update(
            state=State.FAILED, problem=Problem.GAVE_UP, leased_until=None, finished_at=Now()
        )
        return False
    claimed = free.update(
        state=State.RUNNING,
        attempts=item.attempts + 1,
        leased_until=_a_lease_from_now(),
        worker=worker[:100],
        started_at=Now(),
    )
    item.attempts += 1
    return bool(claimed)


def renew(item: ImportItem, **told: Any) -> None:
    """Go on with the item, its row locked; or learn that another worker has it."""
    if not _mine(item).update(leased_until=_a_lease_from_now(), **told):
        raise LeaseLostError


def hand_over(item: ImportItem) -> None:
    """Let any worker go on with the item, after whatever else waits."""
    _mine(item).update(state=State.WAITING, leased_until=Now())


def end(item: ImportItem, state: ImportItem.State, **told: Any) -> None:
    ended = _mine(item).update(state=state, leased_until=None, finished_at=Now(), **told)
    if not ended:
        raise LeaseLostError


def try_again_later(item: ImportItem) -> None:
    if item.attempts >= _attempts(item):
        set_aside(item, Problem.ERROR)
    else:
        pause = min(item.attempts, ATTEMPTS) * TRIED_AGAIN_AFTER
        _mine(item).update(state=State.WAITING, leased_until=Now() + pause)


def set_aside(item: ImportItem, problem: ImportItem.Problem) -> None:
    _mine(item).update(state=State.FAILED, problem=problem, leased_until=None, finished_at=Now())


def _attempts(item: ImportItem) -> int:
    """A bundle is unpacked in several goes: what has come out of it earns further ones."""
    return ATTEMPTS + (item.members or 0) // UNPACKED_AT_ONCE


def _a_lease_from_now() -> Any:
    return Now() + timedelta(seconds=settings.IMPORT_LEASE_SECONDS)


def _mine(item: ImportItem) -> QuerySet[ImportItem]:
    """Each claim counts one attempt more, so its number says whose claim it is."""
    return ImportItem.objects.filter(pk=item.pk, state=State.RUNNING, attempts=item.attempts)
