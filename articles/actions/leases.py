"""Leases: short, in database time, and renewed by a heartbeat while the work goes on.

So what a worker had when it died hard is free within half a minute, and what a slow one has stays
its own, up to Celery's hard time limit.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import copy_context
from datetime import timedelta
from typing import Any, Final, TypeVar

from django.conf import settings
from django.db import Error, connection, connections
from django.db.models import QuerySet
from django.db.models.functions import Now

from articles.models.leased import Leased

logger = logging.getLogger(__name__)

T = TypeVar("T", bound=Leased)

BEATS_A_LEASE: Final = 3
STOPS_WITHIN: Final = 5.0


class LeaseLostError(Exception):
    """It has gone to another worker, or was cancelled: what this one has done must not be saved."""


def a_lease_from_now() -> Any:
    return Now() + timedelta(seconds=settings.IMPORT_LEASE_SECONDS)


def _take(row: Leased) -> bool:
    """Claim it in one step: of two workers, one gets it."""
    taken = mine(row).update(
        claim=row.claim + 1, attempts=row.attempts + 1, leased_until=a_lease_from_now()
    )
    row.claim += taken
    row.attempts += taken
    return taken > 0


def claimed(rows: QuerySet[T], number: int) -> T | None:
    """Claim a row by its number, and give it; None where nothing is to do, or another has it."""
    row = rows.filter(pk=number, leased_until__isnull=False).first()
    return row if row and _take(row) else None


def mine(row: T) -> QuerySet[T]:
    """Give the row, unless it is done or another's by now."""
    rows: QuerySet[T] = type(row)._default_manager.filter(pk=row.pk)
    return rows.filter(claim=row.claim, leased_until__isnull=False)


@contextmanager
def kept_alive(renew: Callable[[], object]) -> Iterator[None]:
    """Renew a lease every few seconds until the block ends; stop when there is none to renew."""
    over = threading.Event()
    context = copy_context()  # so that its log lines tell what is being worked on
    heart = threading.Thread(target=context.run, args=(_beat, renew, over), daemon=True)
    heart.start()
    try:
        yield
    finally:
        over.set()
        heart.join(STOPS_WITHIN)


def _beat(renew: Callable[[], object], over: threading.Event) -> None:
    pause = settings.IMPORT_LEASE_SECONDS / BEATS_A_LEASE
    until = time.monotonic() + settings.CELERY_TASK_TIME_LIMIT
    try:
        while not over.wait(pause) and time.monotonic() < until:
            try:
                if not renew():
                    logger.warning("The lease was lost")
                    return
            except Error as error:
                logger.warning("The lease could not be renewed: %s", error)
                connection.close()  # the next beat opens another
    finally:
        connections.close_all()  # of this thread alone, which mostly needed none
