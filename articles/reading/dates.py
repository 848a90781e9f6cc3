"""The date a page says it was published on, in the forms that Vietnamese pages print.

A line is a date line only if nothing is left of it but the date, the hour and words that go
with them (or a byline): "Nghị quyết số 09-NQ/TU ngày 19/8/2009" dates a document, not a page.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Final, NamedTuple

from articles.reading.bylines import author_line
from articles.reading.names import are_names
from articles.reading.publishers import page_named


class DateLine(NamedTuple):
    day: date | None
    """None where the line is a date without a year, or only an hour."""
    rest: str
    """What else stands on the line: a byline, a place, or nothing."""
    labelled: bool
    """It says that this is when the page was put up ("Đăng lúc", "Cập nhật")."""
    timed: bool
    """The hour stands beside the date, as on pages and hardly ever in prose."""
    weekday: bool = False
    """The day of the week is told, as clocks of pages do."""


VIETNAM: Final = timezone(timedelta(hours=7))
_MONTHS: Final = [
    "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai",
]  # fmt: skip
_MONTH_WORDS: Final = {word: number for number, word in enumerate(_MONTHS, 1)} | {
    "giêng": 1,
    "chạp": 12,
}
_IN_WORDS: Final = (
    r"(?:ngày\s+)?(?P<d1>\d{1,2})\s+tháng\s+(?P<m1>\d{1,2}|"
    + "|".join(sorted(_MONTH_WORDS, key=len, reverse=True))
    + r")(?:\s+năm|\s*[,/-])?\s*(?P<y1>\d{4})(?!\d)"
)
_IN_FIGURES: Final = (
    r"(?<![\d/.-])(?P<d2>\d{1,2})\s?(?P<s>[/.\-–])\s?(?P<m2>\d{1,2})\s?(?P=s)\s?"
    r"(?P<y2>\d{4}|\d{2}(?=[, ]+\d{1,2}[:h]\d{2}))(?!\d|"
    r"[/.-]\d)"
)
_ISO: Final = r"(?<![\d/.-])(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})(?!\d|-)(?:T(?=\d))?"
_SPACED: Final = r"(?<!\d)(?P<d4>\d{1,2}) (?P<m4>\d{1,2}) (?P<y4>20\d{2})(?= \d{1,2}:\d{2})"
_DATE: Final = re.compile(f"{_IN_WORDS}|{_IN_FIGURES}|{_ISO}|{_SPACED}", re.IGNORECASE)

_WEEKDAY: Final = (
    r"(?:thứ\s*(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s*nhật|cn|t[2-7])(?![^\W\d_])|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)
_WEEKDAYS: Final = re.compile(_WEEKDAY, re.IGNORECASE)
_HOUR: Final = (
    r"\d{1,2}\s?(?::|h|g|giờ)\s?\d{2}(?:\s?(?::|phút)\s?\d{0,2})?(?:\.\d+)?(?:\s?(?:am|pm|sa|ch))?"
    r"(?:\s*(?:z|[+-]\d{2}:?\d{2})\b)?|\d{1,2}\s?giờ"
)
_ZONE: Final = r"[\[(]?\s*(?:gmt|utc)\s*[+-]?\s*\d{0,2}(?::\d{2})?\s*[\])]?"
_LABEL: Final = re.compile(
    r"(?:lần\s+)?(?:(?:thời gian|thời điểm|ngày giờ)\s+)?"
    r"(?:(?:cập nhật|xuất bản|ngày đăng|ngày tạo|ngày viết|ngày cập nhật|ngày xuất bản|"
    r"đăng lúc|đăng ngày|đăng tải|được đăng|đã đăng|đăng|ra ngày|gửi lúc|post(?:ed)?(?: on)?|"
    r"publish(?:ed)?|updated?)(?:\s+(?:cuối|lần cuối|lúc|vào|ngày|tin))*)(?![^\W\d_])",
    re.IGNORECASE,
)
_SMALL: Final = re.compile(
    rf"{_WEEKDAY}|{_HOUR}|{_ZONE}|"
    r"(?<![^\W\d_])(?:lúc|vào|ngày|giờ|sáng|chiều|tối|trưa|hồi|hôm nay|sa|ch|am|pm)(?=[\W\d]|$)|"
    r"(?:lượt xem|lượt đọc|số lần đọc|đã xem|views?)\s*:?\s*[\d.,]+(?:\s*(?:lượt|lần))?|"
    r"[\d.,]+\s*(?:lượt xem|lượt đọc|lượt|views?|phút đọc)|"
    r"[|•·,;:()\[\]–—\-/.\s]+$|^[|•·,;:()\[\]–—\-/.\s]+",
    re.IGNORECASE,
)
_ANY_HOUR: Final = re.compile(_HOUR, re.IGNORECASE)
_SHORT_DATE: Final = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}(?![/.-]?\d)")
_LONGEST_LINE: Final = 160
_MOST_WORDS_BESIDE: Final = 9
_MOST_REMARKS: Final = 6  # digits; how often it was read, or how many remarks readers made
# Buttons of the page on the same line: `27/11/2023 17:21 Chọn cỡ chữ A a`.
_BUTTONS: Final = re.compile(
    r"\s+(?:(?:chọn|xem với|mặc định)\s+)?(?:(?:cỡ|kích thước|kiểu) chữ|font size|đọc bài viết|"
    r"(?:bản )?in(?: bài| trang)?(?: viết)?|gửi (?:email|bài)|a[-+]?(?:\s+a[-+]?)+)"
    r"(?:[\s|:+/-]+(?:a[-+]?|mặc định|bản in|in|quay lại))*\s*$",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(r"(?<!\d)\d{1,2}\s?[:hg]\s?\d{2}(?!\d)")
_SHORT_YEAR: Final = 2  # digits; nothing was on line before 2000
_YEARS: Final = range(1925, 2101)


def iso_day(text: str) -> date | None:
    """The day in Vietnam of a day or a moment as machines write it; never an empty one's year 1."""
    try:
        moment = datetime.fromisoformat(text)
        day = moment.astimezone(VIETNAM).date() if moment.tzinfo else moment.date()
    except (ValueError, OverflowError):
        return None
    return day if day.year in _YEARS else None


