"""Reads of imports: what is under way, what must be forgotten, how a job goes."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import BooleanField, Count, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from articles.models import Article, ImportItem, ImportJob, Original

State = ImportItem.State
OPEN = [State.WAITING, State.RUNNING]
FORGOTTEN_AT_ONCE = 100


def content_sha256(body: str) -> str:
    """What the identity of a cleaned text is."""
    return hashlib.sha256(body.encode()).hexdigest()


def article_with_text(body: str) -> Article | None:
    return _standing(Article.objects.filter(content_sha256=content_sha256(body)))


def article_with_bytes(original: Original) -> Article | None:
    return _standing(Article.objects.filter(original=original))


def _standing(articles: QuerySet[Article]) -> Article | None:
    """Mostly there is none, and to ask for no more than that costs least."""
    found = articles.first() if articles.exists() else None
    return found and found.standing


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


# It has ended, and what it came from is there. The bytes of a bundle go however it ends.
RETRIABLE = (
    Q(state__in=[State.FAILED, State.CANCELLED])
    & (Q(original__isnull=False, members__isnull=True) | ~Q(address=""))
    & ~Q(problem=ImportItem.Problem.SECRET)
)


def retriable(items: QuerySet[ImportItem]) -> QuerySet[ImportItem]:
    """Those of the items that can be tried again."""
    return items.filter(RETRIABLE)


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
    def has_failed(self) -> bool:
        return self.of(State.FAILED) > 0

    @property
    def ended(self) -> int:
        return self.total - self.open


def counts_by_job(jobs: Iterable[int]) -> dict[int, Counts]:
    """Count the items of several jobs, from indexes alone."""
    found: dict[int, dict[str, int]] = {job: {} for job in jobs}
    items = ImportItem.objects.filter(job__in=found).order_by()
    for job, state, count in items.values_list("job", "state").annotate(Count("pk")):
        found[job][state] = count
    # While a bundle has its bytes, more may come out of it.
    bundles = items.filter(members__isnull=False, original__isnull=False, state__in=OPEN)
    unpacking = dict(bundles.values_list("job").annotate(Count("pk")))
    return {job: Counts(by_state, unpacking.get(job, 0)) for job, by_state in found.items()}


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
    items = items.annotate(can_be_retried=ExpressionWrapper(RETRIABLE, output_field=BooleanField()))
    if state:
        items = items.filter(state=state)
    if bundle:
        items = items.filter(unpacked_from=bundle)
    return items.order_by("position")


class FailedFirst:
    """Items to be paged through, those that failed before all others."""

    def __init__(self, items: QuerySet[ImportItem], failed: int) -> None:
        self._failed = items.filter(state=State.FAILED)
        self._others = items.exclude(state=State.FAILED)
        self._count = failed

    def __len__(self) -> int:
        """Count them; a paginator that has been told their number does not ask."""
        return self._count + self._others.count()

    def __getitem__(self, part: slice) -> list[ImportItem]:
        first = list(self._failed[part]) if part.start < self._count else []
        begin, end = (max(0, place - self._count) for place in (part.start, part.stop))
        return first + (list(self._others[begin:end]) if end else [])
