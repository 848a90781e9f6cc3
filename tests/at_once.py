"""Works of several people at the same instant, each on a connection of its own."""

import threading
import time
from collections.abc import Callable

from django.db import connection, connections, transaction
from django.utils import translation

_WAITS_FOR_ME = """
SELECT EXISTS (
    SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))
)
"""

Results = list[Exception | None]


def at_once(*works: Callable[[threading.Barrier], object]) -> Results:
    """Run each on a connection of its own; each waits at the barrier before it commits."""
    barrier = threading.Barrier(len(works), timeout=20)
    return _threaded(*[lambda work=work: work(barrier) for work in works])


def one_behind_the_other(first: Callable[[], object], second: Callable[[], object]) -> Results:
    """Begin the second when the first is done but not committed; commit when the second waits."""
    done = threading.Event()
    ended = threading.Event()

    def works_first() -> None:
        try:
            with transaction.atomic():
                first()
                done.set()
                _wait_for_somebody_who_waits(ended)
        finally:
            done.set()

    def works_second() -> None:
        done.wait(timeout=20)
        try:
            second()
        finally:
            ended.set()

    return _threaded(works_first, works_second)


def _wait_for_somebody_who_waits(ended: threading.Event) -> None:
    until = time.monotonic() + 20
    with connection.cursor() as cursor:
        while not ended.is_set() and time.monotonic() < until:
            cursor.execute(_WAITS_FOR_ME)
            if cursor.fetchone() == (True,):
                return
            time.sleep(0.02)


def _threaded(*works: Callable[[], object]) -> Results:
    results: Results = [None] * len(works)
    language = translation.get_language()

    def run(place: int, work: Callable[[], object]) -> None:
        translation.activate(language)  # a new thread speaks the default one
        try:
            work()
        except Exception as error:  # noqa: BLE001  (it is what the test asks about)
            results[place] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
