"""Who has said what, and how many stand behind a wording."""

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import Coalesce

from review.models import Decision, ExtractedTask, TaskVersion
from review.verdicts import Said


def effective_decisions(version_id: int | OuterRef) -> QuerySet[Decision]:
    """Those that were not taken back, in the order in which they were made."""
    return Decision.objects.filter(version=version_id, withdrawal=None).order_by("pk")


def said_of(version: TaskVersion) -> list[Said]:
    return [
        Said(decision.person_id, decision.verdict, decision.settles)
        for decision in effective_decisions(version.pk)
    ]


def with_people_in_favour(tasks: QuerySet[ExtractedTask]) -> QuerySet[ExtractedTask]:
    """Add `in_favour`: how many stand behind the current version (as in `verdicts.in_favour`)."""
    said = effective_decisions(OuterRef("version"))
    approving = (
        said.filter(verdict=Decision.Verdict.APPROVE)
        .order_by()
        .values("version")
        .annotate(people=Count("person", distinct=True))
        .values("people")
    )
    by_writer = said.filter(person=OuterRef("version__written_by"))
    return tasks.annotate(
        in_favour=Coalesce(Subquery(approving), 0)
        + Case(
            When(Q(version__written_by__isnull=False) & ~Exists(by_writer), then=1),
            default=0,
            output_field=IntegerField(),
        )
    )


def approved_without_enough_people() -> QuerySet[ExtractedTask]:
    """Find what no trigger would have let through. There is none, unless one was switched off."""
    approved = ExtractedTask.objects.filter(state=ExtractedTask.State.APPROVED)
    counted = with_people_in_favour(approved)
    return counted.alias(missing=F("version__needed") - F("in_favour")).filter(missing__gt=0)
