"""Official documents: what stands above their title and under their text, and what it says.

    TỈNH ỦY TRÀ GIANG            ĐẢNG CỘNG SẢN VIỆT NAM
            *                Trà Giang, ngày 12 tháng 3 năm 2021
       Số 12-NQ/TU
                        NGHỊ QUYẾT
              về nâng cao chất lượng sinh hoạt chi bộ

The layout differs by who writes (Hướng dẫn 36-HD/VPTW, Nghị định 30/2020/NĐ-CP); the words do not.
"""

import contextlib
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from articles.reading.draft import Reason
from articles.reading.lines import is_marked, is_prose, letters
from articles.reading.page import Block, Facts

_HEAD: Final = 30  # blocks
_MOTTO_WITHIN: Final = 12  # blocks; further down stands a sample of a letterhead
_LAST: Final = 6  # blocks in which a name stands under an office
_LONGEST_NAME: Final = 60
_FOOT: Final = 15  # blocks above "Nơi nhận"
_MOTTOS: Final = frozenset(
    letters(words)
    for words in (
        "Đảng Cộng sản Việt Nam",
        "Cộng hòa xã hội chủ nghĩa Việt Nam",
        "Độc lập - Tự do - Hạnh phúc",
    )
)
_NUMBER: Final = re.compile(
    r"(?:(?:Luật|LUẬT|Lệnh|LỆNH|Pháp lệnh|PHÁP LỆNH)\s+)?(?:Số|SỐ|số)\s*:?\s*[\d\s._…]{0,12}"
    r"[-–/]\s?(?:\d{4}\s?/\s?)?[A-ZĐƯƠ][\w&.]*(?:\s?[-–/&]\s?[\w&.]+)*[\s_-]*"
)
_DATED: Final = re.compile(
    r"(?P<place>[^\W\d_][^\d,;:]{1,40}?),?\s+ngày\s*(?P<day>\d{0,2})[\s._…]*tháng\s*"
    r"(?P<month>\d{0,2})[\s._…]*năm\s*(?P<year>\d{4})\s*\.?",
    re.IGNORECASE,
)
_KINDS: Final = frozenset(
    letters(kind)
    for kind in (
        "Nghị quyết", "Quyết định", "Chỉ thị", "Quy chế", "Quy định", "Thông cáo", "Thông báo",
        "Hướng dẫn", "Chương trình", "Chương trình hành động", "Kế hoạch", "Phương án", "Đề án",
        "Dự án", "Báo cáo", "Biên bản", "Tờ trình", "Công điện", "Giấy mời", "Luật", "Pháp lệnh",
        "Nghị định", "Thông tư", "Thông tư liên tịch", "Nghị quyết liên tịch", "Kết luận",
        "Thông báo kết luận", "Thông tri", "Quy trình", "Đề cương", "Điều lệ", "Bài phát biểu",
        "Dự thảo nghị quyết", "Lời kêu gọi", "Tuyên bố", "Báo cáo chính trị", "Báo cáo tóm tắt",
    )
)  # fmt: skip
_ABOUT: Final = re.compile(r"V/v:?\s+\S", re.IGNORECASE)
_RULE: Final = re.compile(r"[\W_]+")
_NO_TITLE: Final = re.compile(
    r"(?:Căn cứ|Kính gửi|Xét|Theo |Để |Trong |Ngày |Hôm nay|Điều \d|\(|Phần |Chương |CĂN CỨ|"
    r"Thực hiện.{150}|(?:Thực hiện|THỰC HIỆN).*[,.:;]$)"
)
_MOST_LINES: Final = 5
_LONGEST_TITLE: Final = 400
_DECIDES: Final = re.compile(
    r"(?:CHỦ TỊCH|(?:ỦY|UỶ) BAN|HỘI ĐỒNG|BAN (?:THƯỜNG|CHẤP)|BỘ TRƯỞNG|THỦ TƯỚNG|THỦ TRƯỞNG|"
    r"(?:TỔNG )?GIÁM ĐỐC|CHÍNH PHỦ|QUỐC HỘI|(?:CỤC|VIỆN|TỔNG CỤC) TRƯỞNG|ĐẠI HỘI ĐẠI BIỂU)\b"
)
_PLACE: Final = re.compile(
    r"(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU|TP\.?)\b(?! (?:ỦY|UỶ|ĐOÀN)\b)"
)
RECEIVERS: Final = re.compile(r"Nơi (?:nhận|gửi)\s*:?.{0,60}", re.IGNORECASE)
SIGNS: Final = re.compile(r"(?:T/M|TM|KT|TL|TUQ|T\.M|K/T|T/L|Q)\b[./]?\s*[A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ ,.]{4,}")
ANNEX: Final = re.compile(r"(?:PHỤ LỤC|Phụ lục|DANH MỤC|DANH SÁCH|BIỂU)\b")


