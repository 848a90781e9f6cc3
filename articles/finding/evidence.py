"""The evidence in the words of one sentence: what speaks for its setting out a task.

Distances are counted from the main clause, since what leads up to it only says when and why.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from articles.finding.clauses import opening
from articles.finding.cues import Cue, CueKind
from articles.finding.due import due_within
from articles.finding.laws import of_the_paper
from articles.finding.phrases import folded
from articles.finding.telling import asked_at_end, counts, lists_tasks, stressed_at_end
from articles.finding.turns import View

__all__ = ["EARLY", "NEXT", "Evidence", "Sentence", "bans", "commands"]

EARLY: Final = 70  # characters: where the subject ends and the verb must come
_NAME: Final = re.compile(r"(?:[A-ZĐÀ-Ỹ]\w*\s+){2}[a-zđà-ỹ]")
_AT_HEAD: Final = 5  # characters: "cũng cần", after "Ngoài ra,"
_AT_ONCE: Final = 32  # characters from "sẽ" to the verb that it goes with
_WORK: Final = folded(r"(?:công\s+tác|việc|hoạt\s+động)(?!\w)")
_MATTER: Final = folded(
    r"""(?:nội\s+dung|hình\s+thức|phương\s+pháp|phương\s+thức|quá\s+trình|quy\s+trình|chuẩn\s+bị|xây\s+dựng|tổ\s+chức|kế\s+hoạch|chương\s+trình|báo\s+cáo|nghị\s+quyết|dự\s+thảo|đề\s+án
    |hồ\s+sơ|thời\s+gian|cơ\s+chế|chính\s+sách|giải\s+pháp|biện\s+pháp|mô\s+hình|bộ\s+máy|nhân\s+sự|tiêu\s+chuẩn|kinh\s+phí|nguồn\s+vốn|dự\s+án|công\s+trình|tiến\s+độ|chất\s+lượng
    |đội\s+ngũ|mọi|tất\s+cả)(?!\w)""",
)
_BRACKETS: Final = re.compile(r"\([^()]*\)")
NEXT: Final = 3  # characters from the subject to its own "đã"
_REACH: Final = 170  # characters: as far as an order's own verb may stand
# These tell of a sentence also where they stand before its main clause.
_LOOKS_AWAY: Final = frozenset([CueKind.BEHIND, CueKind.ASIDE])
_OF_CIRCUMSTANCE: Final = frozenset([CueKind.AHEAD, CueKind.BEHIND, CueKind.ASIDE])

_BASE: Final = {
    View.BEHIND: -3.0,
    View.OPEN: -1.6,
    View.SPOKEN: -0.7,
    View.ORDERED: 0.4,
    View.TURNED: 1.0,
    View.AHEAD: 1.8,
}

_DEADLINE: Final = folded(
    r"""(?<!\w)(?:chậm\s+nhất|muộn\s+nhất
    |trước\s+(?:(?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}(?!\s*[/.-]\s*1\d{3}|\d)
    |(?:tháng|quý)\s+[\divx]))""",
)
_TASK_IS: Final = folded(
    r"""(?:(?:nhiệm\s+vụ|giải\s+pháp|việc|yêu\s+cầu)\s+thứ\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|\d+)|nhiệm\s+vụ(?:(?:,|\s+và)\s+giải\s+pháp)?\s+(?:trọng\s+tâm|trước\s+mắt|cấp\s+bách|đặt\s+ra|chủ\s+yếu|trong|năm|quý|tháng|được\s+(?:đặt\s+ra|xác\s+định)|của\s+(?:năm|quý|tháng|nhiệm\s+kỳ)
    |thời\s+gian|hiện\s+nay|tiếp\s+theo|hàng\s+đầu)|việc\s+cần\s+làm|yêu\s+cầu\s+đặt\s+ra
    |(?:chỉ\s+đạo|yêu\s+cầu)\s+của)(?!\w)[^.:;]{0,100}(?:\slà(?:\s*:)?|,?\s(?:có|gồm)\s+việc)\s""",
)
_NEEDED: Final = folded(
    r"(?:rất\s+|hết\s+sức\s+|điều\s+|việc\s+|yêu\s+cầu\s+|đòi\s+hỏi\s+)*(?:cần\s+thiết|quan\s+trọng|cấp\s+thiết|tất\s+yếu|khách\s+quan)(?!\w)"
)
_CORE_IS: Final = folded(r"(?:trọng\s+tâm|trước\s+mắt)(?!\w)[^.,:;]{0,60}\slà(?:\s*:)?\s")
_LEADS: Final = folded(
    r"\s+(?:chủ\s+trì,?\s+(?:phối\s+hợp|tham\s+mưu|xây\s+dựng|hướng\s+dẫn)|là\s+cơ\s+quan\s+đầu\s+mối)(?!\w)"
)
# "không chấp nhận việc can thiệp", "chỉ xem xét …": what is not to be done, or nothing else.
_FORBIDS: Final = folded(
    r"chỉ\s+(?!có|là|còn|tính|riêng|trong|với|sau|khi|một|hai|vì|cần|mới|ở|tại|thị|đạo|số|tiêu|huy|dẫn|rõ|ra|như|nhằm|để|từ|đến|qua|những|các|do)(?=[^\W\d])|(?:tuyệt\s+đối\s+|kiên\s+quyết\s+|dứt\s+khoát\s+)?không\s+(?!chỉ|những|phải|ai|có|còn|thể|nơi|gì|ít|riêng|may|khó|dễ|biết|chính|thiếu|nên|hề)(?=\w)"
)
# Everyday verbs, which are orders only where orders were given before: "Chọn mỗi xã một việc khó".
_PLAIN: Final = folded(
    r"""(?:(?:bàn(?!\s+(?:về|thêm|giao|ghế|đến|tay))|bám|bớt|canh|cài|cắm|cắt|chấm|chia(?!\s+(?:sẻ|tay|buồn|vui))|chọn|dán|dạy|dành|dọn|dồn|dựng|đặt\s+ra|đắp|đọc(?!\s+giả)|đón(?!\s+(?:tiếp|nhận))|gần\s+dân|ghép|ghi(?!\s+nhận)|giãn
    |giữ|gom|gọi|gặp(?!\s+(?:khó|phải))|họp|hỏi|kèm|kẻ\s+(?:vạch|vẽ)|khen|khoán|khơi|lắng|lắp|lùi|mở(?!\s+(?:đầu|màn))|nâng|nắm|nạo|nghe|nhắc(?!\s+(?:lại|đến|tới))|nhìn\s+(?:thẳng|rõ)|nối|phơi|quét|rút|sát\s+(?:dân|cơ\s+sở)
    |tách|tháo|thử|tìm|trả|treo|trực|ươm|vẽ|viết|xếp|xin)(?=\s+[^\W\d])(?!\s+(?:được|là|thì|lại|đã)(?!\w)))(?!\w)"""
)
# "Không được thu tiền xe": with no comma, behind which would come who is not helped, say.
_BANS: Final = folded(
    r"(?:nghiêm\s+cấm|tuyệt\s+đối\s+(?:không|cấm))(?!\w)|không\s+được\s+(?!chỉ|những|phải|ai|nhiều|như|coi\s+là|xem\s+là)[^,]{12,}$"
)
# "Các ban quản lý rừng và chính quyền xã, cùng với bộ đội biên phòng, | cần …": one long subject.
_ALONG_WITH: Final = folded(
    r",\s+(?:cùng\s+với|cùng|nhất\s+là|kể\s+cả|bao\s+gồm)\s[^,;:.]{4,110},\s+$"
)
_EACH: Final = folded(r"(?:mỗi|từng|mọi)\s")


def bans(text: str, main: int, end: int) -> bool:
    """Whether a sentence begins with what nobody may do."""
    return _BANS.match(text, main, end) is not None


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is judged: a sentence or item, its cues, and how the text looks there."""

    body: str
    text: str
    start: int
    main: int  # where the main clause begins
    end: int
    cues: Sequence[Cue]
    view: View
    item: bool
    subject: int | None  # where it ends, if a body or a group of people is named before the verb
    published_on: date | None
    turned_back: bool  # it opens with "những năm qua", "tuy nhiên" itself
    under_law: bool = False  # its paragraph has said which law wants it so