def date_line(text: str) -> DateLine | None:
    """Take a line as a date line, or say that it is none."""
    if len(text) > _LONGEST_LINE or not any(map(str.isdigit, text)):
        return None
    if text[-1].isalpha() or text[-1] in "+-":  # hardly any; looking at all lines takes long
        text = _BUTTONS.sub("", text)
    found = list(_DATE.finditer(text))
    days = [_day(match) for match in found]
    rest = _DATE.sub(" ", text)
    if found and None in days:
        return None
    if not found and not _is_short(text):
        return None
    if not found:
        rest = _SHORT_DATE.sub(" ", rest)
    labelled = _LABEL.search(rest) is not None
    timed = _CLOCK.search(rest) is not None
    rest = _without_small_words(_LABEL.sub(" ", rest))
    if timed and rest.isdecimal() and len(rest) <= _MOST_REMARKS:
        rest = ""
    if rest and not _goes_with_date(rest, sure=(timed or labelled) and len(set(days)) == 1):
        return None
    if rest.count("(") > rest.count(")"):
        rest += ")"
    weekday = _WEEKDAYS.search(text) is not None
    return DateLine(days[0] if days else None, rest, labelled, timed, weekday)


def _goes_with_date(rest: str, *, sure: bool) -> bool:
    """A byline or a place may stand beside a date; anything short, if the hour is there too."""
    names = rest.partition("(")[0]
    if any(map(str.isdigit, names if sure else rest)):
        return False
    if sure:
        return len(rest.split()) <= _MOST_WORDS_BESIDE or are_names(names, surname=False)
    return author_line(rest, trailing=True) is not None or page_named(rest) is not None


def _is_short(text: str) -> bool:
    """`Sáng 2.7`, `05:04`: dates without a year and hours are dropped, and tell no date."""
    if not (_SHORT_DATE.search(text) or _ANY_HOUR.search(text)):
        return False
    return not _without_small_words(_SHORT_DATE.sub(" ", _LABEL.sub(" ", text)))


def _without_small_words(text: str) -> str:
    before = None
    while before != text:
        before, text = text, " ".join(_SMALL.sub(" ", text).split())
    return text


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    day, month, year = next(
        (parts[f"d{form}"], parts[f"m{form}"], parts[f"y{form}"])
        for form in "1234"
        if parts[f"d{form}"]
    )
    try:
        found = date(
            int(year) + (2000 if len(year) == _SHORT_YEAR else 0),
            _MONTH_WORDS.get(month.lower()) or int(month),
            int(day),
        )
    except ValueError:
        return None
    return found if found.year in _YEARS else None


# --- what the text says of its time ------------------------------------------------------------

_YEAR: Final = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/-])|(?<=[/.-])(?:19|20)\d\d(?!\d)")
_DAY_AND_MONTH: Final = re.compile(
    r"\b(?:ngày|sáng|trưa|chiều|tối|hôm nay|nay),?\s*\(?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?![-/.]?\d)",
    re.IGNORECASE,
)
_LONGEST_DELAY: Final = timedelta(days=45)
_EARLIEST: Final = timedelta(days=10)


def fits(day: date, paragraphs: Sequence[str]) -> bool | None:
    """Whether a text could have been put up on that day, by the days and years it tells.

    None where it tells none. A page's clock shows the day on which somebody saved it.
    """
    text = " ".join(paragraphs)
    years = [int(year) for year in _YEAR.findall(text)]
    past = [year for year in years if year <= day.year]
    told = _DAY_AND_MONTH.search(" ".join(paragraphs[:2]))
    if past and max(past) < day.year - 1:
        return False
    if told is None:
        return True if past else None
    return _is_near(day, int(told[1]), int(told[2]))


def _is_near(day: date, told_day: int, told_month: int) -> bool | None:
    for year in (day.year, day.year - 1):
        try:
            told = date(year, told_month, told_day)
        except ValueError:
            return None
        if told - _EARLIEST <= day <= told + _LONGEST_DELAY:
            return True
    return False
