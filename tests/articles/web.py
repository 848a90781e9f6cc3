"""A real web process on the database of a test, which may be killed."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from tests.workers import Workers, wait_until

READY_WITHIN = 60.0


@contextmanager
def served(
    workers: Workers, application: str = "portal.wsgi", environment: dict[str, str] | None = None
) -> Iterator[int]:
    """Serve what the workers of the test work for, and give the port."""
    port = _free_port()
    options = [f"--bind=127.0.0.1:{port}", "--workers=1", "--threads=4", "--log-level=error"]
    with (workers.folder / "web.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", application, *options],
            env=os.environ | workers.environment() | (environment or {}),
            cwd=Path(__file__).resolve().parents[2],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        wait_until(lambda: process.poll() is not None or _answers(port), READY_WITHIN)
        assert process.poll() is None, (workers.folder / "web.log").read_text()
        yield port
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(port: int) -> bool:
    with (
        suppress(OSError, http.client.HTTPException),
        closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as line,
    ):
        line.request("GET", "/healthz")
        return line.getresponse().status == 200
    return False
