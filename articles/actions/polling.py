"""Looking into a watched source: what is new in it becomes an import.

A source is a row with a due time before a worker hears of it. What it named before is remembered
in the transaction that orders the import, so that an entry is imported once, whoever looks and
whatever is cut off.
"""

import hashlib
import logging
import os
import time
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from itertools import islice
from mimetypes import guess_type
from pathlib import Path
from random import uniform
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Now

from articles.actions.doorbell import ring_on_commit
from articles.actions.fetching import start_import_of_addresses
from articles.actions.imports import SUFFIXES, start_import
from articles.actions.leases import LeaseLostError
from articles.actions.originals import Upload
from articles.actions.sites import web_client
from articles.apart.reader import offer_apart
from articles.fetching import Address, Busy, Client, Fetched, NotModified, Own, Unfetchable
from articles.models import ImportJob, SeenEntry, WatchedSource
from articles.queries.watching import opened_folder
from articles.reading import Unreadable
from articles.watching import (
    LARGEST_FEED,
    Entry,
    File,
    NotWhatItShouldBe,
    Offer,
    bytes_of,
    can_be_read,
    files_in,
)

logger = logging.getLogger(__name__)

Kind, Trouble = WatchedSource.Kind, WatchedSource.Trouble

RUNG_AT_ONCE: Final = 20
A_LOOK: Final = timedelta(minutes=6)
"""Longer than the workers' time limit: whoever still looks then is gone."""
FILES_AT_ONCE: Final = 200
GOES_ON_FOR: Final = 60.0
"""Seconds that files are imported for in one look: to go through a folder of many takes long."""
CLOSED_ONES_TOLD: Final = 5
LONGEST_ADDRESS: Final = 2_000
LONGEST_REST: Final = timedelta(days=1)


class _Trouble(Exception):  # noqa: N818 - what is wrong with the source
    def __init__(
        self, problem: str, detail: str = "", *, retry_after: timedelta | None = None
    ) -> None:
        super().__init__(detail)
        self.problem = problem
        self.retry_after = retry_after


@transaction.atomic
def ring_due_sources() -> int:
    """Announce sources that are due: each once, and again when nobody came for long."""
    again = Now() - timedelta(seconds=settings.IMPORT_RING_AGAIN_SECONDS)
    silent = Q(rung_at=None) | Q(rung_at__lt=F("due_at")) | Q(rung_at__lte=again)
    due = WatchedSource.objects.filter(silent, due_at__lte=Now()).order_by("due_at")
    free = due.select_for_update(skip_locked=True, no_key=True)
    ids = list(free.values_list("pk", flat=True)[:RUNG_AT_ONCE])
    WatchedSource.objects.filter(pk__in=ids).update(rung_at=Now())
    ring_on_commit("articles.jobs.look_into_source", ids)
    return len(ids)


def look_into(source_id: int) -> None:
    """Look into a source. Harmless for one that is not due or that somebody looks into."""
    source = _claimed(source_id)
    if source is None:
        return
    look = _look_into_folder if source.kind == Kind.FOLDER else _look_into_address
    try:
        look(source)
    except Busy as busy:
        _mine(source).update(due_at=Now() + busy.pause, failures=source.failures)
    except LeaseLostError:
        logger.info("Somebody else looks into watched source %s now", source.pk)
    except _Trouble as trouble:
        _rest(source, trouble)
    except Exception as error:
        logger.exception("Watched source %s could not be looked into", source.pk)
        _rest(source, _Trouble("error", repr(error)))


@transaction.atomic
def _claimed(source_id: int) -> WatchedSource | None:
    due = WatchedSource.objects.select_for_update(skip_locked=True)
    source = due.filter(pk=source_id, due_at__lte=Now()).first()
    if source is None:
        return None
    source.claim += 1
    # As if it failed: one that kills whoever looks into it would else be looked into for ever.
    _mine_of(source_id).update(
        claim=source.claim,
        due_at=Now() + (_pause(source) if source.failures else A_LOOK),
        failures=_one_more(source),
    )
    return source


