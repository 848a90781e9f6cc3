"""Who is to do it: the bodies named before the verb or after the order, as printed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from articles.finding.cues import Cue, CueKind
from articles.finding.phrases import any_of, folded
from articles.finding.turns import opening

__all__ = ["Parties", "is_command", "is_order", "parties_within"]

_HEAD_WORDS: Final = """
    chi ủy, đoàn kiểm tra, đoàn giám sát, các chi ủy, báo và đài,
    các bệnh viện, bệnh viện, các cơ sở, các nhà thầu, nhà thầu, các hộ, hộ dân, các gia đình,
    trạm y tế, các ngân hàng, các hợp tác xã, hợp tác xã, các thôn, các bản, các tổ dân phố,
    các chi cục, chi cục, các đội, hạt kiểm lâm, học sinh, sinh viên, giáo viên, phụ huynh,
    người lao động, người sử dụng lao động, công nhân, viên chức, công chức, các bên, bí thư,
    các cháu, đoàn thể, các cán bộ, các đảng viên, các hội viên, hội viên, các chi hội,
    ban, bộ, bch, btv, bí thư, chính phủ, chủ tịch, công an, cục, đảng ủy, đảng bộ, đảng đoàn, đoàn,
    hđnd, hội, huyện ủy, liên đoàn, mặt trận, mttq, ngân hàng, quân ủy, quận ủy, quốc hội, sở,
    thanh tra, thành ủy, thị ủy, thường trực, thủ tướng, tỉnh ủy, tổng cục, tổng công ty,
    tổng liên đoàn, trung ương, ubnd, ubmttq, ủy ban, văn phòng, viện, bảo hiểm xã hội, kiểm toán,
    tòa án, trường, học viện, cấp ủy, các cấp, các cơ quan, các đơn vị, các địa phương, các sở,
    các ban, các bộ, các ngành, các huyện, các xã, các tổ chức, các đảng, các chi bộ, các đồng chí,
    các tỉnh, các cấp ủy, mỗi cán bộ, mỗi đảng viên, mỗi cơ quan, mỗi đơn vị, mỗi cấp, mỗi tổ chức,
    mỗi chi bộ, mỗi địa phương, mỗi người, mỗi công dân, từng cán bộ, từng cấp, từng cơ quan,
    từng đơn vị, từng địa phương, từng chi bộ, từng đảng viên, từng tổ chức, từng bộ, từng ngành,
    người đứng đầu, cán bộ, đảng viên, chi bộ, chính quyền, cơ quan, đơn vị, địa phương, lãnh đạo,
    thủ trưởng, hội đồng, kho bạc, phòng, trung tâm, tập đoàn, các doanh nghiệp, các trường,
    các hội,
    các đoàn thể, các phòng, ngành, lực lượng, bộ đội, quân đội, công đoàn, các tập đoàn, toàn đảng,
    toàn đảng bộ, toàn quân, toàn ngành, toàn dân, cả hệ thống chính trị, hệ thống chính trị,
    nhân dân, người dân, mọi cán bộ, mọi đảng viên, mọi tổ chức, mọi người, mọi cấp, tổ công tác,
    các tổ, xã, phường, thị trấn, huyện, tỉnh, thành phố, các khối, các ủy ban, các nhà,
    các chủ đầu tư, chủ đầu tư, các thành viên, các tầng lớp, các cục, các vụ, vụ, kiểm lâm,
    các trung tâm, các lực lượng, tổ chức đảng, tổ chức đoàn, các thành phố, các quận, các phường,
    đồng chí, cấp xã, cấp huyện, cấp tỉnh, cấp trên, cấp cơ sở, doanh nghiệp, nhà trường,
    các đại biểu, các thành ủy, các huyện ủy, các tổng công ty, tòa soạn, báo chí, các báo, các đài,
    các phóng viên, đội ngũ, đoàn viên, thanh niên, chúng ta, chúng tôi, đảng ta, nhà nước,
    tổng bí thư,     các viện, các văn phòng, các công ty, công ty
