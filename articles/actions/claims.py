"""Whose an item is: a worker claims it, and only its own claim may say how it ended."""

import logging
import random
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import Now

from articles.actions.leases import LeaseLostError, a_lease_from_now
from articles.models import ImportItem

logger = logging.getLogger(__name__)

ATTEMPTS = 3
"""So often a worker may die over an item, or fail for what hardly passes."""
EXCUSED_AT_MOST = 10
"""So often it may fail besides for what passes: less than an hour with the pauses between."""
FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(minutes=15)
NEARLY = timedelta(seconds=1)
"""So much too early may come what was rung for to the moment; an old message comes at any time."""
UNPACKED_AT_ONCE = 100

State, Problem = ImportItem.State, ImportItem.Problem


def claim(item: ImportItem, worker: str) -> bool:
    """Take the item in one step: of two workers, one gets it."""
    its_turn = Q(announced=True) | Q(leased_until__lte=Now() + NEARLY)
    free = ImportItem.objects.filter(
        (Q(state=State.WAITING) & its_turn) | Q(state=State.RUNNING, leased_until__lt=Now()),
        pk=item.pk,
        claim=item.claim,
    )
    if item.attempts >= _attempts(item):
        gave_up = free.update(
            **_ended(State.FAILED),
            problem=Problem.GAVE_UP,
            last_error=f"Tried {item.attempts} times; no word from {item.worker} after the last",
        )
        if gave_up:
            _log_the_end(item, Problem.GAVE_UP)
        return False
    claimed = free.update(
        state=State.RUNNING,
        announced=True,
        claim=item.claim + 1,
        attempts=item.attempts + 1,
        leased_until=a_lease_from_now(),
        worker=worker[:100],
        started_at=Now(),
    )
    item.claim += 1
    item.attempts += 1
    return bool(claimed)


def keep(item: ImportItem) -> bool:
    """Have the lease begin anew, unless it is no longer this worker's."""
    return bool(_mine(item).update(leased_until=a_lease_from_now()))


def renew(item: ImportItem, **told: Any) -> None:
    """Go on with the item, its row locked; or learn that another worker has it."""
    if not _mine(item).update(leased_until=a_lease_from_now(), **told):
        raise LeaseLostError


def hand_over(item: ImportItem) -> None:
    """Let any worker go on with the item, after whatever else waits."""
    wait_until(item, Now())


def wait_until(item: ImportItem, due: datetime | Combinable) -> None:
    """Put the item back, to be taken up later. That was no attempt."""
    _put_back(item, due, attempts=F("attempts") - 1)


def end(item: ImportItem, state: ImportItem.State, **told: Any) -> None:
    if not _mine(item).update(**_ended(state), **told):
        raise LeaseLostError
    _log_the_end(item, told.get("problem") or state)


def try_again_later(
    item: ImportItem,
    problem: ImportItem.Problem,
    error: str,
    *,
    excused: bool,
    after: timedelta | None = None,
) -> None:
    """Let the item wait, each time longer; or set it aside when it has been tried enough."""
    if excused and item.excused < EXCUSED_AT_MOST:
        _put_back(item, _later(item, after), last_error=error, excused=F("excused") + 1)
    elif not excused and item.attempts < _attempts(item):
        _put_back(item, _later(item, after), last_error=error)
    else:
        set_aside(item, problem, error)


def set_aside(item: ImportItem, problem: ImportItem.Problem, error: str = "") -> None:
    if _mine(item).update(**_ended(State.FAILED), problem=problem, last_error=error):
        _log_the_end(item, problem)


def pause_after(attempts: int) -> timedelta:
    """Twice as long after each attempt; by chance less, so that not all come back at once."""
    longest: timedelta = min(FIRST_PAUSE * 2 ** (min(attempts, 20) - 1), LONGEST_PAUSE)
    return longest * random.uniform(0.5, 1)  # noqa: S311 - no secret hangs on it


def _later(item: ImportItem, after: timedelta | None) -> Combinable:
    return Now() + max(pause_after(item.attempts), after or timedelta(0))


def _put_back(item: ImportItem, due: datetime | Combinable, **told: Any) -> None:
    _mine(item).update(state=State.WAITING, announced=False, leased_until=due, **told)


def _ended(state: ImportItem.State) -> dict[str, Any]:
    return {"state": state, "announced": False, "leased_until": None, "finished_at": Now()}


def _log_the_end(item: ImportItem, how: str) -> None:
    words = ("Item %s of import %s ended: %s", item.pk, item.job_id, how)
    transaction.on_commit(partial(logger.info, *words))


def _attempts(item: ImportItem) -> int:
    """A bundle is unpacked in several goes: what has come out of it earns further ones."""
    return ATTEMPTS + item.excused + (item.members or 0) // UNPACKED_AT_ONCE


def _mine(item: ImportItem) -> QuerySet[ImportItem]:
    """The number of a claim says whose it is; it never comes back, whatever is tried again."""
    return ImportItem.objects.filter(pk=item.pk, state=State.RUNNING, claim=item.claim)
