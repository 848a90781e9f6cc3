"""The processes of the desk, started together and stopped together."""

import contextlib
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

GRACE = 15
"""Seconds that a process has to end by itself before it is killed."""


@contextlib.contextmanager
def running(name: str, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run `python -m …` beside us, its output in `var/log/<name>.log`, until the block ends."""
    log: Path = settings.VAR_DIR / "log" / f"{name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", *arguments],
            cwd=settings.BASE_DIR,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches us alone; we stop the others in order
        )
    try:
        yield process
    finally:
        stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def worker() -> contextlib.AbstractContextManager[subprocess.Popen[bytes]]:
    return running(
        "worker", "celery", "-A", "portal", "worker", "--concurrency=2", "--loglevel=INFO"
    )


def beat() -> contextlib.AbstractContextManager[subprocess.Popen[bytes]]:
    Path(settings.CELERY_BEAT_SCHEDULE_FILENAME).parent.mkdir(parents=True, exist_ok=True)
    return running("beat", "celery", "-A", "portal", "beat", "--loglevel=INFO", "--pidfile=")


def web(port: int) -> contextlib.AbstractContextManager[subprocess.Popen[bytes]]:
    return running(
        "web",
        "gunicorn",
        "portal.wsgi",
        f"--bind=127.0.0.1:{port}",
        "--workers=2",
        "--threads=4",
        "--access-logfile=-",
        "--no-control-socket",
    )


def free_port(first: int = 8000) -> int:
    """Return the first port from `first` on that nobody listens on."""
    for port in range(first, first + 100):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with contextlib.suppress(OSError):
                probe.bind(("127.0.0.1", port))
                return port
    raise OSError(f"no free port between {first} and {first + 99}")
