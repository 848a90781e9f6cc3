"""A folder that files are put into."""

import logging
import os
import stat
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

logger = logging.getLogger(__name__)

SETTLED_AFTER: Final = 5.0
"""Seconds: a file that was changed later may still be being written."""
_FOLDER: Final = getattr(os, "O_PATH", os.O_RDONLY) | os.O_DIRECTORY | os.O_NOFOLLOW
_FILE: Final = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK


@dataclass(frozen=True, slots=True)
class File:
    path: Path
    name: str
    """Its path in the folder."""
    size: int
    changed_at: int
    """In nanoseconds, as the file system says it."""


def files_in(
    folder: Path, suffixes: Collection[str], closed: list[Path] | None = None
) -> Iterator[File]:
    """Walk through the files of a folder that have settled, in the order of their names.

    Hidden files and folders are somebody's own business, and links may lead anywhere: both are
    left out. So are folders in it that are closed to us: they do not hold up the others, and are
    told in `closed`.
    """
    settled = time.time() - SETTLED_AFTER
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                for file in files_in(Path(entry.path), suffixes, closed):
                    yield File(file.path, f"{entry.name}/{file.name}", file.size, file.changed_at)
            elif _is_asked_for(entry, suffixes):
                about = entry.stat(follow_symlinks=False)
                if about.st_mtime <= settled:
                    yield File(Path(entry.path), entry.name, about.st_size, about.st_mtime_ns)
        except OSError as error:
            _leave_out(Path(entry.path), error, closed)


def bytes_of(file: File) -> bytes:
    """Read a file that was found, or raise `OSError` where it is not that one any more.

    Whoever writes into the folder may have put a link in the place of the file, or of a folder
    above it, since it was found: none is followed.
    """
    with _opened(file) as opened:
        return opened.read(file.size)


def can_be_read(file: File, closed: list[Path] | None = None) -> bool:
    """Whether it is still the file that was found; one that is closed to us is told in `closed`."""
    try:
        with _opened(file):
            return True
    except OSError as error:
        _leave_out(file.path, error, closed)
        return False


def _leave_out(path: Path, error: OSError, closed: list[Path] | None) -> None:
    logger.warning("Left out of a watched folder: %s", error)
    # What went away or was changed since is no trouble: it is looked for again.
    if closed is not None and error.errno and not isinstance(error, FileNotFoundError):
        closed.append(path)


def _opened(file: File) -> BinaryIO:
    *folders, name = file.path.parts[1:]
    place = os.open(file.path.anchor, _FOLDER)
    try:
        for each in folders:
            inner = os.open(each, _FOLDER, dir_fd=place)
            os.close(place)
            place = inner
        opened = os.fdopen(os.open(name, _FILE, dir_fd=place), "rb")
    finally:
        os.close(place)
    about = os.fstat(opened.fileno())
    found = (about.st_size, about.st_mtime_ns)
    if not stat.S_ISREG(about.st_mode) or found != (file.size, file.changed_at):
        opened.close()
        raise OSError(f"{file.name} is not what it was when it was found")
    return opened


def _is_asked_for(entry: "os.DirEntry[str]", suffixes: Collection[str]) -> bool:
    return entry.is_file(follow_symlinks=False) and entry.name.lower().endswith(tuple(suffixes))
