"""Whether a number without a symbol names a document ("Chỉ thị 05") or counts something.

Half of the kinds are everyday verbs too ("quyết định 3 nội dung"), and most are counted by years
and months ("kế hoạch 5 năm"), so what stands on both sides of the number decides.
"""

import re
from typing import Final

from articles.finding.bodies import body_at
from articles.finding.documents import ABBREVIATIONS, Kind, Naming
from articles.finding.numbers import Number
from articles.finding.phrases import folded

__all__ = ["OF_A_BODY", "counts_something", "ends_a_name", "may_name", "names_alone"]

OF_A_BODY: Final = folded(r"\s+của\s")
_REST_OF_LIST: Final = folded(r"(?:\s*(?:,|;|\s và)\s*(?:số\s+)?\d{1,4}[a-eđ]?(?![\w/.%-]))*")
# What may stand after a bare number, so that the number counts nothing.
_GOES_ON: Final = folded(
    r"""
    \s* (?: $ | [.,;:)\]"?!…/-] | \n )
    | \s+ (?: [("] | (?:của|về|ngày|và|với|gắn|khóa|tại|trong|do|đã|đang|sẽ|có|được|là|cho|theo
        |nhằm|để|ra\s+đời|đến|từ|quy\s+định|ban\s+hành|hội\s+nghị|còn|không|trên|khi|thì|nêu|yêu
        |vào|bằng|cũng|như|tiếp|vừa|mới|này|trước|sau|bị|chưa|cần|phải|ở|năm\s+\d{4}|hay|hoặc
        |tháng\s+\d{1,2}\s*[-/]\s*\d{4}|thay|sửa|hướng\s+dẫn|mà|rồi|nói|thực\s+hiện|ký|nhưng
        |liên\s+quan|phê\s+duyệt|cùng|vì|giao|cấm|đặt\s+ra|xác\s+định|chỉ\s+rõ|nhấn\s+mạnh|đối
        \s+với|ấy|kia|nói|áp\s+dụng|-) (?!\w) )
    """,
)
# What a number after a kind's name may count, or be part of.
_COUNTED: Final = folded(r"[.,]\d | \s*% | /\d | \s*-\s*\d+\s+(?:năm|tháng)")
_PERIOD: Final = folded(
    r"\s*-?\s*(?:năm\s+(?!\d{4}(?!\s*-\s*\d))|năm\s*$|tháng(?!\s+\d{1,2}\s*[-/]\s*\d{4}))"
)
_THINGS: Final = folded(
    r"""\s+(?:năm(?!\s+\d{4})|tháng|tuần|ngày(?!\s*\d)|giờ|phút|trang|bên|hộ|con|điều|khoản|chương|mục|nội\s+dung|nhiệm\s+vụ|vấn\s+đề|nhóm
    |chỉ\s+tiêu|người|trường\s+hợp|tỷ|triệu|lần|điểm|đơn\s+vị|địa\s+phương|tỉnh|huyện|xã|cán\s+bộ|dự\s+án
    |giải\s+pháp|bước|việc|loại|mục\s+tiêu|quan\s+điểm|đột\s+phá|chuyên\s+đề|văn\s+bản)(?!\w)""",
)
_AS_A_NOUN: Final = folded(
    r"(?<!\w)(?:ban\s+hành|ký|theo|tại|trong|kèm|căn\s+cứ|các|của|hai|có|bằng|thế|ra|hiện)\s+$",
)
# In the middle of a sentence a capital makes a name of it.
_MIDDLE: Final = re.compile(r"[^\W\d_A-ZĐ][,]?[ ]$")
# Projects of arms have numbers too: "tàu lớp Đề án 22350".
_OF_ARMS: Final = folded(r"(?<!\w)(?:lớp|tàu|tàu\s+ngầm|hạm)\s+$")
# Abbreviations that are other things too: "HD 720p", "CT 3", "TT 2".
_ALSO_WORDS: Final = frozenset(["CT", "KL", "TB", "HD", "KH", "CV", "TT"])
_MONTHS: Final = 12


def counts_something(text: str, number: Number) -> bool:
    """As in "quyết định 1.200 tỷ", "thông báo 15/9", "quyết định 10 %"."""
    return _COUNTED.match(text, number.end) is not None


def ends_a_name(text: str, at: int) -> bool:
    return _GOES_ON.match(text, at) is not None


def may_name(text: str, kind: Kind, number: Number) -> bool:
    """Whether the number may name a document that the article has named in full elsewhere."""
    return (
        kind.naming >= Naming.WORD
        and not number.is_year
        and not counts_something(text, number)
        and not _PERIOD.match(text, number.end)
        and not _THINGS.match(text, number.end)
    )


def names_alone(  # noqa: PLR0913  (one question, asked of one place)
    body: str, text: str, kind: Kind, span: tuple[int, int], number: Number, *, said: bool
) -> bool:
    """Whether a number without a symbol names the document. `said`: after the word "số"."""
    printed = body[slice(*span)]
    if counts_something(text, number):
        return False
    if said:
        return kind.naming >= Naming.WORD
    before = text[max(0, span[0] - 20) : span[0]]
    if number.year and not _may_be_month(kind, printed, number):
        return kind.naming >= Naming.WORD  # "Thông tư 53/2017"
    if kind.naming < Naming.NUMBER or number.is_year or printed in _ALSO_WORDS:
        return False
    if kind.verbal and printed[0].islower():
        return _names_after_noun(body, text, before, number)
    return not _OF_ARMS.search(before) and _goes_on(body, text, kind, span, number)


def _may_be_month(kind: Kind, printed: str, number: Number) -> bool:
    """Say that "kế hoạch 9/2020" may be September's; "quyết định 88/2008" is no month's."""
    word = kind.naming == Naming.WORD or (kind.verbal and printed[0].islower())
    return word and int(re.sub(r"\D", "", number.digits)) <= _MONTHS


def _names_after_noun(body: str, text: str, before: str, number: Number) -> bool:
    """For a lower-case word that is a verb too: "theo quyết định 493", "đề án 24 của Chính phủ"."""
    rest = _REST_OF_LIST.match(text, number.end)
    after = OF_A_BODY.match(text, rest.end() if rest else number.end)
    if after is not None and body_at(body, text, after.end()) is not None:
        return True
    if not _AS_A_NOUN.search(before) or _PERIOD.match(text, number.end):
        return False
    return ends_a_name(text, number.end)


def _goes_on(body: str, text: str, kind: Kind, span: tuple[int, int], number: Number) -> bool:
    if _PERIOD.match(text, number.end):
        return False  # "Kế hoạch 5 năm 2021 - 2025"
    short = body[slice(*span)] in ABBREVIATIONS
    named = not kind.verbal or short or _MIDDLE.search(body, max(0, span[0] - 3), span[0])
    if named and not _THINGS.match(text, number.end):
        return True
    capital = re.match(r"\s+[^\W\d_]", text[number.end : number.end + 4])
    return ends_a_name(text, number.end) or bool(
        capital and body[number.end + capital.end() - 1].isupper(),
    )
