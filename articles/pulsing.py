"""The pulse of the processes that work: a worker's parent by a thread, beat by its own ticking.

Signals of Celery start it, so that it needs no option on any command line.
"""

import logging
import socket
import threading
import time
from typing import Any, Final

from celery.beat import PersistentScheduler
from celery.signals import worker_ready, worker_shutdown
from django.db import Error, connection

from articles.actions.pulses import beat
from articles.models import WorkerPulse

EVERY: Final = 15.0  # seconds

logger = logging.getLogger(__name__)


class WorkersPulse:
    def __init__(self, name: str, slots: int) -> None:
        self._name, self._slots = name, slots
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._go_on, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Say that it has stopped, so that nobody counts on it for another minute."""
        self._over.set()
        self._thread.join(EVERY)

    def _go_on(self) -> None:
        _say(self._name, WorkerPulse.Kind.WORKER, self._slots)
        while not self._over.wait(EVERY):
            _say(self._name, WorkerPulse.Kind.WORKER, self._slots)
        _say(self._name, WorkerPulse.Kind.WORKER, 0)


class Scheduler(PersistentScheduler):
    """Celery's own, which tells at its ticks that it still ticks."""

    _said = float("-inf")

    def tick(self, *args: Any, **kwargs: Any) -> Any:
        pause = super().tick(*args, **kwargs)
        if time.monotonic() - self._said >= EVERY:
            _say(f"beat@{socket.gethostname()}", WorkerPulse.Kind.BEAT)
            self._said = time.monotonic()
        return min(pause, EVERY)


_running: dict[str, WorkersPulse] = {}


@worker_ready.connect(dispatch_uid="articles.pulse_begins")
def _begin(sender: Any, **_kwargs: Any) -> None:
    name = str(sender.hostname)
    _running[name] = WorkersPulse(name, int(sender.controller.concurrency or 1))
    _running[name].start()


@worker_shutdown.connect(dispatch_uid="articles.pulse_ends")
def _end(**_kwargs: Any) -> None:
    for pulse in _running.values():
        pulse.stop()
    _running.clear()


def _say(name: str, kind: WorkerPulse.Kind, slots: int = 0) -> None:
    try:
        beat(name, kind, slots=slots)
    except Error as error:
        logger.warning("The pulse of %s could not be noted: %s", name, error)
    finally:
        connection.close()  # a child forked at another moment takes no connection along
