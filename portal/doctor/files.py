"""Whether originals and pictures have their files, and each file its original: after a restore."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from django.core.files.storage import default_storage

from articles.models import Original
from articles.models.originals import PREFIXES, files_under
from portal.doctor.checkup import Checkup, failing, warning, well
from portal.models import Picture
from portal.queries.pictures import shown_pictures

MISSING, CUT_OFF, STRAY = "have no file", "have a file of another size", "files have no original"
MOST_PICTURES: Final = 1_000
"""Of the newest: in a storage elsewhere, each file is a question of its own."""


def originals() -> Checkup:
    """Compare names and sizes. A file that is not yet an original's may be an import under way."""
    found = Counter(what for prefix in PREFIXES for what in _differences(prefix))
    words = ", ".join(f"{count} {what}" for what, count in sorted(found.items()))
    if found[MISSING] or found[CUT_OFF]:
        return failing("originals", f"{words}: restore the files again, newer ones do no harm")
    return warning("originals", words) if words else well("originals", "each has its file")


def _differences(prefix: str) -> Iterator[str]:
    rows = Original.objects.filter(sha256__startswith=prefix)
    asked = dict(rows.values_list("file", "size"))
    there = set(files_under(prefix))
    for path, size in asked.items():
        if path not in there:
            yield MISSING
        elif default_storage.size(path) != size:
            yield CUT_OFF
    yield from [STRAY] * len(there - asked.keys())


def pictures() -> Checkup:
    """Look for what readers would miss above an edition."""
    asked = list(shown_pictures().order_by("-pk")[:MOST_PICTURES])
    lacking = [picture for picture in asked if not _is_whole(picture)]
    if not lacking:
        words = f"each lead picture has its files ({len(asked)} looked at)"
        return well("pictures", words)
    named = ", ".join(f"pictures/{picture.key}" for picture in lacking[:3])
    words = f"{len(lacking)} of {len(asked)} lead pictures lack files, {named} among them"
    return failing("pictures", f"{words}: restore the files again, newer ones do no harm")


def _is_whole(picture: Picture) -> bool:
    return all(default_storage.exists(picture.file_of(width)) for width in picture.widths)
