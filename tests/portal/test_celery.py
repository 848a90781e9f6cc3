"""A worker's connection to the database, between its tasks."""

import pytest
from celery.fixups.django import DjangoWorkerFixup  # type: ignore[attr-defined]
from celery.signals import task_postrun, task_prerun
from django.db import connection

from articles.jobs import import_item
from portal.celery import app

pytestmark = pytest.mark.django_db(transaction=True)


def server_process() -> int:
    """Ask for the number of the process that serves the connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def between_two_tasks() -> None:
    fixup = DjangoWorkerFixup(app)
    fixup.on_task_postrun(sender=import_item)
    task_postrun.send(sender=import_item)
    fixup.on_task_prerun(sender=import_item)
    task_prerun.send(sender=import_item)


def test_a_worker_keeps_its_connection() -> None:
    before = server_process()
    between_two_tasks()
    assert server_process() == before


def test_a_connection_that_broke_between_tasks_is_replaced() -> None:
    before = server_process()
    assert connection.connection is not None
    connection.connection.close()
    between_two_tasks()
    assert server_process() != before


def test_one_that_is_too_old_is_replaced() -> None:
    before = server_process()
    connection.close_at = 0.0
    between_two_tasks()
    assert server_process() != before
