"""The vocabulary, and which themes an article has."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def finder_at_work() -> Iterator[None]:
    """What is added and removed within is no person's word, and people's words stand against it."""
    with transaction.atomic():
        _set_finder("on")
        try:
            yield
        finally:
            if not connection.needs_rollback:
                _set_finder("off")


def _set_finder(state: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('duyet.finder', %s, true)", [state])
