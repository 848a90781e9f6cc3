"""Workers that are killed in the middle of an import lose nothing and double nothing."""

import random
import time
from functools import partial

from django.conf import LazySettings
from django.db.models import Count

from articles.actions.imports import ring_waiting_items, start_import
from articles.models import Article, ArticleText, Citation, ImportItem, ImportJob, Original
from tests.articles.texts import pages
from tests.workers import Workers, wait_until

ITEMS = 30
State = ImportItem.State


def ended() -> int:
    return ImportItem.objects.filter(state__in=[State.IMPORTED, State.DUPLICATE]).count()


def in_the_middle(at_least: int) -> bool:
    running = ImportItem.objects.filter(state=State.RUNNING).exists()
    return ended() >= at_least and running


def all_ended() -> bool:
    ring_waiting_items()  # what celery beat does
    time.sleep(0.2)
    return ended() == ITEMS


def test_no_item_is_lost_or_doubled(workers: Workers, settings: LazySettings) -> None:
    settings.IMPORT_RING_AGAIN_SECONDS = 2
    short = {"IMPORT_LEASE_SECONDS": "2", "IMPORT_RING_AGAIN_SECONDS": "2"}
    chance = random.Random(7)
    first = workers.start(short)
    start_import(None, ImportJob.Source.COMMAND, pages(ITEMS))
    for worker, at_least in ((first, 3), (None, 12)):
        killed = worker or workers.start(short)
        wait_until(partial(in_the_middle, at_least), 30)
        time.sleep(chance.uniform(0, 0.02))
        workers.kill(killed)
    assert ended() < ITEMS

    workers.start(short)
    wait_until(all_ended, 60)

    assert ImportItem.objects.filter(state=State.IMPORTED).count() == ITEMS
    assert Article.objects.count() == ArticleText.objects.count() == ITEMS
    assert Original.objects.count() == ITEMS
    citations = Citation.objects.values("text").annotate(count=Count("pk"))
    assert {row["count"] for row in citations} == {2}
