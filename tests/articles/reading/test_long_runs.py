"""A file that says one thing over and over is read, or refused, in time that grows as it does."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

import pytest

from articles.finding import find
from articles.finding.themes import Vocabulary
from articles.reading import Unreadable, read

LONG = 40_000  # characters
ENOUGH = 10.0  # seconds of this process; what grows with the square takes minutes
BEGINS = "Công tác xây dựng Đảng\n\nĐồng chí Bí thư dự sinh hoạt chi bộ ở thôn Đồng Vẽ. "
RUNS = [
    "stream", "STREAM", "Đ", "é", "a\u0301", " ", "\n", "\t", ". ", "1.", "- ", "12/", "“", "(",
    "[a](", "<p>", "&", "|", "*", "_", "`", "> ", "a\n", "A\n", "x\r\n", "=\n-", "---\n", "©", " ©",
    "nêu gương ", "Nghị quyết số ", "Ủy ban nhân dân ", "năm 2021 ", "-NQ/TW", "Một là, ", "phải ",
    "yêu cầu ", "Ảnh: ", "Nguyễn Văn ", "QĐ-", "http://a/", "<div>", "<!--", "data:",
]  # fmt: skip


@contextmanager
def ending() -> Iterator[None]:
    """Fail where the block takes far longer than anything that grows with its input."""

    def give_up(_number: int, _frame: FrameType | None) -> None:
        pytest.fail(f"took more than {ENOUGH} seconds")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, ENOUGH)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md"])
@pytest.mark.parametrize("run", RUNS)
def test_reading_ends(run: str, name: str) -> None:
    with ending(), suppress(Unreadable):
        assert read((BEGINS + run * LONG)[:LONG].encode(), name=name).lead


@pytest.mark.parametrize("run", RUNS)
def test_finding_ends(run: str) -> None:
    body = (BEGINS + run * LONG)[:LONG]
    with ending():
        assert all(0 <= task.start < task.end <= LONG for task in find(body, Vocabulary({})).tasks)
