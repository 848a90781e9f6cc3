"""The days that a named period covers: "quý IV/2021", "cuối tháng 9", "năm nay".

Years that the text leaves out are taken from the day of publication.
"""

import calendar
import re
from datetime import date, timedelta
from typing import Final

__all__ = ["DAY", "DAY_IN_WORDS", "MONTH", "NAMED", "QUARTER", "YEAR", "Period", "days_of"]

Period = tuple[date | None, date | None]

_PART: Final = r"(?:(?P<part>đầu|giữa|cuối|nửa\s+đầu|nửa\s+cuối)\s+)?"
_HOUR: Final = r"(?P<hour>\d{1,2}\s*(?:h|g|giờ)\s*(?:\d{2})?\s*(?:phút)?,?\s+(?=ngày))?"
DAY: Final = (
    _HOUR + r"(?:ngày\s+)?(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})"
    r"(?:\s*[/.-]\s*(?P<year>\d{4}))?(?![\w/])"
)
DAY_IN_WORDS: Final = (
    _HOUR + r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})"
    r"(?:\s*(?:,|/|năm)\s*(?:năm\s+)?(?P<year>20\d{2}))?(?!\w)"
)
QUARTER: Final = (
    _PART + r"quý\s+(?P<quarter>i{1,3}v?|iv|[1-4])(?!\w)"
    r"(?:\s*(?:[/,-]|năm)?\s*(?:năm\s+)?(?P<year>20\d{2}))?"
)
MONTH: Final = (
    _PART + r"tháng\s+(?P<month>\d{1,2})(?!\w)(?:\s*(?:[/.-]|năm)\s*(?P<year>20\d{2}))?(?!\s+năm)"
)
YEAR: Final = _PART + r"năm\s+(?P<year>20\d{2})(?!\w)(?!\s*-\s*\d)"
# Without a figure: "năm nay", "tháng tới", "cuối năm".
NAMED: Final = (
    _PART + r"(?P<unit>năm|quý|tháng|tuần)\s+(?P<which>nay|này|tới|sau)(?!\w)"
    r"|(?P<end>cuối)\s+(?P<of>năm)(?!\s+(?:ngoái|trước|19|20\d))(?!\w)"
)

_QUARTERS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS: Final = 12
_PAST: Final = timedelta(days=60)  # a day so long ago is rather one of the next year
# What "đầu", "giữa", "cuối" mean: days of a month, months of a quarter or a year from its first.
_DAYS_OF_PART: Final = {
    "đầu": (1, 10),
    "giữa": (11, 20),
    "cuối": (21, 31),
    "nửa đầu": (1, 15),
    "nửa cuối": (16, 31),
}
_OF_QUARTER: Final = {
    "đầu": (0, 0),
    "giữa": (1, 1),
    "cuối": (2, 2),
    "nửa đầu": (0, 1),
    "nửa cuối": (1, 2),
}
_OF_YEAR: Final = {
    "đầu": (0, 2),
    "giữa": (5, 6),
    "cuối": (9, 11),
    "nửa đầu": (0, 5),
    "nửa cuối": (6, 11),
}


def days_of(found: re.Match[str], published_on: date | None) -> Period | None:
    """The first and the last day of the period that one of the patterns has found."""
    groups = found.groupdict()
    if groups.get("unit") or groups.get("of"):
        return _named(groups, published_on)
    year = int(groups["year"]) if groups.get("year") else None
    supposed = year or (published_on.year if published_on else None)
    if supposed is None:
        return None
    days = _days(groups, supposed)
    if days is None:
        return None
    old = published_on is not None and days[1] is not None and published_on - days[1] > _PAST
    return _days(groups, supposed + 1) if old and year is None else days


def _days(groups: dict[str, str | None], year: int) -> Period | None:
    part = " ".join((groups.get("part") or "").split()) or None
    if groups.get("day"):
        return _day(year, int(groups["month"] or 0), int(groups["day"] or 0))
    if groups.get("quarter"):
        figure = groups["quarter"] or ""
        quarter = _QUARTERS.get(figure) or int(figure)
        return _months(year, quarter * 3 - 2, quarter * 3, part)
    if groups.get("month"):
        month = int(groups["month"] or 0)
        return _months(year, month, month, part)
    return _months(year, 1, _MONTHS, part)


def _day(year: int, month: int, day: int) -> Period | None:
    try:
        only = date(year, month, day)
    except ValueError:
        return None
    return only, only


def _months(year: int, first: int, last: int, part: str | None) -> Period | None:
    if not 1 <= first <= last <= _MONTHS or not 1 < year < 9999:  # noqa: PLR2004
        return None
    if part and first == last:
        begins, ends = _DAYS_OF_PART[part]
        length = calendar.monthrange(year, first)[1]
        return date(year, first, begins), date(year, first, min(ends, length))
    if part:
        begins, ends = (_OF_YEAR if last - first == _MONTHS - 1 else _OF_QUARTER)[part]
        first, last = first + begins, first + ends
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _named(groups: dict[str, str | None], published_on: date | None) -> Period | None:
    if published_on is None:
        return None
    later = groups.get("which") in {"tới", "sau"}
    part = groups.get("part") or groups.get("end")
    match groups.get("unit") or groups.get("of"):
        case "năm":
            return _months(published_on.year + later, 1, _MONTHS, part)
        case "quý":
            quarter = (published_on.month - 1) // 3 + later
            year = published_on.year + quarter // 4
            return _months(year, quarter % 4 * 3 + 1, quarter % 4 * 3 + 3, part)
        case "tháng":
            month = published_on.month - 1 + later
            year = published_on.year + month // _MONTHS
            return _months(year, month % _MONTHS + 1, month % _MONTHS + 1, part)
        case _:
            monday = published_on - timedelta(days=published_on.weekday())
            monday += timedelta(days=7 * later)
            return monday, monday + timedelta(days=6)