class Official(NamedTuple):
    blocks: tuple[Block, ...]
    """The text; the letterhead and the signatures come last, with their reason."""
    facts: Facts


def official(blocks: Sequence[Block]) -> Official:
    """Take the letterhead and the signatures out of an official document; others are left alone."""
    head = blocks[:_HEAD]
    if not any(block.key in _MOTTOS for block in blocks[:_MOTTO_WITHIN]):
        return Official(tuple(blocks), Facts())
    title = _title(head)
    out = [at for at in _letterhead(head, title) if at not in title]
    facts = Facts(
        title=_joined(head, title),
        published_on=next(filter(None, (_day(block.text) for block in head)), None),
        publisher=_office([head[at] for at in out]),
    )
    kept = [block for at, block in enumerate(blocks) if at not in out]
    if title:
        first = kept.index(blocks[title.start])
        kept[first : first + len(title)] = [
            replace(blocks[title.start], text=facts.title, headline=True, heading=False, hint=None)
        ]
    foot = _foot(kept)
    left = [*(blocks[at] for at in out), *kept[foot.start : foot.stop]]
    del kept[foot.start : foot.stop]
    marked = [
        replace(block, heading=False, hint=Reason.LETTERHEAD)
        for block in left
        if not _RULE.fullmatch(block.text)
    ]
    return Official((*kept, *marked), facts)


def official_in_place(blocks: Sequence[Block]) -> Official:
    """Mark the letterhead of an official document where it stands, as scraped text has it.

    Who receives and who signed it is left: other parts of a page may stand below.
    """
    head = blocks[:_HEAD]
    mottos = [block for block in head if block.key in _MOTTOS]
    if not mottos or any(block.hint is Reason.LETTERHEAD for block in mottos):
        return Official(tuple(blocks), Facts())
    title = _title(head)
    out = {at for at in _letterhead(head, title) if at not in title}
    marked = [
        replace(block, heading=False, hint=Reason.LETTERHEAD) if at in out else block
        for at, block in enumerate(blocks)
    ]
    facts = Facts(
        title=_joined(head, title),
        published_on=next(filter(None, (_day(block.text) for block in head)), None),
        publisher=_office([head[at] for at in sorted(out)]),
    )
    if title:
        marked[title.start : title.stop] = [
            replace(blocks[title.start], text=facts.title, headline=True, heading=False, hint=None)
        ]
    return Official(tuple(marked), facts)


def join_title(blocks: Sequence[Block]) -> list[Block]:
    """Lines that are set as one title, made one."""
    joined: list[Block] = []
    for block in blocks:
        if joined and block.headline and joined[-1].headline:
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {block.text}")
        else:
            joined.append(block)
    return joined


def is_letterhead(text: str) -> bool:
    """Whether a line surely belongs to the head or the foot of an official document."""
    forms = (RECEIVERS, SIGNS, _NUMBER, _DATED)
    return letters(text) in _MOTTOS or any(form.fullmatch(text) for form in forms)


def is_kind(text: str) -> bool:
    """Whether a line only says what kind of document it is: `NGHỊ QUYẾT`."""
    return letters(text) in _KINDS


def is_motto(text: str) -> bool:
    return letters(text) in _MOTTOS


