"""Workers that are killed while they unpack an archive neither double nor lose what is in it."""

import random
import time
from collections import Counter
from functools import partial
from subprocess import Popen

from django.conf import LazySettings

from articles.actions.imports import ring_waiting_items, start_import
from articles.actions.originals import forget_refused
from articles.models import Article, ImportItem, ImportJob, Original
from tests.articles.bundled import zipped
from tests.articles.importing import stored_files
from tests.articles.texts import page, upload
from tests.workers import Workers, wait_until

MEMBERS = 4_000
ARTICLES = 40
State = ImportItem.State
chance = random.Random(11)


def archive() -> bytes:
    """Articles among many files that are refused as they come out."""
    files: dict[str, str | bytes] = {}
    for n in range(MEMBERS):
        is_article = n % (MEMBERS // ARTICLES) == 0
        name, text = f"bai-{n:04}", page(f"Bài số {n}", body=f"Chi bộ thôn {n} họp.")
        files |= {f"{name}.txt": text} if is_article else {f"{name}.dat": "x"}
    return zipped(files)


def taken_out() -> int:
    return ImportItem.objects.filter(unpacked_from__isnull=False).count()


def is_being_unpacked(at_least: int) -> bool:
    ring_waiting_items()  # what celery beat does
    return taken_out() >= at_least


def kill_while_unpacking(workers: Workers, worker: "Popen[bytes]", *, at_least: int) -> None:
    wait_until(partial(is_being_unpacked, at_least), 60)
    time.sleep(chance.uniform(0, 0.05))
    workers.kill(worker)


def all_ended() -> bool:
    ring_waiting_items()  # what celery beat does
    time.sleep(0.2)
    return not ImportItem.objects.filter(state__in=[State.WAITING, State.RUNNING]).exists()


def test_no_member_is_lost_or_doubled(workers: Workers, settings: LazySettings) -> None:
    settings.IMPORT_RING_AGAIN_SECONDS = 2
    short = {"IMPORT_LEASE_SECONDS": "5", "IMPORT_RING_AGAIN_SECONDS": "2"}
    first = workers.start(short)
    start_import(None, ImportJob.Source.COMMAND, [upload(archive(), "bai.zip")])
    bundle = ImportItem.objects.get()
    kill_while_unpacking(workers, first, at_least=1)
    assert ImportItem.objects.get(pk=bundle.pk).state == State.RUNNING
    after_first = taken_out()
    assert 0 < after_first < MEMBERS
    second, _name = workers.launch(short)
    kill_while_unpacking(workers, second, at_least=after_first + 1)
    assert taken_out() < MEMBERS

    workers.start(short)
    wait_until(all_ended, 90)
    forget_refused()

    bundle.refresh_from_db()
    assert (bundle.state, bundle.members, bundle.original) == (State.UNPACKED, MEMBERS, None)
    places = ImportItem.objects.filter(unpacked_from=bundle).order_by("member")
    assert list(places.values_list("member", flat=True)) == list(range(MEMBERS))
    positions = ImportItem.objects.order_by("position").values_list("position", flat=True)
    assert list(positions) == list(range(1, MEMBERS + 2))
    assert Counter(places.values_list("state", "problem")) == {
        (State.IMPORTED, ""): ARTICLES,
        (State.FAILED, ImportItem.Problem.UNSUPPORTED): MEMBERS - ARTICLES,
    }
    assert Article.objects.count() == ARTICLES
    assert Original.objects.count() == len(stored_files()) == ARTICLES
