"""Items that are tasks by their form: programmes of verbs, and tasks that look like headings."""

from collections.abc import Sequence
from typing import Final

from articles.finding.cues import CueKind, Cues
from articles.finding.structure import Block

__all__ = ["calls", "is_programme"]

_SIBLINGS: Final = 12  # items of a list that are looked at to know its kind


def calls(block: Block, cues: Cues) -> bool:
    """Whether an item begins with a verb of doing."""
    found = cues.within(block.start, block.end)
    return bool(found) and found[0].kind is CueKind.ACT and found[0].start == block.start


def is_programme(blocks: Sequence[Block], place: int, cues: Cues) -> bool:
    """Whether most items of the list at `place` begin with a verb of doing, and none reports."""
    block = blocks[place]
    siblings = [
        each
        for each in blocks[place : place + _SIBLINGS]
        if each.family == block.family and each.parent is block.parent
    ]
    told = (
        cue.kind in {CueKind.DONE, CueKind.STATE}
        for each in siblings
        for cue in cues.within(each.start, each.end)
    )
    if any(told):
        return False
    doing = sum(calls(each, cues) for each in siblings)
    return len(siblings) > 1 and doing * 3 >= len(siblings) * 2
