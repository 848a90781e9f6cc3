"""Dates as Vietnamese documents print them: day before month before year."""

import re
from datetime import date
from typing import Final

from articles.finding.phrases import folded

__all__ = ["date_at", "date_before", "date_said_at"]

_IN_FIGURES: Final = r"""
    (?P<day>\d{1,2}) (?: \s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>(?:19|20)\d{2})
      | \s+ tháng \s+ (?P<month2>\d{1,2}) (?:\s*,?\s* năm \s+ | \s*[/.-]\s*)
        (?P<year2>(?:19|20)\d{2})
    ) (?![\w])
"""
_DAY: Final = folded(
    rf"""
    (?: (?P<open>\s*\()? (?:\s*,)? \s* (?:ra\s+)? ngày \s* | (?P<bare>\s*\(\s*)
      | \s*,\s*(?=\d{{1,2}}\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*\d{{4}}) )
    {_IN_FIGURES} (?P<close>\s*\))?
    """,
)
# The same further off: "ban hành ngày 15/5/2016", "của Bộ Chính trị ngày 15/5/2016".
_SAID: Final = folded(
    rf"""
    (?:\s*[(,])? (?:\s+ (?:được|do|vừa|đã|mới|ban\s+hành|ký|thông\s+qua|công\s+bố|vào))*
    \s* (?<!\w) ngày \s* {_IN_FIGURES}
    """,
)
_BEFORE: Final = folded(rf"(?<!\w) ngày \s* {_IN_FIGURES} \s*[,]?\s* (?:thì\s+)? $")


def date_at(text: str, at: int) -> tuple[date | None, int] | None:
    """The date after a number, and where it ends; None where none stands directly there.

    `, ngày 19/8/2009`, `ngày 21 tháng 01 năm 2021`, `(ngày 3-6-2017)`, `(3/6/2017)`, `, 3/6/2017`.
    A day that no calendar has still belongs to the citation, with no date.
    """
    found = _DAY.match(text, at)
    if found is None:
        return None
    opened, end = found["open"] or found["bare"], found.end()
    if opened and not found["close"]:
        return None  # "(ngày … của Bộ Chính trị)": the brackets hold more than the date
    if found["close"] and not opened:
        end = found.start("close")
    return _day(found), end


def date_said_at(text: str, at: int) -> tuple[date | None, int]:
    """The day of issue that the sentence goes on to say, and where it has said it."""
    found = _SAID.match(text, at)
    return (_day(found), found.end()) if found else (None, at)


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(
            int(found["year"] or found["year2"]),
            int(found["month"] or found["month2"]),
            int(found["day"]),
        )
    except ValueError:
        return None


def date_before(text: str, at: int) -> date | None:
    """The day that ends at `at`: "Ngày 15/5/2016, " before "Bộ Chính trị ban hành …"."""
    found = _BEFORE.search(text, max(0, at - 40), at)
    return _day(found) if found else None
