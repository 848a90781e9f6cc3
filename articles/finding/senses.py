"""What a phrase of the tables means where it stands: the same words order, tell and describe."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from articles.finding.cues import Cue, CueKind
from articles.finding.names import name_at
from articles.finding.phrases import folded

__all__ = ["understood", "without_settled"]

_VERBS: Final = frozenset(
    [CueKind.ACT, CueKind.VERB, CueKind.DUTY, CueKind.PLEDGE, CueKind.ORDER],
)
_CALLS: Final = frozenset([CueKind.ACT, CueKind.DUTY, CueKind.ORDER])
_PERSON: Final = folded(
    r"""(?<!\w)(?:thủ\s+tướng|chủ\s+tịch|bí\s+thư|bộ\s+trưởng|thứ\s+trưởng|tổng\s+bí\s+thư|đồng\s+chí|ông|bà
    |trưởng\s+ban|giám\s+đốc)(?!\w)[^,;:.]{0,60}$""",
)
_AFTER_ORDER: Final = folded(r"\s*(?:,\s*)?(?:đối\s+với\s+|cho\s+)?")
# "là những mục tiêu | cần hướng đến", "nội dung | phải công khai": the duty describes a thing.
_DESCRIBES: Final = folded(
    r"""(?<!\w)là\s+(?:những|một|vấn\s+đề|mục\s+tiêu|(?:các\s+)?(?:nội\s+dung|vấn\s+đề|mục\s+tiêu|việc|yêu\s+cầu))(?!\w)
    [^,;:.]*$""",
)
# "công việc mà Thủ tướng đã | yêu cầu": the order describes the work.
_ORDERED: Final = folded(r"(?<!\w)mà\s[^,;:.]{0,60}$")
# "những người | đã vi phạm": what was done describes somebody or something.
_RELATIVE: Final = folded(
    r"""(?<!\w)(?:người|ai|việc|vấn\s+đề|nội\s+dung|kết\s+quả|trường\s+hợp|văn\s+bản|nhiệm\s+vụ|mục\s+tiêu|kế\s+hoạch|chỉ\s+tiêu
    |chủ\s+trương|đối\s+tượng|dự\s+án|vụ|công\s+trình|thành\s+tích|nghị\s+quyết|kiến\s+nghị|giải\s+pháp|nơi|lịch|đề\s+án|cam\s+kết
    |khuyết\s+điểm|hạn\s+chế|vi\s+phạm|quy\s+định|cơ\s+sở|điều|thành\s+tựu|kinh\s+nghiệm)\s+$""",
)
_SET: Final = folded(
    r"""(?:đã|đang)\s+(?:cùng\s+|cũng\s+)?(?:thống\s+nhất|đề\s+ra|xác\s+định|thông\s+qua|đưa\s+ra|nêu|nhấn\s+mạnh|yêu\s+cầu
    |đề\s+nghị|chỉ\s+đạo|quyết\s+nghị|quyết\s+định|giao|quán\s+triệt|thảo\s+luận|đặt\s+ra|lưu\s+ý)""",
)
_STOPS: Final = re.compile(r"[,.;:()]")
_CLOSE: Final = 60  # characters between an order and the verb, with who is to do it
_NEAR: Final = 16  # characters between an order and the verb of what is ordered


def understood(
    body: str,
    text: str,
    start: int,
    cues: Sequence[Cue],
    *,
    ahead: bool,
) -> list[Cue]:
    """The cues of a sentence that begins at `start`, each as what it means there.

    `ahead` says that the text looks ahead there.
    """
    kept: list[Cue] = []
    for cue, following in zip_longest(cues, cues[1:]):
        kind = _kind(body, text, start, cue, following, ahead=ahead)
        if kind is CueKind.DONE and _is_relative(text, cue, kept):
            continue
        if kind is not CueKind.NOTHING:
            kept.append(cue if kind is cue.kind else replace(cue, kind=kind))
    return kept


def _kind(  # noqa: PLR0913 - one question, asked of one cue
    body: str,
    text: str,
    start: int,
    cue: Cue,
    following: Cue | None,
    *,
    ahead: bool,
) -> CueKind:
    if cue.kind is CueKind.ORDER:
        described = _ORDERED.search(text, start, cue.start) is not None
        no_order = described or not _is_order(body, text, cue, following)
        return CueKind.NOTHING if no_order else cue.kind
    if cue.kind is CueKind.ACT and _is_command(body, text, cue, start):
        return CueKind.ORDER
    if cue.kind is CueKind.DUTY and _DESCRIBES.search(text, start, cue.start):
        return CueKind.NOTHING
    if cue.kind is CueKind.EFFECT and text[cue.start : cue.end] == "giúp":
        helped = name_at(body, text, cue.end + 1)
        return CueKind.VERB if helped and body[helped.start].isupper() else cue.kind
    if cue.kind is CueKind.ASIDE and ahead and text[cue.start : cue.end] == "qua đó":
        # Among things to be done it names the means: "Qua đó lấy cái tốt đẩy lùi cái xấu".
        doing = following is not None and following.kind in {CueKind.ACT, CueKind.VERB}
        near = following is not None and following.start - cue.end <= len(", ")
        return CueKind.NOTHING if doing and near else cue.kind
    return cue.kind


def _is_relative(text: str, cue: Cue, before: Sequence[Cue]) -> bool:
    """Whether "đã" tells of something named in what is to be done."""
    called = any(each.kind in _CALLS for each in before)
    return called and _RELATIVE.search(text, max(0, cue.start - 16), cue.start) is not None


def without_settled(text: str, cues: Sequence[Cue]) -> list[Cue]:
    """Without the "đã" of "đã thống nhất các nhiệm vụ": it was set, not done."""
    return [cue for cue in cues if cue.kind is not CueKind.DONE or not _SET.match(text, cue.start)]


def _is_order(body: str, text: str, cue: Cue, following: Cue | None) -> bool:
    """Whether "yêu cầu", "giao" is a verb with somebody or something to do after it.

    `following` is the next cue of the sentence.
    """
    after = _AFTER_ORDER.match(text, cue.end)
    at = after.end() if after else cue.end
    if body.startswith("giao ban", cue.start):
        return False  # a briefing; "giao Ban Tổ chức" is an order
    if text[at : at + 1] in {":", '"'}:
        return True
    if following is not None and following.start - cue.end <= _NEAR and following.kind in _VERBS:
        return True
    if following is not None and following.kind in _VERBS and text[cue.start] != "g":
        # "đề nghị chi ủy bổ sung": not "giao", which has too many homonyms.
        between = text[cue.end : following.start]
        if len(between) <= _CLOSE and not _STOPS.search(between):
            return True
    return name_at(body, text, at) is not None or (
        body[at : at + 1].isupper() and not body[cue.start].isupper()
    )


def _is_command(body: str, text: str, cue: Cue, start: int) -> bool:
    """Whether "chỉ đạo" is an order: a person in office before it, a body after it."""
    return (
        text[cue.start : cue.end] == "chỉ đạo"
        and name_at(body, text, cue.end + 1) is not None
        and _PERSON.search(text, start, cue.start) is not None
    )
