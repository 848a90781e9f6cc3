"""Lines that were broken inside a sentence, put together again."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from articles.reading.furniture import is_picture_file
from articles.reading.lines import ends_with_stop, is_marked
from articles.reading.page import Block

_LONE_MARKER: Final = re.compile(r"(?:[-–—+*•●▪]|\(?(?:\d{1,2}|[a-zđ]|[IVX]{1,4})[.)])")
_OPEN_END: Final = re.compile(
    r"(?:\bsố|[-–/(“]|\b(?:của|và|các|những|về|theo|tại))$", re.IGNORECASE
)
_NARROW: Final = range(45, 131)  # characters in a line of hard-wrapped text
_FEWEST_LINES: Final = 8


def join_broken(blocks: Sequence[Block]) -> list[Block]:
    """Join a line to the one before where a sentence runs over the line end."""
    width = _wrapped_width(blocks)
    joined: list[Block] = []
    for place, block in enumerate(blocks):
        if joined and _continues(joined[-1], blocks[place - 1], block, width):
            joined[-1] = _together(joined[-1], block)
        else:
            joined.append(block)
    return joined


def _continues(whole: Block, line: Block, block: Block, width: int | None) -> bool:
    """Whether `block` goes on with `whole`, whose last line is `line`."""
    if whole.hint is not block.hint or whole.heading or block.heading:
        return False
    if _LONE_MARKER.fullmatch(whole.text):
        return any(map(str.isalpha, block.text)) and not is_marked(block.text)
    if not block.tight or is_marked(block.text) or ends_with_stop(line.text):
        return False
    if is_picture_file(line.text) or is_picture_file(block.text):
        return False
    if block.text[0].islower() or _OPEN_END.search(line.text):
        return True
    return width is not None and len(line.text) >= width * 0.75 and not line.text.isupper()


def _together(before: Block, block: Block) -> Block:
    glue = "" if re.search(r"\w[-/]$", before.text) and not block.text[0].islower() else " "
    return replace(before, text=before.text + glue + block.text)


def _wrapped_width(blocks: Iterable[Block]) -> int | None:
    """The width of a text whose lines were all broken at one column, or None."""
    lines = list(blocks)
    pairs = [(one, other) for one, other in zip(lines, lines[1:], strict=False) if other.tight]
    if len(pairs) < _FEWEST_LINES:
        return None
    broken = [one for one, _ in pairs if not ends_with_stop(one.text) and len(one.text) in _NARROW]
    widest = max((len(block.text) for block in lines), default=0)
    if widest > _NARROW.stop + 20 or len(broken) < 0.6 * len(pairs):
        return None
    return max(len(block.text) for block in broken)
