"""Telling the workers that something waits. The database is the truth, the broker a doorbell."""

import logging
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Any, Final, TypeVar

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now
from kombu.exceptions import OperationalError as BrokerError

from articles.models.leased import Leased

logger = logging.getLogger(__name__)

T = TypeVar("T", bound=Leased)

_NO_LIMITS: Final[dict[str, Any]] = {"time_limit": None, "soft_time_limit": None}
"""Said to be none, or Celery sends the sender's own along, and they overrule the worker's."""


def ring(job: str, ids: Sequence[int]) -> None:
    """Send the workers a message for each row."""
    # Where nobody answers, say so at once: somebody may be waiting for a page.
    with current_app.connection_for_write(transport_options={"max_retries": 0}) as broker:
        for row in ids:
            current_app.send_task(job, args=[row], connection=broker, retry=False, **_NO_LIMITS)


def ring_later(job: str, row: int, after: timedelta) -> None:
    """Send a message that a worker takes up after so long; without a broker, others ring for it."""
    pause = after.total_seconds()
    try:
        current_app.send_task(job, args=[row], countdown=pause, retry=False, **_NO_LIMITS)
    except BrokerError:
        logger.warning("No bell for %s of %s: it is rung for with all that is due", row, job)


def ring_on_commit(job: str, ids: Sequence[int]) -> None:
    """Ring when what was written is there for all to see."""
    # Robust: a broker that is down must not fail what the database already holds.
    transaction.on_commit(partial(ring, job, ids), robust=True)


@transaction.atomic
def ring_for_due(rows: QuerySet[T], job: str, at_most: int) -> int:
    """Announce rows that wait or whose worker is gone; whoever comes has some time to claim them.

    Says how many.
    """
    due = rows.filter(leased_until__lte=Now()).order_by("leased_until", "pk")
    ids = list(due.select_for_update(skip_locked=True).values_list("pk", flat=True)[:at_most])
    rows.filter(pk__in=ids).update(
        leased_until=Now() + timedelta(seconds=settings.IMPORT_RING_AGAIN_SECONDS)
    )
    ring_on_commit(job, ids)
    return len(ids)
