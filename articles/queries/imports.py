"""Reads of imports: what is under way, what must be forgotten, how a job goes."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from articles.models import Article, ImportItem, ImportJob, Original

State = ImportItem.State
OPEN = [State.WAITING, State.RUNNING]
FORGOTTEN_AT_ONCE = 100


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


def discardable_originals() -> list[int]:
    """Bundles of which nothing more is to be taken, and whose bytes are still there."""
    ended = ImportItem.objects.filter(members__isnull=False, original__isnull=False)
    needed = ImportItem.objects.filter(original=OuterRef("original"), state__in=OPEN)
    rows = ended.exclude(state__in=OPEN).filter(~Exists(needed), original__articles=None)
    return list(rows.values_list("original", flat=True).distinct()[:FORGOTTEN_AT_ONCE])


def gone_members(bundle: ImportItem) -> QuerySet[ImportItem]:
    """What came out of a bundle and was refused for a mark of secrecy, or erased since."""
    refused = Q(problem=ImportItem.Problem.SECRET)
    erased = Q(state__in=[State.IMPORTED, State.DUPLICATE], article=None)
    return bundle.unpacked.filter(refused | erased)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items of a job are in each state.

    A bundle that was unpacked stands for what came out of it, and is not counted beside that.
    """

    by_state: dict[str, int] = field(default_factory=dict)
    bundles: int = 0
    """Bundles of which more may come out."""

    def of(self, state: ImportItem.State) -> int:
        return self.by_state.get(state, 0)

    @property
    def listed(self) -> int:
        return sum(self.by_state.values())

    @property
    def total(self) -> int:
        return self.listed - self.of(State.UNPACKED)

    @property
    def open(self) -> int:
        return sum(self.of(state) for state in OPEN)

    @property
    def ended(self) -> int:
        return self.total - self.open


def counts_by_job(jobs: Iterable[int]) -> dict[int, Counts]:
    """Count the items of several jobs in one query."""
    found: dict[int, dict[str, int]] = {job: {} for job in jobs}
    unpacking: Counter[int] = Counter()
    rows = ImportItem.objects.filter(job__in=found).order_by().values_list("job", "state")
    for job, state, count, bundles in rows.annotate(Count("pk"), Count("members")):
        found[job][state] = count
        unpacking[job] += bundles if state in OPEN else 0
    return {job: Counts(by_state, unpacking[job]) for job, by_state in found.items()}


def counts_of(job: ImportJob) -> Counts:
    return counts_by_job([job.pk])[job.pk]


def counts_of_bundle(bundle: ImportItem) -> Counts:
    """Count what came out of a bundle."""
    rows = bundle.unpacked.order_by().values_list("state").annotate(Count("pk"))
    return Counts(dict(rows))


def items_of(
    job: ImportJob, state: ImportItem.State | None = None, bundle: ImportItem | None = None
) -> QuerySet[ImportItem]:
    """The items of a job: those in one state, or what came out of one of its bundles."""
    items = ImportItem.objects.filter(job=job).select_related("article__original", "unpacked_from")
    if state:
        items = items.filter(state=state)
    if bundle:
        items = items.filter(unpacked_from=bundle)
    return items.order_by("position")
