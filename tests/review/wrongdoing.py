"""Ways to try what PostgreSQL must refuse."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction


@contextmanager
def refused(words: str) -> Iterator[None]:
    """Expect PostgreSQL to refuse now, or when the transaction would end."""
    with pytest.raises(IntegrityError, match=words), transaction.atomic():  # noqa: PT012
        yield
        connection.check_constraints()


def sql(statement: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def insert_decision(
    version: int | None, person: int, verdict: str = "approve", *, settles: bool = False
) -> None:
    sql(
        "INSERT INTO review_decision (version_id, person_id, verdict, reason, settles, made_at)"
        " VALUES (%s, %s, %s, 'vì sao', %s, now())",
        version,
        person,
        verdict,
        settles,
    )
