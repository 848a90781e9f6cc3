"""A whole desk of real processes: servers, workers, beat, web, and the folder of its files."""

import contextlib
import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from tests.faults.hosts import Hosts
from tests.faults.processes import Process, free_port, orphans, wait_until
from tests.faults.servers import PostgreSQL

ROOT = Path(__file__).resolve().parents[2]
STORAGE_SIZE = "48m"
WORKERS = 2
SHORT = {"IMPORT_LEASE_SECONDS": "5", "IMPORT_RING_AGAIN_SECONDS": "3"}
"""So that what a dead worker had is soon taken up again."""
READY_WITHIN = 90.0


class Broker(Protocol):
    """What rings: Redis or RabbitMQ."""

    name: str
    process: Process

    def url(self, host: str = ...) -> str: ...
    def start(self) -> None: ...
    def answers(self) -> bool: ...
    def kill(self) -> None: ...
    def end(self) -> None: ...
    def lose_everything(self) -> None: ...
    def waiting(self) -> int: ...


class Desk:
    def __init__(
        self,
        folder: Path,
        database: PostgreSQL,
        broker: Broker,
        hosts: Hosts | None = None,
        *,
        settings: Mapping[str, str] = SHORT,
        workers: int = WORKERS,
    ) -> None:
        self.folder = folder
        self.database = database
        self.broker = broker
        self.hosts = hosts
        self.settings = settings
        self.web_port = free_port()
        self.storage = folder / "media"
        self.beat = self._beat("beat")
        self.web = self._process(
            "web",
            *("gunicorn", "portal.wsgi", f"--bind=127.0.0.1:{self.web_port}", "--workers=1"),
            *("--threads=2", "--no-control-socket"),
        )
        self.workers = [self.worker(f"w{number + 1}") for number in range(workers)]
        self.guests: list[Process] = []
        """Workers of one round: on another host, or with another clock."""
        self.mounted = False
        self.told: set[str] = set()
        """What was found wrong before, and is not to be told of every later round."""

    # -- Its processes ---------------------------------------------------------------------------

    def worker(
        self, name: str, *before: str, host: str = "127.0.0.1", **environment: str
    ) -> Process:
        """One worker with one child, so that it is known what a kill interrupts."""
        process = self._process(
            name,
            *("celery", "-q", "-A", "portal", "worker", "--loglevel=INFO", "--concurrency=1"),
            f"--hostname={name}@faults",
            host=host,
        )
        process.command = [*before, *process.command]
        process.environment |= environment
        return process

    def second_beat(self) -> Process:
        return self._beat("second-beat")

    def _beat(self, name: str) -> Process:
        schedule = self.folder / name / "schedule"
        schedule.parent.mkdir(exist_ok=True)
        options = ("--pidfile=", f"--schedule={schedule}")
        return self._process(name, "celery", "-A", "portal", "beat", *options)

    def environment(self, name: str = "harness", host: str = "127.0.0.1") -> dict[str, str]:
        return os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.faults.settings",
            "DEMO": "false",
            "SECRET_KEY": "faults",
            "ALLOWED_HOSTS": "127.0.0.1",
            "DATABASE_URL": self.database.url(host),
            "CELERY_BROKER_URL": self.broker.url(host),
            "VAR_DIR": str(self.folder),
            "PGAPPNAME": name,
            **self.settings,
        }

    def _process(self, name: str, *arguments: str, host: str = "127.0.0.1") -> Process:
        command = [sys.executable, "-W", "ignore::UserWarning:celery.platforms", "-m", *arguments]
        log = self.folder / f"{name}.log"
        return Process(name, command, log, self.environment(name, host), folder=ROOT)

    # -- Beginning and ending --------------------------------------------------------------------

    def open(self, *, small_disk: bool = True) -> None:
        self.storage.mkdir(exist_ok=True)
        self.mounted = small_disk and mount_small(self.storage)
        self.database.make()
        self.broker.start()
        with self.database.hurried():
            if tables := os.environ.get("FAULTS_TABLES"):
                self.database.read(Path(tables))
            self._manage("migrate", "--verbosity=0")
            self._manage("load_themes", "seeds/themes.yaml")
        self.heal()

    def _manage(self, *command: str) -> None:
        subprocess.run(
            [sys.executable, "manage.py", *command],
            check=True,
            env=self.environment(),
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )

    def close(self) -> None:
        for process in (*self.guests, *self.workers, self.beat, self.web):
            process.kill()
        self.broker.end()
        self.database.process.stop()
        if self.hosts:
            self.hosts.remove()
        if self.mounted:
            subprocess.run(["umount", "--lazy", self.storage], check=False)

    def heal(self) -> None:
        """Start whatever is down, as whoever runs the processes does."""
        if not self.database.process.runs:
            self.database.start()
        if not self.broker.process.runs:
            self.broker.start()
        for process in (*self.workers, self.beat):
            if not process.runs:
                process.start()

    def start_web(self) -> None:
        if not self.web.runs:
            self.web.start()
        wait_until(lambda: serves(self.web_port), READY_WITHIN, "the web process to serve")

    def kill_child_of(self, worker: str) -> None:
        """End the child that works for a worker (by its name among workers), and only that."""
        for process in (*self.guests, *self.workers):
            if worker.startswith(f"{process.name}@") and process.runs:
                for child in process.children():
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(child, signal.SIGKILL)

    def strays(self) -> list[str]:
        """Processes that should have ended with those that had started them."""
        return [f"{one.pid} {one.command}" for one in orphans(f"VAR_DIR={self.folder}")]


def serves(port: int) -> bool:
    """Whether pages are served there, and not only a connection taken."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        line.request("GET", "/healthz")
        return line.getresponse().status == http.HTTPStatus.OK
    except OSError:
        return False
    finally:
        line.close()


def mount_small(folder: Path) -> bool:
    """Give the folder a small disk of its own, where the machine lets us."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={STORAGE_SIZE},mode=755", "tmpfs", str(folder)]
    return os.geteuid() == 0 and not subprocess.run(command, check=False).returncode
