"""Two desks on one server, alike but for how much is there: what slows the machine slows both."""

import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import django

from tests.benchmarks.rows import fill, make_people, make_what_few_share

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

FEW: Final = 1_000
MANY: Final = int(os.environ.get("TASKS", "100000"))
ROUNDS: Final = int(os.environ.get("ROUNDS", "40"))
WARM: Final = 3
Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Times:
    """How long something took, in seconds by the clock, and how many statements it made."""

    taken: list[float]
    statements: int

    @property
    def median(self) -> float:
        return sorted(self.taken)[len(self.taken) // 2]

    @property
    def p95(self) -> float:
        """Within which 19 of 20 were."""
        return sorted(self.taken)[len(self.taken) * 19 // 20]


class Desks:
    """One with few tasks, and one with the same and many more."""

    def __init__(self) -> None:
        from django.core.management import call_command
        from django.db import connection

        call_command("migrate", verbosity=0)
        self.people = make_people()
        make_what_few_share()
        fill(0, FEW, self.people)
        self.few: BaseDatabaseWrapper = _wrapper(connection.settings_dict["NAME"])
        connection.close()
        name = f"{connection.settings_dict['NAME']}_many"
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{self.few.settings_dict["NAME"]}"')
        self.many = _wrapper(name)
        with at(self.many):
            fill(FEW, MANY, self.people)

    def measured(self, works: Mapping[str, Work]) -> dict[str, tuple[Times, Times]]:
        """Measure each with few and with many, in turn."""
        both = (self.few, self.many)
        times = {
            name: (Times([], _count(self.few, work)), Times([], _count(self.many, work)))
            for name, work in works.items()
        }
        for turn in range(WARM + ROUNDS):
            if turn == WARM:
                gc.collect()
                gc.freeze()
            for name, work in works.items():
                for desk, told in zip(both, times[name], strict=True):
                    with at(desk):
                        start = time.perf_counter()
                        work()
                        if turn >= WARM:
                            told.taken.append(time.perf_counter() - start)
        return times


def _wrapper(name: str) -> "BaseDatabaseWrapper":
    from django.db import connections

    wrapper = connections.create_connection("default")
    wrapper.settings_dict = wrapper.settings_dict | {"NAME": name}
    return wrapper


@contextmanager
def at(desk: "BaseDatabaseWrapper") -> Iterator[None]:
    """Have all that is asked asked of this desk."""
    from django.db import connections

    before = connections["default"]
    connections["default"] = desk
    try:
        yield
    finally:
        connections["default"] = before


def _count(desk: "BaseDatabaseWrapper", work: Work) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with at(desk):
        work()
        with CaptureQueriesContext(connection) as captured:
            work()
        return len(captured)


@contextmanager
def a_place() -> Iterator[None]:
    """Keep servers of our own for as long as it lasts; in BENCH_DIR, to look at them afterwards."""
    with tempfile.TemporaryDirectory(prefix="duyet-bench-", ignore_cleanup_errors=True) as folder:
        os.environ.update(
            VAR_DIR=os.environ.get("BENCH_DIR", folder),
            DEMO="true",
            DJANGO_SETTINGS_MODULE="portal.settings",
        )
        django.setup()
        yield


def tell_plans(desk: "BaseDatabaseWrapper", works: Mapping[str, Work]) -> None:
    """Say how PostgreSQL goes about what each work asks for, the two slowest of its statements."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for name, work in works.items():
        with at(desk), CaptureQueriesContext(connection) as captured:
            work()
        slow = sorted(captured.captured_queries, key=lambda query: -float(query["time"]))
        print(f"== {name}: {len(slow)} statements")
        for query in slow[:2]:
            print(f"-- {query['time']} s: {query['sql'][:3000]}")
            with at(desk), connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS) {query['sql']}")
                print("\n".join(line for (line,) in cursor.fetchall()))
