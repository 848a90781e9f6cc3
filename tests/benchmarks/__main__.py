"""`make bench`: reading and finding, as ratios against a peer or a floor of the same run."""

import gzip
import html
import json
import os
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import trafilatura
import yaml

from articles.finding import Spelling, Vocabulary, find
from articles.reading import read
from articles.vietnamese import same_word

ROOT = Path(__file__).resolve().parents[2]
LOAD = Path(os.environ.get("LOAD_DIR", ROOT.parent / "shared" / "load")) / "articles.jsonl.gz"
TEXTS = 300
ROUNDS = 5
PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head>
<body><nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/tin">Tin</a></li></ul></nav>
<article><h1>{title}</h1>{body}</article><aside><a href="/1">Đọc thêm</a></aside>
<footer>Bản quyền thuộc về tòa soạn</footer></body></html>"""


def main() -> None:
    articles = load()
    texts = [article["text"] for article in articles]
    pages = [page(article) for article in articles]
    vocabulary = Vocabulary(spellings())
    print(f"{len(texts)} texts, {sum(map(len, texts)):,} characters, median of {ROUNDS} rounds")
    compare(
        len(texts),
        "reading HTML, against bare trafilatura on the same pages",
        lambda: each(lambda data: read(data, name="page.html"), pages),
        lambda: each(trafilatura.extract, pages),
    )
    compare(
        len(texts),
        "reading plain text, against decoding and splitting its lines",
        lambda: each(lambda data: read(data, name="text.txt"), [t.encode() for t in texts]),
        lambda: each(lambda data: data.decode().split("\n"), [t.encode() for t in texts]),
    )
    compare(
        len(texts),
        "finding all, against folding the same texts once",
        lambda: each(lambda text: find(text, vocabulary), texts),
        lambda: each(same_word, texts),
    )


def load() -> list[dict[str, str]]:
    if not LOAD.exists():
        files = sorted((ROOT / "seeds" / "articles").glob("*.txt"))
        return [{"title": f.stem, "text": f.read_text(encoding="utf-8")} for f in files]
    with gzip.open(LOAD, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line, _ in zip(lines, range(TEXTS), strict=False)]


def page(article: dict[str, str]) -> bytes:
    body = "".join(f"<p>{html.escape(line)}</p>" for line in article["text"].split("\n") if line)
    return PAGE.format(title=html.escape(article["title"]), body=body).encode()


def spellings() -> list[Spelling]:
    rows = yaml.safe_load((ROOT / "seeds" / "themes.yaml").read_text(encoding="utf-8"))
    return [
        Spelling(row["name"], text)
        for row in rows
        for text in [row["name"], *row.get("spellings", [])]
    ]


def each(work: Callable[[Any], object], things: Sequence[Any]) -> None:
    for thing in things:
        work(thing)


def compare(texts: int, name: str, ours: Callable[[], None], theirs: Callable[[], None]) -> None:
    """Run the two in turn, so that a machine that slows down slows both."""
    ours()
    theirs()
    pairs = [(timed(ours), timed(theirs)) for _ in range(ROUNDS)]
    ratio = statistics.median(b / a for a, b in pairs)
    seconds = statistics.median(a for a, _ in pairs)
    print(f"{name}: {ratio:.3f} of its rate, {texts / seconds:,.0f} texts/s")


def timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
