"""The number and symbol of an official document: `09-NQ/TU`, `30/2020/NĐ-CP`, `45/2019/QH14`.

Nghị định 30/2020/NĐ-CP gives `số/KH-CQ` for state documents, Hướng dẫn 36-HD/VPTW gives
`số-KH/CQ` for the Party's; newspapers mix the two and put blanks anywhere. The place of the
issuer takes any run of capitals, since no list of them is ever complete.
"""

import re
from dataclasses import dataclass
from typing import Final

from articles.finding.documents import ISSUERS, SYMBOLS

__all__ = ["Number", "issuer_of", "number_at"]

_DASH: Final = "[-‐‑‒–—−]"
_SIGN: Final = f"(?:/|{_DASH})"
# Capitals, with the few small letters that symbols have: CTr, TTg, QyĐ, QĐi, Ttr.
_PART: Final = r"(?:T\.\s?Ư|T\.\s?W|[A-ZĐÂÊÔƠƯ]{1,3}(?:tr|r|tg|g|yĐ|i|h)[A-ZĐ]{0,3}|[A-ZĐÂÊÔƠƯ&]+)"
_NUMBER: Final = re.compile(r"(\d{1,5}[a-eđ]?)(?![\w])")
_GLUED_YEAR: Final = re.compile(r"\s*/\s*((?:19|20)\d{2})(?!\d)")
_TAIL: Final = re.compile(
    rf"(?P<blank1>\s*)(?P<sign>{_SIGN})(?P<blank2>\s*)(?P<first>{_PART}\d{{0,2}})"
    rf"(?P<rest>(?:\s*{_SIGN}\s*{_PART}\d{{0,2}})*)(?![\w])",
)
_TERM_OF_ASSEMBLY: Final = re.compile(r"(?:QH|UBTVQH)\d{1,2}")
_BLANKS: Final = re.compile(r"\s+")
_CODE: Final = re.compile(r"\d+$|\.")
_UNLIKELY_YEAR_FREE: Final = re.compile(r"(?:19|20)\d{2}")


@dataclass(frozen=True, slots=True)
class Number:
    """A document's number: `digits`, then the year of a normative document, then its symbol."""

    digits: str
    year: str
    symbol: str
    end: int

    @property
    def text(self) -> str:
        return self.digits + self.year + self.symbol

    @property
    def kind_symbol(self) -> str:
        """What the symbol says about the kind, in capitals (`NQ`, `QĐ`); empty without one."""
        parts = re.split(r"[-/]", self.symbol)
        return re.sub(r"\d+$", "", parts[1]).upper() if len(parts) > 1 else ""

    @property
    def is_year(self) -> bool:
        """Nothing but a year: "Kế hoạch 2021"."""
        return not self.symbol and _UNLIKELY_YEAR_FREE.fullmatch(self.digits) is not None


def number_at(body: str, at: int) -> Number | None:
    """The number that starts at `at` of the body, with its symbol where it has one."""
    digits = _NUMBER.match(body, at)
    if digits is None:
        return None
    end = digits.end()
    glued = _GLUED_YEAR.match(body, end)
    year = "/" + glued[1] if glued else ""
    end = glued.end() if glued else end
    tail = _TAIL.match(body, end)
    if tail is None or not _is_symbol(tail):
        return Number(digits[1], year, "", end)
    symbol = _BLANKS.sub("", re.sub(_DASH, "-", tail[0]))
    return Number(digits[1], year, symbol, tail.end())


def _is_symbol(tail: re.Match[str]) -> bool:
    first = re.sub(r"\d+$", "", tail["first"]).upper()
    known = first in SYMBOLS or _TERM_OF_ASSEMBLY.fullmatch(tail["first"]) is not None
    if tail["blank1"] or tail["blank2"]:
        # "100 - KL/TW" is a number with blanks in it, "Chỉ thị 05 - VTV" is not.
        return known
    return known or bool(tail["rest"]) or tail["sign"] == "/"


def issuer_of(number: Number) -> str | None:
    """Who the symbol says has issued it: a name where it is one body's, else the code."""
    parts = [_CODE.sub("", part) for part in re.split(r"[-/]", number.symbol)[1:]]
    if not parts:
        return None
    # "09-NQ/TU" ends with the issuer; "141/VPCP-KNTN" (no kind's symbol) begins with it.
    own = parts[-1] if parts[0].upper() in SYMBOLS or len(parts) == 1 else parts[0]
    if own.upper() in SYMBOLS - ISSUERS.keys():
        own = parts[0] if own != parts[0] else ""
    own = "TW" if own.upper() in {"TƯ", "TW"} else own
    return ISSUERS.get(own.upper(), own) or None
