"""What speaks against a sentence's setting out a task: it reports, explains, wishes or asks."""

import math
import re
from typing import Final

from articles.finding.cues import CueKind
from articles.finding.evidence import EARLY, NEXT, Evidence
from articles.finding.laws import cites_law
from articles.finding.names import name_at
from articles.finding.phrases import folded
from articles.finding.telling import (
    explains,
    forecasts,
    has_figures,
    holds,
    legislates,
    opines,
    says_so,
    sits,
    tells,
    thinks_so,
)
from articles.finding.turns import View

__all__ = ["Objections"]

_FULL: Final = 6  # blanks between the syllables of a full sentence
_BEFORE: Final = 12  # characters before a verb that say how it is meant
_LATE: Final = 20  # characters by which a state comes after what is to be done
_PREDICATE: Final = 16  # characters from the subject to a "đã" that is not its own
_FIGURES: Final = folded(
    r"""\d[\d.,]*\s*(?:%|(?:tỷ|triệu|nghìn|ngàn|đồng\s+chí|lượt|vụ|đảng\s+viên|tổ\s+chức|mô\s+hình
    |chi\s+bộ|đảng\s+bộ|người|hộ|cuộc|lớp|buổi|ha|km|xã|huyện|trường\s+hợp|cán\s+bộ|cơ\s+sở|doanh\s+nghiệp
    |tấn|m2|căn|bệnh\s+nhân|ca|học\s+sinh|đại\s+biểu|ý\s+kiến|công\s+trình|dự\s+án)(?!\w))""",
)
_MONEY: Final = folded(r"\d[\d.,]*\s*(?:(?:nghìn|ngàn|triệu|tỷ)\s+)?(?:đồng|đ)(?!\w)")
# "Nêu gương là …", not "nhất là", "đặc biệt là".
_IS: Final = folded(r"(?<!nhất\s)(?<!biệt\s)(?<!yếu\s)(?<!hết\s)(?<!\w)là(?!\w)(?!\s*:)")
_QUESTION: Final = re.compile(r"[?!][\s\")]*\.?$")  # slogans end so too
_QUOTATION: Final = re.compile(r'"[^"]*"[.!…]*')
# "Sáng 12/7, Huyện ủy tổ chức hội nghị": news of the day.
_DATED: Final = folded(
    r"(?:sáng|trưa|chiều|tối|đêm|ngày)\s+(?:nay|(?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d)"
)
# "Thực hiện kế hoạch, ngày 16/4/2024, sở có văn bản …": what was done on that day.
_ON_THE_DAY: Final = folded(
    r"(?<!trước\s)(?<!đến\s)(?<!từ\s)(?<!nhất\s)(?<!kể\s)(?<!\w)ngày\s+\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*,\s*$"
)
# "Các đại biểu cắt băng khánh thành": what happens at an event.
_DELEGATES: Final = folded(
    r"(?:các|toàn\s+thể)\s+(?:vị\s+)?đại\s+biểu(?!\s+(?:quốc|hđnd|hội))(?!\w)"
)
_OCCASION: Final = folded(
    r"(?:cũng\s+)?(?:nhân\s+dịp\s+(?:này|đó)|cùng\s+(?:đi|dự)|tháp\s+tùng)(?!\w)"
)
# "Trước đó, ngày 25/10, Phó Thủ tướng đã họp, yêu cầu …": asked before what the text is about.
_BEFORE_THAT: Final = folded(
    r"(?:trước\s+đó|trước\s+đây|năm\s+ngoái|cách\s+đây)(?!\w)[^.;:]{0,120}?\sđã\s"
)
_HABIT: Final = folded(r"(?<!\w)(?:cũng|luôn|đều|vẫn|thường|lại|còn|vừa|mới|từng)\s$")
# "Chúng tôi phải dậy sớm xếp hàng": somebody tells of himself.
_ONESELF: Final = folded(
    r"[\"“]?\s*(?:[^,;:.]{0,60}?\s)?(?<!của\s)(?:tôi|chúng\s+tôi|mình|họ|anh|chị|em|cháu|anh\s+ấy|cô\s+ấy)\s+(?:\w+\s+)?$"
)
# "Để có nước, bà con phải đi bộ": what people must live through.
_LIVES: Final = folded(
    r"(?:bà\s+con|(?:các\s+|những\s+)?(?:bà|chị|anh|cụ|mẹ|em|cô|cháu)|(?:nhiều|các|cả|mọi|hàng\s+\w+)\s+(?:hộ|em|gia\s+đình|bản|làng|nhà|người)|gia\s+đình|con|đội|thầy|người\s+ta)(?!\w)[^;:.]{0,40}?\sphải$"
)
_CAN: Final = folded(r"(?<!\w)có\s+(?:thể|khả\s+năng)\s+(?:\w+\s+)?$")
# "thí sinh … không bị loại": what a rule lets be.
# From the verb to how it stands: no comma, and nothing that "còn yếu" may only describe.
_STANDS: Final = folded(
    r"(?:(?!(?:các|những|mọi|nơi|mặt|điểm|khâu|việc|vấn\s+đề|người|hộ|xã|địa\s+bàn|vùng|đối\s+tượng|dự\s+án|hạn\s+chế|tồn\s+tại)(?!\w))[^\s,;:]+\s+){2,12}"
)
_ENDS_SO: Final = folded(r"(?:còn|chưa)(?:\s+[^\s,.;:]+){1,2}(?:[,.;]|$)")
_LETS_BE: Final = folded(r"(?<!\w)không\s+(?:còn\s+)?bị(?!\s+động)(?!\w)")
# "các chi bộ | trực tiếp lãnh đạo các tổ chức": what they are there for.
_ROLE: Final = folded(
    r"[^.;:]{0,30}?\s+trực\s+tiếp\s+(?:lãnh\s+đạo|quản\s+lý|chỉ\s+huy)(?:\s+toàn\s+diện)?\s+(?:các\s+)*"
)
# "Nhận thức rõ …", "Xác định …": what is to be seen so comes after it.
_SEES: Final = folded(r"(?:nhận\s+thức|xác\s+định|coi|xem|quán\s+triệt)(?!\w)")
_LESSON: Final = folded(r"(?:[\w\s]{0,30}\s)?bài\s+học(?!\w)")


