"""The turn to the future and the turn back: what the same verbs mean where they stand.

Vietnamese reports leave out the subject both when they say what was done and when they say what
is to be done ("Tăng cường công tác kiểm tra…"). What tells the two apart is the discourse: a
heading, or the opening of a sentence, turns the text ahead or back, and it stays turned until
the next turn.
"""

import re
from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from typing import Final

from articles.finding.cues import Cue, CueKind
from articles.finding.phrases import folded

__all__ = ["View", "heading_view", "is_aside", "opening_view"]


class View(IntEnum):
    """Which way the text looks."""

    BEHIND = 0  # reports of what was done, achieved, found lacking
    OPEN = 1  # nothing has said yet
    SPOKEN = 2  # in a speech that asks; some sentences after an order
    ORDERED = 3  # after "yêu cầu", "đề nghị": subjectless sentences go on with the orders
    TURNED = 4  # after "trong thời gian tới" in running text
    AHEAD = 5  # under "nhiệm vụ, giải pháp", in a list that is introduced as such


_LONGEST_OPENING: Final = 48  # characters in which a turn must come
_TIME: Final = folded(
    r"(?:trong\s+)?(?:thời\s+gian|những(?!\s+kết)|các|nhiều|năm|nhiệm\s+kỳ|giai\s+đoạn|từ|sắp|tới|tháng|quý|tuần|cuối|vừa)(?!\w)"
)
_NEXT: Final = 4  # characters from the opening to a cue that still stands there
_NEAR: Final = 60  # characters from the main clause to its duty, with who owes it
_ROOM: Final = 12  # characters after "những tháng cuối năm" for the year
_YEAR: Final = re.compile(r"(?:19|20)\d{2}")
# Verbs in a sentence, but as headings the names of sections.
_SECTION: Final = folded(
    r"""\W*(?:một\s+số\s+|những\s+|các\s+)?
    (?:(?:về\s+)?tổ\s+chức\s+thực\s+hiện|phân\s+công\s+(?:thực\s+hiện|nhiệm\s+vụ|trách\s+nhiệm)|kiến\s+nghị|đề\s+xuất|khuyến\s+nghị|định\s+hướng
    |nội\s+dung\s+(?:thực\s+hiện|triển\s+khai|hoạt\s+động|công\s+việc)|nội\s+dung\s*:?\s*$)(?!\w)""",
)
# Parts of a paper that say how it is meant, for whom, and from when.
_LAYS_DOWN: Final = folded(
    r"""\W*(?:một\s+số\s+|các\s+|những\s+|\d+\s+)?(?:nguyên\s+tắc|đối\s+tượng\s+(?:áp\s+dụng|điều\s+chỉnh)|phạm\s+vi|giải\s+thích\s+từ\s+ngữ|quy\s+định\s+chung|hiệu\s+lực|điểm\s+mới)(?!\w)"""
)
# In the middle of a sentence these only say what something was done for.
_AT_HEAD: Final = folded(r"(?:nhằm|để|trước|theo|trong\s+bối\s+cảnh|trong\s+tình\s+hình)(?!\w)")
# "nằm trong thông báo kết luận cuộc họp": only at the head somebody speaks.
_SPEECH: Final = folded(r"(?:kết\s+luận|phát\s+biểu)(?!\w)")
# "Để giữ vững đoàn kết, …": a purpose at the head asks for what serves it.
_PURPOSE: Final = folded(r"(?:để|nhằm|muốn)\s+[^,.;:]{6,120},")
# "Nhằm góp phần …, Bộ Y tế dự thảo …": news of a draft.
_DRAFTS: Final = folded(
    r"[^,;:.]{2,60}?\s(?:đang\s+|vừa\s+)?(?:dự\s+thảo|soạn\s+thảo|lấy\s+ý\s+kiến)(?!\w)"
)
# "Vì vậy, … cần": what follows from it is to be done.
_HENCE: Final = folded(
    r"""\W*(?:chính\s+)?(?:do\s+đó|do\s+vậy|vì\s+vậy|vì\s+thế|bởi\s+vậy|bởi\s+thế|vì\s+lẽ\s+đó|muốn\s+vậy|muốn\s+thế|để\s+làm\s+được\s+điều\s+đó
    |từ\s+đó)(?!\w)""",
)
_DRAWN: Final = 170  # characters in which the duty must come that is drawn from it
# "Bí thư khi đó, ông …": wherever it stands at the head, it is a story.
_THEN: Final = folded(r"khi\s+đó|lúc\s+bấy\s+giờ|trước\s+đây")


