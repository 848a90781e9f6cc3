"""What can be made wrong about a task, so that whoever reads the article sees it. Pure."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from articles.vietnamese import same_word, sentences
from review.places import Span

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_DAY: Final = re.compile(r"\b(\d{1,2})/(\d{1,2})\b")
_LATER: Final = 2

_TOLD_AS_DONE: Final = re.compile(r"\bđã\b")
_ASKS_FOR_MORE: Final = re.compile(
    r"\b(?:cần|phải|hãy|sẽ|nhiệm vụ|giải pháp|yêu cầu|đề nghị|giao|chỉ đạo|chỉ thị|kế hoạch"
    r"|tiếp tục|tăng cường|đẩy mạnh|tập trung|quan tâm|phấn đấu|thời gian tới|trước ngày|chủ trì"
    r"|phối hợp)\b"
)
SHORTEST, LONGEST = 60, 400


@dataclass(frozen=True, slots=True)
class Due:
    words: str
    first: date | None
    last: date | None


def wrong_due(due: Due) -> Due | None:
    """Say another year, or two months later; nothing where the words name neither year nor day."""
    if due.first is None and due.last is None:
        return None
    if _YEAR.search(due.words):
        words = _YEAR.sub(lambda year: str(int(year[0]) + 1), due.words)
        months = 12
    else:
        words, months = _DAY.sub(_later_day, due.words), _LATER
    if words == due.words:
        return None
    return Due(words, _later(due.first, months), _later(due.last, months))


def _later_day(found: re.Match[str]) -> str:
    day, month = int(found[1]), int(found[2])
    if not (1 <= day <= 31 and 1 <= month <= 12):  # noqa: PLR2004  (days and months)
        return found[0]
    month = (month + _LATER - 1) % 12 + 1
    return f"{min(day, monthrange(2023, month)[1])}/{month}"


def _later(day: date | None, months: int) -> date | None:
    if day is None:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def told_as_done(body: str, taken: Iterable[Span]) -> Iterator[Span]:
    """Give sentences that tell what was done and ask for nothing, apart from these spans."""
    taken = list(taken)
    for start, end in sentences(body):
        said = same_word(body[start:end])
        if (
            SHORTEST <= end - start <= LONGEST
            and _TOLD_AS_DONE.search(said)
            and not _ASKS_FOR_MORE.search(said)
            and all(end <= first or last <= start for first, last in taken)
        ):
            yield start, end
