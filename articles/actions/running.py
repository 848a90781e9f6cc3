"""Importing one item: a worker claims it, reads and finds, saves, and says how it ended."""

import logging
from functools import partial

import pghistory
from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import transaction

from articles.actions.claims import LeaseLostError, claim, end, set_aside, try_again_later
from articles.actions.originals import forget
from articles.actions.saving import save_article
from articles.actions.unpacking import refuse, unpack
from articles.finding import find
from articles.models import ImportItem, Original
from articles.queries.imports import article_with_bytes, article_with_text
from articles.queries.vocabulary import desk_vocabulary
from articles.reading import Draft, Unreadable, read
from articles.reading.bundles import open_bundle

logger = logging.getLogger(__name__)

State, Problem = ImportItem.State, ImportItem.Problem


def run_item(item_id: int, worker: str) -> None:
    """Import one item. Harmless for one that has ended or that another worker has."""
    item = ImportItem.objects.select_related("job", "original").filter(pk=item_id).first()
    if item is None or not claim(item, worker):
        return
    with pghistory.context(user=item.job.created_by_id, job=item.job_id, item=item.pk):
        try:
            _import(item)
        except LeaseLostError:
            logger.warning("Item %s of import %s has another worker now", item.pk, item.job_id)
        except SoftTimeLimitExceeded:
            # Final: it would take as long the next time.
            logger.warning("Item %s of import %s took too long", item.pk, item.job_id)
            set_aside(item, Problem.TOOK_TOO_LONG)
        except Exception:
            logger.exception("Item %s of import %s failed", item.pk, item.job_id)
            try_again_later(item)


def _import(item: ImportItem) -> None:
    if item.original is None:
        raise FileNotFoundError("The original was removed before it was read")
    same = article_with_bytes(item.original)
    if same:
        end(item, State.DUPLICATE, article=same)
        return
    data = _bytes(item.original)
    try:
        bundle = open_bundle(data, name=item.name, media_type=item.original.media_type)
    except Unreadable as unreadable:
        refuse(item, unreadable)
        return
    if bundle:
        unpack(item, bundle)
    else:
        _import_article(item, item.original, data)


def _import_article(item: ImportItem, original: Original, data: bytes) -> None:
    try:
        draft = read(data, name=item.name, media_type=original.media_type)
    except Unreadable as unreadable:
        _fail(item, Problem(unreadable.code.value))
        return
    if len(draft.body) > settings.IMPORT_MAX_CHARACTERS:
        _fail(item, Problem.TOO_LONG)
        return
    same = article_with_text(draft.body)
    if same:
        end(item, State.DUPLICATE, article=same)
        return
    _find_and_save(item, original, draft)


def _bytes(original: Original) -> bytes:
    with original.file.open("rb") as file:
        data: bytes = file.read()
    return data


def _find_and_save(item: ImportItem, original: Original, draft: Draft) -> None:
    desk = desk_vocabulary()
    findings = find(
        draft.body, desk.vocabulary, headings=draft.headings, published_on=draft.published_on
    )
    with transaction.atomic():  # ending the item in it fails, and undoes it, if the lease was lost
        article, made = save_article(
            original, draft, findings, desk.themes, created_by_id=item.job.created_by_id
        )
        end(item, State.IMPORTED if made else State.DUPLICATE, article=article)


def _fail(item: ImportItem, problem: ImportItem.Problem) -> None:
    with transaction.atomic():
        end(item, State.FAILED, problem=problem)
        if problem == Problem.SECRET and item.original_id:
            transaction.on_commit(partial(forget, item.original_id))