def is_aside(text: str, heads: Sequence[int], cues: Sequence[Cue]) -> bool:
    """Whether a sentence opens by looking aside ("Tuy nhiên,"), for its paragraph only.

    "Qua kiểm tra, đồng chí đề nghị …", "Tuy nhiên, các xã cần …" look ahead, as what is asked
    is their main clause.
    """
    ordered = any(
        cue.start >= heads[-1]
        and (
            cue.kind is CueKind.ORDER
            or (cue.kind is CueKind.DUTY and cue.start < heads[-1] + _NEAR)
        )
        for cue in cues
    )
    for cue in cues[:2]:
        if cue.kind is CueKind.ASIDE and cue.start <= heads[0] + _LONGEST_OPENING:
            then = _THEN.match(text, cue.start) is not None
            if then or (cue.start <= heads[0] + _NEXT and not ordered):
                return True
    return False


def heading_view(text: str, start: int, end: int, cues: Sequence[Cue]) -> View | None:
    """The turn that a heading makes; None where it makes none.

    "Kết quả thực hiện nhiệm vụ" looks back though it names tasks: what comes first decides.
    """
    if _SECTION.match(text, start, end):
        return View.AHEAD
    if _LAYS_DOWN.match(text, start, end):
        return View.BEHIND
    # "Thứ hai, đổi mới giáo dục truyền thống": what a verb at the head is about does not count.
    calls = bool(cues) and cues[0].kind is CueKind.ACT and cues[0].start == start
    for cue in cues:
        if calls and cue.kind is CueKind.FOUND:
            continue
        if cue.kind in {CueKind.FOUND, CueKind.BEHIND, CueKind.ASIDE, CueKind.DONE, CueKind.STATE}:
            return View.BEHIND
        if cue.kind in {CueKind.TODO, CueKind.AHEAD}:
            return View.AHEAD
        if cue.kind in {CueKind.DUTY, CueKind.PLEDGE}:
            return View.TURNED
    return None


def opening_view(
    text: str,
    start: int,
    heads: Sequence[int],
    cues: Sequence[Cue],
    published_on: date | None,
) -> View | None:
    """The turn that a sentence makes by its opening words; None where it makes none.

    `heads` are its `clauses`.
    """
    if _HENCE.match(text, start) and _owes(cues, start + _DRAWN):
        return View.TURNED
    turned = _apart(text, heads, cues, published_on)
    if turned is None:
        turned = _at_opening(text, heads, cues, published_on)
    if turned is not None:
        return turned
    if _PURPOSE.match(text, heads[0]):
        # "Để có được kết quả ấy huyện đã chỉ đạo các xã, …": no comma parts what was done.
        told = any(cue.kind is CueKind.DONE and cue.start < heads[-1] for cue in cues)
        asks = _asks(cues, heads[-1]) and not told and not _DRAFTS.match(text, heads[-1])
        return View.TURNED if asks else None
    return _since(text, heads[0], published_on)


def _apart(
    text: str, heads: Sequence[int], cues: Sequence[Cue], published_on: date | None
) -> View | None:
    """The turn by a time that commas part from the rest: "…, thời gian tới, tỉnh …"."""
    for cue in cues:
        if cue.kind in {CueKind.ORDER, CueKind.DUTY}:
            break
        if cue.kind in {CueKind.AHEAD, CueKind.BEHIND} and _parts(text, cue, heads):
            return _looks(text, cue, published_on)
    return None


def _at_opening(
    text: str, heads: Sequence[int], cues: Sequence[Cue], published_on: date | None
) -> View | None:
    """The turn by a phrase in the first words of a sentence."""
    begin = heads[0]
    for cue in cues:
        if cue.start - begin > _LONGEST_OPENING:
            break
        if cue.kind is CueKind.BEHIND and cue.start - begin <= _LONGEST_OPENING / 2:
            # Not "Phân tích rõ những kết quả đạt được".
            if cue.start <= begin + _NEXT or _TIME.match(text, cue.start):
                return View.BEHIND
        elif cue.kind is CueKind.AHEAD and _counts(text, cue, heads, cues):
            return _looks(text, cue, published_on)
        elif cue.kind in {CueKind.ORDER, CueKind.DUTY, CueKind.DONE}:
            break
    return None


