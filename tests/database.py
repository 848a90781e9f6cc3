"""The database of the tests: migrated once, then copied for each process that runs tests.

Migrating takes most of a minute, copying a quarter of a second. What was migrated stays on the
server under a name made of all that the migrations are made of, so the next run copies it too.
"""

import ast
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.db.backends.utils import CursorWrapper
from pytest_django import DjangoDbBlocker

from tests.emptying import all_rows, put_back_after_commits

ROOT = Path(__file__).resolve().parents[1]
MIGRATED = "test_migrated_"
_DRAFT = f"{MIGRATED}draft"
_LOCK = 20211122  # whoever migrates for all; others wait


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker, worker_id: str
) -> Iterator[None]:
    """Give this process a copy of the migrated database (in place of pytest-django's fixture)."""
    suffix = "" if worker_id == "master" else f"_{worker_id}"
    its_own = f"test_{settings.DATABASES['default']['NAME']}{suffix}"
    with django_db_blocker.unblock():
        with _server() as server:
            _copy(server, _migrated(server), its_own)
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = its_own
        rows = all_rows()
    with put_back_after_commits(rows):
        yield
    with django_db_blocker.unblock():
        connection.close()
        with _server() as server:
            _drop(server, its_own)


def _drop(server: CursorWrapper, name: str) -> None:
    """Not by force: that also ends a clean-up of PostgreSQL's own, which only its owner may."""
    server.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = %s AND usename = current_user",
        [name],
    )
    server.execute(f'DROP DATABASE "{name}"')


@contextmanager
def _server() -> Iterator[CursorWrapper]:
    with connection._nodb_cursor() as cursor:
        yield cursor


def _migrated(server: CursorWrapper) -> str:
    """Find the migrated database or make it. Whoever comes meanwhile waits."""
    name = MIGRATED + _what_migrates()
    server.execute("SELECT pg_advisory_lock(%s)", [_LOCK])  # until the connection is closed
    server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [MIGRATED])
    there = [database for (database,) in server.fetchall()]
    if name not in there:
        for outdated in there:
            server.execute(f'DROP DATABASE "{outdated}"')
        _migrate(_DRAFT)
        server.execute(f'ALTER DATABASE "{_DRAFT}" RENAME TO "{name}"')
    return name


def _migrate(name: str) -> None:
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, serialize=False)
    connection.close()


def _copy(server: CursorWrapper, original: str, copy: str) -> None:
    server.execute(f'DROP DATABASE IF EXISTS "{copy}"')
    server.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{original}"')
    # A test asks for no row after the machine has lost its power.
    server.execute(f'ALTER DATABASE "{copy}" SET synchronous_commit = off')


def _what_migrates() -> str:
    """Sum up the migrations, what follows them, all of ours that these import, and libraries."""
    digest = hashlib.sha256((ROOT / "requirements" / "base.txt").read_bytes())
    begin = {*ROOT.glob("[!.]*/**/migrations/*.py"), ROOT / "portal" / "people" / "roles.py"}
    for path in sorted(_with_what_they_import(begin)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _with_what_they_import(files: set[Path]) -> set[Path]:
    known: set[Path] = set()
    new = files
    while new:
        known |= new
        new = {path for file in new for path in _imported(file)} - known
    return known


def _imported(file: Path) -> Iterator[Path]:
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            names = [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{name.name}" for name in node.names]
        else:
            continue
        for name in names:
            yield from _modules_of(name)


def _modules_of(name: str) -> Iterator[Path]:
    """`articles.models.search.words`: the packages on the way, and the module they lead to."""
    place = ROOT
    for part in name.split("."):
        place /= part
        for path in (place / "__init__.py", place.with_suffix(".py")):
            if path.exists():
                yield path
