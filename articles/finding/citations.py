"""Citations: the places where a text names one official document.

A document is named by its kind and number ("Nghị quyết số 09-NQ/TU ngày 19/8/2009"), by its
kind and a bare number ("Chỉ thị 05"), or by the meeting that passed it. For each kind's name in
the text, the readers below are asked in turn what stands after it.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from articles.finding.bare import (
    OF_A_BODY,
    counts_something,
    ends_a_name,
    may_name,
    names_alone,
)
from articles.finding.bodies import body_at
from articles.finding.dates import date_at
from articles.finding.documents import ABBREVIATIONS, KINDS, Kind, Naming
from articles.finding.issuers import department_of
from articles.finding.issuing import issuing_of, printed_issuer
from articles.finding.meetings import PLENUMS, Meeting, meeting_at, plenum_tail_at
from articles.finding.numbers import Number, issuer_of, number_at
from articles.finding.phrases import any_of, folded
from articles.finding.results import Citation
from articles.finding.squeezed import Squeezed
from articles.vietnamese import same_word

__all__ = ["find_citations"]

_KIND_BY_WORDS: Final = {same_word(name): kind for name, kind in KINDS.items()}
_NAMES: Final = [*_KIND_BY_WORDS, *map(same_word, ABBREVIATIONS)]
_AUTOMATON: Final = AhoCorasick(_NAMES, matchkind=MatchKind.LeftmostLongest)
_KIND: Final = re.compile(rf"(?:{any_of(KINDS)})(?!\w)")
_BEFORE_NUMBER: Final = folded(
    r"""\s* (?P<sign>[:("]*) \s* (?P<so>(?:mang\s+|có\s+)?số\s*:?\s*(?:số\s*)?"?)?""",
)
_AFTER_WORDS: Final = folded(
    r"(?P<words>[^.;:\n]{1,90}?)(?:\s+|\s*[(,]\s*)(?P<so>số\s*:?\s*)(?=\d)"
)
_DIRECTLY_AFTER_WORDS: Final = folded(r"(?P<words>[^.,;:\n\d]{1,40})\s(?P<so>)(?=\d)")
_NEXT: Final = folded(r"\s*(?:,|;|\s và|\s hoặc|\s cùng|,\s*và)\s*(?P<so>số\s*:?\s*)?(?=\d)")
# Of a court, an inquiry, a fine: their documents have a number and no symbol in the newspaper.
_SORT: Final = folded(
    r"""\s+(?:khởi\s+tố(?:\s+(?:bị\s+can|vụ\s+án(?:\s+hình\s+sự)?))?|đưa\s+vụ\s+án\s+ra\s+xét\s+xử
    |xử\s+phạt(?:\s+vi\s+phạm\s+hành\s+chính)?|giám\s+định|điều\s+tra(?:\s+bổ\s+sung)?|kỷ\s+luật
    |phê\s+duyệt|thu\s+hồi|chuyên\s+đề|riêng|hỏa\s+tốc|khẩn|mật|công\s+tác|thực\s+hiện)""",
)
_SEVERAL: Final = folded(
    r"(?<!\w)(?:các|những)\s+(?:[^\W\d_]+(?:\s+[^\W\d_]+){0,2}\s*(?:,|\s và)\s+){0,4}$"
)
_REACH: Final = 80
_FOREIGN: Final = folded(
    r"""\s+(?:\(\d{4}\)\s+)?(?:của\s+)?(?:hội\s+đồng\s+bảo\s+an|liên\s+hợp\s+quốc|liên\s+hiệp\s+quốc|lhq
    |đại\s+hội\s+đồng|nghị\s+viện|hđba|unesco)(?!\w)""",
)


class _Words(NamedTuple):
    """Where a kind's name stands."""

    start: int
    end: int


class _Doubt(NamedTuple):
    """A bare number that names a document only if the article has named it elsewhere."""

    kind: Kind
    words: _Words
    number: Number


def find_citations(body: str, *, squeezed: Squeezed | None = None) -> tuple[Citation, ...]:
    """All citations in the order of the text; none overlaps another.

    `squeezed` is the body's, where the caller has it already.
    """
    squeezed = squeezed or Squeezed(same_word(body))
    found: list[Citation] = []
    doubts: list[_Doubt] = []
    named: set[tuple[str, str]] = set()
    done = 0
    for words, kind in _kinds(body, squeezed):
        if words.start < done:
            continue
        cited = _read(body, squeezed.text, kind, words)
        for citation in cited:
            done = citation.end
            named.update((symbol, _figures(citation.number)) for symbol in kind.symbols)
        found += cited
        doubt = None if cited else _doubt(body, squeezed.text, kind, words)
        if doubt is not None:
            doubts.append(doubt)
    known = [
        d for d in doubts if any((s, _figures(d.number.digits)) in named for s in d.kind.symbols)
    ]
    if not known:
        return tuple(found)
    found += [_by_bare_number(body, squeezed.text, doubt) for doubt in known]
    return tuple(sorted(found, key=lambda citation: citation.start))


def _kinds(body: str, squeezed: Squeezed) -> Iterator[tuple[_Words, Kind]]:
    """The kinds named in a body; none inside a longer word, save where sentences are glued."""
    for pattern, start, end in _AUTOMATON.find_matches_as_indexes(squeezed.folded):
        words = _Words(squeezed.place(start), squeezed.place(end - 1) + 1)
        printed, after = body[words.start : words.end], squeezed.folded[end : end + 1]
        before = body[words.start - 1 : words.start]
        if before.isalnum() and not (before.islower() and printed[0].isupper()):
            continue
        short = _NAMES[pattern].upper()
        if short not in ABBREVIATIONS:
            if not after.isalnum():
                yield words, _KIND_BY_WORDS[_NAMES[pattern]]
        elif printed == short and not after.isalpha() and before not in {"-", "/"}:
            yield words, KINDS[ABBREVIATIONS[short]]  # "NQ 57", "NQ57"


def _read(body: str, text: str, kind: Kind, words: _Words) -> list[Citation]:
    numbered = list(_by_number(body, text, kind, words))
    if numbered or not kind.by_meeting:
        return numbered
    meeting = meeting_at(body, text, words.end)
    if meeting is None or _names_several(body, text, words, meeting):
        return []
    return [_of_meeting(body, kind, words, meeting)]


def _names_several(body: str, text: str, words: _Words, meeting: Meeting) -> bool:
    """Of "các nghị quyết, kết luận của Hội nghị Trung ương 6" it says not which."""
    if body[words.start].isupper() or "," in meeting.number or " và " in meeting.number:
        return False
    return _SEVERAL.search(text, max(0, words.start - _REACH), words.start) is not None


def _of_meeting(body: str, kind: Kind, words: _Words, meeting: Meeting) -> Citation:
    return Citation(
        _printed_kind(body, kind, words),
        meeting.number,
        meeting.issuer,
        None,
        words.start,
        meeting.end,
        meeting.rule,
        meeting.confidence,
    )


def _printed_kind(body: str, kind: Kind, words: _Words) -> str:
    printed = " ".join(body[words.start : words.end].split())
    name = kind.name if printed in ABBREVIATIONS else printed.lower()
    return name[:1].upper() + name[1:]


# --- numbers -----------------------------------------------------------------------------------


def _by_number(body: str, text: str, kind: Kind, words: _Words) -> Iterator[Citation]:
    first = _first_number(body, text, kind, words)
    if first is None:
        return
    number, rule, confidence = first
    numbers = [(words.start, number), *_listed(body, text, number)]
    last = numbers[-1][1]
    if _FOREIGN.match(text, last.end):
        return
    tail = plenum_tail_at(body, text, last.end) if len(numbers) > 1 and not last.symbol else None
    if tail is not None:
        printed = ", ".join(number.text for _, number in numbers) + " " + tail[0]
        meeting = Meeting(printed, PLENUMS, tail[1], "numbers of a plenum", 0.9)
        yield _of_meeting(body, kind, words, meeting)
        return
    after = date_at(text, last.end)
    of_all = printed_issuer(body, text, after[1] if after else last.end)
    for place, (start, each) in enumerate(numbers):
        symbol = next((number.symbol for _, number in numbers[place:] if number.symbol), "")
        issued_on, end = date_at(text, each.end) or (None, each.end)
        said = issuing_of(body, text, words.start, end)
        yield Citation(
            _printed_kind(body, kind, words),
            each.digits + each.year + symbol,
            printed_issuer(body, text, end) or of_all or said.issuer or _by_symbol(symbol),
            issued_on,
            start,
            end,
            rule if place == 0 else "number in a list",
            confidence,
            None if issued_on else said.day,
            said.term,
        )


def _by_symbol(symbol: str) -> str | None:
    letters = issuer_of(symbol)
    return (department_of(letters) if letters else None) or letters


def _by_bare_number(body: str, text: str, doubt: _Doubt) -> Citation:
    return Citation(
        _printed_kind(body, doubt.kind, doubt.words),
        doubt.number.text,
        issuing_of(body, text, doubt.words.start, doubt.number.end).issuer,
        None,
        doubt.words.start,
        doubt.number.end,
        "number named elsewhere",
        0.8,
    )


def _doubt(body: str, text: str, kind: Kind, words: _Words) -> _Doubt | None:
    so, sign, number = _directly_after(body, text, words)
    if number is None or so or sign or not may_name(text, kind, number):
        return None
    return _Doubt(kind, words, number)


def _figures(number: str) -> str:
    """The number itself: `05-CT/TW` and `5` are both 5."""
    figures = re.match(r"0*([\d.]+[a-eđ]?)", number)
    return figures[1] if figures else number


def _first_number(
    body: str,
    text: str,
    kind: Kind,
    words: _Words,
) -> tuple[Number, str, float] | None:
    so, sign, number = _directly_after(body, text, words)
    if number is None:
        return _number_after_words(body, text, kind, words)
    if number.symbol or _shares_symbol(body, text, kind, number):
        return number, "number and symbol", 0.99
    if (so or not sign) and names_alone(body, text, kind, words, number, said=so):
        return number, "number alone", 0.95 if so else 0.85
    return None


def _directly_after(body: str, text: str, words: _Words) -> tuple[bool, bool, Number | None]:
    """Whether "số" and whether a sign stand between a kind and the number after it."""
    lead = _BEFORE_NUMBER.match(text, words.end)
    number = number_at(body, lead.end()) if lead else None
    if lead is None or number is None:
        return False, False, None
    return lead["so"] is not None, bool(lead["sign"]), number


def _number_after_words(
    body: str,
    text: str,
    kind: Kind,
    words: _Words,
) -> tuple[Number, str, float] | None:
    """For "Quyết định của Thủ tướng số 123/QĐ-TTg", "Luật Đất đai số 31/2024/QH15"."""
    between = _AFTER_WORDS.match(text, words.end) or _DIRECTLY_AFTER_WORDS.match(text, words.end)
    if between is None or _KIND.search(between["words"]):
        return None
    number = number_at(body, between.end())
    if number is None:
        return None
    if _has_symbol_of(kind, number):
        return number, "number after words", 0.95
    if not between["so"] or number.symbol or counts_something(text, number):
        return None
    of = OF_A_BODY.match(text, words.end)
    of_a_body = of and body_at(body, text, of.end()) == between.end("words")
    sort = _SORT.match(text, words.end)
    if of_a_body or (sort and sort.end() == between.end("words") and kind.naming > Naming.SYMBOL):
        return number, "number after words", 0.85
    return None


def _has_symbol_of(kind: Kind, number: Number) -> bool:
    """Whether the symbol is one of the kind's; KLĐT is a conclusion's too."""
    if kind.free:
        return bool(number.symbol)
    return bool(number.kind_symbol) and any(
        number.kind_symbol == symbol.upper()
        or (len(symbol) > 1 and number.kind_symbol.startswith(symbol.upper()))
        for symbol in kind.symbols
    )


def _shares_symbol(body: str, text: str, kind: Kind, number: Number) -> bool:
    """Whether the next number has the symbol for both: "18,19-NQ/TW" is no decimal."""
    joined = _NEXT.match(text, number.end)
    following = number_at(body, joined.end()) if joined else None
    return following is not None and _has_symbol_of(kind, following)


def _listed(body: str, text: str, first: Number) -> Iterator[tuple[int, Number]]:
    """The further numbers of a list that shares one kind: "số 10, 11 và 12-NQ/TW"."""
    waiting: list[tuple[int, Number]] = []
    at = first.end
    while True:
        dated = date_at(text, at)
        joined = _NEXT.match(text, dated[1] if dated else at)
        number = number_at(body, joined.end()) if joined else None
        if joined is None or number is None or number.is_year:
            break
        waiting.append((joined.end(), number))
        at = number.end
        if number.symbol:
            yield from waiting
            waiting = []
        elif counts_something(text, number):
            waiting.pop()
            break
    # Bare numbers at the end of a list: only where nothing is counted by the last of them.
    if waiting and (ends_a_name(text, at) or plenum_tail_at(body, text, at)):
        yield from waiting
