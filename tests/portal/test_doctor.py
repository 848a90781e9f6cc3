"""The desk says whether it is well, and what to do where it is not."""

import io
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from articles.models import Original
from articles.queries import pulses
from portal.actions import Pick, submit_list, withdraw_edition
from portal.doctor import DAILY, Checkup, Verdict, examine, files, rules, running, services
from portal.models import Edition
from tests.articles.factories import ArticleFactory
from tests.articles.importing import imported
from tests.articles.texts import page, upload
from tests.factories import ManagingEditorFactory
from tests.portal.factories import approved_task, draft_list, publish
from tests.portal.pictures import illustrated

pytestmark = pytest.mark.django_db


def doctor(*options: str) -> tuple[list[dict[str, Any]], int]:
    out = io.StringIO()
    status = 0
    try:
        call_command("doctor", "--json", *options, stdout=out)
    except SystemExit as end:
        status = int(end.code or 0)
    return [json.loads(line) for line in out.getvalue().splitlines()], status


@pytest.fixture
def triggers_off() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE review_taskversion DISABLE TRIGGER USER")
        yield
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE review_taskversion ENABLE TRIGGER USER")


# -- The machines ----------------------------------------------------------------------------


def test_the_servers_of_the_tests_are_well() -> None:
    for check in (services.database, services.migrations, services.broker, services.storage):
        assert check().verdict is Verdict.WELL


def test_a_migration_that_has_not_run_fails() -> None:
    newest = MigrationRecorder(connection).migration_qs.filter(app="portal").latest("name")
    newest.delete()
    checkup = services.migrations()
    assert checkup.verdict is Verdict.FAILING
    assert f"portal.{newest.name}" in checkup.words


def test_storage_that_cannot_be_written_fails(tmp_path: Path, settings: LazySettings) -> None:
    (tmp_path / "a file").write_text("in the way")
    settings.MEDIA_ROOT = tmp_path / "a file"
    (checkup,) = examine([services.storage])
    assert (checkup.name, checkup.verdict) == ("storage", Verdict.FAILING)


def test_storage_is_left_as_it_was(settings: LazySettings) -> None:
    services.storage()
    assert not [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def test_a_broker_that_is_away_fails_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CELERY_BROKER_URL", "redis://127.0.0.1:1/0")
    (checkup,) = examine([services.broker])
    assert (checkup.name, checkup.verdict) == ("broker", Verdict.FAILING)


def test_without_a_database_nothing_else_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> Checkup:
        raise OperationalError("connection refused\nwith details")

    monkeypatch.setattr(services, "database", away)
    away.__name__ = "database"
    found = list(examine([away, services.migrations]))
    assert [(one.name, one.words) for one in found] == [
        ("database", "OperationalError: connection refused")
    ]


# -- Who does the work -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("silence", "verdict"),
    [
        (None, Verdict.FAILING),
        (timedelta(seconds=59), Verdict.WELL),
        (timedelta(seconds=61), Verdict.FAILING),
    ],
)
def test_workers_and_beat_are_missed_after_a_minute(
    silence: timedelta | None, verdict: Verdict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulses, "silence_of_workers", lambda: silence)
    monkeypatch.setattr(pulses, "silence_of_beat", lambda: silence)
    assert running.workers().verdict is running.beat().verdict is verdict


@pytest.mark.parametrize(
    ("wait", "verdict"),
    [
        (None, Verdict.WELL),
        (timedelta(minutes=9), Verdict.WELL),
        (timedelta(minutes=11), Verdict.WARNING),
    ],
)
def test_an_item_that_waits_long_is_a_warning(
    wait: timedelta | None, verdict: Verdict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulses, "longest_wait", lambda: wait)
    assert running.waiting().verdict is verdict


@pytest.mark.parametrize(
    ("late", "verdict"),
    [
        (None, Verdict.WELL),
        (timedelta(minutes=1), Verdict.WELL),
        (timedelta(minutes=3), Verdict.FAILING),
    ],
)
def test_what_is_overdue_at_a_set_time_fails(
    late: timedelta | None, verdict: Verdict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "longest_overdue", lambda: late)
    assert running.set_times().verdict is verdict


