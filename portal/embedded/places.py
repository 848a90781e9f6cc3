"""Where the servers live: the data folder, the sockets, the addresses."""

import hashlib
import os
import pwd
import stat
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

from .errors import EmbeddedError

ROLE = DATABASE = "duyet"
SUPERUSER = "postgres"
PORT = 5432
LAZY_SCHEME = "embedded"
LOG_BYTES = 5_000_000
SOCKET_PATH_LIMIT = 103  # bytes: sun_path holds 108 on Linux, 104 on macOS


@dataclass(frozen=True)
class Servers:
    """Where the servers answer, in the forms that their users take."""

    sockets: Path

    @property
    def database_url(self) -> str:
        """For django-environ and psycopg: the role that owns the database."""
        return self.url()

    @property
    def superuser_url(self) -> str:
        """For setting up roles: the servers' superuser on the same database."""
        return self.url(role=SUPERUSER)

    @property
    def broker_url(self) -> str:
        """For Celery and kombu."""
        return f"redis+socket://{quote(str(self.broker_socket))}?virtual_host=0"

    @property
    def lazy_broker_url(self) -> str:
        """For Celery, through a transport that starts the servers (`portal.embedded.celery`)."""
        return self.broker_url.replace("redis", LAZY_SCHEME, 1)

    def url(self, role: str = ROLE, database: str = DATABASE) -> str:
        # `?host=` is the one form that both libpq and django-environ read a folder from. The port
        # is part of the socket's name, and said here so that PGPORT says nothing else.
        host = quote(str(self.sockets), safe="")
        return (
            f"postgres://{quote(role, safe='')}@/{quote(database, safe='')}?host={host}&port={PORT}"
        )

    @property
    def database_socket(self) -> Path:
        return self.sockets / f".s.PGSQL.{PORT}"

    @property
    def broker_socket(self) -> Path:
        return self.sockets / "redis.sock"


@dataclass(frozen=True)
class Account:
    """Who owns the data folder or runs the servers."""

    uid: int
    gid: int

    def identity(self) -> dict[str, Any]:
        """Arguments for `subprocess` that run a program as this account."""
        if os.geteuid() != 0 or self.uid == 0:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


@dataclass(frozen=True)
class Places:
    """Every path that belongs to one data folder."""

    data: Path

    @classmethod
    def of(cls, data_dir: Path | str) -> "Places":
        return cls(Path(data_dir).expanduser().resolve())

    @cached_property
    def owner(self) -> Account:
        """Who owns the data folder; before it is made, who owns the folder it will stand in."""
        if os.geteuid() != 0:
            return Account(os.geteuid(), os.getegid())
        there = self.data
        while not there.exists():
            there = there.parent
        status = there.stat()
        try:
            entry = pwd.getpwuid(status.st_uid)
        except KeyError:
            return Account(0, 0)  # initdb refuses an account without a name
        return Account(entry.pw_uid, entry.pw_gid)

    @cached_property
    def account(self) -> Account:
        """Who runs the servers. PostgreSQL refuses root, so root hands them to somebody else."""
        if self.owner.uid != 0:
            return self.owner
        try:
            nobody = pwd.getpwnam("nobody")
        except KeyError:
            raise EmbeddedError(
                "PostgreSQL does not run as root and there is no user “nobody” to run it:"
                " start the desk as an ordinary user."
            ) from None
        return Account(nobody.pw_uid, nobody.pw_gid)

    @cached_property
    def name(self) -> str:
        """The mark that the servers' processes and their sockets' folder bear."""
        digest = hashlib.sha256(os.fsencode(self.data)).hexdigest()[:16]
        return f"duyet-{self.account.uid}-{digest}"

    @cached_property
    def sockets(self) -> Path:
        """A short private folder: a socket's path may not be long, the data folder's may."""
        sockets = _temporary_folder() / self.name
        if len(os.fsencode(sockets)) + len(f"/.s.PGSQL.{PORT}.lock") > SOCKET_PATH_LIMIT:
            raise EmbeddedError(
                f"The path {sockets} is too long for a socket: set a shorter TMPDIR."
            )
        return sockets

    @property
    def servers(self) -> Servers:
        return Servers(self.sockets)

    @property
    def holders_lock(self) -> Path:
        return self.data / "holders.lock"

    @property
    def keeper_lock(self) -> Path:
        return self.data / "keeper.lock"

    @property
    def logs(self) -> tuple[Path, ...]:
        return tuple(self.log(name) for name in ("keeper", "postgresql", "redis"))

    def log(self, name: str) -> Path:
        return self.data / f"{name}.log"

    def make_data_folder(self) -> None:
        missing = [self.data] if not self.data.exists() else []
        while missing and not missing[-1].parent.exists():
            missing.append(missing[-1].parent)
        for folder in reversed(missing):
            folder.mkdir(exist_ok=True)
            self.give(folder, self.owner)
        if missing:
            # The servers' account must pass through; only the owner may look round.
            self.data.chmod(0o711)

    def make_socket_folder(self) -> None:
        """Make it private, and refuse one that somebody else has put there."""
        self.sockets.mkdir(mode=0o700, exist_ok=True)
        status = self.sockets.lstat()
        ours = {self.account.uid, os.geteuid()}
        if not stat.S_ISDIR(status.st_mode) or status.st_uid not in ours:
            raise EmbeddedError(
                f"{self.sockets} belongs to somebody else or is no folder: remove it and try again."
            )
        self.give(self.sockets, self.account)
        self.sockets.chmod(0o700)

    def open_lock(self, path: Path) -> int:
        # Python opens with O_CLOEXEC: a program started by the holder does not inherit the lock.
        return self._open(path, os.O_RDWR)

    def open_log(self, name: str) -> IO[bytes]:
        path = self.log(name)
        if path.exists() and path.stat().st_size > LOG_BYTES:
            path.replace(path.with_suffix(".log.1"))
        return os.fdopen(self._open(path, os.O_WRONLY | os.O_APPEND), "ab")

    def _open(self, path: Path, flags: int) -> int:
        fd = os.open(path, flags | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        if os.geteuid() == 0:
            os.fchown(fd, self.owner.uid, self.owner.gid)
        return fd

    def give(self, path: Path, account: Account) -> None:
        if os.geteuid() == 0:
            os.chown(path, account.uid, account.gid, follow_symlinks=False)


def addresses(data_dir: Path | str) -> Servers:
    """Say where the servers of this data folder answer. Starts and writes nothing."""
    return Places.of(data_dir).servers


def _temporary_folder() -> Path:
    # Not TMPDIR at first: two processes of one clone may see two of them, and must meet.
    shared = Path("/tmp")  # noqa: S108 - the folder made in it is private and its owner checked
    if shared.is_dir() and os.access(shared, os.W_OK | os.X_OK):
        return shared.resolve()
    return Path(tempfile.gettempdir()).resolve()