"""
_HEADS: Final = any_of(_HEAD_WORDS.split(","))
# Everyday words that begin like a body.
_NO_HEAD: Final = (
    r"xã\s+hội|trường\s+hợp|ngành\s+nghề|bộ\s+(?:máy|phận)|đoàn\s+kết|vụ\s+(?:việc|án|mùa)|sở\s+hữu"
    r"|hội\s+(?:nghị|thảo|thi|trường|chợ|họp)|ban\s+(?:hành|đầu|đêm|ngày)|cục\s+diện|viện\s+trợ"
    r"|phòng\s*,?\s*(?:chống|ngừa|trào)|lực\s+lượng\s+sản|tỉnh\s+táo|đoàn\s+tàu"
)
_HEAD: Final = re.compile(rf"(?!{_NO_HEAD}){_HEADS}(?!\w)")
_JOINED: Final = folded(r"\s*(?:,\s*(?:và\s+)?|;\s*|\s+và\s+)")
_WITH: Final = folded(
    r"(?<!\w)phối\s+hợp\s+(?:chặt\s+chẽ\s+|đồng\s+bộ\s+)?(?:với|cùng)\s+(?:với\s+)?",
)
_VERBS: Final = frozenset(
    [CueKind.ACT, CueKind.VERB, CueKind.DUTY, CueKind.PLEDGE, CueKind.ORDER],
)
_SPEECH: Final = frozenset([CueKind.ORDER, CueKind.URGE, CueKind.PRAISE])
_TURNS: Final = frozenset([CueKind.AHEAD, CueKind.BEHIND, CueKind.ASIDE])
_PERSON: Final = folded(
    r"""(?<!\w)(?:thủ\s+tướng|chủ\s+tịch|bí\s+thư|bộ\s+trưởng|thứ\s+trưởng|tổng\s+bí\s+thư|đồng\s+chí|ông|bà
    |trưởng\s+ban|giám\s+đốc)(?!\w)[^,;:.]{0,60}$""",
)
_SEVERAL: Final = folded(r"(?:các|mỗi|từng|mọi|toàn|những)(?!\w)")
_LEAD: Final = folded(r"[\W_]*(?:(?:rằng|là|cho|đối\s+với)\s+)?")
_AFTER_ORDER: Final = folded(r"\s*(?:,\s*)?(?:đối\s+với\s+|cho\s+)?")
_CLAUSE: Final = folded(r"[,:;]\s+|\s+(?:thì|rằng|là)\s+")
# Words with which a predicate begins before any verb of the tables.
_CUT: Final = folded(
    r"""\s+(?:đã|cũng|được|sẽ|luôn|đang|thường|vẫn|còn|đều|nhằm|để|không|chưa|bị|là|có|do|vừa|tự|lại|cho
    |càng|khi|nếu|vì|trong\s+việc|theo|sớm|nhanh\s+chóng|từng\s+bước|tăng|nghiêm)(?!\w)""",
)
_STOPS: Final = re.compile(r"[,.;:()]")
_CLOSE: Final = 60  # characters between an order and the verb, with who is to do it
_NEAR: Final = 16  # characters between an order and the verb of what is ordered
_LONGEST: Final = 320  # characters of a subject


@dataclass(frozen=True, slots=True)
class Parties:
    """The bodies that lead and those that take part."""

    responsible: tuple[str, ...] = ()
    participating: tuple[str, ...] = ()


def parties_within(body: str, text: str, start: int, end: int, cues: Sequence[Cue]) -> Parties:
    """The parties of the task in `body[start:end]`; `text` is `same_word(body)`."""
    verbs = [cue for cue in cues if cue.kind in _VERBS]
    speech = next((cue for cue in cues if cue.kind in _SPEECH), None)
    if speech is not None and _comes_first(speech, verbs):
        # Who speaks is not who acts: "Đồng chí … nhấn mạnh, các cấp ủy cần …".
        responsible = _after_speech(body, text, speech.end, end, verbs)
    else:
        begin = _subject_start(text, start, end, cues)
        responsible = _names(body, text, begin, _next(verbs, begin, end))
        if not responsible:
            responsible = _after_speech(body, text, begin, end, verbs)
    return Parties(responsible, _participating(body, text, start, end, verbs))


def _comes_first(speech: Cue, verbs: Sequence[Cue]) -> bool:
    """Whether what is said comes before what is done; "Lãnh đạo tỉnh giao …" is an order too."""
    weak = speech.kind is CueKind.ORDER
    return all(
        speech.start <= verb.start for verb in verbs if not (weak and verb.kind is CueKind.VERB)
    )


def is_order(body: str, text: str, cue: Cue, following: Cue | None) -> bool:
    """Whether "yêu cầu", "giao" is a verb with somebody or something to do after it.

    `following` is the next cue of the sentence.
    """
    after = _AFTER_ORDER.match(text, cue.end)
    at = after.end() if after else cue.end
    if text[at : at + 1] in {":", '"'}:
        return True
    if following is not None and following.start - cue.end <= _NEAR and following.kind in _VERBS:
        return True
    if following is not None and following.kind in _VERBS and text[cue.start] != "g":
        # "đề nghị chi ủy bổ sung": not "giao", which has too many homonyms.
        between = text[cue.end : following.start]
        if len(between) <= _CLOSE and not _STOPS.search(between):
            return True
    return _HEAD.match(text, at) is not None or (
        body[at : at + 1].isupper() and not body[cue.start].isupper()
    )


def is_command(text: str, cue: Cue, start: int) -> bool:
    """Whether "chỉ đạo" is an order: a person in office before it, a body after it."""
    return (
        text[cue.start : cue.end] == "chỉ đạo"
        and _HEAD.match(text, cue.end + 1) is not None
        and _PERSON.search(text, start, cue.start) is not None
    )


def _after_speech(
    body: str,
    text: str,
    start: int,
    end: int,
    verbs: Sequence[Cue],
) -> tuple[str, ...]:
    """The subject of the first verb after `start`, from the clause in which it stands."""
    stop = _next(verbs, start, end)
    names = _names(body, text, start, stop)
    for clause in _CLAUSE.finditer(text, start, stop):
        if names:
            break
        names = _names(body, text, clause.end(), stop)
    return names


def _next(verbs: Sequence[Cue], at: int, end: int) -> int:
    return min((cue.start for cue in verbs if cue.start >= at), default=min(end, at))


def _subject_start(text: str, start: int, end: int, cues: Sequence[Cue]) -> int:
    """After "Đồng thời," and after "Trong thời gian tới,"."""
    begin = opening(text, start, end)
    for cue in cues:
        if cue.kind in _TURNS and cue.start - begin < _LONGEST:
            comma = text.find(",", cue.end, min(end, cue.end + 120))
            if comma >= 0:
                return comma + 1
        else:
            break
    return begin


def _names(body: str, text: str, start: int, stop: int) -> tuple[str, ...]:
    lead = _LEAD.match(text, start, stop)
    start = lead.end() if lead else start
    if stop <= start or stop - start > _LONGEST or not _HEAD.match(text, start, stop):
        return ()
    cut = _CUT.search(text, start, stop)
    stop = cut.start() if cut else stop
    pieces, at = [], start
    for joint in _JOINED.finditer(text, start, stop):
        if not _HEAD.match(text, joint.end(), stop):
            continue
        # "các cơ quan, đơn vị" are one; "các sở, Ban Tổ chức" are two.
        several = _SEVERAL.match(text, at) and not _SEVERAL.match(text, joint.end())
        if not several or body[joint.end()].isupper():
            pieces.append((at, joint.start()))
            at = joint.end()
    pieces.append((at, stop))
    names = (" ".join(body[a:b].strip(' ,;:-"“”').split()) for a, b in pieces)
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
