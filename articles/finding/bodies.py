"""Names of issuing bodies as they are printed after a document's number.

Vietnamese writes the head of a body's name in a capital and much of the rest in small letters
("Ban Thường vụ Tỉnh ủy", "Bộ Giáo dục và Đào tạo", "UBND tỉnh"), so a name ends where a word
comes that no name goes on with.
"""

import re
from typing import Final

from articles.finding.phrases import any_of
from articles.vietnamese import same_word

__all__ = ["body_at"]

_HEAD_WORDS: Final = """
    ban chấp hành, ban bí thư, ban thường vụ, ban cán sự đảng, ban chỉ đạo, ban tổ chức, ban, bộ
    chính trị, bộ, bch, btv, btc, bí thư, chính phủ, chủ tịch nước, chủ tịch, công an, cục, đảng
    bộ, đảng đoàn, đảng ủy, đảng, đoàn, hđnd, hội đồng nhân dân, hội đồng, hội, huyện ủy, liên
    đoàn, mặt trận tổ quốc, mttq, ngân hàng, nhnn, quân ủy trung ương, quận ủy, quốc hội, sở,
    thanh tra, thành ủy, thị ủy, thường trực, thủ tướng chính phủ, thủ tướng, tỉnh ủy, tổng cục,
    tổng liên đoàn, trung ương, tư, tw, ubnd, ubmttq, ủy ban nhân dân, ủy ban kiểm tra, ủy ban
    thường vụ quốc hội, ủy ban, văn phòng, viện, xã ủy, phường ủy, bảo hiểm xã hội, kiểm toán
    nhà nước, tòa án nhân dân, trường, học viện, vụ, tập đoàn
"""
_LEVEL_WORDS: Final = """
    tỉnh, thành phố, tp, tp., huyện, quận, thị xã, xã, phường, thị trấn, đặc khu, khối, nhân
    dân, quốc gia
"""
_SECOND_PARTS: Final = """
    đào tạo, đầu tư, truyền thông, môi trường, phát triển nông thôn, xã hội, du lịch, thể thao,
    công nghệ, thương binh, gia đình, trẻ em, dân vận, tôn giáo, thông tin, khoa học, đt, tt, pt
    nông thôn, ptnt, mt, cn, xh, tb, thể dục
"""
_COMMITTEES: Final = """tỉnh ủy, thành ủy, huyện ủy, thị ủy, quận ủy, đảng ủy, xã ủy, phường ủy,
    đảng bộ, trung ương, quốc hội, chính phủ"""
_HEAD: Final = re.compile(
    any_of(_HEAD_WORDS.split(",")) + r"(?!\w)",
)
_LEVEL: Final = re.compile(
    r"\s+" + any_of(_LEVEL_WORDS.split(",")) + r"(?!\w)",
)
# "Ban Thường vụ Tỉnh ủy": a name within the name.
_INNER: Final = re.compile(r"\s+" + any_of(_COMMITTEES.split(",")) + r"(?!\w)")
_WORD: Final = re.compile(r"\s+([^\W\d_]\w*(?:[-&][^\W\d_]\w*)*)")
# A capital and its small second syllables: "Chính trị", "Thường vụ", "Giao thông vận tải".
_SECOND: Final = frozenset(
    same_word(
        "trị thư vụ hành phủ tướng hội ương đảng sự nước an phòng chính tế tra sát toán dân tức "
        "nghiệp thôn tải động binh học nghệ thông tin truyền hóa thao lịch trường dựng giáo nội "
        "dục tạo tuyên giao khoa pháp thương hoạch nguyên môi niên nữ tịch trưởng trực đoàn quốc "
        "vận cơ ủy sản mại tư triển lý minh",
    ).split(),
)
_LATER: Final = frozenset(same_word("vận tải nông thôn nhân dân").split())
# Ministries and offices of two parts. A list, since "Bộ Xây dựng và Bộ Tài chính" are two.
_SECOND_PART: Final = re.compile(
    r"(?:,\s+|\s+và\s+|\s+-\s+|-)" + any_of(_SECOND_PARTS.split(",")) + r"(?!\w)",
)


def body_at(body: str, text: str, at: int) -> int | None:
    """The end of the body's name that starts at `at`; None where none does.

    `text` is `same_word(body)`. The name must begin with a capital: "của Bộ Chính trị".
    """
    head = _HEAD.match(text, at) if body[at : at + 1].isupper() else None
    if head is None:
        return None
    end, capital = head.end(), False
    while True:
        level = _INNER.match(text, end) or _LEVEL.match(text, end) or _SECOND_PART.match(text, end)
        if level:
            end, capital = level.end(), False
            continue
        word = _WORD.match(text, end)
        if word is None:
            return end
        if body[word.start(1)].isupper():
            end, capital = word.end(), True
        elif (capital and word[1] in _SECOND) or (word[1] in _LATER and end > head.end()):
            end, capital = word.end(), False
        else:
            return end
