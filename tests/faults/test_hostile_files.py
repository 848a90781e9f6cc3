"""One import of hostile files, by a real worker: each ends as it should, and the worker goes on."""

from pathlib import Path
from typing import Final

from articles.actions.imports import ring_waiting_items, start_import
from articles.models import ImportItem, ImportJob
from articles.queries.imports import OPEN
from tests.articles.hostile.file import ends_of
from tests.articles.hostile.table import HOSTILE
from tests.workers import Workers, wait_until

_LONG: Final = frozenset(
    [
        *("goc.xlsx", "cot.csv", "nhieu-doan.docx", "rong.docx", "nhieu-chu.pdf", "ngoac-mo.csv"),
        *("mot-dong.txt", "nhieu-dong-trong.txt", "goi-nhau.pdf", "cot-cuoi.xlsx"),
    ]
)
"""Minutes for a machine that has other things to do; they are read one by one elsewhere."""
LIMITS: Final = {"IMPORT_READ_SECONDS": "6", "IMPORT_LEASE_SECONDS": "60"}
WITHIN: Final = 400.0


def children_of(pid: int) -> set[int]:
    """Those that work for it: the worker's own, not the readers that these have."""
    return set(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))


def all_ended() -> bool:
    ring_waiting_items()  # what celery beat does
    return not ImportItem.objects.filter(state__in=OPEN).exists()


def test_they_end_as_they_should_and_the_worker_goes_on(workers: Workers) -> None:
    files = [one for one in HOSTILE if one.name not in _LONG]
    assert len(files) >= 100
    worker = workers.start(LIMITS)
    before = children_of(worker.pid)
    assert len(before) >= 2
    job = start_import(None, ImportJob.Source.COMMAND, [one.upload() for one in files])
    wait_until(all_ended, WITHIN)

    names = [one.name for one in files]
    expected = [(one.end, list(one.members)) for one in files]
    assert dict(zip(names, ends_of(job), strict=True)) == dict(zip(names, expected, strict=True))
    assert worker.poll() is None
    assert children_of(worker.pid) == before
    assert workers.answering()
