"""Lists: what opens one, and items that are tasks by their form.

Those are programmes of verbs, and tasks that look like headings.
"""

from collections.abc import Sequence
from typing import Final

from articles.finding.cues import CueKind, Cues
from articles.finding.introductions import ENDS_OPEN, is_vague
from articles.finding.structure import Block

__all__ = ["calls", "is_programme", "opens_list"]

_SIBLINGS: Final = 12  # items of a list that are looked at to know its kind


def opens_list(text: str, blocks: Sequence[Block], place: int, start: int, end: int) -> bool:
    """Whether a sentence of the block at `place` only says what comes after it."""
    if text[end - 1] == ":" or is_vague(text, start, end):
        return True
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    return (
        following is not None
        and following.is_item
        and end == blocks[place].end
        and ENDS_OPEN.search(text, max(start, end - 60), end) is not None
    )


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
