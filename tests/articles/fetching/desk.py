"""Importing addresses in tests, without a worker."""

from collections.abc import Sequence
from typing import Any

from django.db.models.functions import Now

from articles.actions.fetching import start_import_of_addresses
from articles.actions.running import run_item
from articles.models import ImportItem, ImportJob, Site
from articles.queries.imports import OPEN
from tests.articles.importing import ring_for
from tests.articles.reading.words import LEAD, P1, P2, P3, TITLE

ADDRESSES = ImportJob.Source.ADDRESSES
MOST_RUNS = 60


def article_page(title: str = TITLE, *, head: str = "", more: str = "") -> str:
    return f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>
{head}</head><body><article><h1>{title}</h1><p>{LEAD}</p><p>{P1}</p><p>{P2}</p><p>{P3}</p>
<p>{title}: đó là điều mà ai cũng nhớ sau buổi sinh hoạt chi bộ hôm ấy. {more}</p>
</article></body></html>"""


def start(addresses: Sequence[str], person: Any = None) -> list[ImportItem]:
    job = start_import_of_addresses(person, ADDRESSES, addresses)
    return list(job.items.order_by("position"))


def run_to_its_end(item: ImportItem) -> ImportItem:
    """Run an item until it has ended, as if time passed between."""
    for _run in range(MOST_RUNS):
        Site.objects.update(free_at=Now(), under_way=[])
        ring_for(item)
        run_item(item.pk, "test")
        item = again(item)
        if item.state not in OPEN:
            return item
    raise AssertionError(f"{item.address} does not end: {item.last_error}")


def fetched(*addresses: str) -> list[ImportItem]:
    return [run_to_its_end(item) for item in start(addresses)]


def again(item: ImportItem) -> ImportItem:
    return ImportItem.objects.select_related("article", "original").get(pk=item.pk)
