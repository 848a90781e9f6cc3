"""`make bench`: whole imports, through Celery and one worker process, on servers of their own.

Judged is the processor time of all that an import uses: the worker, PostgreSQL and the broker. What
else the machine does counts less so; the rate by the clock is told beside it. `make bench-million`
asks for a million articles already there; MEMORY_ITEMS says over how many items the worker's memory
is watched (the whole proof is 20,000).
"""

import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import django
import trafilatura

from portal.embedded.processes import all_processes
from tests.benchmarks.measuring import seconds, tell, tell_all
from tests.benchmarks.pages import Text, changed_texts, newspaper_page
from tests.faults.desk import Desk
from tests.faults.processes import wait_until
from tests.faults.servers import PostgreSQL, Redis

ARTICLES = int(os.environ.get("ARTICLES", "100000"))
MEMORY_ITEMS = int(os.environ.get("MEMORY_ITEMS", "2000"))
ROUNDS = 3
PAGES, TEXTS = 60, 150  # in a round
SHORT = 1_500  # characters of the texts that the desk is filled with
LEAST_OF_TRAFILATURA = 0.6
MOST_SLOWER = 1.25  # times as long for an item: 20 % fewer in a second
MOST_GROWTH = 24  # megabytes
ENDS_WITHIN = 3600.0
TICKS = os.sysconf("SC_CLK_TCK")


class Cost(NamedTuple):
    """Of one item, in seconds."""

    work: float
    clock: float

    def __str__(self) -> str:
        return f"{1000 * self.work:.1f} ms of processors, {1 / self.clock:.1f} a second"


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="duyet-bench-"))
    folder.chmod(0o711)
    desk = Desk(folder, PostgreSQL(folder), Redis(folder), settings={}, workers=1)
    os.environ.update(desk.environment())
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # and leave no server behind
    try:
        desk.open(small_disk=False)
        django.setup()
        run(desk)
    finally:
        desk.close()
        shutil.rmtree(folder, ignore_errors=True)
    tell_all()


def run(desk: Desk) -> None:
    supply = iter(changed_texts(10**9))
    imported(desk, "warm.txt", [text.body.encode() for text in islice(supply, 20)])
    web(desk, supply)
    print(f"plain texts: {least(desk, supply, TEXTS)}")
    rows(desk, supply)
    memory(desk, supply)


def web(desk: Desk, supply: Iterator[Text]) -> None:
    bare: list[float] = []
    whole: list[Cost] = []
    for _ in range(ROUNDS):
        texts = list(islice(supply, PAGES + 24))
        pages = [newspaper_page(text, texts[at + 1 : at + 25]) for at, text in enumerate(texts)]
        bare.append(seconds(trafilatura.extract, pages[:PAGES]) / PAGES)
        whole.append(imported(desk, "a.html", pages[:PAGES]))
    share = min(bare) / min(cost.work for cost in whole)
    print(f"newspaper's pages: trafilatura {1000 * min(bare):.1f} ms, imported in {min(whole)}")
    tell("trafilatura's rate to that of imports", 1 / share, round(1 / LEAST_OF_TRAFILATURA, 2))


def rows(desk: Desk, supply: Iterator[Text]) -> None:
    from tests.benchmarks.filling import fill

    short = (Text(text.title, text.body[-SHORT:]) for text in supply)
    before = least(desk, short, TEXTS)
    start = time.monotonic()
    fill(desk.database.url(role="postgres"), ARTICLES)
    print(f"{ARTICLES:,} articles put there in {time.monotonic() - start:.0f} s")
    least(desk, short, TEXTS)  # what has to be read from the disk once
    after = least(desk, short, TEXTS)
    print(f"short texts: {before}; with {ARTICLES:,} articles there {after}")
    tell("times the work for an item", after.work / before.work, MOST_SLOWER)


def memory(desk: Desk, supply: Iterator[Text]) -> None:
    step = max(200, MEMORY_ITEMS // 10)
    sizes: list[float] = []
    for _ in range(0, MEMORY_ITEMS, step):
        imported(desk, "a.txt", [text.body.encode() for text in islice(supply, step)])
        sizes.append(size_of_worker(desk))
    told = ", ".join(f"{size:.0f}" for size in sizes)
    print(f"memory of the worker over {MEMORY_ITEMS:,} items, by tenths: {told} MB")
    tell("megabytes grown since the first tenth", sizes[-1] - sizes[0], MOST_GROWTH)


def least(desk: Desk, supply: Iterator[Text], number: int) -> Cost:
    return min(
        imported(desk, "a.txt", [text.body.encode() for text in islice(supply, number)])
        for _ in range(ROUNDS)
    )


def imported(desk: Desk, name: str, files: Sequence[bytes]) -> Cost:
    """Import these files, and say what one of them cost."""
    from articles.actions.imports import start_import
    from articles.actions.originals import Upload
    from articles.models import ImportItem, ImportJob
    from articles.queries.imports import OPEN

    uploads = [Upload(name, "", len(data), lambda data=data: data) for data in files]  # type: ignore[misc]
    worked = work_of(desk)
    start = time.monotonic()
    job = start_import(None, ImportJob.Source.COMMAND, uploads)
    still = ImportItem.objects.filter(job=job, state__in=OPEN)
    wait_until(lambda: not still.exists(), ENDS_WITHIN, "the import to end", every=0.1)
    spent = time.monotonic() - start
    others = job.items.exclude(state=ImportItem.State.IMPORTED)
    for item in others.select_related("unpacked_from"):
        print(f"  {item}, {item.position} of {len(files)}, is {item.state} {item.problem}")
    assert others.count() * 20 < len(files), "most of it is to be imported"
    return Cost((work_of(desk) - worked) / len(files), spent / len(files))


def work_of(desk: Desk) -> float:
    """Seconds of processors that the worker and the servers have used up to now."""
    mains = [desk.workers[0].pid, desk.database.process.pid, desk.broker.process.pid]
    return sum(map(_ticks, _with_descendants(mains))) / TICKS


def size_of_worker(desk: Desk) -> float:
    """Megabytes that the worker, its child and what they started hold."""
    return sum(_kilobytes(pid) for pid in _with_descendants([desk.workers[0].pid])) / 1024


def _with_descendants(pids: Sequence[int]) -> list[int]:
    every = list(all_processes())
    found = list(pids)
    for pid in found:
        found += [one.pid for one in every if one.parent == pid]
    return found


def _ticks(pid: int) -> int:
    try:
        words = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return sum(map(int, words[11:15]))  # its own, and those of children that have ended


def _kilobytes(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("RssAnon:"))


if __name__ == "__main__":
    main()
