"""Who is to do it: the bodies named before the verb or after the order, as printed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from articles.finding.cues import Cue, CueKind
from articles.finding.phrases import any_of, folded
from articles.finding.turns import opening

__all__ = ["Parties", "parties_within"]

_HEAD_WORDS: Final = """
    ban, bộ, bch, btv, bí thư, chính phủ, chủ tịch, công an, cục, đảng, đoàn, hđnd, hội, huyện
    ủy, liên đoàn, mặt trận, mttq, ngân hàng, quân ủy, quận ủy, quốc hội, sở, thanh tra, thành
    ủy, thị ủy, thường trực, thủ tướng, tỉnh ủy, tổng, trung ương, ubnd, ubmttq, ủy ban, văn
    phòng, viện, bảo hiểm, kiểm toán, tòa án, trường, học viện, cấp ủy, các cấp, các cơ quan,
    các đơn vị, các địa phương, các sở, các ban, các bộ, các ngành, các huyện, các xã, các tổ
    chức, các đảng, các chi bộ, các đồng chí, các tỉnh, các cấp ủy, mỗi, từng, người đứng đầu,
    cán bộ, đảng viên, chi bộ, đảng bộ, đảng ủy, chính quyền, cơ quan, đơn vị, địa phương, lãnh
    đạo, thủ trưởng, hội đồng, kho bạc, bưu điện, báo, đài, phòng, trung tâm, tập đoàn, các
    doanh nghiệp, các trường, các hội, các đoàn thể, các phòng, ngành, lực lượng, bộ đội, quân
    đội, công đoàn, các tập đoàn, toàn đảng, toàn đảng bộ, cả hệ thống, hệ thống, nhân dân,
    người dân, mọi, tổ, các tổ, đề nghị các, xã, phường, thị trấn, huyện, tỉnh, thành phố, các
    khối, các ủy ban, các ban chỉ đạo, các nhà, các chủ đầu tư, chủ đầu tư, các thành viên, các
    tầng lớp, các cục, các vụ, vụ, kiểm lâm, viện kiểm sát, các trung tâm
"""
_HEADS: Final = any_of(_HEAD_WORDS.split(","))
_HEAD: Final = re.compile(_HEADS + r"(?!\w)")
_JOINED: Final = folded(r"\s*(?:,\s*(?:và\s+)?|;\s*|\s+và\s+)")
_WITH: Final = folded(
    r"(?<!\w)phối\s+hợp\s+(?:chặt\s+chẽ\s+|đồng\s+bộ\s+)?(?:với|cùng)\s+(?:với\s+)?",
)
_LONGEST: Final = 320  # characters of a subject


@dataclass(frozen=True, slots=True)
class Parties:
    """The bodies that lead and those that take part."""

    responsible: tuple[str, ...] = ()
    participating: tuple[str, ...] = ()


def parties_within(body: str, text: str, start: int, end: int, cues: Sequence[Cue]) -> Parties:
    """The parties of the task in `body[start:end]`; `text` is `same_word(body)`."""
    verbs = [
        cue
        for cue in cues
        if cue.kind in {CueKind.ACT, CueKind.DUTY, CueKind.PLEDGE, CueKind.ORDER}
    ]
    order = next((cue for cue in verbs if cue.kind is CueKind.ORDER), None)
    responsible: tuple[str, ...] = ()
    if order is not None:
        responsible = _names(body, text, order.end, _next(verbs, order.end, end))
    if not responsible:
        begin = _subject_start(text, start, end, cues)
        responsible = _names(body, text, begin, _next(verbs, begin, end))
    return Parties(responsible, _participating(body, text, start, end, verbs))


def _next(verbs: Sequence[Cue], at: int, end: int) -> int:
    return min((cue.start for cue in verbs if cue.start >= at), default=min(end, at))


def _subject_start(text: str, start: int, end: int, cues: Sequence[Cue]) -> int:
    """After "Đồng thời," and after "Trong thời gian tới,"."""
    begin = opening(text, start, end)
    for cue in cues:
        if cue.kind in {CueKind.AHEAD, CueKind.BEHIND} and cue.start - begin < _LONGEST:
            comma = text.find(",", cue.end, min(end, cue.end + 120))
            if comma >= 0:
                return comma + 1
        else:
            break
    return begin


def _names(body: str, text: str, start: int, stop: int) -> tuple[str, ...]:
    while start < stop and not text[start].isalnum():
        start += 1
    if stop <= start or stop - start > _LONGEST or not _HEAD.match(text, start, stop):
        return ()
    pieces, at = [], start
    for joint in _JOINED.finditer(text, start, stop):
        if _HEAD.match(text, joint.end(), stop):
            pieces.append((at, joint.start()))
            at = joint.end()
    pieces.append((at, stop))
    names = (" ".join(body[a:b].strip(" ,;:-").split()) for a, b in pieces)
    return tuple(dict.fromkeys(filter(None, names)))


def _participating(
    body: str,
    text: str,
    start: int,
    end: int,
    verbs: Sequence[Cue],
) -> tuple[str, ...]:
    found = _WITH.search(text, start, end)
    if found is None:
        return ()
    return _names(body, text, found.end(), _next(verbs, found.end(), end))