class Objections:
    """The evidence against, in the words of one sentence."""

    def __init__(self, words: Evidence) -> None:
        self.words, self.sentence = words, words.sentence
        self.text, self.at = words.sentence.text, words.at
        self.free = not words.obliges  # what an order or a duty says is not explained away

    def weight(self) -> float:
        """How much speaks against."""
        against = self._reported() + self._explained() + self._wished() + self._asked()
        against += 6.0 * (self.words.of_the_paper is False)
        if self.at(CueKind.ORDER) == math.inf:
            against += 6.0 * thinks_so(self.text, self.words.begin, self.sentence.end)
        if self.free:
            against += 3.0 * forecasts(
                self.text,
                self.words.begin,
                self.sentence.end,
                imperative=self.words.imperative,
            )
            against += self._habitual() + self._described() + self._verbless()
        return against if self.words.listed else against + self._told()

    def _told(self) -> float:
        sentence = self.sentence
        told = tells(
            self.text,
            self.words.begin,
            sentence.end,
            obliges=self.words.obliges or self.words.names_task,
            owes=self.at(CueKind.DUTY) < math.inf,
        )
        if self.free and sentence.view < View.TURNED:
            told += 2.0 * legislates(self.text, self.words.begin, sentence.end)
        if self.at(CueKind.ORDER) == math.inf:
            told += 3.0 * opines(self.text, self.words.begin, sentence.end)
        if self.at(CueKind.ORDER) == math.inf and sentence.view <= View.SPOKEN:
            told += 3.0 * (
                sentence.under_law
                or cites_law(self.text, sentence.main, self.words.begin, sentence.end)
            )
        if sentence.subject is not None and self.free:
            told += 2.5 * has_figures(self.text, sentence.subject, sentence.end)
        return told

    def _reported(self) -> float:
        at, total = self.at, 0.0
        owed = min(at(CueKind.DUTY), at(CueKind.ORDER), at(CueKind.PLEDGE))
        first = at(CueKind.DONE) < min(owed, at(CueKind.ACT), at(CueKind.VERB))
        # "Để giúp dân, | huyện đã …": what it was for comes before who did it.
        if first or 0 <= self._after_subject() <= NEXT:
            ordered = not self.free and self.words.orders_first()
            total += 0.4 if self._past_object() else 3.0 if ordered else 4.4
        elif at(CueKind.DONE) < math.inf and self.free:
            total += 0.4 if self.words.ahead or self.words.goes_on else 1.2
        if at(CueKind.STATE) < owed:
            late = self.words.imperative or at(CueKind.ACT) < at(CueKind.STATE) - _LATE
            late = late and self.sentence.view >= View.SPOKEN
            total += 3.5 if self._is_predicate() else 0.5 if late else 2.0
        total += 4.4 * (self.free and self._has_somebody_done())
        asked = min(at(CueKind.ORDER), at(CueKind.DUTY))
        asks = asked < at(CueKind.ACT) and not self.sentence.turned_back
        looks = at(CueKind.BEHIND) if asks else min(at(CueKind.BEHIND), at(CueKind.ASIDE))
        total += 1.5 * (looks <= EARLY / 2)
        total += 3.0 * (_BEFORE_THAT.match(self.text, self.words.begin) is not None and first)
        return total

    def _has_somebody_done(self) -> bool:
        """Whether what looks like an order only leads up to: "…, Ban cán sự | đã họp"."""
        done, text = self.words.place.get(CueKind.DONE), self.text
        if done is None or not self.words.imperative:
            return False
        comma = text.rfind(", ", self.sentence.main, done)
        name = name_at(self.sentence.body, text, comma + 2) if comma >= 0 else None
        if name is None or not self.sentence.body[name.start].isupper():
            return False
        return done - name.end <= NEXT

    def _is_predicate(self) -> bool:
        """Whether it says how the work stands: "Đào tạo cán bộ | ngày càng được mở rộng"."""
        state = self.words.place.get(CueKind.STATE)
        if state is None or not self.words.imperative or self.words.obliges:
            return False
        poor = self.text.startswith(("còn ", "chưa "), state)
        if poor and _ENDS_SO.match(self.text, state, self.sentence.end) is None:
            return False
        return _STANDS.fullmatch(self.text, self.sentence.main, state) is not None

    def _past_object(self) -> bool:
        """Whether "đã" comes after the predicate: "mời | luật sư, kỹ sư đã nghỉ hưu"."""
        return self.words.listed and self._after_subject() > _PREDICATE

    def _after_subject(self) -> float:
        """How far from the end of the subject "đã" stands; infinite where there is none."""
        subject, done = self.sentence.subject, self.words.place.get(CueKind.DONE)
        return math.inf if subject is None or done is None else done - subject

    def _habitual(self) -> float:
        """What is done anyway, was counted, or only can be done."""
        total = 0.0
        verb = self.words.verb()
        if verb is not None:
            main, before = self.sentence.main, max(0, verb - _BEFORE)
            able = _CAN.search(self.text, before, verb) is not None
            habit = _HABIT.search(self.text, max(main, before), verb) is not None
            both = self.text.count("vừa", main, self.sentence.end) > 1  # "vừa … vừa …"
            goes_on = self.text.startswith("tiếp tục", verb)
            total += 2.0 * able + 1.5 * (habit and not both and not goes_on)
        if _FIGURES.search(self.text, self.sentence.start, self.sentence.end):
            aimed = self.sentence.view >= View.ORDERED or self.at(CueKind.PLEDGE) < math.inf
            total += 0.5 if aimed else 1.5
        return total

    def _described(self) -> float:
        """An event, somebody's praise, a principle, an effect, a definition."""
        at, main = self.at, self.sentence.main
        total = 2.5 * bool(_DATED.match(self.text, self.words.begin))
        total += 2.5 * bool(_ON_THE_DAY.search(self.text, self.words.begin, main))
        total += 1.5 * bool(_DELEGATES.match(self.text, main))
        total += 2.5 * bool(_OCCASION.match(self.text, self.words.begin))
        told = min(at(CueKind.PRAISE), at(CueKind.EVENT))
        total += 2.5 * (told <= EARLY and told < at(CueKind.ACT))
        total += 3.0 * holds(self.text, main, self.sentence.end)
        total += 3.0 * sits(self.text, main, self.sentence.end)
        effect = 0 < at(CueKind.EFFECT) < at(CueKind.ACT)
        total += 1.5 * (effect and not self._takes_for(self.sentence.end))
        total += 1.5 * (at(CueKind.PRINCIPLE) <= EARLY * 2 and not self.words.imperative)
        defines = _IS.search(self.text, main, min(self.sentence.end, main + EARLY))
        if defines is not None and defines.start() - main < at(CueKind.ACT):
            total += 2.0 * (not self.words.names_task and not self._takes_for(defines.start()))
        total += 2.5 * explains(self.text, main, self.sentence.end)
        total += 2.5 * (self._lets_be() or self._has_role())
        total += 1.5 * bool(_QUOTATION.fullmatch(self.text, self.sentence.start, self.sentence.end))
        return total

    def _takes_for(self, at: int) -> bool:
        """Whether it calls for seeing something so: "Nhận thức rõ đây | là việc của mình"."""
        begins = _SEES.match(self.text, self.sentence.main, at) is not None
        return begins and self.sentence.view >= View.ORDERED

    def _lets_be(self) -> bool:
        found = _LETS_BE.search(self.text, self.sentence.main, self.sentence.end)
        return (
            found is not None
            and not self.words.imperative
            and found.start() - self.sentence.main < self.at(CueKind.ACT)
        )

    def _has_role(self) -> bool:
        """Whether a body is only said to lead others."""
        sentence = self.sentence
        if sentence.item or sentence.subject is None or self.at(CueKind.ACT) < math.inf:
            return False
        role = _ROLE.match(self.text, sentence.subject, sentence.end)
        return role is not None and name_at(sentence.body, self.text, role.end()) is not None

    def _verbless(self) -> float:
        if self.words.has_verb() or self.words.imperative:
            return 0.0
        full = self.text.count(" ", self.words.begin, self.sentence.end) >= _FULL
        # The verbs of a plan are an open class: under "Nhiệm vụ" a full sentence will do.
        if full and self.words.listed:
            return (
                3.0 * (_MONEY.search(self.text, self.words.begin, self.sentence.end) is not None)
                or 0.2
            )
        return 0.9 if full and self.words.ahead else 1.6

    def _explained(self) -> float:
        """A lesson drawn, or a saying: Bà bảo: "Cán bộ phải làm trước"."""
        total = 2.0 * bool(_LESSON.match(self.text, self.words.begin, self.sentence.end))
        duty = self.words.place.get(CueKind.DUTY)
        if duty is not None and self.sentence.view in {View.BEHIND, View.OPEN, View.TURNED}:
            total += 2.6 * says_so(self.text, self.sentence.start, self.sentence.end)
        if duty is not None and self._lives(duty):
            total += 2.6
        if self.sentence.view <= View.OPEN and duty is not None:
            quotes = self.text.count('"', self.sentence.start + 1, duty)
            total += 1.5 * (quotes % 2)
            at_duty = _ONESELF.match(self.text, self.sentence.main, duty)
            total += 2.0 * (at_duty is not None)
        return total

    def _lives(self, duty: int) -> bool:
        """Whether what somebody must do is none of the work of offices."""
        lives = _LIVES.match(self.text, self.sentence.main, duty + len("phải")) is not None
        return lives and self.at(CueKind.ACT) == math.inf and not self.words.listed

    def _asked(self) -> float:
        end, place = self.sentence.end, self.words.place
        if not _QUESTION.search(self.text, end - 4, end):
            return 0.0
        if CueKind.ORDER in place and self.text[end - 1] == "!":
            return 0.0
        # "phải làm rõ những vấn đề như: … là gì?" is a duty, not a question.
        duty = min(place.get(CueKind.DUTY, end), place.get(CueKind.ORDER, end))
        asks = 6.0 if "?" in self.text[end - 4 : end] else 4.0
        return asks * (self.text.find(":", duty, end) < 0)

    def _wished(self) -> float:
        wish = self.words.place.get(CueKind.WISH)
        if wish is None or self.at(CueKind.WISH) > EARLY:
            return 0.0
        # "Với truyền thống xây dựng …, tin tưởng rằng": it begins the main clause.
        clause = self.text[max(self.words.begin, wish - 2) : wish].rstrip().endswith(",")
        wishes = self.at(CueKind.WISH) < self.at(CueKind.ACT) or clause
        return (4.5 if self.free else 3.0) * wishes
