"""Importing one item: a worker claims it, reads and finds, saves, and says how it ended."""

import logging
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Final

import pghistory
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import IntegrityError, InterfaceError, OperationalError, connection, transaction

from articles.actions.addresses import KnownPageError, claim_addresses, note_addresses
from articles.actions.claims import claim, end, keep, set_aside, try_again_later
from articles.actions.fetching import fetch_item
from articles.actions.leases import LeaseLostError, kept_alive
from articles.actions.locks import wait_for_locks_at_most
from articles.actions.originals import forget
from articles.actions.saving import save_article
from articles.actions.trouble import NotNowError, in_one_line, may_pass, passes
from articles.actions.unpacking import refuse, unpack
from articles.apart.reader import open_apart, read_apart
from articles.finding import find
from articles.logs import working_on
from articles.models import Article, ImportItem, Original
from articles.queries.imports import article_with_bytes, article_with_text
from articles.queries.vocabulary import desk_vocabulary
from articles.reading import Draft, Unreadable
from articles.time_limit import insistent_time_limit

logger = logging.getLogger(__name__)

TOLD_AGAIN_AFTER: Final = (0.5, 1.0, 2.0, 4.0, 8.0)  # seconds

State, Problem = ImportItem.State, ImportItem.Problem


def run_item(item_id: int, worker: str) -> None:
    """Import one item. Harmless for one that has ended or that another worker has."""
    item = ImportItem.objects.select_related("job", "original").filter(pk=item_id).first()
    if item is None or item.job.cancelled_at is not None:
        return
    with working_on(job=item.job_id, item=item.pk):
        if claim(item, worker):
            with pghistory.context(user=item.job.created_by_id, job=item.job_id, item=item.pk):
                _run(item)


def _run(item: ImportItem) -> None:
    try:
        with kept_alive(partial(keep, item)), insistent_time_limit():
            _import(item)
    except LeaseLostError:
        logger.warning("Item %s of import %s is this worker's no more", item.pk, item.job_id)
    except SoftTimeLimitExceeded:
        # Final: it would take as long the next time.
        logger.warning("Item %s of import %s took too long", item.pk, item.job_id)
        _tell(partial(set_aside, item, Problem.TOOK_TOO_LONG))
    except NotNowError as error:
        logger.warning("Item %s of import %s has to wait: %s", item.pk, item.job_id, error)
        _tell(partial(_put_off, item, error))
    except Exception as error:
        logger.exception("Item %s of import %s failed", item.pk, item.job_id)
        _tell(partial(_put_off, item, error))


def _put_off(item: ImportItem, error: Exception) -> None:
    """Try again what may pass, and set aside what will not."""
    problem, after, words = Problem.ERROR, None, in_one_line(error)
    if isinstance(error, NotNowError):
        problem, after = error.problem, error.after
    elif isinstance(error, MemoryError):
        problem = Problem.TOO_MUCH_MEMORY
    if passes(error) or may_pass(error):
        try_again_later(item, problem, words, excused=passes(error), after=after)
    else:
        set_aside(item, problem, words)


def _tell(what: Callable[[], None]) -> None:
    """Have the database know how it went, also when it only just comes back."""
    for pause in TOLD_AGAIN_AFTER:
        try:
            what()
        except (OperationalError, InterfaceError) as error:
            logger.warning("The database does not answer: %s", error)
            connection.close()
            time.sleep(pause)
        else:
            return
    what()


def _import(item: ImportItem) -> None:
    if item.original is None and item.address and not fetch_item(item):
        return
    if item.original is None:
        raise LookupError("The original was removed before it was read")
    same = article_with_bytes(item.original)
    if same:
        _end_as_duplicate(item, same)
        return
    data = _bytes(item.original)
    try:
        bundle = open_apart(data, name=item.name, media_type=item.original.media_type)
    except Unreadable as unreadable:
        refuse(item, unreadable)
        return
    if bundle:
        unpack(item, bundle)
    else:
        _import_article(item, item.original, data)


def _import_article(item: ImportItem, original: Original, data: bytes) -> None:
    try:
        draft = read_apart(
            data,
            name=item.name,
            media_type=original.media_type,
            address=original.address or None,
        )
    except Unreadable as unreadable:
        _fail(item, Problem(unreadable.code.value))
        return
    if len(draft.body) > settings.IMPORT_MAX_CHARACTERS:
        _fail(item, Problem.TOO_LONG)
        return
    same = article_with_text(draft.body)
    if same:
        _end_as_duplicate(item, same, draft)
        return
    _find_and_save(item, original, draft)


def _bytes(original: Original) -> bytes:
    try:
        with original.file.open("rb") as file:
            data: bytes = file.read()
    except SoftTimeLimitExceeded:
        raise
    except Exception as error:  # every kind of storage has its own
        raise NotNowError(why=f"The storage does not give it: {type(error).__name__}") from error
    return data


def _find_and_save(item: ImportItem, original: Original, draft: Draft) -> None:
    desk = desk_vocabulary()
    findings = find(
        draft.body, desk.vocabulary, headings=draft.headings, published_on=draft.published_on
    )
    try:
        with transaction.atomic():  # ending the item fails, and undoes it, if the lease was lost
            # Another item may hold what this one needs, say a publisher new to the desk; should
            # that one never end, this one is not to be set aside with it.
            wait_for_locks_at_most(timedelta(seconds=settings.IMPORT_LEASE_SECONDS))
            article = save_article(
                original, draft, findings, desk.themes, created_by_id=item.job.created_by_id
            )
            claim_addresses(item, article, draft)
            end(item, State.IMPORTED, article=article)
    except KnownPageError as known:
        _end_as_duplicate(item, known.article, draft)
    except IntegrityError:
        same = article_with_text(draft.body)  # which another worker has just saved
        if same is None:
            raise
        _end_as_duplicate(item, same, draft)


def _end_as_duplicate(item: ImportItem, article: Article, draft: Draft | None = None) -> None:
    with transaction.atomic():
        end(item, State.DUPLICATE, article=article)
        note_addresses(item, article, draft)


def _fail(item: ImportItem, problem: ImportItem.Problem) -> None:
    with transaction.atomic():
        end(item, State.FAILED, problem=problem)
        if problem == Problem.SECRET and item.original_id:
            transaction.on_commit(partial(forget, item.original_id))