def _title(head: Sequence[Block]) -> range:
    """The places of the title: what kind of document it is, and what it is about."""
    for at, block in enumerate(head):
        if block.text.isupper() and letters(block.text) in _KINDS:
            return range(at, _end_of_title(head, at + 1))
    for at, block in enumerate(head):
        if _ABOUT.match(block.text):  # a letter has no kind
            return range(at, _end_of_title(head, at + 1))
    below = max((at for at in range(_first_prose(head)) if _is_sure(head[at])), default=-1) + 1
    for at in range(below, _first_prose(head)):
        if head[at].text.isupper() and len(head[at].text.split()) > 1:
            return range(at, _end_of_title(head, at + 1))
    return range(0)


def _end_of_title(head: Sequence[Block], start: int) -> int:
    at = start
    while at < len(head) and at - start < _MOST_LINES and _goes_on(head, start, at):
        at += 1
    return at


def _goes_on(head: Sequence[Block], start: int, at: int) -> bool:
    text = head[at].text
    if _is_sure(head[at]) or _NO_TITLE.match(text) or is_marked(text):
        return False
    if is_prose(text) and text.endswith((".", ";")):
        return False
    if _DECIDES.match(text) and head[at - 1].key not in _KINDS:
        return False
    # Under what it is about, a decision names in capitals who decides.
    lower_before = any(not block.text.isupper() for block in head[start:at])
    length = sum(len(block.text) for block in head[start : at + 1])
    return length <= _LONGEST_TITLE and not (lower_before and text.isupper())


def _joined(head: Sequence[Block], title: range) -> str:
    return " ".join(head[at].text for at in title)


def _letterhead(head: Sequence[Block], title: range) -> list[int]:
    """Its places: what surely belongs to it, and the names in capitals above the last of it."""
    sure = [at for at in range(_first_prose(head)) if _is_sure(head[at])]
    end = max([title.start, *sure])
    return [at for at in range(end + 1) if at in sure or head[at].text.isupper()]


def _first_prose(head: Sequence[Block]) -> int:
    return next((at for at, block in enumerate(head) if is_prose(block.text)), len(head))


def _is_sure(block: Block) -> bool:
    text = block.text
    if block.key in _MOTTOS or _RULE.fullmatch(text):
        return True
    return bool(_NUMBER.fullmatch(text) or _DATED.fullmatch(text))


def _day(text: str) -> date | None:
    found = _DATED.fullmatch(text)
    if found is None:
        return None
    with contextlib.suppress(ValueError):  # "ngày   tháng 3 năm 2021" is not signed yet
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    return None


def _office(lines: Sequence[Block]) -> str | None:
    """Who issued it: the last name above the number, the higher bodies stand before it."""
    number = next((at for at, line in enumerate(lines) if _NUMBER.fullmatch(line.text)), None)
    above = lines[: len(lines) if number is None else number]
    names = [
        line.text
        for line in above
        if line.text.isupper() and line.key not in _MOTTOS and not _RULE.fullmatch(line.text)
    ]
    if len(names) > 1 and _PLACE.match(names[-1]):
        return f"{names[-2]} {names[-1]}"
    return names[-1] if names else None


def _foot(blocks: Sequence[Block]) -> range:
    """Who receives it and who signed it, up to an annex."""
    receivers = [at for at, block in enumerate(blocks) if RECEIVERS.fullmatch(block.text)]
    signs = [at for at, block in enumerate(blocks) if SIGNS.fullmatch(block.text)]
    if receivers:
        start = min([*(at for at in signs if 0 <= receivers[0] - at <= _FOOT), receivers[0]])
    elif signs and len(blocks) - signs[-1] <= _FOOT:
        start = signs[-1]
    else:
        return _unmarked_foot(blocks)
    annex = (at for at in range(start, len(blocks)) if ANNEX.match(blocks[at].text))
    return range(start, next(annex, len(blocks)))


def _unmarked_foot(blocks: Sequence[Block]) -> range:
    """An office in capitals and a name, without "T/M" or "Nơi nhận": how laws are signed."""
    start = len(blocks)
    while start > max(1, len(blocks) - _LAST) and _could_sign(blocks[start - 1]):
        start -= 1
    office = any(block.text.isupper() for block in blocks[start:])
    return range(start, len(blocks)) if office else range(0)


def _could_sign(block: Block) -> bool:
    text = block.text
    short = len(text) <= _LONGEST_NAME and not text.endswith((".", ";", ":", ","))
    return short and not (block.row or is_marked(text))
