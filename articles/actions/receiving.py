"""Taking what another system sends: one import, however often the same is sent under one key."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from django.db import IntegrityError
from django.utils.translation import gettext as _

from articles.actions.fetching import add_addresses
from articles.actions.imports import door_problem, items_of_uploads, new_import, save_items
from articles.actions.originals import Upload
from articles.actions.tokens import usable_token
from articles.models import ApiToken, ImportItem, ImportJob, ImportKey
from articles.queries.tokens import sent_as
from articles.reading.records import MEDIA_TYPE, record_bytes
from articles.refusal import Refused


class OtherBody(Refused):
    """The key was used before, for something else."""

    def __init__(self) -> None:
        super().__init__(_("Something else was sent with this key before."))


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be imported, in the order in which its items stand."""

    files: Sequence[Upload] = ()
    records: Sequence[Mapping[str, str]] = ()
    addresses: Sequence[str] = ()

    def sha256(self) -> str:
        """The same for the same things, in whatever way they are written or wrapped."""
        said = [
            [[file.name, file.media_type, _told_by(file)] for file in self.files],
            [hashlib.sha256(record_bytes(record)).hexdigest() for record in self.records],
            list(self.addresses),
        ]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def receive(token: ApiToken, order: Order, key: str = "") -> tuple[ImportJob, bool]:
    """Start an import, or give the one that the same key has started; say whether it is new.

    Of two that come at once with one key, the second waits at the key until the first is saved.
    """
    token = usable_token(pk=token.pk)  # again: a long upload may lie between
    digest = order.sha256() if key else ""
    if known := _known(token, key, digest):
        return known, False
    try:
        with new_import(token.person, ImportJob.Source.API) as job:
            if key:
                ImportKey.objects.create(token=token, key=key, sha256=digest, job=job)
            _save(job, order)
    except IntegrityError:
        known = _known(token, key, digest)
        if known is None:
            raise
        return known, False
    return job, True


def _known(token: ApiToken, key: str, digest: str) -> ImportJob | None:
    sent = sent_as(token, key) if key else None
    if sent is None:
        return None
    if sent.sha256 != digest:
        raise OtherBody
    return sent.job


def _save(job: ImportJob, order: Order) -> None:
    """Files are written last: then nothing can fail that would leave them there alone."""
    rows = list(enumerate(order.records, 1))
    uploads = [*order.files, *(_row(row, record) for row, record in rows)]
    add_addresses(job, order.addresses, after=len(uploads))
    items = items_of_uploads(job, order.files)
    items += [ImportItem(job=job, position=len(items) + row, row=row) for row, _record in rows]
    save_items(items, uploads)


def _row(row: int, record: Mapping[str, str]) -> Upload:
    """The same bytes, name and kind as the row of a table that came in a file."""
    data = record_bytes(record)
    return Upload(f"{row}.json", MEDIA_TYPE, len(data), partial(bytes, data))


def _told_by(file: Upload) -> str:
    """What a file is told from another by; one that is not taken, by its size."""
    return str(file.size) if door_problem(file) else file.sha256()
