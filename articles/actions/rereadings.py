"""Starting a re-reading of everything, and doing it slice by slice.

As with imports, the database is the truth and the broker a doorbell: a slice is a row with a
lease before a worker hears of it, and goes on after the article it has got to.
"""

import logging
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Final

import pghistory
from celery.exceptions import SoftTimeLimitExceeded
from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from articles.actions.doorbell import ring_for_due
from articles.actions.leases import LeaseLostError, a_lease_from_now, claimed, kept_alive, mine
from articles.actions.rereading import find_again, find_themes_again, reread
from articles.changes import Change, How, What
from articles.history import by
from articles.models import Article, ImportItem, Rereading, RereadingChange, RereadingSlice
from articles.queries.pulses import slots
from articles.refusal import Refused, require
from articles.time_limit import insistent_time_limit

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

logger = logging.getLogger(__name__)

ARTICLES_A_SLICE: Final = 500
ANNOUNCED_AT_LEAST: Final = 4
ATTEMPTS: Final = 3
TRIED_AGAIN_AFTER: Final = timedelta(seconds=10)
GOES_ON_FOR: Final = 20.0  # seconds; then others have their turn at the worker
LONGEST_WORDS: Final = 2_000

Problem, Scope = ImportItem.Problem, Rereading.Scope

_WAYS: Final[dict[str, Callable[..., list[Change]]]] = {
    Scope.READING: reread,
    Scope.FINDING: find_again,
    Scope.THEMES: find_themes_again,
}


class TryAgainLaterError(Exception):
    """An article could not be read again, perhaps only now."""


@transaction.atomic
def start_rereading(
    person: "AbstractUser | None", scope: Rereading.Scope, *, dry_run: bool
) -> Rereading:
    """Order that every article of now is read again. Nobody is the system."""
    if person is not None:
        require(person, "articles.add_rereading")
    who = person.pk if person else None
    with pghistory.context(user=who):
        try:
            with transaction.atomic():
                rereading = Rereading.objects.create(
                    scope=scope, dry_run=dry_run, created_by_id=who
                )
        except IntegrityError:
            raise Refused(_("Another re-reading is going on. Wait for it, or cancel it.")) from None
        rereading.articles = _cut_into_slices(rereading)
        if not rereading.articles:
            rereading.ended_at = Now()
        rereading.save(update_fields=["articles", "ended_at"])
    rereading.refresh_from_db()
    transaction.on_commit(ring_waiting_slices, robust=True)
    return rereading


@transaction.atomic
def cancel_rereading(person: "AbstractUser", rereading: Rereading) -> None:
    """Stop it. What was saved stays; what is being read at this moment is not saved."""
    require(person, "articles.add_rereading")
    rereading = _held(rereading.pk)
    if rereading.ended_at is not None:
        raise Refused(_("This re-reading has ended."))
    rereading.ended_at, rereading.cancelled = Now(), True
    with by(person):
        rereading.save(update_fields=["ended_at", "cancelled"])
    RereadingSlice.objects.filter(rereading=rereading).update(leased_until=None)


def ring_waiting_slices() -> int:
    """Announce slices that wait or whose worker is gone: as many as keep the workers busy."""
    under_way = RereadingSlice.objects.filter(leased_until__gt=Now()).count()
    room = max(0, max(ANNOUNCED_AT_LEAST, slots()) - under_way)
    return ring_for_due(RereadingSlice.objects.all(), "articles.jobs.reread_slice", room)


def run_slice(slice_id: int) -> None:
    """Read articles of a slice for a while. Harmless for one that is done."""
    part = claimed(RereadingSlice.objects.select_related("rereading"), slice_id)
    if part is None:
        return
    rereading = part.rereading
    with pghistory.context(user=rereading.created_by_id, rereading=rereading.pk):
        try:
            with kept_alive(lambda: mine(part).update(leased_until=a_lease_from_now())):
                for article_id in _for_a_while(_still_to_do(part)):
                    _do(part, article_id)
            _leave(part)
        except LeaseLostError:
            logger.warning("Slice %s of re-reading %s was taken away", part.pk, rereading.pk)
        except TryAgainLaterError:
            mine(part).update(leased_until=Now() + part.attempts * TRIED_AGAIN_AFTER)


