"""What it costs to read a small Word or PDF file in a process of its own, beside doing it here."""

import os
import time
from collections.abc import Callable, Sequence
from html import escape
from typing import Final

from articles.apart.reader import read_apart
from articles.reading import read
from tests.articles.reading.pdffiles import Sheet, pdf
from tests.articles.reading.wordfiles import docx, paragraph
from tests.benchmarks.measuring import ROUNDS, tell, tell_all
from tests.benchmarks.pages import Text, texts

TEXTS: Final = 60
LETTERS: Final = 3_000  # of an article, so that it stands on one sheet
MOST_TIMES: Final = 1.5


def main() -> None:
    articles = texts(TEXTS)
    for name, made in (("docx", list(map(_word, articles))), ("pdf", list(map(_paper, articles)))):
        here, apart = _side_by_side(made, read, read_apart)
        print(f"a small {name}: {1000 * here:.1f} ms here, {1000 * apart:.1f} ms apart")
        tell(f"times as long, a {name} read apart", apart / here, MOST_TIMES)
    tell_all()


def _side_by_side(files: Sequence[bytes], *works: Callable[[bytes], object]) -> list[float]:
    """Seconds by the clock, since two processes share the work; the least of the rounds counts."""
    rounds = [[_seconds(work, files) for work in works] for _ in range(ROUNDS)]
    return [min(one) / len(files) for one in zip(*rounds, strict=True)]


def _seconds(work: Callable[[bytes], object], files: Sequence[bytes]) -> float:
    start = time.perf_counter()
    for data in files:
        work(data)
    return time.perf_counter() - start


def _word(text: Text) -> bytes:
    lines = [text.title, *text.body[:LETTERS].split("\n")]
    return docx("".join(paragraph(escape(line)) for line in lines if line))


def _paper(text: Text) -> bytes:
    sheet = Sheet()
    sheet.paragraph(text.body[:LETTERS].replace("\n", " "), size=9)
    return pdf(sheet)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    main()
