"""Celery workers as commands see them: is one there, and one of the command's own."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from celery import current_app
from django.conf import settings
from kombu.exceptions import OperationalError

ANSWERS_WITHIN = 2.0
STOPS_WITHIN = 20.0
PR_SET_PDEATHSIG = 1


def worker_answers() -> bool:
    """Ask all workers of the broker whether they live; a broker that is down has none."""
    try:
        return bool(current_app.control.inspect(timeout=ANSWERS_WITHIN).ping())
    except OperationalError:
        return False


@contextmanager
def own_worker() -> Iterator[subprocess.Popen[bytes]]:
    """Run a worker until the block ends, however it ends."""
    worker = subprocess.Popen(  # noqa: S603 - our own program
        _command(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        preexec_fn=ending_with_us(),  # noqa: PLW1509 - commands have one thread
    )
    try:
        yield worker
    finally:
        worker.terminate()
        try:
            worker.wait(STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            worker.kill()
            worker.wait()


def ending_with_us() -> Callable[[], object] | None:
    """Have the kernel end the worker when this process is killed outright (Linux alone can)."""
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)
    return lambda: libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)


def _command() -> list[str]:
    project = settings.ROOT_URLCONF.partition(".")[0]
    # Root is how containers and demos often run; nothing here is pickled.
    quiet = ["-W", "ignore::UserWarning:celery.platforms"]
    options = ["--loglevel=WARNING", f"--concurrency={min(4, os.cpu_count() or 1)}"]
    return [sys.executable, *quiet, "-m", "celery", "-q", "-A", project, "worker", *options]
