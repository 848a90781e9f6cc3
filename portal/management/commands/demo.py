"""The whole desk on this machine, with something to look at, until Ctrl-C."""

import contextlib
import signal
import sys
import time
import urllib.request
from collections.abc import Callable
from functools import partial
from subprocess import Popen
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils.translation import gettext as _

from articles.management.workers import worker_answers
from portal.demo import content, people, processes

STARTS_WITHIN = 60
"""Seconds that a process has to answer for the first time."""


class Command(BaseCommand):
    help = "Run the desk with demo people, sample articles and a published list."

    def handle(self, *_args: Any, **_options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This is not demo mode: run `make setup`, which writes `.env`.")
        for stop in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(stop, _interrupt)
        with contextlib.suppress(KeyboardInterrupt):
            self._run()
        self.stdout.write("\n" + _("Everything is stopped. The data is kept for the next time."))

    def _run(self) -> None:
        self.stdout.write(_("Starting the servers and preparing the database …"))
        call_command("migrate", verbosity=0)
        passwords = people.make_people()
        with processes.worker() as worker, processes.beat() as beat:
            if content.is_new():
                self.stdout.write(_("Importing the sample articles …"))
                _wait_until(worker_answers)
                content.import_articles()
            content.make_lists()
            connections.close_all()
            port = processes.free_port()
            with processes.web(port) as web:
                address = f"http://127.0.0.1:{port}"
                _wait_until(partial(_is_well, f"{address}/healthz"))
                self._welcome(address, passwords)
                name, process = _first_to_end({"web": web, "worker": worker, "beat": beat})
                log = settings.VAR_DIR / "log" / f"{name}.log"
                raise CommandError(f"{name} ended with {process.returncode}: see {log}")

    def _welcome(self, address: str, passwords: dict[str, str]) -> None:
        self.stdout.write(
            "\n".join(
                [
                    "",
                    _("The desk:     %(address)s/admin/") % {"address": address},
                    _("Public pages: %(address)s/") % {"address": address},
                    "",
                    _("Who may sign in (name, password, role):"),
                    people.table(passwords),
                    "",
                    _("Ctrl-C stops everything."),
                ]
            )
        )
        sys.stdout.flush()


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _wait_until(answers: Callable[[], bool]) -> None:
    deadline = time.monotonic() + STARTS_WITHIN
    while not answers():
        if time.monotonic() > deadline:
            raise CommandError(f"It did not start: see {settings.VAR_DIR / 'log'}")
        time.sleep(0.2)


def _is_well(address: str) -> bool:
    try:
        urllib.request.urlopen(address, timeout=5).close()  # noqa: S310
    except OSError:
        return False
    return True


def _first_to_end(started: dict[str, Popen[bytes]]) -> tuple[str, Popen[bytes]]:
    while True:
        for name, process in started.items():
            if process.poll() is not None:
                return name, process
        time.sleep(0.5)
