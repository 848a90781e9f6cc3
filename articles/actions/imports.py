"""Starting an import, and announcing what waits to the workers.

The database is the truth: everything is a row before a worker hears of it. The broker is a
doorbell: what it loses is announced again.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import PurePath
from typing import TYPE_CHECKING

import pghistory
from django.conf import settings
from django.db import transaction
from django.db.models.functions import Now

from articles.actions.doorbell import ring_on_commit
from articles.actions.originals import Upload, keep
from articles.models import ImportItem, ImportJob
from articles.queries.imports import OPEN
from articles.queries.turns import next_in_turn, room, runs_low
from articles.reading import bundles
from articles.reading.formats import is_known_by_bytes
from articles.refusal import require

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

SUFFIXES = (".txt", ".md", ".html", ".htm", ".mhtml", ".mht", ".docx", ".pdf", *bundles.SUFFIXES)
SAVED_AT_ONCE = 500

State, Problem = ImportItem.State, ImportItem.Problem

# What people often have, and what to do with it.
REFUSED_WITH_ADVICE = {
    **dict.fromkeys([".doc", ".rtf", ".odt", ".wps", ".pages"], Problem.SAVE_AS_DOCX),
    **dict.fromkeys([".png", ".jpg", ".jpeg", ".tif", ".tiff", ".heic", ".webp"], Problem.PICTURE),
}


def start_import(
    person: "AbstractUser | None", source: ImportJob.Source, uploads: Sequence[Upload]
) -> ImportJob:
    """Save the order, its items and their bytes; then announce it. Nobody is the system."""
    with new_import(person, source) as job:
        save_items(items_of_uploads(job, uploads), uploads)
    return job


@contextmanager
def new_import(person: "AbstractUser | None", source: ImportJob.Source) -> Iterator[ImportJob]:
    """Save an order together with what the block adds to it; then announce it."""
    if person is not None:
        require(person, "articles.add_importjob")
    who = person.pk if person else None
    with pghistory.context(user=who), transaction.atomic():
        yield ImportJob.objects.create(source=source, created_by_id=who)
        transaction.on_commit(ring_waiting_items, robust=True)


def door_problem(upload: Upload) -> ImportItem.Problem | None:
    """Why a thing cannot be imported, as far as can be seen from outside."""
    suffix = _suffix(upload)
    if suffix and suffix not in SUFFIXES and not _is_misnamed(upload):
        return REFUSED_WITH_ADVICE.get(suffix, Problem.UNSUPPORTED)
    if upload.size == 0:
        return Problem.EMPTY
    if upload.size > settings.IMPORT_MAX_BYTES:
        return Problem.TOO_LARGE
    return None


def _is_misnamed(upload: Upload) -> bool:
    """Whether something that can be imported has another name: a web page as .doc, for one."""
    return upload.size <= settings.IMPORT_MAX_BYTES and is_known_by_bytes(upload.read())


def ring_in_time() -> None:
    """Announce more before the workers have nothing at hand: not after every item they end."""
    if runs_low():
        ring_waiting_items()


@transaction.atomic
def ring_waiting_items() -> int:
    """Announce items that wait or whose worker is gone: as many as keep the workers busy."""
    turn = next_in_turn(room())
    due = ImportItem.objects.filter(pk__in=turn, state__in=OPEN, leased_until__lte=Now())
    # Another sweeper may have come first.
    free = set(due.order_by("pk").select_for_update(skip_locked=True).values_list("pk", flat=True))
    rung = [item for item in turn if item in free]
    ImportItem.objects.filter(pk__in=rung).update(
        state=State.WAITING,
        announced=True,
        leased_until=Now() + timedelta(seconds=settings.IMPORT_RING_AGAIN_SECONDS),
    )
    ring_on_commit("articles.jobs.import_item", rung)
    return len(rung)


def save_items(items: Sequence[ImportItem], uploads: Sequence[Upload]) -> None:
    """Save new items, and keep the bytes of those that have no problem: these wait."""
    digests = [
        "" if item.problem else upload.sha256() for item, upload in zip(items, uploads, strict=True)
    ]
    kept = keep({d: upload for upload, d in zip(uploads, digests, strict=True) if d})
    for item, digest in zip(items, digests, strict=True):
        due, over = (None, Now()) if item.problem else (Now(), None)
        item.state = State.FAILED if item.problem else State.WAITING
        item.original_id = kept.get(digest)
        item.leased_until, item.finished_at = due, over
    ImportItem.objects.bulk_create(items, batch_size=SAVED_AT_ONCE)


def items_of_uploads(job: ImportJob, uploads: Sequence[Upload]) -> list[ImportItem]:
    return [
        ImportItem(
            job=job,
            position=position,
            name=upload.kept_name(),
            problem=door_problem(upload) or "",
            # So that it can be said before it is unpacked that more will come out of it.
            members=0 if _suffix(upload) in bundles.SUFFIXES else None,
        )
        for position, upload in enumerate(uploads, 1)
    ]


def _suffix(upload: Upload) -> str:
    return PurePath(upload.name).suffix.lower()
