"""Whether each original has its file, and each file its original: for after a restore."""

from collections import Counter
from collections.abc import Iterator

from django.core.files.storage import default_storage

from articles.models import Original
from articles.models.originals import PREFIXES, files_under
from portal.doctor.checkup import Checkup, failing, warning, well

MISSING, CUT_OFF, STRAY = "have no file", "have a file of another size", "files have no original"


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
