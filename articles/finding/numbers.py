"""The number and symbol of an official document: `09-NQ/TU`, `30/2020/NĐ-CP`, `45/2019/QH14`.

Nghị định 30/2020/NĐ-CP gives `số/KH-CQ` for state documents, Hướng dẫn 36-HD/VPTW gives
`số-KH/CQ` for the Party's; newspapers mix the two and put blanks anywhere. The place of the
issuer takes any run of capitals, since no list of them is ever complete.
"""

import re
from dataclasses import dataclass
from typing import Final

from articles.finding.documents import ISSUERS, JOINT_SYMBOLS, SYMBOLS

__all__ = ["Number", "issuer_of", "number_at", "number_has_symbol"]

_DASH: Final = "[-‐‑‒–—−]"
_SIGN: Final = f"(?:/|{_DASH})"
# Capitals, with the few small letters that symbols have: CTr, TTg, QyĐ, QĐi, Ttr.
_LETTERS: Final = (
    r"(?:T\.\s?Ư|T\.\s?W|[A-ZĐÂÊÔƠƯ]{1,3}(?:tr|r|tg|g|yĐ|i|h)[A-ZĐ]{0,3}|[A-ZĐÂÊÔƠƯ&]+w?)"
)
# The term of an assembly may stand off: "100/2015/QH 13".
_PART: Final = rf"(?:(?:UBTV)?QH\s?\d{{1,2}}(?![\d/.]|-\d)|{_LETTERS}\d{{0,2}})"
_NUMBER: Final = re.compile(r"(\d{1,5}[a-eđ]?)(?![\w])")
# Only with a symbol: "66.25/2026/NQ-CP", "1.719/QĐ-TTg", and years glued to their number.
_ODD_NUMBER: Final = re.compile(r"(\d{1,4}\.\d{1,3}|\d{6,8})(?![\w])")
_YEAR: Final = r"(?:19|20)\d{2}(?!\d)"
_GLUED_YEAR: Final = re.compile(
    rf"\s*/\s*{_YEAR}|\s*{_DASH}\s*{_YEAR}(?=\s*{_SIGN}\s*[A-ZĐ])",
)
_TAIL: Final = re.compile(
    rf"(?P<blank1>\s*)(?P<sign>{_SIGN})(?P<blank2>\s*)(?P<first>{_PART})"
    # "18-NQ, TW", "18-NQ.TW": slips of the pen for a slash.
    rf"(?P<rest>(?P<slip>\s?[.,]\s?)(?:TW|TƯ|TU|HU|CP|TTg)|(?:\s*{_SIGN}\s*{_PART})*)(?![\w])",
)
# A blank for the dash: "62 KL/TW".
_TAIL_AFTER_BLANK: Final = re.compile(
    rf"\s+(?P<first>{_LETTERS})(?P<rest>(?:\s?{_SIGN}\s?{_PART})+)(?![\w])",
)
_TERM_OF_ASSEMBLY: Final = re.compile(r"(?:QH|UBTVQH)\s?\d{1,2}")
_BLANKS: Final = re.compile(r"\s+")
_CODE: Final = re.compile(r"\s?\d+$|\.\s?")
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
    odd = _ODD_NUMBER.match(body, at)
    digits = odd or _NUMBER.match(body, at)
    if digits is None:
        return None
    end = digits.end()
    glued = _GLUED_YEAR.match(body, end)
    year = _BLANKS.sub("", re.sub(_DASH, "-", glued[0])) if glued else ""
    end = glued.end() if glued else end
    symbol, end = _symbol_at(body, end)
    if odd and not symbol:
        return None
    return Number(digits[1], year, symbol, end)


def number_has_symbol(printed: str) -> bool:
    number = number_at(printed, 0)
    return number is not None and bool(number.symbol)


def _symbol_at(body: str, at: int) -> tuple[str, int]:
    """The symbol after a number, without its blanks, and where it ends; or nothing."""
    tail = _TAIL.match(body, at)
    if tail is not None and _is_symbol(tail):
        printed = tail[0].replace(tail["slip"], "/") if tail["slip"] else tail[0]
        return _BLANKS.sub("", re.sub(_DASH, "-", printed)), tail.end()
    tail = _TAIL_AFTER_BLANK.match(body, at)
    if tail is not None and tail["first"].upper() in SYMBOLS:
        return "-" + _BLANKS.sub("", re.sub(_DASH, "-", tail[0])), tail.end()
    return "", at


def _is_symbol(tail: re.Match[str]) -> bool:
    first = re.sub(r"\s?\d+$", "", tail["first"]).upper()
    known = first in SYMBOLS or _TERM_OF_ASSEMBLY.fullmatch(tail["first"]) is not None
    if tail["blank1"] or tail["blank2"]:
        # "100 - KL/TW" and "1295 - QĐNS/TW" have blanks in them, "Chỉ thị 05 - VTV" has not.
        return known or "/" in tail["rest"]
    return known or bool(tail["rest"]) or tail["sign"] == "/"


def issuer_of(symbol: str) -> str | None:
    """Who the symbol says has issued it: a name where it is one body's, else the code."""
    parts = [_CODE.sub("", part) for part in re.split(r"[-/]", symbol)[1:]]
    first = parts[0].upper() if parts else ""
    if first in JOINT_SYMBOLS:
        return ", ".join(_named(part) for part in parts[1:]) or None
    # "26/QĐ-UBND-HC" and the Party's "9-QĐNS/TW" have it second; "141/VPCP-KNTN" first.
    after = first in SYMBOLS - ISSUERS.keys() or re.match("-[^/]+/", symbol)
    own = parts[1:2] if after else parts[:1]
    return _named(own[0]) or None if own else None


def _named(code: str) -> str:
    plain = code.upper().replace("&", "")
    return ISSUERS.get("TW" if plain == "TƯ" else plain, code)
