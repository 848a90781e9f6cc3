"""Dates as Vietnamese documents print them: day before month before year."""

from datetime import date
from typing import Final

from articles.finding.phrases import folded

__all__ = ["date_at"]

_DAY: Final = folded(
    r"""
    (?P<open>\s*\()? (?:\s*,)? \s* (?:ra\s+)? ngày \s+ (?P<day>\d{1,2})
    (?: \s*(?P<sign>[/.-])\s*(?P<month>\d{1,2})\s*(?P=sign)\s*(?P<year>(?:19|20)\d{2})
      | \s+ tháng \s+ (?P<month2>\d{1,2}) (?:\s*,?\s* năm \s+ | \s*[/.-]\s*)
        (?P<year2>(?:19|20)\d{2})
    )
    (?![\w]) (?P<close>\s*\))?
    """,
)


def date_at(text: str, at: int) -> tuple[date | None, int] | None:
    """The date after a number, and where it ends; None where none stands directly there.

    `, ngày 19/8/2009`, `ngày 21 tháng 01 năm 2021`, `(ngày 3-6-2017)`. A day that no calendar
    has still belongs to the citation, with no date.
    """
    found = _DAY.match(text, at)
    if found is None:
        return None
    end = found.end()
    if not (found["open"] and found["close"]):
        if found["open"]:
            return None  # "(ngày … của Bộ Chính trị)": the brackets hold more than the date
        end = found.start("close") if found["close"] else end
    try:
        day = date(
            int(found["year"] or found["year2"]),
            int(found["month"] or found["month2"]),
            int(found["day"]),
        )
    except ValueError:
        return None, end
    return day, end
