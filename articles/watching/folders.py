"""A folder that files are put into."""

import os
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SETTLED_AFTER: Final = 5.0
"""Seconds: a file that was changed later may still be being written."""


@dataclass(frozen=True, slots=True)
class File:
    path: Path
    name: str
    """Its path in the folder."""
    size: int
    changed_at: int
    """In nanoseconds, as the file system says it."""


def files_in(folder: Path, suffixes: Collection[str]) -> Iterator[File]:
    """Walk through the files of a folder that have settled, in the order of their names.

    Hidden files and folders are somebody's own business, and links may lead anywhere: both are
    left out.
    """
    settled = time.time() - SETTLED_AFTER
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir(follow_symlinks=False):
            for file in files_in(Path(entry.path), suffixes):
                yield File(file.path, f"{entry.name}/{file.name}", file.size, file.changed_at)
        elif entry.is_file(follow_symlinks=False) and entry.name.lower().endswith(tuple(suffixes)):
            about = entry.stat(follow_symlinks=False)
            if about.st_mtime <= settled:
                yield File(Path(entry.path), entry.name, about.st_size, about.st_mtime_ns)
