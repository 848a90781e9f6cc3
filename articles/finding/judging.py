"""Whether one sentence or item sets out something to be done.

Evidence is added up: which way the text looks, what the words themselves say, what speaks
against them. The sum is turned into a confidence; the strongest evidence names the rule.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from articles.finding.cues import Cue, CueKind
from articles.finding.phrases import folded
from articles.finding.turns import View, opening

__all__ = ["Sentence", "Verdict", "judge"]

_EARLY: Final = 70  # characters: where the subject ends and the verb must come
_REACH: Final = 170  # characters: as far as an order's own verb may stand
ENOUGH: Final = 1.5

_BASE: Final = {View.BEHIND: -3.0, View.OPEN: -1.6, View.ORDERED: 0.6, View.AHEAD: 2.0}

_FIGURES: Final = folded(
    r"""\d[\d.,]*\s*(?:%|(?:tỷ|triệu|nghìn|ngàn|đồng\s+chí|lượt|vụ|đảng\s+viên|tổ\s+chức|mô\s+hình
    |chi\s+bộ|đảng\s+bộ|người|hộ|cuộc|lớp|buổi|ha|km|xã|huyện|trường\s+hợp|cán\s+bộ|cơ\s+sở|doanh\s+nghiệp
    |tấn|m2|căn|bệnh\s+nhân|ca|học\s+sinh|đại\s+biểu|ý\s+kiến|công\s+trình|dự\s+án)(?!\w))""",
)
_IS: Final = folded(r"(?<!\w)(?:là|chính\s+là|không\s+chỉ\s+là)(?!\w)(?!\s*:)")
_QUESTION: Final = re.compile(r"\?[\s\"”»)]*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is judged: a sentence or item, its cues, and how the text looks there."""

    text: str
    start: int
    end: int
    cues: Sequence[Cue]
    view: View
    item: bool
    subject: bool  # a body or a group of people is named before the verb


@dataclass(frozen=True, slots=True)
class Verdict:
    """How much speaks for a task, and what most."""

    score: float
    rule: str

    @property
    def is_task(self) -> bool:
        return self.score >= ENOUGH

    @property
    def confidence(self) -> float:
        """Between 0.5 and 0.98; a guess from the sum until reviewers' verdicts weigh it."""
        return round(min(0.98, 1 / (1 + math.exp(-(self.score - ENOUGH) * 0.8)) * 0.6 + 0.38), 2)


def judge(sentence: Sentence) -> Verdict:
    """Add up the evidence of one sentence."""
    begin = opening(sentence.text, sentence.start, sentence.end)
    words = _Words(sentence, begin)
    for_it = words.in_favour()
    rule, _ = max(for_it, key=lambda reason: reason[1], default=("after the turn", 0.0))
    score = _BASE[sentence.view] + sum(value for _, value in for_it) - words.against()
    if sentence.item:
        rule = "list item"
        score += 0.6
    elif sentence.view is View.AHEAD and rule in {"imperative", "subject and verb"}:
        rule = f"{rule} after the turn"
    return Verdict(score, rule)


class _Words:
    """The evidence in the words of one sentence."""

    def __init__(self, sentence: Sentence, begin: int) -> None:
        self.sentence, self.begin = sentence, begin
        self.first: dict[CueKind, int] = {}
        for cue in sentence.cues:
            self.first.setdefault(cue.kind, cue.start - begin)

    def at(self, kind: CueKind) -> float:
        """How far from the opening the first cue of a kind stands; infinite without one."""
        return self.first.get(kind, math.inf)

    @property
    def imperative(self) -> bool:
        return self.at(CueKind.ACT) <= 0

    @property
    def obliges(self) -> bool:
        return min(self.at(CueKind.ORDER), self.at(CueKind.DUTY)) <= _REACH

    def in_favour(self) -> list[tuple[str, float]]:
        found = []
        if self.imperative:
            found.append(("imperative", 2.2))
        elif self.at(CueKind.ACT) <= _EARLY * 2:
            found.append(("subject and verb", 1.5 if self.sentence.subject else 0.6))
        if self.at(CueKind.ORDER) <= _REACH:
            found.append(("order", 3.6))
        if self.at(CueKind.DUTY) <= _REACH:
            strong = self.sentence.subject or self.at(CueKind.DUTY) <= _EARLY
            found.append(("duty", 2.4 if strong else 1.6))
        if self.at(CueKind.PLEDGE) <= _EARLY * 2:
            found.append(("plan", 2.0 if self.sentence.subject or self.imperative else 1.2))
        if self.at(CueKind.AHEAD) <= _EARLY:
            found.append(("after the turn", 0.8))
        return found

    def against(self) -> float:
        return self._reported() + self._explained()

    def _reported(self) -> float:
        total = 0.0
        verb = min(self.at(CueKind.DUTY), self.at(CueKind.ORDER), self.at(CueKind.PLEDGE))
        if self.at(CueKind.DONE) < verb and not (self.imperative and self.at(CueKind.DONE) > 0):
            total += 1.2 if self.obliges else 3.4
        elif self.at(CueKind.DONE) < math.inf and not self.obliges:
            total += 0.4 if self.sentence.view is View.AHEAD else 1.2
        if self.at(CueKind.STATE) < verb:
            late = self.imperative or self.at(CueKind.ACT) < self.at(CueKind.STATE) - 20
            total += 0.5 if late and self.sentence.view is View.AHEAD else 2.0
        if self.at(CueKind.BEHIND) <= _EARLY / 2:
            total += 1.5
        text = self.sentence.text
        if not self.obliges and _FIGURES.search(text, self.sentence.start, self.sentence.end):
            total += 0.5 if self.sentence.view is View.AHEAD else 1.5
        return total

    def _explained(self) -> float:
        total = 0.0
        if not self.obliges:
            total += 2.5 * (min(self.at(CueKind.PRAISE), self.at(CueKind.EVENT)) <= _EARLY)
            total += 1.5 * (self.at(CueKind.PRINCIPLE) <= _EARLY * 2 and not self.imperative)
        total += 3.0 * (self.at(CueKind.WISH) <= _EARLY)
        text, start, end = self.sentence.text, self.sentence.start, self.sentence.end
        defines = _IS.search(text, self.begin, min(end, self.begin + _EARLY))
        if defines and not self.imperative and not self.obliges:
            total += 2.0
        total += 4.0 * bool(_QUESTION.search(text, max(start, end - 4), end))
        if self.at(CueKind.ACT) == math.inf and not self.obliges:
            total += 1.6
        return total
