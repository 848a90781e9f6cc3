"""Starting and running imports in tests, without a worker."""

from datetime import timedelta
from pathlib import Path

from django.core.files.storage import default_storage
from django.db.models.functions import Now

from articles.actions.imports import start_import
from articles.actions.originals import Upload
from articles.actions.running import run_item
from articles.models import ImportItem, ImportJob
from articles.queries.imports import OPEN, counts_of

FILES = ImportJob.Source.FILES


def start(*uploads: Upload) -> list[ImportItem]:
    return list(start_import(None, FILES, uploads).items.order_by("position"))


def run(item: ImportItem) -> ImportItem:
    """Run an item as a worker would who was rung for it."""
    ring_for(item)
    run_item(item.pk, "test")
    return ImportItem.objects.select_related("article").get(pk=item.pk)


def imported(*uploads: Upload) -> list[ImportItem]:
    return [run(item) for item in start(*uploads)]


def run_all(job: ImportJob) -> dict[str, int]:
    """Run what is open until nothing is, as workers would, and count the ends."""
    while item := job.items.filter(state__in=OPEN).first():
        ring_for(item)
        run_item(item.pk, "test")
    return {state: count for state, count in counts_of(job).by_state.items() if count}


def taken_out_of(bundle: ImportItem) -> list[ImportItem]:
    return list(bundle.unpacked.order_by("member"))


def ring_for(item: ImportItem) -> None:
    """Have an item announced, as if the time had come that it waits for."""
    ImportItem.objects.filter(pk=item.pk, state=ImportItem.State.WAITING).update(announced=True)


def pass_time(item: ImportItem) -> None:
    """Let the item's lease run out."""
    ImportItem.objects.filter(pk=item.pk).update(leased_until=Now() - timedelta(seconds=1))


def stored_files() -> list[str]:
    root = Path(default_storage.location)  # type: ignore[attr-defined]
    return [str(path) for path in root.rglob("*") if path.is_file()]
