"""Reads of imports: what is under way, what must be forgotten, how a job goes."""

import hashlib

from django.db.models import Count, Q, QuerySet
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


def jobs_with_counts(jobs: QuerySet[ImportJob]) -> QuerySet[ImportJob]:
    """Annotate each job with `items_total` and the number of its items in each state."""
    counts = {
        f"items_{state.value}": Count("items", filter=Q(items__state=state)) for state in State
    }
    return jobs.annotate(items_total=Count("items"), **counts)


def counts_by_state(job: ImportJob) -> dict[ImportItem.State, int]:
    found = dict(
        ImportItem.objects.filter(job=job).order_by().values_list("state").annotate(Count("pk"))
    )
    return {state: found.get(state, 0) for state in State}


def failed_items(job: ImportJob) -> QuerySet[ImportItem]:
    return ImportItem.objects.filter(job=job, state=State.FAILED).order_by("position")
