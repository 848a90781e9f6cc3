"""Reads of imports: what is under way, what must be forgotten, how a job goes."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet
from django.db.models.functions import Now

from articles.models import Article, ImportItem, ImportJob, Original

State = ImportItem.State
OPEN = [State.WAITING, State.RUNNING]
FORGOTTEN_AT_ONCE = 100


def in_flight(at_most: int) -> int:
    """Count the items that are announced or running, and stop counting at the limit."""
    items = ImportItem.objects.filter(state__in=OPEN, leased_until__gt=Now())
    return items.values("pk")[:at_most].count()


def content_sha256(body: str) -> str:
    """What the identity of a cleaned text is."""
    return hashlib.sha256(body.encode()).hexdigest()


def article_with_text(body: str) -> Article | None:
    return Article.objects.filter(content_sha256=content_sha256(body)).first()


def article_with_bytes(original: Original) -> Article | None:
    return Article.objects.filter(original=original).first()


def forgettable_originals() -> list[int]:
    """Originals of refused documents that are still there: their removal was interrupted."""
    refused = ImportItem.objects.filter(problem=ImportItem.Problem.SECRET, original__isnull=False)
    originals = Original.objects.filter(pk__in=refused.values("original"), articles=None)
    return list(originals.values_list("pk", flat=True)[:FORGOTTEN_AT_ONCE])


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items of a job are in each state."""

    by_state: dict[str, int] = field(default_factory=dict)

    def of(self, state: ImportItem.State) -> int:
        return self.by_state.get(state, 0)

    @property
    def total(self) -> int:
        return sum(self.by_state.values())

    @property
    def open(self) -> int:
        return sum(self.of(state) for state in OPEN)

    @property
    def ended(self) -> int:
        return self.total - self.open


def counts_by_job(jobs: Iterable[int]) -> dict[int, Counts]:
    """Count the items of several jobs in one query."""
    found: dict[int, dict[str, int]] = {job: {} for job in jobs}
    rows = ImportItem.objects.filter(job__in=found).order_by().values_list("job", "state")
    for job, state, count in rows.annotate(Count("pk")):
        found[job][state] = count
    return {job: Counts(by_state) for job, by_state in found.items()}


def counts_of(job: ImportJob) -> Counts:
    return counts_by_job([job.pk])[job.pk]


def items_of(job: ImportJob, state: ImportItem.State | None = None) -> QuerySet[ImportItem]:
    items = ImportItem.objects.filter(job=job).select_related("article").order_by("position")
    return items.filter(state=state) if state else items
