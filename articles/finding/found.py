"""A task as the walk leaves it, before its particulars are read."""

from dataclasses import dataclass, field

from articles.finding.judging import Verdict
from articles.finding.responsible import Parties
from articles.finding.structure import Block

__all__ = ["Found"]


@dataclass(slots=True)
class Found:
    """A task before its particulars."""

    start: int
    end: int
    block: Block
    heading: Block | None
    verdict: Verdict
    parties: Parties
    # The lines below it that give its particulars.
    particulars: list[tuple[int, int]] = field(default_factory=list)
