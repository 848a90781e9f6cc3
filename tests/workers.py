"""Real Celery workers for tests, on the test database and on a broker database of the tests' own.

    def test_…(workers: Workers, transactional_db: None) -> None:
        workers.start()

A worker sees only what is committed, so its tests are `transactional_db` ones.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from celery import current_app
from django.conf import settings as django_settings
from django.db import connection

from articles.management.workers import ending_with_us
from portal.embedded.places import LAZY_SCHEME

LAST_BROKER_DATABASE = 15  # the desk's own is 0
READY_WITHIN = 60.0


class Workers:
    """The workers of one test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.running: list[subprocess.Popen[bytes]] = []

    def start(self, environment: dict[str, str] | None = None) -> "subprocess.Popen[bytes]":
        """Start a worker and wait until it answers. Settings may be given as environment."""
        worker, name = self.launch(environment)
        inspect = current_app.control.inspect([name], timeout=0.5)
        wait_until(lambda: worker.poll() is not None or bool(inspect.ping()), READY_WITHIN)
        assert worker.poll() is None, self.said()
        return worker

    def launch(
        self, environment: dict[str, str] | None = None
    ) -> "tuple[subprocess.Popen[bytes], str]":
        """Start a worker, and leave it to itself."""
        name = f"worker{len(self.running) + 1}@tests"
        options = ["--loglevel=WARNING", "--concurrency=2", f"--hostname={name}"]
        with (self.folder / "worker.log").open("ab") as log:
            worker = subprocess.Popen(
                [sys.executable, "-m", "celery", "-q", "-A", "portal", "worker", *options],
                env=os.environ | self.environment() | (environment or {}),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=ending_with_us(),  # noqa: PLW1509 - nothing of ours is locked then
            )
        self.running.append(worker)
        return worker, name

    def kill(self, worker: "subprocess.Popen[bytes]") -> None:
        """End a worker and its children at once, in the middle of whatever they do."""
        if worker.poll() is None:
            os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()

    def kill_all(self) -> None:
        for worker in self.running:
            self.kill(worker)

    def said(self) -> str:
        log = self.folder / "worker.log"
        return log.read_text() if log.exists() else ""

    def answering(self) -> bool:
        return bool(current_app.control.inspect(timeout=1.0).ping())

    def environment(self) -> dict[str, str]:
        """What a process needs to work on the database, the broker and the files of this test."""
        return {
            "DATABASE_URL": database_url(),
            "CELERY_BROKER_URL": str(current_app.conf.broker_url).replace(LAZY_SCHEME, "redis", 1),
            "VAR_DIR": str(self.folder),  # where the test's own files are
        }


def wait_until(done: Callable[[], bool], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


@pytest.fixture(scope="session", autouse=True)
def _own_broker(worker_id: str) -> Iterator[None]:
    """Keep what tests ring for away from a demo and from other tests that run beside them."""
    before = 0 if worker_id == "master" else 1 + int(worker_id.removeprefix("gw"))
    with pytest.MonkeyPatch.context() as patch:
        # Celery asks the environment first.
        number = LAST_BROKER_DATABASE - before
        url = broker_of_tests(django_settings.CELERY_BROKER_URL, number)
        patch.setenv("CELERY_BROKER_URL", url)
        yield


@pytest.fixture
def workers(tmp_path: Path, transactional_db: None) -> Iterator[Workers]:
    with current_app.connection_for_write() as broker:
        redis: Any = broker.default_channel
        redis.client.flushdb()
    its_workers = Workers(tmp_path)
    yield its_workers
    its_workers.kill_all()
    print(its_workers.said())  # noqa: T201 - a test that failed shows it


def broker_of_tests(url: str, number: int) -> str:
    if "virtual_host=" in url:
        return url.partition("virtual_host=")[0] + f"virtual_host={number}"
    return url.rpartition("/")[0] + f"/{number}"


def database_url() -> str:
    its = connection.settings_dict
    who = f"{its['USER']}:{its['PASSWORD']}"
    if its["HOST"]:
        return f"postgres://{who}@{its['HOST']}:{its['PORT']}/{its['NAME']}"
    return f"postgres://{who}@/{its['NAME']}?host={its['OPTIONS']['host']}"