def _look_into_address(source: WatchedSource) -> None:
    """Read the feed or the sitemap, or the next of the sitemaps that it named."""
    is_further = bool(source.pending)
    place = source.pending[0] if is_further else source.place
    known: dict[str, Any] = {} if is_further else _known(source)
    client = web_client()
    try:
        answer = client.fetch(place, **known)
        if isinstance(answer, NotModified):
            _done(source)
            return
        offer = _offer(source, answer)
    except Unfetchable as unfetchable:
        trouble = _Trouble(
            unfetchable.code.value, unfetchable.detail, retry_after=unfetchable.retry_after
        )
    except NotWhatItShouldBe as named:
        wrong = Trouble.NO_FEED if source.kind == Kind.FEED else Trouble.NO_SITEMAP
        trouble = _Trouble(wrong, str(named))
    except Unreadable as unreadable:
        trouble = _Trouble(unreadable.code.value)
    else:
        _import_pages(source, client, answer, offer)
        return
    if not is_further:
        raise trouble
    # One sitemap of many: the others are read, and this one in the next round.
    _done(source, pending=source.pending[1:], problem=trouble.problem, last_error=str(trouble))


def _known(source: WatchedSource) -> dict[str, Any]:
    return {"etag": source.etag or None, "last_modified": source.last_modified or None}


def _offer(source: WatchedSource, answer: Fetched) -> Offer:
    if source.kind == Kind.FEED:
        if len(answer.data) > LARGEST_FEED:
            raise _Trouble(Trouble.FEED_TOO_LARGE)
        return offer_apart(answer.data, feed_at=answer.address.url)
    return offer_apart(answer.data)


def _import_pages(source: WatchedSource, client: Client, answer: Fetched, offer: Offer) -> None:
    wanted = partial(_wanted, source, client, answer.address)
    by_key = {key: entry.address for entry in offer.entries if (key := wanted(entry))}
    told: dict[str, Any] = {"pending": source.pending[1:]}
    if not source.pending:  # the place itself: an index of an index is nothing
        further = [each.address for each in offer.further if wanted(each)]
        # That an index is the same says nothing of the sitemaps that it names.
        known = ("", "") if offer.further else (answer.etag, answer.last_modified)
        etag, last_modified = (said or "" for said in known)
        told = {
            "pending": further,
            "etag": etag[:500],
            "last_modified": last_modified[:100],
        }
    with transaction.atomic():
        new = _unseen(source, by_key)
        if new:
            addresses = [by_key[key] for key in new]
            job = start_import_of_addresses(None, ImportJob.Source.WATCHED, addresses)
            _remember(source, new, job)
        _done(source, found=F("found") + len(new), problem="", last_error="", **told)


def _look_into_folder(source: WatchedSource) -> None:
    """Import the files of the folder that are new; very many of them in several looks."""
    folder = opened_folder(Path(source.place))
    if folder is None:
        raise _Trouble(Trouble.OTHER_FOLDER)
    closed: list[Path] = []
    try:
        files = {_file_key(file): file for file in files_in(folder, SUFFIXES, closed)}
    except OSError as error:
        raise _Trouble(Trouble.NO_FOLDER, str(error)) from error
    with transaction.atomic():
        new = _unseen(source, files)
    # One that is closed to us does not hold up the others, and is tried again every time.
    open_ones = (key for key in new if can_be_read(files[key], closed))
    until = time.monotonic() + GOES_ON_FOR
    while now := list(islice(open_ones, FILES_AT_ONCE)):
        _import_files(source, {key: files[key] for key in now})
        if time.monotonic() > until:
            break
    told: dict[str, Any] = {"due_at": Now()} if now else {}
    words = "\n".join(_in_words(path) for path in closed[:CLOSED_ONES_TOLD])
    trouble = Trouble.CLOSED_FILES if closed else ""
    _done(source, problem=trouble, last_error=words, **told)


