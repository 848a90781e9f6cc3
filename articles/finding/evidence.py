"""The evidence in the words of one sentence: what speaks for its setting out a task, what against.

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
from articles.finding.phrases import folded
from articles.finding.telling import counts, has_figures, tells
from articles.finding.turns import View

__all__ = ["Evidence", "Sentence"]

_EARLY: Final = 70  # characters: where the subject ends and the verb must come
_NAME: Final = re.compile(r"(?:[A-ZĐÀ-Ỹ]\w*\s+){2}[a-zđà-ỹ]")
_FULL: Final = 6  # blanks between the syllables of a full sentence
_AT_HEAD: Final = 5  # characters: "cũng cần", after "Ngoài ra,"
_AT_ONCE: Final = 32  # characters from "sẽ" to the verb that it goes with
_WORK: Final = folded(r"(?:công\s+tác|việc|hoạt\s+động|nội\s+dung)(?!\w)")
_PREDICATE: Final = 16  # characters from the subject to a "đã" that is not its own
_NEXT: Final = 3  # characters from the subject to its own "đã"
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

_FIGURES: Final = folded(
    r"""\d[\d.,]*\s*(?:%|(?:tỷ|triệu|nghìn|ngàn|đồng\s+chí|lượt|vụ|đảng\s+viên|tổ\s+chức|mô\s+hình
    |chi\s+bộ|đảng\s+bộ|người|hộ|cuộc|lớp|buổi|ha|km|xã|huyện|trường\s+hợp|cán\s+bộ|cơ\s+sở|doanh\s+nghiệp
    |tấn|m2|căn|bệnh\s+nhân|ca|học\s+sinh|đại\s+biểu|ý\s+kiến|công\s+trình|dự\s+án)(?!\w))""",
)
# "Nêu gương là …", not "nhất là", "đặc biệt là".
_IS: Final = folded(r"(?<!nhất\s)(?<!biệt\s)(?<!yếu\s)(?<!hết\s)(?<!\w)là(?!\w)(?!\s*:)")
_DEADLINE: Final = folded(
    r"""(?<!\w)(?:chậm\s+nhất|muộn\s+nhất
    |trước\s+(?:(?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}(?!\s*[/.-]\s*1\d{3}|\d)
    |(?:tháng|quý)\s+[\divx]))""",
)
_TASK_IS: Final = folded(
    r"""(?:nhiệm\s+vụ\s+(?:trọng\s+tâm|trước\s+mắt|cấp\s+bách|đặt\s+ra|chủ\s+yếu|trong|năm|quý|tháng|được\s+(?:đặt\s+ra|xác\s+định)|của\s+(?:năm|quý|tháng|nhiệm\s+kỳ)
    |thời\s+gian|hiện\s+nay|tiếp\s+theo|hàng\s+đầu)|việc\s+cần\s+làm|yêu\s+cầu\s+đặt\s+ra)(?!\w)[^.:;]{0,100}\slà(?:\s*:)?\s""",
)
_QUESTION: Final = re.compile(r"[?!][\s\")]*$")  # slogans end so too
_QUOTATION: Final = re.compile(r'"[^"]*"[.!…]*')
# "Sáng 12/7, Huyện ủy tổ chức hội nghị": news of the day.
_DATED: Final = folded(
    r"(?:sáng|trưa|chiều|tối|đêm|ngày)\s+(?:nay|(?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d)"
)
_LEADS: Final = folded(
    r"\s+(?:chủ\s+trì,?\s+(?:phối\s+hợp|tham\s+mưu|xây\s+dựng|hướng\s+dẫn)|là\s+cơ\s+quan\s+đầu\s+mối)(?!\w)"
)
_EACH: Final = folded(r"(?:mỗi|từng|mọi)\s")
_HABIT: Final = folded(r"(?<!\w)(?:cũng|luôn|đều|vẫn|thường|lại|còn|vừa|mới|từng)\s$")
_LESSON: Final = folded(r"(?:[\w\s]{0,30}\s)?bài\s+học(?!\w)")


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


class Evidence:
    """The evidence in the words of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.begin = opening(sentence.text, sentence.start, sentence.end)
        self.first: dict[CueKind, int] = {}
        for cue in sentence.cues:
            if cue.kind in _LOOKS_AWAY and not self._stands_apart(cue):
                continue
            if cue.start >= sentence.main or cue.kind in _OF_CIRCUMSTANCE:
                self.first.setdefault(cue.kind, max(0, cue.start - sentence.main))
        self.obliges = min(self.at(CueKind.ORDER), self.at(CueKind.DUTY)) <= _REACH
        # "Công tác …", "Việc …": work is a subject that stands for those who do it.
        self.work = _WORK.match(sentence.text, sentence.main) is not None
        self.deadline = self._deadline()

    def at(self, kind: CueKind) -> float:
        """How far from the opening the first cue of a kind stands; infinite without one."""
        return self.first.get(kind, math.inf)

    def _stands_apart(self, cue: Cue) -> bool:
        """Whether a time opens a clause: not "đảng viên hiện nay"."""
        opens = cue.start <= self.begin + _NEXT
        closes = self.sentence.text.startswith(",", cue.end)
        return (
            opens or closes or self.sentence.text[cue.start - 2 : cue.start] in {", ", "; ", ": "}
        )

    @property
    def names_task(self) -> bool:
        """Whether it says what the task is: "Nhiệm vụ trọng tâm là tổ chức tốt đại hội"."""
        end = min(self.sentence.end, self.begin + _REACH)
        return _TASK_IS.search(self.sentence.text, self.begin, end) is not None

    @property
    def imperative(self) -> bool:
        weak = self.at(CueKind.VERB) <= 0
        return self.at(CueKind.ACT) <= 0 or (
            weak and (self.sentence.view >= View.ORDERED or self.sentence.item)
        )

    @property
    def ahead(self) -> bool:
        return self.sentence.view >= View.TURNED

    @property
    def _goes_on(self) -> bool:
        """Whether it goes on with orders without naming anybody."""
        return self.imperative and self.sentence.view >= View.ORDERED

    def base(self) -> float:
        """What the view is worth; an order is one wherever it stands, unless it is reported."""
        spoken = self.at(CueKind.ORDER) <= _REACH or (
            self.sentence.subject is not None and self.at(CueKind.DUTY) <= _REACH
        )
        reported = self.at(CueKind.DONE) < min(self.at(CueKind.ORDER), self.at(CueKind.DUTY))
        view = self.sentence.view
        spoken = (spoken and not self._counted()) or self.deadline > 0
        lifted = spoken and not reported and not self.sentence.item
        if view is View.BEHIND and lifted and not self.sentence.turned_back:
            return _BASE[View.OPEN]
        return _BASE[view]

    def in_favour(self) -> list[tuple[str, float]]:
        found = [*self._does(), *self._owes()]
        if found and self.deadline:
            found.append(("deadline", self.deadline))
        if found and self.at(CueKind.AHEAD) <= _EARLY:
            found.append(("after the turn", 0.4))
        return found

    def _does(self) -> Iterator[tuple[str, float]]:
        if self.imperative:
            yield "imperative", 2.2 if self.at(CueKind.ACT) <= 0 else 1.6
        elif self.at(CueKind.ACT) <= _EARLY * 2:
            yield "subject and verb", self._subject()
        elif self.at(CueKind.VERB) <= _EARLY * 2 and self.sentence.subject is not None:
            yield "subject and verb", 1.2

    def _subject(self) -> float:
        if self.sentence.subject is not None:
            return 1.5 + self._assigned()
        if self.work:
            return 1.2
        # "Hòa Sơn tập trung …": a name that no table knows.
        main = self.sentence.main
        named = self.sentence.body[main : main + _EARLY // 2]
        return 0.7 if _NAME.match(named) else -0.4

    def _assigned(self) -> float:
        """What more the words say than who and what: "Sở Y tế | chủ trì", "Mỗi đảng viên"."""
        sentence = self.sentence
        if sentence.subject is not None and _LEADS.match(sentence.text, sentence.subject):
            return 1.7
        return 0.8 if _EACH.match(sentence.text, sentence.main) else 0.0

    def _owes(self) -> Iterator[tuple[str, float]]:
        if self.at(CueKind.ORDER) <= _REACH:
            yield "order", 3.6
        what = min(self.at(CueKind.ACT), self.at(CueKind.DUTY))
        if self.at(CueKind.URGE) <= _REACH and what < math.inf:
            yield "urging", 1.2
        duty = self.at(CueKind.DUTY)
        if duty <= _REACH:
            by = 2.6 if duty <= _AT_HEAD else 2.4 if self.sentence.subject is not None else 1.3
            yield "duty", max(by, 2.2) if self.work else by
        if self._has_verb() and self.names_task:
            yield "named task", 3.6
        pledge = self.at(CueKind.PLEDGE)
        if pledge <= _EARLY * 2:
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
            sure = pledge <= 0 or (owner and verb <= _AT_ONCE)
            yield "plan", 2.0 if sure else 0.3

    def against(self) -> float:
        owes = self.at(CueKind.DUTY) < math.inf
        told = tells(
            self.sentence.text,
            self.begin,
            self.sentence.end,
            obliges=self.obliges or self.names_task,
            owes=owes,
        )
        subject = self.sentence.subject
        if subject is not None and not self.obliges:
            told += 2.5 * has_figures(self.sentence.text, subject, self.sentence.end)
        return self._reported() + self._explained() + told * (not self._listed)

    @property
    def _listed(self) -> bool:
        """Under "Nhiệm vụ" an item is a task whatever its form."""
        return self.sentence.item and self.sentence.view is View.AHEAD

    def _reported(self) -> float:
        total = 0.0
        verb = min(self.at(CueKind.DUTY), self.at(CueKind.ORDER), self.at(CueKind.PLEDGE))
        first = self.at(CueKind.DONE) < min(verb, self.at(CueKind.ACT), self.at(CueKind.VERB))
        # "Để giúp dân, | huyện đã …": what it was for comes before who did it.
        if first or 0 <= self._after_subject() <= _NEXT:
            total += 0.4 if self._past_object() else 3.0 if self.obliges else 3.4
        elif self.at(CueKind.DONE) < math.inf and not self.obliges:
            total += 0.4 if self.ahead or self._goes_on else 1.2
        total += 1.5 * (not self.obliges and self._is_habit())
        if self.at(CueKind.STATE) < verb:
            late = self.imperative or self.at(CueKind.ACT) < self.at(CueKind.STATE) - 20
            total += 0.5 if late and self.sentence.view >= View.ORDERED else 2.0
        if min(self.at(CueKind.BEHIND), self.at(CueKind.ASIDE)) <= _EARLY / 2:
            total += 1.5
        text = self.sentence.text
        if not self.obliges and _FIGURES.search(text, self.sentence.start, self.sentence.end):
            aimed = self.sentence.view >= View.ORDERED or self.at(CueKind.PLEDGE) < math.inf
            total += 0.5 if aimed else 1.5
        return total

    def _is_habit(self) -> bool:
        """Whether it is done anyway: "tỉnh cũng | đầu tư", "xã luôn | quan tâm"."""
        verb = min(self.at(CueKind.ACT), self.at(CueKind.VERB))
        if not 0 < verb < math.inf:
            return False
        at = self.sentence.main + int(verb)
        text = self.sentence.text
        return _HABIT.search(text, max(self.sentence.main, at - 7), at) is not None and not (
            text.startswith("tiếp tục", at)
            or text.count("vừa", self.sentence.main, self.sentence.end) > 1
        )

    def _past_object(self) -> bool:
        """Whether "đã" comes after the predicate: "mời | luật sư, kỹ sư đã nghỉ hưu"."""
        return self._listed and self._after_subject() > _PREDICATE

    def _after_subject(self) -> float:
        """How far from the end of the subject "đã" stands; infinite where there is none."""
        subject = self.sentence.subject
        return (
            math.inf if subject is None else self.at(CueKind.DONE) - (subject - self.sentence.main)
        )

    def _explained(self) -> float:
        total = 0.0
        if not self.obliges:
            total += 2.5 * bool(_DATED.match(self.sentence.text, self.begin))
            told = min(self.at(CueKind.PRAISE), self.at(CueKind.EVENT))
            total += 2.5 * (told <= _EARLY and told < self.at(CueKind.ACT))
            total += 1.5 * (0 < self.at(CueKind.EFFECT) < self.at(CueKind.ACT))
            total += 1.5 * (self.at(CueKind.PRINCIPLE) <= _EARLY * 2 and not self.imperative)
        total += (3.0 if self.obliges else 4.5) * self._wishes()
        text, start, end = self.sentence.text, self.sentence.start, self.sentence.end
        main = self.sentence.main
        defines = _IS.search(text, main, min(end, main + _EARLY))
        defined = defines is not None and defines.start() - main < self.at(CueKind.ACT)
        if defined and not self.obliges and not self.names_task:
            total += 2.0
        total += 2.0 * bool(_LESSON.match(text, self.begin, end))
        if self.sentence.view <= View.OPEN and self._is_quoted(self.at(CueKind.DUTY)):
            total += 1.5  # a saying: Bà bảo: "Cán bộ phải làm trước"
        total += 1.5 * bool(_QUOTATION.fullmatch(text, start, end)) * (not self.obliges)
        asked = _QUESTION.search(text, max(start, end - 4), end) is not None
        # "phải làm rõ những vấn đề như: … là gì?" is a duty, not a question.
        total += 4.0 * (asked and text.find(":", self._duty_end(), end) < 0)
        if not self.obliges and not self._has_verb():
            # The verbs of a plan are an open class: under "Nhiệm vụ" a full sentence will do.
            full = self.sentence.text.count(" ", self.begin, end) >= _FULL
            total += 0.2 if full and self._listed else 0.9 if full and self.ahead else 1.6
        return total

    def _duty_end(self) -> int:
        duty = self.at(CueKind.DUTY)
        return self.sentence.end if duty == math.inf else self.sentence.main + int(duty)

    def _wishes(self) -> bool:
        wish = self.at(CueKind.WISH)
        if wish > _EARLY:
            return False
        at = self.sentence.main + int(wish)
        # "Với truyền thống xây dựng …, tin tưởng rằng": it begins the main clause.
        clause = self.sentence.text[max(self.begin, at - 2) : at].rstrip().endswith(",")
        return wish < self.at(CueKind.ACT) or clause

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
            return 1.7
        return 3.2 if due.last >= day else -1.5

    def _counted(self) -> bool:
        duty = self.at(CueKind.DUTY)
        if duty == math.inf or self.at(CueKind.ORDER) < math.inf:
            return False
        return counts(self.sentence.text, self.sentence.main + int(duty), self.sentence.end)

    def _has_verb(self) -> bool:
        pledged = self.at(CueKind.PLEDGE) <= 0
        return pledged or min(self.at(CueKind.ACT), self.at(CueKind.VERB)) < math.inf

    def _is_quoted(self, place: float) -> bool:
        """Whether a cue stands between quotation marks."""
        if place == math.inf:
            return False
        at = self.sentence.main + int(place)
        return self.sentence.text.count('"', self.sentence.start, at) % 2 == 1
