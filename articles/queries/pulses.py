"""Who has been heard of, and how long things have been waiting; all by the database's clock."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import connection
from django.db.models import Count, DurationField, ExpressionWrapper, F, Max, QuerySet, Sum
from django.db.models.functions import Now

from articles.models import ImportItem, WorkerPulse
from articles.queries.imports import OPEN
from articles.queries.open_jobs import OPEN_JOBS

SILENT_AFTER = timedelta(minutes=1)
LATELY = timedelta(minutes=5)

Kind = WorkerPulse.Kind

_LONGEST_WAIT = f"""
WITH RECURSIVE {OPEN_JOBS}
SELECT statement_timestamp() - min(due) FROM open_job WHERE due <= statement_timestamp()
"""  # noqa: S608 - no values in it


def silence_of_workers() -> timedelta | None:
    """How long no worker has been heard of; None where none ever was."""
    return _silence(Kind.WORKER)


def silence_of_beat() -> timedelta | None:
    """How long beat has not been heard of; None where it never was."""
    return _silence(Kind.BEAT)


def no_worker_runs() -> bool:
    silence = silence_of_workers()
    return silence is None or silence > SILENT_AFTER


def workers_heard() -> int:
    """Count the workers that have been heard of in the last minute."""
    return _heard().count()


def slots() -> int:
    """Count how many things the workers do at once, all together."""
    return int(_heard().aggregate(slots=Sum("slots"))["slots"] or 0)


def longest_wait() -> timedelta | None:
    """How long the oldest item that is due has been due; None where none is."""
    with connection.cursor() as cursor:
        cursor.execute(_LONGEST_WAIT)
        (wait,) = cursor.fetchone()
    return wait  # type: ignore[no-any-return]


def open_items() -> dict[str, int]:
    """Count the items that have not ended, by state."""
    rows: Iterable[tuple[str, Any]] = (
        ImportItem.objects.filter(state__in=OPEN)
        .order_by()
        .values_list("state")
        .annotate(Count("pk"))
    )
    return dict.fromkeys(map(str, OPEN), 0) | dict(rows)


def ended_lately() -> dict[tuple[str, str], int]:
    """Count the items that ended in the last five minutes, by state and problem."""
    ended = ImportItem.objects.filter(finished_at__gt=Now() - LATELY).order_by()
    rows = ended.values_list("state", "problem").annotate(Count("pk"))
    return {(state, problem): count for state, problem, count in rows}


def _heard() -> QuerySet[WorkerPulse]:
    return WorkerPulse.objects.filter(
        kind=Kind.WORKER, slots__gt=0, last_at__gt=Now() - SILENT_AFTER
    )


def _silence(kind: str) -> timedelta | None:
    silence = ExpressionWrapper(Now() - Max(F("last_at")), output_field=DurationField())
    found: timedelta | None = WorkerPulse.objects.filter(kind=kind).aggregate(silence=silence)[
        "silence"
    ]
    return found
