"""Twenty reviewers over two thousand tasks at once, and some whose connections break."""

import os
import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress

import pytest
from django.db import Error, connection, connections
from django.db.models import Count

from articles.models import Article
from articles.refusal import Refused
from portal.people.models import User
from review.actions.bulk import Chosen, decide_on
from review.actions.claiming import take_next
from review.actions.decisions import decide, settle, withdraw
from review.actions.versions import Wording, rewrite
from review.models import Decision, ExtractedTask, QueueRow
from review.queries import approved_without_enough_people
from tests.factories import LeadFactory, ReviewerFactory
from tests.review.factories import article_with_tasks, wording_now
from tests.review.queue import run_out

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE, ARTICLES, TASKS = 20, 200, 10
SECONDS = float(os.environ.get("REVIEWING_SECONDS", "20"))


class Desk:
    """What the reviewers share: until when they work, and who has an article before them."""

    def __init__(self) -> None:
        self.until = time.monotonic() + SECONDS
        self.looking: Counter[int] = Counter()
        self.twice: list[int] = []
        self.lock = threading.Lock()
        self.broken: list[Exception] = []

    def looks(self, article: Article) -> None:
        with self.lock:
            self.looking[article.pk] += 1
            if self.looking[article.pk] > 1:
                self.twice.append(article.pk)

    def leaves(self, article: Article) -> None:
        with self.lock:
            self.looking[article.pk] -= 1


def works(desk: Desk, person: User, chance: random.Random) -> Callable[[], None]:
    """Take, decide at random, go on; now and then the connection is killed in the middle."""

    def work() -> None:
        article = None
        say_what_for()
        while time.monotonic() < desk.until:
            try:
                article = take_next(person, after=article.pk if article else None)
                if article is None:
                    return
                look_at(article)
            except Error as error:  # of the killed ones
                desk.broken.append(error)
                connection.close()
                say_what_for()
                article = None

    def look_at(article: Article) -> None:
        desk.looks(article)
        try:
            for task in article.tasks.select_related("version").order_by("?")[:4]:
                act(person, task, chance)
        finally:
            desk.leaves(article)

    def run() -> None:
        try:
            work()
        finally:
            connections.close_all()

    return run


def say_what_for() -> None:
    """Name the connection, so that only such ones are killed."""
    with connection.cursor() as cursor:
        cursor.execute("SET application_name = 'reviewing'")


def act(person: User, task: ExtractedTask, chance: random.Random) -> None:
    version, roll = wording_now(task).pk, chance.random()
    with suppress(Refused):
        if roll < 0.7:
            decide(person, task.pk, version, "approve")
        elif roll < 0.75:
            decide(person, task.pk, version, "reject", "Trùng")
        elif roll < 0.8:
            decide(person, task.pk, version, "unsure")
        elif roll < 0.85:
            rewrite(person, task.pk, version, Wording(f"Rà soát {roll}."))
        elif roll < 0.9:
            decide_on(person, [Chosen(task.pk, version)], "approve")
        elif roll < 0.95:
            mine = Decision.objects.filter(person=person, withdrawal=None).order_by("?").first()
            if mine:
                withdraw(person, mine.pk)
        else:
            settle(person, task.pk, version, "approve")


def kills(desk: Desk, chance: random.Random) -> None:
    """Break a connection now and then, whatever it is doing."""
    with connection.cursor() as cursor:
        while time.monotonic() < desk.until - 1:
            time.sleep(chance.uniform(0.3, 1.2))
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                " AND application_name = 'reviewing' AND state <> 'idle' ORDER BY random() LIMIT 1"
            )
    connections.close_all()


def test_twenty_at_once_break_no_rule() -> None:
    line = "\n".join(f"Việc {n}, Ban {n} rà soát cán bộ." for n in range(TASKS))
    for _ in range(ARTICLES):
        article_with_tasks(TASKS, body=f"Nhiệm vụ\n{line}")
    seed = random.randrange(10**6)
    people = [*ReviewerFactory.create_batch(PEOPLE - 2), *LeadFactory.create_batch(2)]
    desk = Desk()
    threads = [
        threading.Thread(target=works(desk, person, random.Random(seed + n)))
        for n, person in enumerate(people)
    ]
    threads.append(threading.Thread(target=kills, args=(desk, random.Random(seed))))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SECONDS + 30)
    assert not any(thread.is_alive() for thread in threads), f"somebody hangs (seed {seed})"

    twice = Decision.objects.filter(withdrawal=None).values("version", "person")
    assert not twice.annotate(times=Count("pk")).filter(times__gt=1).exists()
    assert not approved_without_enough_people().exists()
    assert not desk.twice, f"two had the same article before them (seed {seed})"
    assert Decision.objects.count() > PEOPLE
    assert desk.broken, "no connection was killed"
    check_the_queue()

    newcomer = ReviewerFactory()
    for person in people:
        run_out(person)
    if QueueRow.objects.filter(stage="open").exists():
        assert take_next(newcomer), "those who went home hold nothing"


def check_the_queue() -> None:
    """What the triggers have kept is what one would work out now."""
    kept = list(QueueRow.objects.order_by("pk").values("pk", "stage", "said_by", "sent_back_to"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT review_queue_tasks(ARRAY(SELECT id FROM review_extractedtask))")
    anew = list(QueueRow.objects.order_by("pk").values("pk", "stage", "said_by", "sent_back_to"))
    assert kept == anew
