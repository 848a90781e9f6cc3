"""Whether one sentence or item sets out something to be done.

Evidence is added up: which way the text looks, what the words themselves say, what speaks
against them. The sum decides; the strongest evidence names the rule.

How often each rule is right was counted on 2,380 tasks found in 108 labelled articles, in the
passages of the tests, in 287 articles and pages of newspapers and offices that were read beside
what was found, and in a sample of general news, as (right + 1) / (found + 2).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from articles.finding.cues import Cue, CueKind
from articles.finding.evidence import Evidence, Sentence, bans
from articles.finding.objections import Objections
from articles.finding.phrases import folded
from articles.finding.telling import asked_at_end
from articles.finding.turns import View

__all__ = ["ENOUGH", "Sentence", "Verdict", "is_hopeless", "judge"]

ENOUGH: Final = 1.5
# Without any of these, and of a deadline, who leads, "nhiệm vụ trọng tâm là", it is not enough.
_STRONG: Final = frozenset([CueKind.ORDER, CueKind.DUTY, CueKind.PLEDGE, CueKind.URGE])
_MARKS: Final = folded(
    "trước\\s|chậm\\s+nhất|muộn\\s+nhất|chủ\\s+trì|đầu\\s+mối|trọng\\s+tâm|nhiệm\\s+vụ|việc\\s+cần|\\sthứ\\s+\\w+\\s+là\\s|đặt\\s+ra|\\snày\\W?$|tại\\s+điều\\s"
)
_FIRM: Final = 2.2
# Rule: how often it is right where little more than enough speaks for it, and where more does.
_RIGHT: Final = {
    "list item": (0.91, 0.99),
    "imperative after the turn": (0.89, 0.99),
    "subject and verb after the turn": (0.92, 0.97),
    "order": (0.94, 0.95),
    "plan": (0.78, 0.94),
    "deadline": (0.67, 0.94),
    "imperative": (0.83, 0.92),
    "duty": (0.74, 0.88),
    "named task": (0.67, 0.88),
    "subject and verb": (0.87, 0.87),
    "carrying out": (0.67, 0.83),
    "urging": (0.67, 0.75),
    "after the turn": (0.50, 0.50),
}
_BARE: Final = 0.5  # what running text lacks that only its place speaks for
_ITEM: Final = 0.6  # what it is worth to stand in a list


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
        """How often its rule is right."""
        return _RIGHT[self.rule][self.score >= _FIRM]


def is_hopeless(  # noqa: PLR0913, PLR0917 - a place in a text, and what is known of it
    text: str, start: int, main: int, end: int, cues: Sequence[Cue], view: View
) -> bool:
    """Whether running text that does not look ahead holds nothing that could speak enough.

    Most of a newspaper is such text, which need not be judged then.
    """
    if view > View.OPEN or any(cue.kind in _STRONG for cue in cues) or bans(text, main, end):
        return False
    return _MARKS.search(text, start, end) is None and not asked_at_end(text, start, end)


def judge(sentence: Sentence) -> Verdict:
    """Add up the evidence of one sentence."""
    words = Evidence(sentence)
    for_it = words.in_favour()
    rule, _ = max(for_it, key=lambda reason: reason[1], default=("after the turn", 0.0))
    score = words.base() + sum(value for _, value in for_it)
    if sentence.item:
        rule = "list item"
        score += _ITEM
    elif sentence.view >= View.TURNED and rule in {"imperative", "subject and verb"}:
        rule = f"{rule} after the turn"
    if not for_it and not sentence.item:
        score -= _BARE
    if score >= ENOUGH:
        score -= Objections(words).weight()
    return Verdict(score, rule)
