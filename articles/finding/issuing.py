"""Who issued a document and when, where the sentence says so around its number.

"Ngày 15/5/2016, Bộ Chính trị ban hành Chỉ thị số 05-CT/TW", "Chỉ thị số 05-CT/TW của Bộ Chính
trị ngày 15/5/2016".
"""

import re
from datetime import date
from typing import Final, NamedTuple

from articles.finding.bodies import body_at
from articles.finding.dates import date_before, date_said_at
from articles.finding.phrases import folded

__all__ = ["Issuing", "issuing_of", "printed_issuer"]

_ISSUER: Final = folded(r"(?:\s*[,(])?\s+(?:của|do|ban\s+hành\s+bởi)\s+")
# "(khóa XVI)" and the like may follow a body's name.
_TERM: Final = folded(
    r"\s*,?\s*\(?\s*(?:khóa\s+(?P<term>[ivxl]+(?!\w)|\d{1,2}(?!\w))|(?:khóa|nhiệm\s+kỳ)\s+[\w-]+)\s*\)?",
)
# "Nghị quyết số 28-NQ/TW, ngày 17/11/2022 Hội nghị Trung ương 6 khóa XIII"
_PLENUM: Final = folded(
    r"""\s*[,(]?\s*(?:của\s+|tại\s+)?hội\s+nghị\s+(?:lần\s+thứ\s+\w+\s*,?\s*)?(?:của\s+)?
    (?:ban\s+chấp\s+hành\s+|bch\s*)?(?:trung\s+ương|tw|tư|t\.\s?ư)(?:\s+đảng)?
    \s*(?:lần\s+thứ\s+)?\w{0,4}""",
)
_ISSUED: Final = folded(
    r"""(?:\s*,)? (?:\s+(?:vừa|đã|mới|cũng|tiếp\s+tục))*
    \s+ (?:có|ra|ban\s+hành|ký\s+ban\s+hành|thông\s+qua|ký)
    \s+ (?:(?:các|bản|một\s+số|hai|ba|[“"])\s+)* $""",
)
_WORD: Final = re.compile(r"(?<!\w)[^\W\d_]")
_REACH: Final = 140


class Issuing(NamedTuple):
    """What the sentence says of one document's issue."""

    issuer: str | None = None
    day: date | None = None
    term: str | None = None


def issuing_of(body: str, text: str, start: int, end: int) -> Issuing:
    """What stands around a citation that runs from `start` to `end`."""
    issuer, after, term = _issuer_after(body, text, end)
    if issuer is None:
        term = _plenums_term(body, text, end)
    day, after = date_said_at(text, after)
    if issuer is None and day:  # "(ngày 15/5/2016 của Bộ Chính trị)"
        issuer, _, term = _issuer_after(body, text, after)
    if issuer is None:
        issuer, before = _issuer_before(body, text, start)
        day = day or date_before(text, before)
    return Issuing(issuer, day, term)


def printed_issuer(body: str, text: str, end: int) -> str | None:
    """The body that is named directly after a number ("của Bộ Chính trị")."""
    return _issuer_after(body, text, end)[0]


def _issuer_after(body: str, text: str, end: int) -> tuple[str | None, int, str | None]:
    """The body, where the sentence goes on after it, and its term."""
    of = _ISSUER.match(text, end)
    stop = body_at(body, text, of.end()) if of else None
    if of is None or stop is None:
        return None, end, None
    term = _TERM.match(text, stop)
    said = body[slice(*term.span("term"))] if term and term["term"] else None
    return _name(body, of.end(), stop), term.end() if term else stop, said


def _plenums_term(body: str, text: str, end: int) -> str | None:
    plenum = _PLENUM.match(text, end)
    term = _TERM.match(text, plenum.end()) if plenum else None
    return body[slice(*term.span("term"))] if term and term["term"] else None


def _issuer_before(body: str, text: str, start: int) -> tuple[str | None, int]:
    """The subject of "ban hành" before the kind, and where its name begins."""
    first = max(0, start - _REACH, text.rfind("\n", 0, start) + 1)
    issued = _ISSUED.search(text, first, start)
    if issued is None:
        return None, start
    for word in _WORD.finditer(body, first, issued.start()):
        stop = body_at(body, text, word.start()) if word[0].isupper() else None
        if stop is None:
            continue
        term = _TERM.match(text, stop)
        if issued.start() in {stop, term.end() if term else stop}:
            return _name(body, word.start(), stop), word.start()
    return None, issued.start()


def _name(body: str, start: int, end: int) -> str:
    return " ".join(body[start:end].split())
