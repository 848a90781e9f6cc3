"""Files that no original names: a process that died had written them, and never said so.

They may be anything, a document that would have been refused for a mark of secrecy too. So they do
not stay, though nobody misses them.
"""

import re
from collections.abc import Iterable
from datetime import timedelta
from itertools import islice
from random import randrange
from typing import Final

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from articles.models import Original
from articles.models.originals import PREFIXES, files_under, path_of

OLDER_THAN: Final = timedelta(hours=1)
"""What is younger may be in the middle of being saved: whoever asked would only wait for that."""
LOOKED_UP_AT_ONCE: Final = 1_000
_SHA256: Final = re.compile(r"[0-9a-f]{64}")  # others are no business of ours


def remove_some_strays() -> int:
    """Look through one of the folders, whichever; all of them have their turn within a day."""
    return remove_strays([PREFIXES[randrange(len(PREFIXES))]])  # noqa: S311 - no secret hangs on it


def remove_strays(prefixes: Iterable[str] = PREFIXES, older_than: timedelta = OLDER_THAN) -> int:
    """Remove files that belong to no original; say how many."""
    return sum(_removed_from(prefix, older_than) for prefix in prefixes)


def remove_file(sha256: str) -> bool:
    """Remove a file, unless the same bytes are being imported at this moment.

    A row with their hash keeps such an import waiting; it is not there to stay.
    """
    with transaction.atomic():
        _row, free = Original.objects.get_or_create(sha256=sha256, defaults={"size": 0})
        if free:
            default_storage.delete(path_of(sha256))
            transaction.set_rollback(True)
    return free


def _removed_from(prefix: str, older_than: timedelta) -> int:
    names = (path.rpartition("/")[2] for path in files_under(prefix))
    hashes = filter(_SHA256.fullmatch, names)
    removed = 0
    while chunk := list(islice(hashes, LOOKED_UP_AT_ONCE)):
        rows = Original.objects.filter(sha256__in=chunk)
        for name in set(chunk) - set(rows.values_list("sha256", flat=True)):
            removed += _is_old(path_of(name), older_than) and remove_file(name)
    return removed


def _is_old(path: str, older_than: timedelta) -> bool:
    try:
        return default_storage.get_modified_time(path) <= timezone.now() - older_than
    except FileNotFoundError:
        return False
