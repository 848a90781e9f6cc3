"""Citations: the places where a text names one official document.

A document is named by its kind and number ("Nghị quyết số 09-NQ/TU ngày 19/8/2009"), by its
kind and a bare number ("Chỉ thị 05"), or by the meeting that passed it. For each kind's name in
the text, the readers below are asked in turn what stands after it.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from articles.finding.bodies import body_at
from articles.finding.dates import date_at
from articles.finding.documents import ABBREVIATIONS, KINDS, Kind, Naming
from articles.finding.meetings import congress_at, plenum_at, plenum_tail_at
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
_BEFORE_NUMBER: Final = folded(r"(?P<so>\s*(?:mang\s+)?(?:\(\s*)?số\s*:?\s*(?:số\s*)?)|\s+")
_AFTER_WORDS: Final = folded(r"(?P<words>[^.;:\n]{1,90}?)\s+số\s*:?\s*(?=\d)")
_OF_A_BODY: Final = folded(r"\s+của\s")
_NEXT: Final = folded(r"\s*(?:,|;|\s và|\s hoặc|\s cùng|,\s*và)\s*(?P<so>số\s*:?\s*)?(?=\d)")
_ISSUER: Final = folded(r"(?:\s*,)?\s+(?:của|do)\s+")
# What may stand after a bare number, so that the number counts nothing.
_GOES_ON: Final = folded(
    r"""
    \s* (?: $ | [.,;:)\]"?!…/-] | \n )
    | \s+ (?: [("] | (?:của|về|ngày|và|với|gắn|khóa|tại|trong|do|đã|đang|sẽ|có|được|là|cho|theo
        |nhằm|để|ra\s+đời|đến|từ|quy\s+định|ban\s+hành|hội\s+nghị|còn|không|trên|khi|thì|nêu|yêu
        |vào|bằng|cũng|như|tiếp|vừa|mới|này|trước|sau|bị|chưa|cần|phải|ở|năm\s+\d{4}|hay|hoặc
        |thay|sửa|hướng\s+dẫn|mà|rồi|nói|thực\s+hiện|ký|-) (?!\w) )
    """,
)
# What a number after a kind's name may count, or be part of.
_COUNTED: Final = folded(r"[.,]\d | \s*% | /\d | \s*-\s*\d+\s+(?:năm|tháng)")
_PERIOD: Final = folded(r"\s*-?\s*(?:năm\s+(?!\d{4}(?!\s*-\s*\d))|năm\s*$|tháng)")
_THINGS: Final = folded(
    r"""\s+(?:năm(?!\s+\d{4})|tháng|tuần|ngày\s+đêm|điều|khoản|chương|mục|nội\s+dung|nhiệm\s+vụ|vấn\s+đề|nhóm
    |chỉ\s+tiêu|người|trường\s+hợp|tỷ|triệu|lần|điểm|đơn\s+vị|địa\s+phương|tỉnh|huyện|xã|cán\s+bộ|dự\s+án
    |giải\s+pháp|bước|việc|loại|mục\s+tiêu|quan\s+điểm|đột\s+phá|chuyên\s+đề|văn\s+bản)(?!\w)""",
)
_AS_A_NOUN: Final = folded(
    r"(?<!\w)(?:ban\s+hành|ký|theo|tại|trong|kèm|căn\s+cứ|các|của|hai|có|bằng|thế|ra|hiện)\s+$",
)
# Abbreviations that are other things too: "HD 720p", "CT 3".
_ALSO_WORDS: Final = frozenset(["CT", "KL", "TB", "HD", "KH", "CV"])


class _Words(NamedTuple):
    """Where a kind's name stands."""

    start: int
    end: int


def find_citations(body: str, *, squeezed: Squeezed | None = None) -> tuple[Citation, ...]:
    """All citations in the order of the text; none overlaps another.

    `squeezed` is the body's, where the caller has it already.
    """
    squeezed = squeezed or Squeezed(same_word(body))
    found: list[Citation] = []
    done = 0
    for words, kind in _kinds(body, squeezed):
        if words.start < done:
            continue
        for citation in _read(body, squeezed.text, kind, words):
            found.append(citation)
            done = citation.end
    return tuple(found)


def _kinds(body: str, squeezed: Squeezed) -> Iterator[tuple[_Words, Kind]]:
    """The kinds named in a body; none inside a longer word, save where sentences are glued."""
    for pattern, start, end in _AUTOMATON.find_matches_as_indexes(squeezed.folded):
        if squeezed.folded[end : end + 1].isalnum():
            continue
        words = _Words(squeezed.place(start), squeezed.place(end - 1) + 1)
        printed = body[words.start : words.end]
        before = body[words.start - 1 : words.start]
        if before.isalnum() and not (before.islower() and printed[0].isupper()):
            continue
        short = _NAMES[pattern].upper()
        if short in ABBREVIATIONS:
            if printed == short:
                yield words, KINDS[ABBREVIATIONS[short]]
        else:
            yield words, _KIND_BY_WORDS[_NAMES[pattern]]


def _read(body: str, text: str, kind: Kind, words: _Words) -> list[Citation]:
    numbered = list(_by_number(body, text, kind, words))
    if numbered or not kind.by_meeting:
        return numbered
    meeting = plenum_at(body, text, words.end) or congress_at(body, text, words.end)
    if meeting is None:
        return []
    return [
        Citation(
            _printed_kind(body, kind, words),
            meeting.number,
            meeting.issuer,
            None,
            words.start,
            meeting.end,
            meeting.rule,
            meeting.confidence,
        ),
    ]


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
    tail = plenum_tail_at(body, text, last.end) if len(numbers) > 1 and not last.symbol else None
    if tail is not None:
        printed = ", ".join(number.text for _, number in numbers) + " " + tail[0]
        yield Citation(
            _printed_kind(body, kind, words),
            printed,
            "Ban Chấp hành Trung ương",
            None,
            words.start,
            tail[1],
            "numbers of a plenum",
            0.9,
        )
        return
    shared, after = last.symbol, date_at(text, last.end)
    issuer = _issuer(body, text, after[1] if after else last.end)
    for place, (start, each) in enumerate(numbers):
        issued_on, end = date_at(text, each.end) or (None, each.end)
        printed = each.text if each.symbol or place == len(numbers) - 1 else each.text + shared
        yield Citation(
            _printed_kind(body, kind, words),
            printed,
            _issuer(body, text, end) or issuer or issuer_of(each if each.symbol else last),
            issued_on,
            start,
            end,
            rule if place == 0 else "number in a list",
            confidence,
        )


def _first_number(
    body: str,
    text: str,
    kind: Kind,
    words: _Words,
) -> tuple[Number, str, float] | None:
    lead = _BEFORE_NUMBER.match(text, words.end)
    number = number_at(body, lead.end()) if lead else None
    if lead is None or number is None:
        return _number_after_words(body, text, kind, words)
    if number.symbol:
        return number, "number and symbol", 0.99
    if _names_alone(body, text, kind, words, number, said=lead["so"] is not None):
        return number, "number alone", 0.95 if lead["so"] else 0.85
    return None


def _names_alone(  # noqa: PLR0911, PLR0913 - one question, asked of one place
    body: str,
    text: str,
    kind: Kind,
    words: _Words,
    number: Number,
    *,
    said: bool,
) -> bool:
    """Whether a number without a symbol names the document ("Chỉ thị 05", "Quy định số 55")."""
    printed = body[words.start : words.end]
    if _COUNTED.match(text, number.end):
        return False  # "quyết định 1.200 tỷ", "thông báo 15/9"
    if said:
        return kind.naming >= Naming.WORD and not (kind.verbal and number.is_year)
    if kind.naming < Naming.NUMBER or number.is_year or printed in _ALSO_WORDS:
        return False
    if number.year:
        return True  # "Thông tư 53/2017"
    if kind.verbal and printed[0].islower():
        after = _OF_A_BODY.match(text, number.end)
        if after is not None and body_at(body, text, after.end()) is not None:
            return True
        before = text[max(0, words.start - 20) : words.start]
        if not _AS_A_NOUN.search(before):
            return False
        return bool(_GOES_ON.match(text, number.end)) and not _PERIOD.match(text, number.end)
    return _goes_on(body, text, kind, number)


def _goes_on(body: str, text: str, kind: Kind, number: Number) -> bool:
    if _PERIOD.match(text, number.end):
        return False  # "Kế hoạch 5 năm 2021 - 2025"
    if not kind.verbal and not _THINGS.match(text, number.end):
        return True
    capital = re.match(r"\s+[^\W\d_]", text[number.end : number.end + 4])
    return bool(_GOES_ON.match(text, number.end)) or bool(
        capital and body[number.end + capital.end() - 1].isupper(),
    )


def _number_after_words(
    body: str,
    text: str,
    kind: Kind,
    words: _Words,
) -> tuple[Number, str, float] | None:
    """For "Quyết định của Thủ tướng số 123/QĐ-TTg", "Luật Đất đai số 31/2024/QH15"."""
    between = _AFTER_WORDS.match(text, words.end)
    if between is None or _KIND.search(between["words"]):
        return None
    number = number_at(body, between.end())
    if number is None:
        return None
    if number.kind_symbol and number.kind_symbol in map(str.upper, kind.symbols):
        return number, "number after words", 0.95
    of = _OF_A_BODY.match(text, words.end)
    if of and not number.symbol and body_at(body, text, of.end()) == between.end("words"):
        return number, "number after words", 0.85
    return None


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
        elif _COUNTED.match(text, at):
            waiting.pop()
            break
    # Bare numbers at the end of a list: only where nothing is counted by the last of them.
    if waiting and (_GOES_ON.match(text, at) or plenum_tail_at(body, text, at)):
        yield from waiting


def _issuer(body: str, text: str, end: int) -> str | None:
    of = _ISSUER.match(text, end)
    stop = body_at(body, text, of.end()) if of else None
    return " ".join(body[of.end() : stop].split()) if of and stop else None