def _held(number: int) -> Rereading:
    """Lock it, but not against rows that point at it: whoever saves a slice adds such rows."""
    return Rereading.objects.select_for_update(no_key=True).get(pk=number)


def _cut_into_slices(rereading: Rereading) -> int:
    numbers = Article.objects.order_by("pk").values_list("pk", flat=True)
    count, last, ends = 0, 0, []
    for count, last in enumerate(numbers.iterator(chunk_size=10_000), 1):
        if count % ARTICLES_A_SLICE == 0:
            ends.append(last)
    if count % ARTICLES_A_SLICE:
        ends.append(last)
    RereadingSlice.objects.bulk_create(
        RereadingSlice(rereading=rereading, after=after, last=end, leased_until=Now())
        for after, end in zip([0, *ends], ends, strict=False)
    )
    return count


def _still_to_do(part: RereadingSlice) -> Iterator[int]:
    numbers = Article.objects.filter(pk__gt=part.after, pk__lte=part.last).order_by("pk")
    yield from list(numbers.values_list("pk", flat=True))


def _for_a_while(numbers: Iterator[int]) -> Iterator[int]:
    until = time.monotonic() + GOES_ON_FOR
    for number in numbers:
        yield number
        if time.monotonic() > until:
            return


def _do(part: RereadingSlice, article_id: int) -> None:
    """Read one article again, keep what changed and how far this is, all or nothing."""
    if part.attempts > ATTEMPTS:
        _keep(part, article_id, [_failed(Problem.GAVE_UP)])
        return
    way = _WAYS[part.rereading.scope]
    try:
        with insistent_time_limit(), transaction.atomic():
            _keep(part, article_id, way(article_id, dry_run=part.rereading.dry_run))
    except LeaseLostError:
        raise
    except Article.DoesNotExist:  # erased since
        _keep(part, article_id, [])
    except SoftTimeLimitExceeded:
        _keep(part, article_id, [_failed(Problem.TOOK_TOO_LONG)])
    except Exception:
        logger.exception("Article %s could not be read again", article_id)
        if part.attempts < ATTEMPTS:
            raise TryAgainLaterError from None
        _keep(part, article_id, [_failed(Problem.ERROR)])


def _failed(problem: ImportItem.Problem) -> Change:
    return Change(What.ARTICLE, How.FAILED, "", name=problem.value)


@transaction.atomic
def _keep(part: RereadingSlice, article_id: int, changes: list[Change]) -> None:
    part.after, part.attempts = article_id, 1
    part.done += 1
    part.changed += bool(changes)
    kept = mine(part).update(after=part.after, attempts=0, done=part.done, changed=part.changed)
    if not kept:
        raise LeaseLostError
    RereadingChange.objects.bulk_create(
        RereadingChange(
            rereading=part.rereading,
            article_id=article_id,
            what=change.what.value,
            how=change.how.value,
            name=change.name,
            words=change.words[:LONGEST_WORDS],
            was=change.was[:LONGEST_WORDS],
        )
        for change in changes
    )


@transaction.atomic
def _leave(part: RereadingSlice) -> None:
    """Put the slice back for whoever comes next, or end it; the last slice ends the whole."""
    rereading = _held(part.rereading_id)
    left = Article.objects.filter(pk__gt=part.after, pk__lte=part.last).exists()
    if not mine(part).update(leased_until=Now() if left else None, attempts=0):
        raise LeaseLostError
    if rereading.slices.filter(leased_until__isnull=False).exists():
        return
    rereading.ended_at = Now()
    rereading.save(update_fields=["ended_at"])
