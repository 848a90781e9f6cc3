"""Keeping the bytes that came in, once each, and forgetting what may not be kept."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import F, Func, QuerySet, Value
from django.db.models.functions import Now

from articles.actions.sites import forget_redirects
from articles.models import ImportItem, Original
from articles.models.originals import original_path
from articles.queries.imports import (
    OPEN,
    discardable_originals,
    forgettable_originals,
    gone_members,
)
from articles.vietnamese import normalise

KEPT_AT_ONCE = 200
LONGEST_NAME = 255
_WITHOUT_FOLDERS = Func(F("name"), Value("^.*/"), Value(""), function="regexp_replace")


@dataclass(frozen=True, slots=True)
class Upload:
    """Something to be imported. Its bytes are read when they are needed, and may be read twice."""

    name: str
    media_type: str
    size: int
    read: Callable[[], bytes]

    def sha256(self) -> str:
        return hashlib.sha256(self.read()).hexdigest()

    def kept_name(self) -> str:
        """The name as it can be stored, with its end, which says what kind of file it is."""
        return normalise(self.name)[-LONGEST_NAME:]


def upload_of(file: "UploadedFile[Any]") -> Upload:
    """A file that came with a request."""

    def read() -> bytes:
        file.seek(0)
        data: bytes = file.read()
        return data

    return Upload(file.name or "", file.content_type or "", file.size or 0, read)


def keep(uploads: Mapping[str, Upload]) -> dict[str, int]:
    """Keep the bytes of each upload (by its SHA-256) and say which Original has them.

    The rows stay locked until the transaction ends, so that none is forgotten before an item
    refers to it. They are locked in order, so that two imports of the same bytes do not block
    each other for ever.
    """
    kept: dict[str, int] = {}
    digests = iter(sorted(uploads))
    with _unwritten_on_error() as written:
        while chunk := list(islice(digests, KEPT_AT_ONCE)):
            Original.objects.bulk_create(
                [_original(digest, uploads[digest]) for digest in chunk], ignore_conflicts=True
            )
            rows = Original.objects.select_for_update(no_key=True).filter(sha256__in=chunk)
            for original in rows.order_by("sha256"):
                _write(original, uploads[original.sha256], written)
                kept[original.sha256] = original.pk
    return kept


@transaction.atomic
def forget(original_id: int) -> None:
    """Remove an original that bears a mark of secrecy: its file, its row, and its name."""
    # The bundle first, as unpacking does, which locks it before the originals of its members.
    bundles = list(
        ImportItem.objects.select_for_update(no_key=True)
        .filter(unpacked__original=original_id)
        .order_by("pk")
    )
    original = _locked(original_id)
    if original is None:
        return
    items = ImportItem.objects.filter(original=original)
    items.filter(state__in=[ImportItem.State.WAITING, ImportItem.State.RUNNING]).update(
        state=ImportItem.State.FAILED,
        problem=ImportItem.Problem.SECRET,
        announced=False,
        leased_until=None,
        finished_at=Now(),
    )
    items.update(name="", address="", last_error="")
    forget_redirects()
    forget_names(ImportItem.objects.filter(pk__in=[bundle.pk for bundle in bundles]))
    _remove(original)


@transaction.atomic
def discard(original_id: int) -> None:
    """Remove the bytes of a bundle when all that unpack it are done: its members have their own.

    However it ended, it has no name from then on if something in it was refused or erased.
    """
    items = ImportItem.objects.select_for_update(no_key=True).filter(original=original_id)
    bundles = list(items.filter(members__isnull=False).order_by("pk"))
    original = _locked(original_id)
    if original is None:
        return
    if ImportItem.objects.filter(original=original, state__in=OPEN).exists():
        return
    named = [bundle.pk for bundle in bundles if gone_members(bundle).exists()]
    forget_names(ImportItem.objects.filter(pk__in=named))
    _remove(original)


def forget_names(bundles: QuerySet[ImportItem]) -> None:
    """Forget what bundles were called: they and the folders in them may be named after a member.

    One that is still being unpacked is known by its name until it ends.
    """
    ended = bundles.exclude(state__in=OPEN)
    members = ImportItem.objects.filter(unpacked_from__in=ended)
    Original.objects.filter(items__in=members).update(name=_WITHOUT_FOLDERS)
    members.filter(row=None).update(name=_WITHOUT_FOLDERS)
    members.exclude(row=None).update(name="")
    ended.update(name="")


def forget_refused() -> None:
    """Finish removals that were interrupted."""
    for original_id in forgettable_originals():
        forget(original_id)
    for original_id in discardable_originals():
        discard(original_id)


def _locked(original_id: int) -> Original | None:
    """An original that no article needs."""
    rows = Original.objects.select_for_update(of=("self",))
    return rows.filter(pk=original_id, articles=None).first()


def _remove(original: Original) -> None:
    """The file goes before the row, which says until then that there is something to remove."""
    default_storage.delete(str(original.file))
    original.delete()


def _original(sha256: str, upload: Upload) -> Original:
    original = Original(
        sha256=sha256, name=upload.kept_name(), size=upload.size, media_type=upload.media_type[:100]
    )
    original.file.name = original_path(original, upload.name)
    return original


def _write(original: Original, upload: Upload, written: list[str]) -> None:
    path = str(original.file)
    if default_storage.exists(path):
        if default_storage.size(path) == original.size:
            return
        default_storage.delete(path)  # a write that was cut off
    data = upload.read()
    if hashlib.sha256(data).hexdigest() != original.sha256:
        raise OSError(f"{upload.name} was changed while it was being imported")
    written.append(path)
    default_storage.save(path, ContentFile(data))


@contextmanager
def _unwritten_on_error() -> Iterator[list[str]]:
    """Take files away again when their rows will not be there."""
    written: list[str] = []
    try:
        yield written
    except BaseException:
        for path in written:
            default_storage.delete(path)
        raise
