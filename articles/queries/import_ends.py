"""How fast an import goes, and which ended that their starters have not seen."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.db.models import Count, DurationField, Exists, ExpressionWrapper, F, Min, OuterRef
from django.db.models.functions import Now

from articles.models import ImportItem, ImportJob
from articles.queries.imports import OPEN, Counts, counts_by_job

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

LOOKED_BACK: Final = timedelta(minutes=1)
TOLD_AT_ONCE: Final = 5
TOLD_OF: Final = [ImportJob.Source.FILES, ImportJob.Source.PASTE, ImportJob.Source.ADDRESSES]
"""What people start at the desk; of the others they hear elsewhere."""


@dataclass(frozen=True, slots=True)
class Pace:
    per_minute: float

    @property
    def rounded(self) -> int:
        return round(self.per_minute)

    def left(self, items: int) -> timedelta | None:
        """How long it will take at this pace; None where nothing moves."""
        return timedelta(minutes=items / self.per_minute) if self.per_minute else None


def pace_of(job: ImportJob) -> Pace:
    """Look at what workers have done in the last minute."""
    done = job.items.filter(finished_at__gt=Now() - LOOKED_BACK, started_at__isnull=False)
    taken = ExpressionWrapper(Now() - Min(F("started_at")), output_field=DurationField())
    told = done.exclude(state=ImportItem.State.CANCELLED).aggregate(items=Count("pk"), taken=taken)
    if not told["items"]:
        return Pace(0.0)
    seconds = min(told["taken"], LOOKED_BACK).total_seconds()
    return Pace(told["items"] * 60 / max(seconds, 1.0))


def ended_unseen(person: "AbstractUser") -> list[tuple[ImportJob, Counts]]:
    """Give the newest imports of a person that ended and that they have not looked at since."""
    goes_on = ImportItem.objects.filter(job=OuterRef("pk"), state__in=OPEN)
    jobs = ImportJob.objects.filter(
        ~Exists(goes_on), created_by=person.pk, seen_at=None, source__in=TOLD_OF
    ).order_by("-pk")[:TOLD_AT_ONCE]
    counts = counts_by_job([job.pk for job in jobs])
    return [(job, counts[job.pk]) for job in jobs]
