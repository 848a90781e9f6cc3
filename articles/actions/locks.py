"""What to do when somebody else holds the rows that are needed."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Final, ParamSpec, TypeVar

from django.db import OperationalError, connection, transaction
from psycopg.errors import DeadlockDetected

ATTEMPTS: Final = 3

P = ParamSpec("P")
R = TypeVar("R")


def again_after_deadlock(act: Callable[P, R]) -> Callable[P, R]:
    """Do it in a transaction, and again where somebody who saved an article stood in the way."""

    @wraps(act)
    def acted(*args: P.args, **kwargs: P.kwargs) -> R:
        for _attempt in range(1, ATTEMPTS):
            try:
                with transaction.atomic():
                    return act(*args, **kwargs)
            except OperationalError as error:
                if not isinstance(error.__cause__, DeadlockDetected):
                    raise
        with transaction.atomic():
            return act(*args, **kwargs)

    return acted


def wait_for_locks_at_most(longest: timedelta) -> None:
    """Until the transaction ends, raise `OperationalError` rather than wait longer for a row."""
    milliseconds = longest // timedelta(milliseconds=1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [str(milliseconds)])
