"""Trying again what PostgreSQL stopped, because it and somebody else waited for each other."""

from collections.abc import Callable
from functools import wraps
from typing import Final, ParamSpec, TypeVar

from django.db import OperationalError, transaction
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
