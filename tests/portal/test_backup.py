"""The backup of docs/operations.md, made and restored word for word."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import LazySettings
from django.conf import settings as django_settings
from django.db import connection

from articles.models import Original
from portal import embedded
from portal.embedded.programs import find_programs
from portal.models import Edition
from review.models import ExtractedTask
from tests.articles.importing import imported
from tests.articles.texts import page, upload
from tests.portal.factories import approved_task, published_edition

pytestmark = pytest.mark.django_db(transaction=True)

RESTORED = "duyet_restored"
servers = embedded.addresses(django_settings.SERVERS_DIR)


def program(name: str) -> str:
    return str(find_programs().postgresql / "bin" / name)


@pytest.fixture
def empty_database() -> Iterator[str]:
    with psycopg.connect(servers.superuser_url, autocommit=True) as superuser:
        superuser.execute(f"DROP DATABASE IF EXISTS {RESTORED} WITH (FORCE)")
        superuser.execute(f"CREATE DATABASE {RESTORED} OWNER duyet")
        yield servers.url(database=RESTORED)
        superuser.execute(f"DROP DATABASE {RESTORED} WITH (FORCE)")


@pytest.fixture
def restored(settings: LazySettings, tmp_path: Path, empty_database: str) -> tuple[str, Path]:
    """A desk with an import, an approved task and an edition; its backup in another place."""
    imported(upload(page("Bài được sao lưu", body="Chi bộ họp."), "bai.txt"))
    approved_task()
    published_edition(title="Nêu gương")
    name = str(connection.settings_dict["NAME"])
    dump, folder = tmp_path / "duyet.dump", tmp_path / "elsewhere"
    run(program("pg_dump"), "--format=custom", f"--file={dump}", servers.url(database=name))
    shutil.copytree(settings.MEDIA_ROOT, folder / "media")

    run(
        *(program("pg_restore"), "--no-owner", "--no-acl", "--exit-on-error"),
        *(f"--dbname={empty_database}", str(dump)),
    )
    return empty_database, folder


def run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def doctor(database: str, folder: Path) -> dict[str, dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "manage.py", "doctor", "--thorough", "--json"],
        env=os.environ | {"DATABASE_URL": database, "VAR_DIR": str(folder)},
        cwd=django_settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    checkups = [json.loads(line) for line in done.stdout.splitlines()]
    assert checkups, done.stderr
    return {checkup["name"]: checkup for checkup in checkups}


def test_a_restored_desk_is_whole(restored: tuple[str, Path]) -> None:
    checkups = doctor(*restored)
    for name in ("database", "migrations", "storage", "triggers", "approvals", "originals"):
        assert checkups[name]["verdict"] == "well", checkups[name]
    with psycopg.connect(restored[0]) as database:
        for model in (Edition, ExtractedTask, Original):
            count = database.execute(f"SELECT count(*) FROM {model._meta.db_table}").fetchone()
            assert count == (model._default_manager.count(),)
            assert count > (0,)
        assert_search_works(database)
        assert_rules_hold(database)


def assert_search_works(database: psycopg.Connection[Any]) -> None:
    found = database.execute(
        "SELECT count(*) FROM articles_article"
        " WHERE search @@ to_tsquery('simple', for_search('lưu'))"
    ).fetchone()
    assert found == (1,)


def assert_rules_hold(database: psycopg.Connection[Any]) -> None:
    with pytest.raises(psycopg.errors.CheckViolation):
        database.execute("UPDATE review_decision SET verdict = 'reject'")


def test_files_that_were_not_restored_are_missed(restored: tuple[str, Path]) -> None:
    shutil.rmtree(restored[1] / "media")
    assert doctor(*restored)["originals"]["verdict"] == "failing"