# -- The rules -------------------------------------------------------------------------------


def test_an_owner_of_tables_is_a_warning_in_the_demo_and_fails_elsewhere(
    settings: LazySettings,
) -> None:
    settings.DEMO = True
    assert rules.role().verdict is Verdict.WARNING
    settings.DEMO = False
    assert rules.role().verdict is Verdict.FAILING


def test_triggers_that_were_switched_off_are_missed(triggers_off: None) -> None:
    checkup = rules.triggers()
    assert checkup.verdict is Verdict.FAILING
    assert "switched off" in checkup.words


def test_all_triggers_are_there_and_on() -> None:
    assert rules.triggers().verdict is Verdict.WELL


def test_an_approval_by_too_few_is_found(triggers_off: None) -> None:
    task = approved_task()
    assert rules.approvals().verdict is Verdict.WELL
    with connection.cursor() as cursor:
        cursor.execute("UPDATE review_taskversion SET needed = 3", [])
    checkup = rules.approvals()
    assert checkup.verdict is Verdict.FAILING
    assert str(task.pk) in checkup.words


# -- Files -----------------------------------------------------------------------------------


def test_each_original_has_its_file() -> None:
    imported(upload(page("Bài một", body="Chi bộ họp."), "bai.txt"))
    assert files.originals().verdict is Verdict.WELL
    path = str(Original.objects.get().file)

    with default_storage.open(path, "wb") as file:
        file.write(b"cut off")
    assert "another size" in files.originals().words
    default_storage.delete(path)
    assert "no file" in files.originals().words
    assert files.originals().verdict is Verdict.FAILING


def test_a_file_without_an_original_is_a_warning() -> None:
    imported(upload(page("Bài một", body="Chi bộ họp."), "bai.txt"))
    folder = str(Original.objects.get().file).rpartition("/")[0]
    with default_storage.open(f"{folder}/{'0' * 64}", "wb") as file:
        file.write(b"nobody's")
    assert files.originals().verdict is Verdict.WARNING


def test_each_lead_picture_of_a_standing_edition_has_its_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    edition = illustrated_edition()
    assert edition.picture
    assert files.pictures().verdict is Verdict.WELL

    default_storage.delete(edition.picture.file_of(edition.picture.widths[0]))
    checkup = files.pictures()
    assert checkup.verdict is Verdict.FAILING
    assert edition.picture.key in checkup.words
    monkeypatch.setattr(files, "MOST_PICTURES", 0)
    assert "0 looked at" in files.pictures().words


def test_a_picture_that_nobody_may_see_any_more_is_not_missed() -> None:
    edition = illustrated_edition()
    assert edition.picture
    for width in edition.picture.widths:
        default_storage.delete(edition.picture.file_of(width))
    assert files.pictures().verdict is Verdict.FAILING

    withdraw_edition(ManagingEditorFactory(), edition, reason="Dẫn sai nguồn.")
    assert files.pictures().verdict is Verdict.WELL


def illustrated_edition() -> Edition:
    made = illustrated(draft_list(Pick(article=ArticleFactory())))
    return publish(submit_list(ManagingEditorFactory(), made, expected=made.revision))


# -- The command -----------------------------------------------------------------------------


def test_every_check_has_a_line_and_scripts_have_a_status(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    soon = timedelta(seconds=1)
    monkeypatch.setattr(pulses, "silence_of_workers", lambda: soon)
    monkeypatch.setattr(pulses, "silence_of_beat", lambda: soon)
    lines, status = doctor()
    assert [line["name"] for line in lines] == [check.__name__ for check in DAILY]
    assert status == 0
    lines, status = doctor("--thorough")
    checked = [line["name"] for line in lines]
    assert checked[-4:] == ["approvals", "search", "originals", "pictures"]

    monkeypatch.setattr(pulses, "silence_of_beat", lambda: None)
    lines, status = doctor()
    assert [line["name"] for line in lines if line["verdict"] == "failing"] == ["beat"]
    assert status == 1
