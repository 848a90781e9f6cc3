"""Importing one item: a worker claims it, reads and finds, saves, and says how it ended."""

import logging
from datetime import timedelta
from functools import partial

import pghistory
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from articles.actions.originals import forget
from articles.actions.saving import save_article
from articles.finding import find
from articles.models import Article, ImportItem, Original
from articles.queries.imports import article_with_bytes, article_with_text
from articles.queries.vocabulary import desk_vocabulary
from articles.reading import Draft, Unreadable, read

logger = logging.getLogger(__name__)

ATTEMPTS = 3
TRIED_AGAIN_AFTER = timedelta(seconds=10)

State, Problem = ImportItem.State, ImportItem.Problem


class LeaseLostError(Exception):
    """The item has gone to another worker: what this one has done must not be saved."""


def run_item(item_id: int, worker: str) -> None:
    """Import one item. Harmless for one that has ended or that another worker has."""
    item = ImportItem.objects.select_related("job", "original").filter(pk=item_id).first()
    if item is None or not _claim(item, worker):
        return
    with pghistory.context(user=item.job.created_by_id, job=item.job_id, item=item.pk):
        try:
            _import(item)
        except LeaseLostError:
            logger.warning("Item %s of import %s has another worker now", item.pk, item.job_id)
        except SoftTimeLimitExceeded:
            # Final: it would take as long the next time.
            logger.warning("Item %s of import %s took too long", item.pk, item.job_id)
            _set_aside(item, Problem.TOOK_TOO_LONG)
        except Exception:
            logger.exception("Item %s of import %s failed", item.pk, item.job_id)
            _try_again_later(item)


def _claim(item: ImportItem, worker: str) -> bool:
    """Take the item in one step: of two workers, one gets it."""
    free = ImportItem.objects.filter(
        Q(state=State.WAITING) | Q(state=State.RUNNING, leased_until__lt=Now()),
        pk=item.pk,
        attempts=item.attempts,
    )
    if item.attempts >= ATTEMPTS:
        free.update(
            state=State.FAILED, problem=Problem.GAVE_UP, leased_until=None, finished_at=Now()
        )
        return False
    claimed = free.update(
        state=State.RUNNING,
        attempts=item.attempts + 1,
        leased_until=Now() + timedelta(seconds=settings.IMPORT_LEASE_SECONDS),
        worker=worker[:100],
        started_at=Now(),
    )
    item.attempts += 1
    return bool(claimed)


def _import(item: ImportItem) -> None:
    if item.original is None:
        raise FileNotFoundError("The original was removed before it was read")
    same = article_with_bytes(item.original)
    if same:
        _end(item, State.DUPLICATE, article=same)
        return
    try:
        draft = _read(item, item.original)
    except Unreadable as unreadable:
        _fail(item, Problem(unreadable.code.value))
        return
    if len(draft.body) > settings.IMPORT_MAX_CHARACTERS:
        _fail(item, Problem.TOO_LONG)
        return
    same = article_with_text(draft.body)
    if same:
        _end(item, State.DUPLICATE, article=same)
        return
    _find_and_save(item, item.original, draft)


def _read(item: ImportItem, original: Original) -> Draft:
    with original.file.open("rb") as file:
        return read(file.read(), name=item.name, media_type=original.media_type)


def _find_and_save(item: ImportItem, original: Original, draft: Draft) -> None:
    desk = desk_vocabulary()
    findings = find(
        draft.body, desk.vocabulary, headings=draft.headings, published_on=draft.published_on
    )
    with transaction.atomic():  # ending the item in it fails, and undoes it, if the lease was lost
        article, made = save_article(
            original, draft, findings, desk.themes, created_by_id=item.job.created_by_id
        )
        _end(item, State.IMPORTED if made else State.DUPLICATE, article=article)


def _fail(item: ImportItem, problem: ImportItem.Problem) -> None:
    with transaction.atomic():
        _end(item, State.FAILED, problem=problem)
        if problem == Problem.SECRET and item.original_id:
            transaction.on_commit(partial(forget, item.original_id))


def _end(
    item: ImportItem,
    state: ImportItem.State,
    *,
    article: Article | None = None,
    problem: ImportItem.Problem | None = None,
) -> None:
    ended = _mine(item).update(
        state=state,
        article=article,
        problem=problem or "",
        leased_until=None,
        finished_at=Now(),
    )
    if not ended:
        raise LeaseLostError


def _try_again_later(item: ImportItem) -> None:
    if item.attempts >= ATTEMPTS:
        _set_aside(item, Problem.ERROR)
    else:
        _mine(item).update(
            state=State.WAITING, leased_until=Now() + item.attempts * TRIED_AGAIN_AFTER
        )


def _set_aside(item: ImportItem, problem: ImportItem.Problem) -> None:
    _mine(item).update(state=State.FAILED, problem=problem, leased_until=None, finished_at=Now())


def _mine(item: ImportItem) -> QuerySet[ImportItem]:
    """Each claim counts one attempt more, so its number says whose claim it is."""
    return ImportItem.objects.filter(pk=item.pk, state=State.RUNNING, attempts=item.attempts)
