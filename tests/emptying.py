"""The database of the tests after one that has committed: as it was migrated."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction
from django.db.backends.base.operations import BaseDatabaseOperations
from django.test import TransactionTestCase

Rows = dict[str, bytes]

# The owner of a table may do this; only a superuser could set session_replication_role.
_GUARDS = """
DO $$ DECLARE guard record; BEGIN
    FOR guard IN
        SELECT tgrelid::regclass AS its_table, tgname AS its_name FROM pg_trigger
        WHERE tgname LIKE 'pgtrigger_never_truncated_%%'
    LOOP
        EXECUTE format('ALTER TABLE %%s %s TRIGGER %%I', guard.its_table, guard.its_name);
    END LOOP;
END $$
"""


@contextmanager
def put_back_after_commits(rows: Rows) -> Iterator[None]:
    """Have each test that commits be followed by Django's TRUNCATE and by these rows.

    Our guards refuse TRUNCATE. Django would have content types, permissions and roles made anew
    each time, which takes ten times as long as putting their rows back.
    """
    plainly = BaseDatabaseOperations.execute_sql_flush

    def past_guards(operations: BaseDatabaseOperations, statements: list[str]) -> None:
        plainly(operations, [_GUARDS % "DISABLE", *statements, _GUARDS % "ENABLE"])

    def empty_and_fill(_case: TransactionTestCase) -> None:
        quietly = {"verbosity": 0, "interactive": False}
        call_command("flush", **quietly, reset_sequences=False, inhibit_post_migrate=True)
        _put_back(rows)
        ContentType.objects.clear_cache()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", past_guards)
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_and_fill)
        yield


def all_rows() -> Rows:
    rows: Rows = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.django_table_names(only_existing=True):
            with cursor.copy(f'COPY "{table}" TO STDOUT') as copy:
                rows[table] = b"".join(copy)
    return {table: lines for table, lines in rows.items() if lines}


def _put_back(rows: Rows) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for table, lines in rows.items():
            with cursor.copy(f'COPY "{table}" FROM STDIN') as copy:
                copy.write(lines)