@transaction.atomic
def _import_files(source: WatchedSource, files: dict[str, File]) -> None:
    _hold(source)
    uploads = [_upload(file) for file in files.values()]
    _remember(source, list(files), start_import(None, ImportJob.Source.WATCHED, uploads))
    _mine(source).update(found=F("found") + len(files))


def _hold(source: WatchedSource) -> None:
    """Lock the source's row, or learn that somebody else looks."""
    if not _mine(source).select_for_update(no_key=True).exists():
        raise LeaseLostError


def _in_words(path: Path) -> str:
    return os.fsencode(path).decode(errors="replace")


def _unseen(source: WatchedSource, keys: dict[str, Any]) -> list[str]:
    """Tell which keys are new, the source's row locked; or learn that somebody else looks."""
    _hold(source)
    seen: set[str] = set()
    asked = iter(keys)
    while chunk := list(islice(asked, 1000)):
        rows = SeenEntry.objects.filter(source=source, key__in=chunk)
        seen.update(rows.values_list("key", flat=True))
    return [key for key in keys if key not in seen]


def _remember(source: WatchedSource, keys: Sequence[str], job: ImportJob) -> None:
    SeenEntry.objects.bulk_create([SeenEntry(source=source, key=key) for key in keys], 1000)
    job.watched = source
    job.save(update_fields=["watched"])
    logger.info("Watched source %s has %s new: import %s", source.pk, len(keys), job.pk)


def _wanted(source: WatchedSource, client: Client, named_by: Address, entry: Entry) -> str | None:
    """Give the key by which a page that is to be imported is remembered."""
    if source.since and entry.changed_on and entry.changed_on < source.since:
        return None
    if len(entry.address) > LONGEST_ADDRESS:
        logger.warning("%s names a page by a very long address: left out", named_by.url)
        return None
    try:
        page = client.address(entry.address)
    except Unfetchable:  # the import says what is wrong with it
        return _page_key(entry.address)
    if _leads_inside(client.rules.own, named_by, page):
        logger.warning("%s names a page of our own network: left out", named_by.url)
        return None
    return _page_key(page.canonical)


def _leads_inside(own: Own, named_by: Address, page: Address) -> bool:
    """Whether a site out there names a page of our own network: that is not for it to ask for."""
    return own.holds(page.host, page.port) and not own.holds(named_by.host, named_by.port)


def _done(source: WatchedSource, **told: Any) -> None:
    pending = told.get("pending")
    next_look = Now() if pending else Now() + timedelta(minutes=source.every)
    _mine(source).update(
        **{"due_at": next_look, "failures": 0, "looked_at": Now(), **told},
    )


def _rest(source: WatchedSource, trouble: _Trouble) -> None:
    """Look again later, and later each time; never sooner than the site asks."""
    pause = _pause(source)
    _mine(source).update(
        due_at=Now() + max(pause, trouble.retry_after or pause),
        failures=_one_more(source),
        looked_at=Now(),
        problem=trouble.problem,
        last_error=str(trouble)[:1000],
    )


def _pause(source: WatchedSource) -> timedelta:
    every = timedelta(minutes=source.every)
    longer: timedelta = min(every * 2**source.failures, max(LONGEST_REST, every))
    return longer * uniform(1, 1.1)  # noqa: S311


def _one_more(source: WatchedSource) -> int:
    return min(source.failures + 1, 10)


def _mine(source: WatchedSource) -> Any:
    return _mine_of(source.pk).filter(claim=source.claim, active=True)


def _mine_of(source_id: int) -> Any:
    return WatchedSource.objects.filter(pk=source_id)


def _page_key(address: str) -> str:
    return hashlib.sha256(address.encode()).hexdigest()


def _file_key(file: File) -> str:
    said = f"{file.name}\0{file.size}\0{file.changed_at}"
    return hashlib.sha256(said.encode("utf-8", "surrogateescape")).hexdigest()


def _upload(file: File) -> Upload:
    media_type = guess_type(file.path.name)[0] or "text/plain"
    return Upload(file.name, media_type, file.size, partial(bytes_of, file))
