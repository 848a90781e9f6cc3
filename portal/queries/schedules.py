"""What waits for a set time."""

from datetime import datetime, timedelta
from typing import TypeVar

from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.db.models.functions import Now

from portal.models import (
    CuratedList,
    Edition,
    Scheduled,
    ScheduledPublication,
    ScheduledWithdrawal,
)
from portal.queries.proofs import Proof

S = TypeVar("S", bound=Scheduled)


def due(rows: QuerySet[S]) -> QuerySet[S]:
    """Those whose time has come, the oldest first."""
    return rows.filter(state=Scheduled.State.WAITING, due_at__lte=Now()).order_by("due_at", "pk")


def publication_of(curated_list: CuratedList) -> ScheduledPublication | None:
    """Give the one that waits, or the last one that failed if nothing was published since."""
    since = Edition.objects.filter(
        curated_list=OuterRef("curated_list"), published_at__gt=OuterRef("ended_at")
    )
    told = Q(state=Scheduled.State.WAITING) | Q(state=Scheduled.State.FAILED) & ~Exists(since)
    rows = ScheduledPublication.objects.filter(told, curated_list=curated_list)
    return rows.select_related("approved_by").order_by("-pk").first()


def withdrawal_of(edition: Edition) -> ScheduledWithdrawal | None:
    """Give the one that waits."""
    waiting = ScheduledWithdrawal.objects.filter(edition=edition, state=Scheduled.State.WAITING)
    return waiting.select_related("set_by").first()


def stands_as_approved(publication: ScheduledPublication, curated_list: CuratedList) -> bool:
    """Whether the list is still submitted as it was approved: what it draws on is not looked at."""
    return (
        curated_list.state == CuratedList.State.SUBMITTED
        and curated_list.submitted_by_id == publication.submitted_by_id
        and curated_list.submitted_at == publication.submitted_at
    )


def would_be_published(
    publication: ScheduledPublication, curated_list: CuratedList, proof: Proof
) -> bool:
    """Whether it would be published if its time came now."""
    return (
        stands_as_approved(publication, curated_list)
        and not proof.problems
        and proof.fingerprint == publication.fingerprint
    )


def longest_overdue() -> timedelta | None:
    """How long ago the time of something came that nobody has done yet."""
    oldest = [_oldest(ScheduledPublication), _oldest(ScheduledWithdrawal)]
    return max((now - since for since, now in filter(None, oldest)), default=None)


def _oldest(model: type[Scheduled]) -> tuple[datetime, datetime] | None:
    late = due(model._default_manager.all()).order_by()
    told = late.aggregate(since=Min("due_at"), now=Min(Now()))
    return (told["since"], told["now"]) if told["since"] else None
