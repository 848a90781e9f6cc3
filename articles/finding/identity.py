"""What a citation's words say about which document they mean.

Numbers begin again at 01 for each kind and each committee, every year or every term. So a document
is known by kind, number and issuer, and by its date or term too, unless the number says its year.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final

from articles.finding.issuers import CENTRAL, has_no_namesake, office_of, one_body
from articles.finding.meetings import shortest_name
from articles.finding.numbers import issuer_of, number_at
from articles.finding.phrases import folded
from articles.finding.results import Citation
from articles.vietnamese import same_word_key

__all__ = ["IN", "Identity", "identity_of", "union"]

# Kinds that are counted together, or are two names of one thing.
_SERIES: Final = {
    same_word_key(kind): same_word_key(series)
    for kind, series in {
        "Chương trình hành động": "Chương trình",
        "Kế hoạch hành động": "Kế hoạch",
        "Bộ luật": "Luật",
        "Văn bản": "Công văn",
    }.items()
}
_CONCLUSION: Final = same_word_key("Thông báo kết luận")
_BY_SYMBOL: Final = {"KL": same_word_key("Kết luận"), "TB": same_word_key("Thông báo")}
# Kinds that only one body in the country issues.
_ISSUED_BY: Final = {
    same_word_key(kind): same_word_key(body)
    for kind, body in {
        "Nghị định": "Chính phủ",
        "Luật": "Quốc hội",
        "Pháp lệnh": "Ủy ban Thường vụ Quốc hội",
    }.items()
}
_SYMBOLS_WITH_ISSUER_SECOND: Final = re.compile(r"[-/](?:QyĐ|QĐi?|NQ|CT|KH|TB|HD|KL)[-/]")
# "Trung ương 4 khóa XII", "Đại hội Đảng bộ tỉnh lần thứ XI", "Đại hội XIII".
_MEETING: Final = folded(
    r"""(?P<meeting>.+?)\ (?:khóa|nhiệm\ kỳ|lần\ thứ)\ (?P<term>[\w-]+)
    |(?P<congress>đại\ hội)\ (?P<nth>\w+)""",
)
# Terms of the Party's committees begin with their congresses: every five years, the local ones in
# the autumn before the central one, which is in a January.
_OF_THE_PARTY: Final = folded(
    r"(?<!\w)(?:trung\ ương|đảng|(?:tỉnh|thành|huyện|quận|thị|đảng)\ ủy)(?!\w)"
)
_CENTRE: Final = folded(r"(?<!\w)(?:trung\ ương|đảng)(?!\ ủy)(?!\w)")
_CENTRAL_TERM: Final = 2016
_LOCAL_TERM: Final = 2015
_YEARS: Final = 5
_AUTUMN: Final = 11
IN: Final = "~"
"""Stands in a document's key before the period of the texts that give it no date."""
_FEWER: Final = re.compile(r"^0+(?=\d)")
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Identity:
    """All that words say; empty where they leave it open.

    `series` and `figures` are what is counted: the kind, and the number or the meeting. `code` is
    the sort of issuer (`tu`), `body` the one body that it is; `mark` what the symbol adds (`hc`).
    `year` stands in the number, `term` beside it. `whole` is a number with its symbol.
    """

    series: str
    figures: str
    year: str = ""
    term: str = ""
    code: str = ""
    body: str = ""
    mark: str = ""
    day: date | None = None
    whole: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether that is enough to know one document from all others of its kind and number."""
        if not (self.figures and self.body):
            return False
        if self.day:
            return True
        return has_no_namesake(self.body) and bool(self.whole or self.year or self.term)

    @property
    def key(self) -> str:
        """The document's key. A number with a year needs no date, a date no term."""
        day = self.day.isoformat() if self.day else ""
        when = self.year or day or self.term
        return f"{self.series}|{self.figures}|{self.mark}|{self.body}|{when}"[:400]

    def key_in(self, period: str) -> str:
        """The document's key among texts of this period: see `period_of`."""
        return f"{self.key[:385]}{IN}{period}" if period else self.key

    def period_of(self, said_on: date | None) -> str:
        """Of words that give no date: the term or year, in which a text of this day stands.

        Numbers begin again with each, so two texts without a date are sure to mean one document
        only within one.
        """
        if said_on is None or self.year or self.day or self.term:
            return ""
        if not _OF_THE_PARTY.search(self.body):
            return str(said_on.year)
        if _CENTRE.search(self.body):
            first = said_on.year - (said_on.year - _CENTRAL_TERM) % _YEARS
            return f"{first}–{first + _YEARS - 1}"
        year = said_on.year - (said_on.month < _AUTUMN)
        first = year - (year - _LOCAL_TERM) % _YEARS
        return f"{first}–{first + _YEARS}"

    @property
    def words_key(self) -> str:
        """All that is said, so that the same words of one article are known again."""
        day = self.day.isoformat() if self.day else ""
        return f"{self.number_key}|{self.term}|{self.body}|{day}"[:400]

    @property
    def number_key(self) -> str:
        """What the number alone says: it stays when finding learns to read more around it."""
        return f"{self.series}|{self.figures}|{self.year}|{self.code}|{self.mark}"[:200]

    def allows(self, other: "Identity") -> bool:
        """Whether nothing that one says speaks against the other."""
        return union([self, other]) is not None


