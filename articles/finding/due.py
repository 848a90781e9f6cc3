"""By when: a deadline or period as printed, and the days it covers."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from articles.finding.phrases import folded
from articles.vietnamese import same_word

__all__ = ["Due", "due_within"]


@dataclass(frozen=True, slots=True)
class Due:
    """`words` as printed; `first` to `last`, both inclusive, where the calendar is known."""

    words: str
    first: date | None
    last: date | None


_DAY: Final = (
    r"(?:ngày\s+)?(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})"
    r"(?:\s*[/.-]\s*(?P<year>\d{4}))?(?![\w/])"
)
_DAY_WORDS: Final = (
    r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?:\s+năm\s+(?P<year>\d{4}))?(?!\w)"
)
_QUARTER: Final = (
    r"quý\s+(?P<quarter>i{1,3}v?|iv|[1-4])(?!\w)(?:\s*[/,-]?\s*(?:năm\s+)?(?P<year>\d{4}))?"
)
_MONTH: Final = r"tháng\s+(?P<month>\d{1,2})(?!\w)(?:\s*(?:/|-|năm)\s*(?P<year>\d{4}))?"
_YEAR: Final = r"(?:năm|cuối\s+năm|đầu\s+năm)\s+(?P<year>20\d{2})(?!\w)(?!\s*-\s*\d)"


def due_within(body: str, start: int, end: int, published_on: date | None) -> Due | None:
    """The first deadline in `body[start:end]`; None where there is none.

    Years that the text leaves out are taken from the day of publication. "Chương trình kiểm
    tra năm 2021" only describes and is none.
    """
    text = same_word(body[start:end])
    best: tuple[int, Due] | None = None
    for pattern, period in _FORMS:
        found = pattern.search(text)
        if found and (best is None or found.start() < best[0]):
            span = period(found, published_on)
            words = " ".join(body[start + found.start() : start + found.end()].split())
            best = found.start(), Due(words, *(span or (None, None)))
    return best[1] if best else None


Period = tuple[date | None, date | None]


def _day(found: re.Match[str], published_on: date | None) -> Period | None:
    year = _year(found, published_on)
    try:
        last = date(year, int(found["month"]), int(found["day"])) if year else None
    except ValueError:
        return None
    if last and found["before"].startswith(("trước", "xong trước")) and last > date.min:
        last = date.fromordinal(last.toordinal() - 1)
    return None, last


def _quarter(found: re.Match[str], published_on: date | None) -> Period | None:
    year = _year(found, published_on)
    figure = found["quarter"]
    quarter = {"i": 1, "ii": 2, "iii": 3, "iv": 4}.get(figure) or int(figure)
    return _months(year, quarter * 3 - 2, quarter * 3, found["before"])


def _month(found: re.Match[str], published_on: date | None) -> Period | None:
    month = int(found["month"])
    return _months(_year(found, published_on), month, month, found["before"])


def _whole_year(found: re.Match[str], published_on: date | None) -> Period | None:
    return _months(_year(found, published_on), 1, 12, found["before"])


def _year_end(found: re.Match[str], published_on: date | None) -> Period | None:
    year = _year(found, published_on)
    return (date(year, 7, 1), date(year, 12, 31)) if year else None


def _months(year: int | None, first: int, last: int, before: str | None) -> Period | None:
    if not year or not 1 <= first <= last <= 12 or not 1 < year < 9999:  # noqa: PLR2004
        return None
    begins = date(year, first, 1)
    ends = date(year, last, calendar.monthrange(year, last)[1])
    if before is None or before.startswith(("trong", "vào")):
        return begins, ends
    if before.startswith(("trước", "xong trước")):
        return None, date.fromordinal(begins.toordinal() - 1)
    return None, ends


def _year(found: re.Match[str], published_on: date | None) -> int | None:
    printed = found.groupdict().get("year")
    if printed:
        return int(printed)
    return published_on.year if published_on else None


_UNTIL: Final = (
    r"(?P<before>(?:chậm\s+nhất|muộn\s+nhất)(?:\s+(?:là|vào|đến))?(?:\s+(?:hết|trước))?"
    r"|(?:xong\s+)?trước(?!\s+ngày\s+sinh)|(?:đến\s+)?hết|đến)\s+"
)
_WITHIN: Final = r"(?P<before>(?:hoàn\s+thành\s+)?(?:trong|vào))\s+"

_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[..., Period | None]], ...]] = (
    (folded(rf"(?<!\w){_UNTIL}{_DAY}"), _day),
    (folded(rf"(?<!\w){_UNTIL}{_DAY_WORDS}"), _day),
    (folded(rf"(?<!\w){_UNTIL}{_QUARTER}"), _quarter),
    (folded(rf"(?<!\w){_WITHIN}{_QUARTER}"), _quarter),
    (folded(rf"(?<!\w){_UNTIL}{_MONTH}"), _month),
    (folded(rf"(?<!\w){_WITHIN}{_MONTH}"), _month),
    (folded(rf"(?<!\w){_UNTIL}{_YEAR}"), _whole_year),
    (folded(rf"(?<!\w){_WITHIN}{_YEAR}"), _whole_year),
    (
        folded(r"(?<!\w)(?:những|các|\d)\s+tháng\s+cuối\s+năm(?:\s+(?P<year>20\d\d))?(?!\w)"),
        _year_end,
    ),
)
