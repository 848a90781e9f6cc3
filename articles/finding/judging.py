"""Whether one sentence or item sets out something to be done.

Evidence is added up: which way the text looks, what the words themselves say, what speaks
against them. The sum decides; the strongest evidence names the rule.
"""

import math
from dataclasses import dataclass
from typing import Final

from articles.finding.evidence import Evidence, Sentence
from articles.finding.objections import Objections
from articles.finding.turns import View

__all__ = ["Sentence", "Verdict", "judge"]

ENOUGH: Final = 1.5
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
        """Between 0.5 and 0.98; a guess from the sum until reviewers' verdicts weigh it."""
        return round(min(0.98, 1 / (1 + math.exp(-(self.score - ENOUGH) * 0.8)) * 0.6 + 0.38), 2)


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