def commands(text: str, main: int) -> bool:
    """Whether a clause begins as an order would, though no table knows its verb as one.

    That is with what is not to be done, or nothing else is, or with an everyday verb.
    """
    return any(pattern.match(text, main) is not None for pattern in (_FORBIDS, _PLAIN))


class Evidence:
    """The evidence in the words of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.begin = opening(sentence.text, sentence.start, sentence.end)
        self.first: dict[CueKind, int] = {}
        self.place: dict[CueKind, int] = {}
        for cue in sentence.cues:
            if cue.kind in _LOOKS_AWAY and not self._stands_apart(cue):
                continue
            if cue.start >= sentence.main or cue.kind in _OF_CIRCUMSTANCE:
                self.first.setdefault(cue.kind, self._distance(cue))
                self.place.setdefault(cue.kind, cue.start)
        self.obliges = min(self.at(CueKind.ORDER), self.at(CueKind.DUTY)) <= _REACH
        # "Công tác …", "Việc …": work is a subject that stands for those who do it.
        self.work = _WORK.match(sentence.text, sentence.main) is not None
        # "… thực hiện Nghị quyết này": True; "Nghị quyết này có hiệu lực …": False.
        self.of_the_paper = of_the_paper(sentence.text, sentence.main, sentence.end)
        self.lists = lists_tasks(sentence.text, sentence.start, sentence.end)
        self.deadline = self._deadline()

    def at(self, kind: CueKind) -> float:
        """How far from the opening the first cue of a kind stands; infinite without one."""
        return self.first.get(kind, math.inf)

    def verb(self) -> int | None:
        """Where the first verb stands; None without one."""
        places = [self.place[kind] for kind in (CueKind.ACT, CueKind.VERB) if kind in self.place]
        return min(places, default=None)

    def _distance(self, cue: Cue) -> int:
        """How far from the main clause a cue stands, brackets not counted."""
        main, text = self.sentence.main, self.sentence.text
        between = max(0, cue.start - main)
        if between and text.find("(", main, cue.start) >= 0:
            between -= sum(len(each[0]) for each in _BRACKETS.finditer(text, main, cue.start))
        return between

    def _stands_apart(self, cue: Cue) -> bool:
        """Whether a time opens a clause: not "đảng viên hiện nay"."""
        opens = cue.start <= self.begin + NEXT
        closes = cue.kind is CueKind.ASIDE and self.sentence.text.startswith(",", cue.end)
        return (
            opens or closes or self.sentence.text[cue.start - 2 : cue.start] in {", ", "; ", ": "}
        )

    @property
    def names_task(self) -> bool:
        """Whether it says what the task is: "Nhiệm vụ trọng tâm là tổ chức tốt đại hội"."""
        end = min(self.sentence.end, self.begin + _REACH)
        text = self.sentence.text
        if self.lists:
            return True
        found = _CORE_IS.match(text, self.begin) or _TASK_IS.search(text, self.begin, end)
        return found is not None and not _NEEDED.match(text, found.end())

    @property
    def imperative(self) -> bool:
        ordered = self.sentence.view >= View.ORDERED
        if ordered and commands(self.sentence.text, self.sentence.main):
            return True
        weak = self.at(CueKind.VERB) <= 0
        return self.at(CueKind.ACT) <= 0 or (
            weak and (self.sentence.view >= View.ORDERED or self.sentence.item)
        )

    @property
    def ahead(self) -> bool:
        return self.sentence.view >= View.TURNED

    @property
    def goes_on(self) -> bool:
        """Whether it goes on with orders without naming anybody."""
        return self.imperative and self.sentence.view >= View.ORDERED

    def base(self) -> float:
        """What the view is worth; an order is one wherever it stands, unless it is reported."""
        spoken = (self.at(CueKind.ORDER) <= _REACH and self.orders_first()) or (
            self.sentence.subject is not None and self.at(CueKind.DUTY) <= _REACH
        )
        reported = self.at(CueKind.DONE) < min(self.at(CueKind.ORDER), self.at(CueKind.DUTY))
        view = self.sentence.view
        spoken = (spoken and not self._counted()) or self.deadline > 0 or self.lists
        lifted = spoken and not reported and not self.sentence.item
        if view is View.BEHIND and lifted and not self.sentence.turned_back:
            return _BASE[View.OPEN]
        return _BASE[view]

    def in_favour(self) -> list[tuple[str, float]]:
        found = [*self._does(), *self._orders(), *self._owes(), *self._plans()]
        if found and self.deadline:
            found.append(("deadline", self.deadline))
        if found and self.at(CueKind.AHEAD) <= EARLY:
            found.append(("after the turn", 0.4))
        return found

    def _does(self) -> Iterator[tuple[str, float]]:
        if self.imperative:
            yield "imperative", 2.2 if self.at(CueKind.ACT) <= 0 else 1.6
        elif self.at(CueKind.ACT) <= EARLY * 2:
            yield "subject and verb", self._subject()
        elif self.at(CueKind.VERB) <= EARLY * 2 and self.sentence.subject is not None:
            yield "subject and verb", 1.2

    def _subject(self) -> float:
        if self.sentence.subject is not None:
            return 1.5 + self._assigned()
        if self.work:
            return 1.2
        # "Hòa Sơn tập trung …": a name that no table knows.
        main = self.sentence.main
        named = self.sentence.body[main : main + EARLY // 2]
        owes = self.at(CueKind.DUTY) <= _REACH
        return 0.7 if _NAME.match(named) else -0.4 * (not owes)

    def _assigned(self) -> float:
        """What more the words say than who and what: "Sở Y tế | chủ trì", "Mỗi đảng viên"."""
        sentence = self.sentence
        if sentence.subject is not None and _LEADS.match(sentence.text, sentence.subject):
            return 1.7
        return 0.8 if _EACH.match(sentence.text, sentence.main) else 0.0

    def _orders(self) -> Iterator[tuple[str, float]]:
        if self.at(CueKind.ORDER) <= _REACH:
            yield "order", 3.6 if self.orders_first() else 2.2
        elif self.has_verb() and asked_at_end(*self._span()):
            yield "order", 3.0
        what = min(self.at(CueKind.ACT), self.at(CueKind.DUTY))
        if self.at(CueKind.URGE) <= _REACH and what < math.inf:
            yield "urging", 1.2

    def _owes(self) -> Iterator[tuple[str, float]]:
        duty = self.at(CueKind.DUTY)
        if bans(self.sentence.text, self.sentence.main, self.sentence.end):
            yield "duty", 3.2
        elif duty <= _REACH:
            by = 2.6 if duty <= _AT_HEAD else 2.4 if self.sentence.subject is not None else 1.3
            if (duty <= 0 and self._verb_at_once()) or self._accompanied():
                by = 3.2
            yield "duty", max(by, 2.2) if self.work or self._matters() else by
            if self.sentence.subject is None and stressed_at_end(*self._span()):
                yield "urging", 1.2
        if self.has_verb() and self.names_task:
            yield "named task", 3.6
        sees_to_it = self.sentence.subject is not None or self.imperative
        if sees_to_it and self.of_the_paper:
            yield "carrying out", 2.0

    def _verb_at_once(self) -> bool:
        return min(self.at(CueKind.ACT), self.at(CueKind.VERB)) <= _AT_ONCE

    def _accompanied(self) -> bool:
        """Whether its long subject names others last, between commas."""
        sentence, duty = self.sentence, self.place[CueKind.DUTY]
        return _ALONG_WITH.search(sentence.text, sentence.main, duty) is not None

    def _plans(self) -> Iterator[tuple[str, float]]:
        pledge = self.at(CueKind.PLEDGE)
        if pledge <= EARLY * 2:
            verb = min(
                (
                    cue.start - self.sentence.main - pledge
                    for cue in self.sentence.cues
                    if cue.kind in {CueKind.ACT, CueKind.VERB}
                    and cue.start - self.sentence.main > pledge
                ),
                default=math.inf,
            )
            subject = self.sentence.subject
            owner = subject is not None and pledge - (subject - self.sentence.main) <= _AT_ONCE
            sure = pledge <= 0 or (owner and (verb <= _AT_ONCE or self._will()))
            if sure or subject is not None:
                yield "plan", 2.0 if sure else 0.3

    def _span(self) -> tuple[str, int, int]:
        return self.sentence.text, self.sentence.start, self.sentence.end

    def orders_first(self) -> bool:
        """Whether to order is all that somebody does: not "kiểm tra các xã, yêu cầu …"."""
        return self.at(CueKind.ORDER) < min(self.at(CueKind.ACT), self.at(CueKind.VERB))

    def _matters(self) -> bool:
        """Whether what must be so is part of the work: "Nội dung kỳ họp phải …" in a speech."""
        sentence = self.sentence
        spoken = sentence.view >= View.SPOKEN
        return spoken and _MATTER.match(sentence.text, sentence.main) is not None

    @property
    def listed(self) -> bool:
        """Under "Nhiệm vụ" an item is a task whatever its form."""
        return self.sentence.item and self.sentence.view is View.AHEAD

    def _deadline(self) -> float:
        """What a deadline is worth; by the day of publication it is ahead or past."""
        able = self.imperative or self.sentence.subject is not None or self.work
        text, start, end = self.sentence.text, self.sentence.start, self.sentence.end
        reported = min(self.at(CueKind.DONE), self.at(CueKind.STATE)) < math.inf
        if not able or reported or _DEADLINE.search(text, start, end) is None:
            return 0.0
        due = due_within(self.sentence.body, start, end, None)
        day = self.sentence.published_on
        if day is None or due is None or due.last is None:
            return 2.0
        past = 0.0 if self.sentence.view >= View.ORDERED else -1.5
        return 3.2 if due.last >= day else past

    def _counted(self) -> bool:
        if CueKind.DUTY not in self.place or CueKind.ORDER in self.place:
            return False
        return counts(self.sentence.text, self.place[CueKind.DUTY], self.sentence.end)

    def _will(self) -> bool:
        """Whether "sẽ" stands there: a verb follows it, though no table may know it."""
        pledge = self.place.get(CueKind.PLEDGE)
        return pledge is not None and self.sentence.text.startswith("sẽ ", pledge)

    def has_verb(self) -> bool:
        pledged = self.at(CueKind.PLEDGE) <= 0 or self._will()
        return pledged or min(self.at(CueKind.ACT), self.at(CueKind.VERB)) < math.inf
