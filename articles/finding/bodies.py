"""Names of bodies (cơ quan, tổ chức, đơn vị) as they are printed.

Vietnamese writes the head of a body's name in a capital and much of the rest in small letters
("Ban Thường vụ Tỉnh ủy", "UBND các huyện, thành phố", "các sở, ban, ngành liên quan"), so a
name ends where a word comes that no name goes on with.
"""

import re
from typing import Final

from articles.finding.phrases import any_of
from articles.vietnamese import same_word

__all__ = ["body_at"]

# Small words that go on with a name when a capital or another of them follows.
_LEVELS: Final = any_of(
    [
        "tỉnh",
        "thành phố",
        "huyện",
        "quận",
        "thị xã",
        "xã",
        "phường",
        "thị trấn",
        "đặc khu",
        "khối",
        "cấp",
        "các cấp",
        "quốc gia",
    ],
)
_HEADS: Final = any_of(
    [
        "ban",
        "bộ",
        "bch",
        "btv",
        "bí thư",
        "chính phủ",
        "chủ tịch",
        "công an",
        "cục",
        "đảng",
        "đoàn",
        "hđnd",
        "hội",
        "huyện ủy",
        "liên đoàn",
        "mặt trận",
        "mttq",
        "ngân hàng",
        "quân ủy",
        "quận ủy",
        "quốc hội",
        "sở",
        "thanh tra",
        "thành ủy",
        "thị ủy",
        "thường trực",
        "thủ tướng",
        "tỉnh ủy",
        "tổng",
        "trung ương",
        "tư",
        "tw",
        "ubnd",
        "ubmttq",
        "ủy ban",
        "văn phòng",
        "viện",
        "xã ủy",
        "phường ủy",
        "bảo hiểm",
        "kiểm toán",
        "tòa án",
        "trường",
        "học viện",
    ],
)
_HEAD: Final = re.compile(_HEADS + r"(?!\w)")
_LEVEL: Final = re.compile(r"\s+" + _LEVELS + r"(?!\w)")
_WORD: Final = re.compile(r"\s+([^\W\d_][\w.]*)")
_AND: Final = re.compile(r"(?:,|\s+và|\s+-)(?=\s+[^\W\d_])")
_TWO_PARTS: Final = re.compile(any_of(["bộ", "sở", "ban", "cục", "ủy ban", "vụ"]) + r"(?!\w)")


def body_at(body: str, text: str, at: int) -> int | None:
    """The end of the body's name that starts at `at`; None where none does.

    `text` is `same_word(body)`. The name must begin with a capital: "của Bộ Chính trị".
    """
    if not body[at : at + 1].isupper() or not _HEAD.match(text, at):
        return None
    two_parts = _TWO_PARTS.match(text, at) is not None
    end = _word_end(text, at)
    while True:
        following = _follows(body, text, end, two_parts=two_parts)
        if following is None:
            return end
        end = following


def _word_end(text: str, at: int) -> int:
    while at < len(text) and (text[at].isalnum()):
        at += 1
    return at


# The small second syllables of heads and names: "Bộ Chính trị", "Ban Thường vụ", "Bộ Nội vụ".
_TAILS: Final = frozenset(
    same_word(
        "trị thư vụ ủy hành phủ tướng hội ương đảng sự nước an phòng chính tế vận tra sát toán dân "
        "nghiệp thôn tải động binh xã dục tạo học nghệ thông tin truyền hóa thao lịch trường "
        "dựng giáo nội tuyên giao ngoại khoa tài tư pháp thương kế hoạch nguyên môi niên nữ binh "
        "tịch trưởng trực đoàn bộ quốc minh phó ban quân công chấp thường",
    ).split(),
)


def _follows(body: str, text: str, end: int, *, two_parts: bool) -> int | None:
    level = _LEVEL.match(text, end)
    if level:
        return level.end()
    word = _WORD.match(text, end)
    if word and (body[word.start(1)].isupper() or word[1] in _TAILS):
        return word.end()
    if two_parts:
        joined = _AND.match(text, end)
        word = _WORD.match(text, joined.end()) if joined else None
        # "Bộ Lao động - Thương binh và Xã hội", but "Bộ Y tế, Bộ Tài chính" are two.
        if word and body[word.start(1)].isupper() and not _HEAD.match(text, word.start(1)):
            return word.end()
    return None
