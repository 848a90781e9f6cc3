"""`make bench`: 1,000 readers at once on one web process, and what keeping pages saves.

The process is the one of docs/operations.md with one worker; all comes over real connections. Each
reader reads a page after another, as fast as they come: no real thousand would. A page that is
written anew each time (KEEP_PAGES=false) is beside the same page kept, the same page asked for
again with its ETag, and the least that a process can answer. Each round ends when every reader has
read, or when SECONDS are over: who then still waits has waited for at least as long as is told.
"""

import asyncio
import os
import resource
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from tests.benchmarks.desks import a_place
from tests.benchmarks.measuring import tell, tell_all

READERS: Final = int(os.environ.get("READERS", "1000"))
SECONDS: Final = int(os.environ.get("SECONDS", "20"))
READ: Final = 2
"""Pages for each reader in a round."""
ENTRIES: Final = 12
EDITIONS: Final = 4
MOST_OF_WRITTEN: Final = 0.6
MOST_OF_LEAST: Final = 4.0
PATIENCE: Final = 60
LEAST: Final = ["/healthz"]


@dataclass
class Heard:
    """What readers were answered, and after how long."""

    times: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    received: int = 0
    took: float = 0.0
    waiting: int = 0
    """Who was asking when the round was over."""

    @property
    def p95(self) -> float:
        return sorted(self.times)[len(self.times) * 19 // 20]

    @property
    def answers(self) -> int:
        return self.statuses.total()

    @property
    def errors(self) -> int:
        return self.answers - self.statuses[200] - self.statuses[304]

    @property
    def apiece(self) -> float:
        """Seconds of the whole round for one answer."""
        return self.took / max(self.answers, 1)

    def tell(self, what: str) -> None:
        print(
            f"{what}: p95 {'at least ' * bool(self.waiting)}{self.p95:.2f} s,"
            f" {1 / self.apiece:.0f} answers a second,"
            f" {self.received / max(self.answers, 1) / 1000:.1f} kB each,"
            f" {dict(self.statuses)}, {self.waiting} still waiting after {self.took:.1f} s"
        )


def main() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 8192)), hard))
    with a_place():
        pages = publish()
        with process(keep=False) as port:
            written = read_at_once(port, pages)
        with process(keep=True) as port:
            kept = read_at_once(port, pages)
            again = read_at_once(port, pages, tags=tags_of(port, pages))
            least = read_at_once(port, LEAST)
    for what, heard in {
        "each page written anew": written,
        "pages kept": kept,
        "pages that readers have already": again,
        "the least there is to answer": least,
    }.items():
        heard.tell(what)
        tell(f"errors, {what}", heard.errors, 0)
    tell(
        "time of a kept page by that of a written one",
        kept.apiece / written.apiece,
        MOST_OF_WRITTEN,
    )
    tell("time of a 304 by that of a written page", again.apiece / written.apiece, MOST_OF_WRITTEN)
    tell("time of a kept page by that of the least", kept.apiece / least.apiece, MOST_OF_LEAST)
    tell_all()


def publish() -> Sequence[str]:
    """Publish some editions by the actions of the desk, and give the pages that are read."""
    from django.core.management import call_command

    from portal.actions import Pick
    from portal.models import Edition
    from tests.articles.factories import ArticleFactory, ThemeFactory
    from tests.portal.factories import published_edition

    call_command("migrate", verbosity=0)
    theme = ThemeFactory()
    for number in range(EDITIONS):
        articles = ArticleFactory.create_batch(ENTRIES)
        for article in articles:
            article.themes.add(theme)
        published_edition(
            *(Pick(article=article, note="Nên **đọc**.") for article in articles),
            title=f"Danh mục {number}",
        )
    edition = Edition.objects.latest("pk")
    article = edition.entries.all()[0].article_number
    return [
        "/",
        f"/danh-muc/{edition.slug}/",
        f"/bai-viet/{article}/",
        f"/chu-de/{theme.slug}/",
        "/api/v1/articles",
    ]


@contextmanager
def process(*, keep: bool) -> Iterator[int]:
    from portal.demo.processes import free_port

    port = free_port(8700)
    web = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "portal.wsgi", f"--bind=127.0.0.1:{port}"),
            *("--workers=1", "--threads=4", "--log-level=warning", "--no-control-socket"),
            "--graceful-timeout=5",  # who was given up is not waited for
        ],
        env=os.environ | {"KEEP_PAGES": str(keep).lower()},
    )
    try:
        _await_answer(port)
        yield port
    finally:
        web.send_signal(signal.SIGTERM)
        web.wait(PATIENCE)


def _await_answer(port: int) -> None:
    for _try in range(PATIENCE):
        try:
            asyncio.run(_asked(port, "/healthz"))
        except OSError:
            time.sleep(1)
        else:
            return
    raise TimeoutError("the web process does not answer")


def tags_of(port: int, pages: Sequence[str]) -> dict[str, str]:
    return {page: asyncio.run(_asked(port, page))[1] for page in pages}


def read_at_once(port: int, pages: Sequence[str], tags: dict[str, str] | None = None) -> Heard:
    heard = Heard()
    start = time.perf_counter()
    asyncio.run(_all_read(port, pages, tags or {}, heard))
    heard.took = time.perf_counter() - start
    return heard


async def _all_read(port: int, pages: Sequence[str], tags: dict[str, str], heard: Heard) -> None:
    """Have all read, each beginning elsewhere, until they have read enough or time is up."""
    readers = [
        asyncio.create_task(_reads(port, _from(pages, number), tags, heard))
        for number in range(READERS)
    ]
    done, waiting = await asyncio.wait(readers, timeout=SECONDS)
    heard.waiting = len(waiting)
    for reader in waiting:
        reader.cancel()
    await asyncio.wait(readers)
    for reader in done:
        reader.result()


def _from(pages: Sequence[str], number: int) -> list[str]:
    return [pages[(number + place) % len(pages)] for place in range(READ)]


async def _reads(port: int, pages: Sequence[str], tags: dict[str, str], heard: Heard) -> None:
    for page in pages:
        start = time.perf_counter()
        try:
            status, _tag, size = await _asked(port, page, tags.get(page, ""))
        except (OSError, ValueError):
            status, size = 0, 0
        finally:
            heard.times.append(time.perf_counter() - start)
        heard.statuses[status] += 1
        heard.received += size


async def _asked(port: int, page: str, tag: str = "") -> tuple[int, str, int]:
    """Give the status, the ETag and the length of what is answered."""
    async with asyncio.timeout(PATIENCE):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        known = f"If-None-Match: {tag}\r\n" if tag else ""
        asked = f"GET {page} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{known}\r\n"
        writer.write(asked.encode())
        answer = await reader.read()
        writer.close()
    head, _gap, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): said.strip() for name, _, said in (x.partition(":") for x in lines)}
    if not head:
        raise ValueError("nothing was answered")
    if len(body) != int(headers.get("content-length", 0)) and first.split()[1] != "304":
        raise ValueError("it broke off")
    return int(first.split()[1]), headers.get("etag", ""), len(answer)


if __name__ == "__main__":
    main()