def _counts(text: str, cue: Cue, heads: Sequence[int], cues: Sequence[Cue]) -> bool:
    """Whether a phrase turns the text ahead where it stands near the opening."""
    if _SPEECH.match(text, cue.start):
        return cue.start <= heads[0]
    if _AT_HEAD.match(text, cue.start):
        told = _is_told(cues, heads[-1]) or _DRAFTS.match(text, heads[-1]) is not None
        return cue.start <= heads[0] and not told
    return True


def _looks(text: str, cue: Cue, published_on: date | None) -> View:
    """Which way a cue turns the text."""
    if cue.kind is CueKind.BEHIND:
        return View.BEHIND
    if _SPEECH.match(text, cue.start):
        return View.SPOKEN
    return _by_year(text, cue.end, published_on) or View.TURNED


def _parts(text: str, cue: Cue, heads: Sequence[int]) -> bool:
    """Whether a time stands apart: "Bám sát nhiệm vụ, | thời gian qua, | huyện …"."""
    if cue.start in heads[1:]:
        return True
    apart = text[max(0, cue.start - 2) : cue.start] == ", " and _TIME.match(text, cue.start)
    return bool(apart) and text.find(",", cue.end, cue.end + _ROOM) >= 0


def _asks(cues: Sequence[Cue], main: int) -> bool:
    """Whether the main clause asks or does: not "Để giúp dân, huyện đã cử cán bộ"."""
    for cue in cues:
        if cue.start < main:
            continue
        if cue.kind is CueKind.DONE:
            return False
        if cue.kind in {CueKind.ORDER, CueKind.DUTY, CueKind.PLEDGE, CueKind.URGE}:
            return True
        if cue.kind is CueKind.ACT and cue.start == main:
            return True
    return False


def _is_told(cues: Sequence[Cue], main: int) -> bool:
    """Whether the main clause tells what was done or is done anyway."""
    after = [cue.kind for cue in cues if cue.start >= main]
    doing = {CueKind.ORDER, CueKind.DUTY, CueKind.PLEDGE, CueKind.ACT, CueKind.URGE}
    first = next((kind for kind in after if kind in doing | {CueKind.DONE}), None)
    return first is CueKind.DONE


def _owes(cues: Sequence[Cue], stop: int) -> bool:
    """Whether a duty comes before anything done."""
    for cue in cues:
        if cue.kind is CueKind.DONE or cue.start > stop:
            return False
        if cue.kind is CueKind.DUTY:
            return True
    return False


def _by_year(text: str, at: int, published_on: date | None) -> View | None:
    """For "cuối năm 2019", which is past in an article of 2021."""
    year = _YEAR.search(text, at, at + 12)
    if year and published_on and int(year[0]) < published_on.year:
        return View.BEHIND
    return None


_SINCE: Final = folded(
    r"""(?:sau|qua|trong|hơn|gần)\s+(?:hơn\s+|gần\s+)?\d+\s+(?:năm|tháng)(?!\w)
    | (?:\d+|ba|sáu|chín)\s+tháng\s+(?:đầu\s+năm|của\s+năm|qua|năm) | quý\s+(?:[iv]+|\d)(?!\w)
    | (?:trong\s+)?(?:nhiệm\s+kỳ|giai\s+đoạn)\s+(?P<from>\d{4})\s*-\s*(?P<to>\d{4})
    | (?:trong\s+|từ\s+|ngay\s+từ\s+)?(?:(?:đầu|giữa|cuối)\s+)?năm\s+(?P<year>\d{4})(?!\w)""",
)


def _since(text: str, begin: int, published_on: date | None) -> View | None:
    found = _SINCE.match(text, begin)
    if found is None:
        return None
    last = found["to"] or found["year"]
    if last is None:
        return View.BEHIND if "cuối" not in text[begin : found.end() + 12] else View.TURNED
    if published_on is None:
        return None
    if int(last) == published_on.year:  # in its first weeks a year is ahead
        return View.TURNED if published_on.month == 1 and found["year"] else None
    return View.TURNED if int(last) > published_on.year else View.BEHIND
