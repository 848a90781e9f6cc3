"""A PostgreSQL and a Redis of our own, which may be killed. They come from the demo's wheels."""

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import redis

from portal.embedded.places import Places
from portal.embedded.programs import reachable_programs
from tests.faults.processes import Process, free_port, wait_until

ANSWERS_WITHIN = 60.0
QUIET = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
OWNER = "duyet_owner"
DATABASE = "duyet"


class PostgreSQL:
    """Listens on the loopback, and on the addresses of hosts that share it."""

    def __init__(self, folder: Path, listens: str = "127.0.0.1", network: str = "") -> None:
        self.folder = folder / "postgresql"
        self.network = network
        self.port = free_port()
        self.account = Places.of(folder).account
        self.programs = reachable_programs(self.account, folder / "programs")
        settings = {
            "listen_addresses": f"{listens}",
            "port": str(self.port),
            "unix_socket_directories": "",
            "max_connections": "60",
            "shared_buffers": "32MB",
            "io_method": "sync",
            "timezone": "UTC",
        }
        options = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
        self.process = Process(
            "postgresql",
            [str(self.programs.postgres), "-D", str(self.folder), *options],
            folder / "postgresql.log",
            QUIET,
            folder=self.folder,
            account=self.account,
        )

    def url(self, host: str = "127.0.0.1", role: str = OWNER) -> str:
        return f"postgres://{role}@{host}:{self.port}/{DATABASE}"

    def make(self) -> None:
        self.folder.mkdir()
        Places.of(self.folder).give(self.folder, self.account)
        command = [
            *(str(self.programs.initdb), "-D", str(self.folder), "-U", "postgres"),
            *("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            *("--lc-collate=C", "--lc-ctype=C.UTF-8", "--auth=trust"),
            "--no-sync",
        ]
        subprocess.run(
            command,
            check=True,
            capture_output=True,
            env=QUIET,
            cwd=self.folder,
            **self.account.identity(),
        )
        if self.network:
            with (self.folder / "pg_hba.conf").open("a") as access:
                access.write(f"host all all {self.network} trust\n")
        self.start()
        with psycopg.connect(self._superuser(), autocommit=True) as connection:
            connection.execute(f"CREATE ROLE {OWNER} LOGIN CREATEDB CREATEROLE")
            connection.execute(f"CREATE DATABASE {DATABASE} OWNER {OWNER}")

    @contextmanager
    def hurried(self) -> Iterator[None]:
        """Wait for no disk while the tables are made."""
        with psycopg.connect(self._superuser(), autocommit=True) as connection:
            connection.execute(f"ALTER ROLE {OWNER} SET synchronous_commit = off")
            yield
            connection.execute(f"ALTER ROLE {OWNER} RESET synchronous_commit")

    def read(self, dump: Path) -> None:
        """Take the tables from a dump: they are made sooner so than by migrating."""
        psql = [str(self.programs.psql), "--quiet", "--set=ON_ERROR_STOP=1", f"--file={dump}"]
        subprocess.run([*psql, self.url()], check=True, env=QUIET, stdout=subprocess.DEVNULL)

    def start(self) -> None:
        self.process.start()
        wait_until(self.answers, ANSWERS_WITHIN, "PostgreSQL to answer")

    def answers(self) -> bool:
        try:
            with psycopg.connect(self._superuser(), connect_timeout=5) as connection:
                connection.execute("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def restart(self) -> None:
        """As an administrator does: clients are cut off, transactions undone."""
        self.process.stop(signal.SIGINT)
        self.start()

    def kill(self) -> None:
        self.process.kill()

    def _superuser(self) -> str:
        return f"postgres://postgres@127.0.0.1:{self.port}/postgres"


class Redis:
    """It keeps nothing: after a kill it comes back empty."""

    name = "redis"

    def __init__(self, folder: Path, listens: str = "127.0.0.1") -> None:
        self.port = free_port()
        account = Places.of(folder).account
        self.process = Process(
            "redis",
            [
                *(str(reachable_programs(account, folder / "programs").redis),),
                *("--port", str(self.port), "--bind", *listens.split(",")),
                *("--protected-mode", "no"),
                *("--save", "", "--appendonly", "no", "--maxmemory-policy", "noeviction"),
            ],
            folder / "redis.log",
            QUIET,
            folder=folder,
            account=account,
        )

    def url(self, host: str = "127.0.0.1") -> str:
        return f"redis://{host}:{self.port}/0"

    def start(self) -> None:
        self.process.start()
        wait_until(self.answers, ANSWERS_WITHIN, "Redis to answer")

    def answers(self) -> bool:
        try:
            with self._client() as client:
                return bool(client.ping())
        except redis.ConnectionError:
            return False

    def kill(self) -> None:
        self.process.kill()

    end = kill

    def lose_everything(self) -> None:
        with self._client() as client:
            client.flushall()

    def waiting(self) -> int:
        """How many messages stand in the queue."""
        with self._client() as client:
            return int(client.llen("celery"))

    def _client(self) -> redis.Redis:
        return redis.Redis(port=self.port, socket_timeout=5)
