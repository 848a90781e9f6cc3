"""`manage.py imports`: looking after imports without a browser."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models.functions import Now

from articles.actions.imports import start_import
from articles.models import ImportItem, ImportJob
from tests.articles.importing import FILES, run
from tests.articles.texts import pages, secret_page, upload
from tests.factories import EditorFactory, ReviewerFactory

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

State, Problem = ImportItem.State, ImportItem.Problem


def imports(*arguments: object) -> str:
    out = StringIO()
    call_command("imports", *map(str, arguments), stdout=out)
    return out.getvalue()


def failed() -> ImportJob:
    job = start_import(EditorFactory(), FILES, pages(3))
    run(job.items.get(position=1))
    job.items.filter(position=2).update(
        state=State.FAILED,
        problem=Problem.GAVE_UP,
        attempts=3,
        worker="celery@a",
        last_error="OSError: no space",
        finished_at=Now(),
    )
    return job


def test_lists_the_newest_first() -> None:
    first, second = failed(), start_import(None, FILES, pages(1))
    lines = imports("list").splitlines()
    assert lines[0].startswith(f"{second.pk}\t")
    assert lines[0].endswith("the system\tuploaded files\t1 waiting")
    assert lines[1].startswith(f"{first.pk}\t")
    assert lines[1].endswith("1 waiting, 1 imported, 1 failed")


def test_shows_what_failed_and_why() -> None:
    job = failed()
    lines = imports("show", job.pk).splitlines()
    assert lines[0] == f"Import {job.pk}: 1 waiting, 1 imported, 1 failed"
    assert lines[-1].endswith(
        "bai-001.txt\tReading it failed several times. It was set aside."
        "\tOSError: no space (celery@a, 3)"
    )


def test_cancels_and_goes_on() -> None:
    job, editor = failed(), EditorFactory()
    told = imports("cancel", job.pk, "--as", editor.username)
    assert told == f"Import {job.pk}: 1 imported, 1 failed, 1 cancelled\n"
    job.refresh_from_db()
    assert job.cancelled_by == editor
    assert imports("resume", job.pk) == "Items that wait again: 1\n"


def test_tries_again_all_or_one() -> None:
    job = failed()
    assert imports("retry", job.pk) == "Items that wait again: 1\n"
    other = failed()
    item = other.items.get(position=2)
    assert imports("retry-item", item.pk) == "Waits again: bai-001.txt\n"
    assert ImportItem.objects.get(pk=item.pk).state == State.WAITING


def test_says_what_cannot_be_done() -> None:
    (secret,) = start_import(None, FILES, [upload(secret_page())]).items.all()
    run(secret)
    with pytest.raises(CommandError, match="mark of secrecy"):
        imports("retry-item", secret.pk)
    with pytest.raises(CommandError, match="has ended"):
        imports("cancel", secret.job_id)
    with pytest.raises(CommandError, match="There is no import 999999"):
        imports("show", 999999)
    with pytest.raises(CommandError, match="There is no item 999999"):
        imports("retry-item", 999999)
    with pytest.raises(CommandError, match="not allowed"):
        imports("cancel", failed().pk, "--as", ReviewerFactory().username)
