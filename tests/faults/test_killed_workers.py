"""Workers that are killed in the middle of an import lose nothing and double nothing."""

import random
import time
from functools import partial
from subprocess import Popen

from django.conf import LazySettings
from django.db.models import Count

from articles.actions.imports import ring_waiting_items, start_import
from articles.models import Article, ArticleText, Citation, ImportItem, ImportJob, Original
from tests.articles.texts import pages
from tests.workers import Workers, wait_until

ITEMS = 60
State = ImportItem.State
chance = random.Random(7)


def ended() -> int:
    return ImportItem.objects.filter(state__in=[State.IMPORTED, State.DUPLICATE]).count()


def in_the_middle(at_least: int) -> bool:
    running = ImportItem.objects.filter(state=State.RUNNING).exists()
    return ended() >= at_least and running


def kill_in_the_middle(workers: Workers, worker: "Popen[bytes]", *, at_least: int) -> None:
    wait_until(partial(in_the_middle, at_least), 60)
    time.sleep(chance.uniform(0, 0.02))
    workers.kill(worker)


def all_ended() -> bool:
    ring_waiting_items()  # what celery beat does
    time.sleep(0.2)
    return ended() == ITEMS


def test_no_item_is_lost_or_doubled(workers: Workers, settings: LazySettings) -> None:
    settings.IMPORT_RING_AGAIN_SECONDS = 2
    short = {"IMPORT_LEASE_SECONDS": "2", "IMPORT_RING_AGAIN_SECONDS": "2"}
    first = workers.start(short)
    start_import(None, ImportJob.Source.COMMAND, pages(ITEMS))
    kill_in_the_middle(workers, first, at_least=3)
    # By the time a worker answers it may have done all: this one is watched from its launch.
    second, _name = workers.launch(short)
    kill_in_the_middle(workers, second, at_least=12)
    assert ended() < ITEMS

    workers.start(short)
    wait_until(all_ended, 60)

    assert ImportItem.objects.filter(state=State.IMPORTED).count() == ITEMS
    assert Article.objects.count() == ArticleText.objects.count() == ITEMS
    assert Original.objects.count() == ITEMS
    citations = Citation.objects.values("text").annotate(count=Count("pk"))
    assert {row["count"] for row in citations} == {2}
