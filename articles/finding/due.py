"""By when: a deadline or period as printed, and the days it covers."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from articles.finding.periods import (
    DAY,
    DAY_IN_WORDS,
    MONTH,
    NAMED,
    QUARTER,
    YEAR,
    Period,
    days_of,
)
from articles.finding.phrases import folded
from articles.vietnamese import same_word

__all__ = ["Due", "due_of_cell", "due_within"]


@dataclass(frozen=True, slots=True)
class Due:
    """`words` as printed; `first` to `last`, both inclusive, where the calendar is known."""

    words: str
    first: date | None
    last: date | None


def due_within(body: str, start: int, end: int, published_on: date | None) -> Due | None:
    """The deadline or period in `body[start:end]`; None where there is none.

    Of several the nearest kind counts: a day before a month, a month before a year, any of them
    before "hằng năm". "Chương trình kiểm tra năm 2021" only describes and is none.
    """
    text = same_word(body[start:end])
    for forms in _FORMS if _FIGURE.search(text) else _WITHOUT_FIGURES:
        best = min(_found(forms, text), key=lambda each: each[0], default=None)
        if best is not None:
            (at, _), stop, found, period = best
            words = " ".join(body[start + at : start + stop].split())
            first, last = period(found, published_on) or (None, None)
            return Due(words, None if first and last and first > last else first, last)
    return None


def due_of_cell(body: str, start: int, end: int, published_on: date | None) -> Due | None:
    """As `due_within`, for a cell of a table, which may say no more than "Quý II/2026"."""
    found = next(
        filter(None, (form.fullmatch(same_word(body[start:end])) for form in _WHOLE)), None
    )
    if found is None:
        return due_within(body, start, end, published_on)
    first, last = days_of(found, published_on) or (None, None)
    return Due(" ".join(body[start:end].split()), first, last)


_Compute = Callable[[re.Match[str], date | None], Period | None]
_Form = tuple[re.Pattern[str], _Compute]


def _found(
    forms: list[_Form], text: str
) -> Iterator[tuple[tuple[int, int], int, re.Match[str], _Compute]]:
    """Where each of the forms stands first; of two at one place the longer comes first."""
    for pattern, period in forms:
        found = pattern.search(text)
        if found:
            start, end = found.span("when" if "when" in pattern.groupindex else 0)
            yield (start, -end), end, found, period


def _until(found: re.Match[str], published_on: date | None) -> Period | None:
    days = days_of(found, published_on)
    if days is None or days[0] is None:
        return days
    before = " ".join(found["before"].split())
    if before.endswith("trước") and not found.groupdict().get("hour") and days[0] > date.min:
        return None, date.fromordinal(days[0].toordinal() - 1)
    return published_on if before.startswith("từ nay") else None, days[1]


def _from_to(found: re.Match[str], published_on: date | None) -> Period | None:
    """What the first part of "từ 1/6 đến 30/6/2021" leaves out, the second says."""
    _, last = days_of(found, published_on) or (None, None)
    if last is None:
        return None
    parts = found.groupdict()
    begins_year = parts.get("day1") is None and parts.get("month1") is None
    month = int(parts.get("month1") or (1 if begins_year else last.month))
    try:
        first = date(int(parts.get("year1") or last.year), month, int(parts.get("day1") or 1))
    except ValueError:
        return None, last
    return (first if first <= last else None), last


def _years(found: re.Match[str], published_on: date | None) -> Period | None:  # noqa: ARG001
    first, last = int(found["from"]), int(found["to"])
    return (date(first, 1, 1), date(last, 12, 31)) if first <= last else None


def _rest_of_year(found: re.Match[str], published_on: date | None) -> Period | None:
    year = int(found["year"]) if found["year"] else published_on.year if published_on else None
    return (date(year, 7, 1), date(year, 12, 31)) if year else None


def _unknown(found: re.Match[str], published_on: date | None) -> Period | None:  # noqa: ARG001
    return None


_FIGURE: Final = re.compile(r"\d|quý\s+[iv]")
_UNTIL: Final = r"""(?P<before>
    (?:chậm\s+nhất|muộn\s+nhất)(?:\s+(?:là|vào|đến|trong))?(?:\s+(?:hết|trước))?
    |(?:xong\s+)?trước(?!\s+ngày\s+sinh)|(?:đến\s+|tới\s+)?hết
    |từ\s+nay\s+(?:cho\s+)?(?:đến|tới)(?:\s+hết)?|đến|tới)\s+"""
# "trước khi diễn ra Lễ hội Đền Trần (tháng 2/2025)", "trước Đại hội Đảng bộ tỉnh (tháng 9)".
_BEFORE_EVENT: Final = r"(?P<before>trước)(?:\s+khi)?(?!\s+đây)\s+[^,;:.()\d]{4,80}\(\s*"
_WITHIN: Final = r"(?:(?:hoàn\s+thành|xong)\s+)?(?:ngay\s+)?(?:trong|vào)\s+"
# "Thời gian hoàn thành: quý IV/2021": without a word of time before it.
_DONE_IN: Final = r"(?:hoàn\s+thành|xong|thời\s+(?:gian|hạn)|tiến\s+độ)(?:\s+\w+){0,2}?\s*:?\s+"
_TO: Final = r"\s*(?:đến|tới|-)\s*(?:hết\s+)?"
_EVERY: Final = r"""
    (?:(?:(?:trước|chậm\s+nhất)\s+)?(?:thứ\s+\w+|chủ\s+nhật|ngày\s+\d{1,2})\s+)?
    (?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)(?!\w)
    | định\s+kỳ\s+(?:\d+|một|hai|ba|sáu|chín)\s+(?:ngày|tuần|tháng|năm)(?!\w)
      (?:(?:,|\s+và|\s+hoặc)\s+(?:\d+|một)\s+(?:ngày|tuần|tháng|năm)(?!\w))*(?:\s*/?\s*(?:1|một)?\s*lần)?
    | \d+\s+(?:ngày|tuần|tháng|năm)\s*(?:/|một|1)\s*(?:1\s+)?lần"""


def _form(before: str, when: str, period: _Compute) -> _Form:
    return folded(rf"(?<!\w){before}(?:{when})"), period


def _until_or_within(*whens: str) -> Iterator[_Form]:
    for when in whens:
        yield _form(_UNTIL, when, _until)
        yield _form(_WITHIN, when, days_of)


_BY_NAME: Final = list(_until_or_within(NAMED))
_REST: Final = r"(?:những|các|\d)\s+tháng\s+cuối\s+năm(?:\s+(?P<year>20\d\d))?(?!\w)"
_WHOLE: Final = [folded(when) for when in (DAY, MONTH, QUARTER, YEAR)]
_RECURRING: Final = [
    _form(
        r"(?<!kế\shoạch\s)(?<!chương\strình\s)(?<!dự\stoán\s)(?<!chỉ\stiêu\s)(?<!nhiệm\svụ\s)"
        r"(?<!ngân\ssách\s)(?<!trợ\scấp\s)(?<!đời\ssống\s)(?<!cuộc\ssống\s)(?<!nước\suống\s)(?<!thu\snhập\s)"
        r"(?:định\s+kỳ\s+)?",
        _EVERY,
        _unknown,
    ),
]
# The nearest kind first.
_FORMS: Final[list[list[_Form]]] = [
    [
        _form(
            r"từ\s+(?:ngày\s+)?(?P<day1>\d{1,2})"
            rf"(?:\s*[/.-]\s*(?P<month1>\d{{1,2}})(?:\s*[/.-]\s*(?P<year1>20\d{{2}}))?)?{_TO}",
            DAY,
            _from_to,
        ),
        _form(_UNTIL, DAY, _until),
        _form(_BEFORE_EVENT, rf"{DAY}\s*\)", _until),
        _form(_UNTIL, DAY_IN_WORDS, _until),
        _form(
            r"trong\s+(?:vòng|thời\s+hạn)\s+",
            r"\d+\s+(?:ngày|tuần|tháng|năm|giờ)(?:\s+làm\s+việc)?(?!\w)",
            _unknown,
        ),
    ],
    [
        _form(
            rf"từ\s+tháng\s+(?P<month1>\d{{1,2}})(?:\s*/\s*(?P<year1>20\d{{2}}))?{_TO}",
            MONTH,
            _from_to,
        ),
        _form(_BEFORE_EVENT, rf"{MONTH}\s*\)", _until),
        *_until_or_within(MONTH, QUARTER),
        _form(_DONE_IN, rf"(?P<when>{QUARTER})", days_of),
        _form(_DONE_IN, rf"(?P<when>{MONTH})", days_of),
    ],
    [
        _form("", _REST, _rest_of_year),
        _form(rf"từ\s+năm\s+(?P<year1>20\d{{2}}){_TO}", YEAR, _from_to),
        _form(
            r"trong\s+(?:cả\s+)?(?:nhiệm\s+kỳ|giai\s+đoạn)\s+(?:từ\s+)?(?:năm\s+)?",
            r"(?P<from>20\d{2})\s*(?:[-–]|đến)\s*(?:năm\s+)?(?P<to>20\d{2})(?!\w)",
            _years,
        ),
        *_until_or_within(YEAR),
        *_BY_NAME,
    ],
    _RECURRING,
]
_WITHOUT_FIGURES: Final = [[_form("", _REST, _rest_of_year), *_BY_NAME], _RECURRING]
