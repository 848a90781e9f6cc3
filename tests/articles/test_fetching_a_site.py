"""A whole site through a real worker: every page ends as it must, and nobody is rude.

Short here; `FETCHED_PAGES=1000` has it whole.
"""

import os
import time
from itertools import pairwise

import pytest
from django.conf import LazySettings

from articles.actions.fetching import start_import_of_addresses
from articles.actions.imports import ring_waiting_items
from articles.models import Article, ArticleAddress, ImportItem, Original, Site
from articles.queries.imports import counts_of
from tests.articles.fetching.big_site import (
    FIRST,
    LARGEST,
    QUICK,
    SLOW,
    SLOW_SECONDS,
    Page,
    build,
)
from tests.articles.fetching.desk import ADDRESSES
from tests.articles.fetching.local_site import Asked, LocalSite, serving
from tests.articles.importing import stored_files
from tests.workers import Workers

PAGES = int(os.environ.get("FETCHED_PAGES", "60"))
PAUSE = 0.1
AT_MOST = 60 + PAGES * 3
UNEVEN = 0.5
"""Seconds by which a request may come late to the site, and so near to the next one."""

State = ImportItem.State


@pytest.mark.django_db(transaction=True)
def test_every_page_of_a_site_ends_as_it_must(workers: Workers, settings: LazySettings) -> None:
    with serving("0.0.0.0") as site:
        hosts = [f"{host}:{site.port}" for host in (QUICK, SLOW)]
        settings.FETCH_OWN_HOSTS = hosts
        pages = build(site, PAGES)
        workers.start(
            {
                "FETCH_OWN_HOSTS": ",".join(hosts),
                "FETCH_PAUSE_SECONDS": str(PAUSE),
                "FETCH_SECONDS": "10",
                "IMPORT_MAX_BYTES": str(LARGEST),
            }
        )
        job = start_import_of_addresses(None, ADDRESSES, [page.address for page in pages])

        end = time.monotonic() + AT_MOST
        while (counts := counts_of(job)).open:
            assert time.monotonic() < end, (counts, _open(job.pk))
            ring_waiting_items()  # as beat does, more seldom
            time.sleep(1)

        items = list(job.items.order_by("position").select_related("article"))
        ended = [Page(item.address, State(item.state), item.problem) for item in items]
        assert _whoever_came_first(ended) == _whoever_came_first(pages)
        _check_that_one_page_is_one_article(items)
        _check_manners(site)


def _whoever_came_first(pages: list[Page]) -> tuple[list[Page], list[State]]:
    """The pages, and apart how those of one article ended, in no order: they may overtake."""
    apart = [page for page in pages if FIRST in page.address]
    return [page for page in pages if page not in apart], sorted(page.state for page in apart)


def _check_that_one_page_is_one_article(items: list[ImportItem]) -> None:
    imported = [item for item in items if item.state == State.IMPORTED]
    assert Article.objects.count() == len(imported) == len({item.article for item in imported})
    for item in imported:
        assert ArticleAddress.objects.get(address=item.address).article == item.article
    assert all(item.article for item in items if item.state == State.DUPLICATE)
    assert len(stored_files()) == Original.objects.count()


def _check_manners(site: LocalSite) -> None:
    assert {asked.host for asked in site.asked} == {QUICK, SLOW}
    for host in (QUICK, SLOW):
        asked = [each for each in site.asked if each.host == host]
        assert [each.path for each in asked].count("/robots.txt") == 1
        assert not [each for each in asked if each.path.startswith("/noi-bo/")]
        assert _fastest(asked) >= 0, f"{host} was asked faster than allowed"
    assert site.most_at_once[SLOW] == 1
    slow = [each.at for each in site.asked if each.host == SLOW and each.path != "/robots.txt"]
    rests = [after - before for before, after in pairwise(slow)]
    assert all(rest > 1.5 * SLOW_SECONDS for rest in rests), "it has time to breathe"
    assert not Site.objects.exclude(under_way=[]).exists()


def _fastest(asked: list[Asked]) -> float:
    """By how much the busiest stretch, of any length, kept below what is allowed."""
    times = [each.at for each in asked]
    return min(
        (times[last] - times[first]) - (last - first) * PAUSE + UNEVEN
        for first in range(len(times))
        for last in range(first, len(times))
    )


def _open(job: int) -> list[tuple[str, str, str]]:
    left = ImportItem.objects.filter(job=job, state__in=[State.WAITING, State.RUNNING])
    return list(left.values_list("address", "state", "last_error"))[:20]