def union(identities: Iterable[Identity]) -> Identity | None:
    """All that they say together; None where they contradict one another."""
    together: dict[str, Any] = {}
    for identity in identities:
        for field in fields(Identity):
            value, said = getattr(identity, field.name), together.get(field.name)
            if value and said and value != said:
                return None
            together[field.name] = said or value
    return Identity(**together) if together.get("figures") else None


def identity_of(citation: Citation) -> Identity:
    kind = same_word_key(citation.kind)
    number = number_at(citation.number, 0)
    if number is None or number.end != len(citation.number):
        return _of_meeting(kind, citation)
    symbol = number.symbol
    issuer = issuer_of(symbol) or ""
    code = same_word_key(issuer) or office_of(citation.issuer or "")
    series = _series(kind, number.kind_symbol)
    by_symbol = code if code and all(part in CENTRAL for part in code.split(", ")) else ""
    body = by_symbol or _ISSUED_BY.get(series, "") or one_body(citation.issuer or "")
    return Identity(
        series=series,
        figures=_FEWER.sub("", same_word_key(number.digits)),
        year=number.year.lstrip("-/"),
        term=_term(citation.term),
        code=code or _ISSUED_BY.get(series, ""),
        body=body,
        mark=_mark(symbol),
        day=citation.issued_on or citation.said_on,
        whole=bool(symbol),
    )


def _of_meeting(kind: str, citation: Citation) -> Identity:
    number = same_word_key(citation.number)
    if "," in number or " và " in number or number[:1].isdigit():
        return Identity(kind, "")  # it names several
    found = _MEETING.fullmatch(number)
    return Identity(
        series=kind,
        figures=shortest_name((found["meeting"] or found["congress"]) if found else number),
        term=_term(found["term"] or found["nth"]) if found else "",
        code=office_of(citation.issuer or ""),
        body=one_body(citation.issuer or ""),
    )


def _series(kind: str, symbol: str) -> str:
    if kind == _CONCLUSION and symbol in _BY_SYMBOL:
        return _BY_SYMBOL[symbol]
    return _SERIES.get(kind, kind)


def _mark(symbol: str) -> str:
    if not _SYMBOLS_WITH_ISSUER_SECOND.match(symbol):
        return ""
    return same_word_key("-".join(re.split(r"[-/]", symbol)[3:]))


def _term(term: str | None) -> str:
    """Give every term in figures: `XII` is `12`."""
    folded = same_word_key(term or "")
    values = [_ROMAN.get(letter, 0) for letter in folded]
    if not values or not all(values):
        return folded
    pairs = zip(values, [*values[1:], 0], strict=True)
    return str(sum(-value if value < after else value for value, after in pairs))
