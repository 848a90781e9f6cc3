"""Lines that were broken inside a sentence, put together again."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from articles.reading.captions import is_picture_file
from articles.reading.dates import date_line
from articles.reading.lines import ends_with_stop, is_marked, is_marker
from articles.reading.page import Block
from articles.reading.publishers import is_host

_OPEN_END: Final = re.compile(r"(?:[-–/(“]|\b(?:của|và|các|những|về|theo|tại))$", re.IGNORECASE)
_LONGEST_END: Final = 8
_NUMBER_AHEAD: Final = re.compile(r"\bsố$", re.IGNORECASE)
_BROKEN_NUMBER: Final = re.compile(r"\w[-/]$")
_NARROW: Final = range(45, 131)  # characters in a line of hard-wrapped text
_FEWEST_LINES: Final = 8


def join_broken(blocks: Sequence[Block]) -> list[Block]:
    """Join a line to the one before where a sentence runs over the line end."""
    width = _wrapped_width(blocks)
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and _continues(groups[-1], block, width):
            groups[-1].append(block)
        else:
            groups.append([block])
    return [_together(group) for group in groups]


def _continues(group: list[Block], block: Block, width: int | None) -> bool:
    """Whether `block` goes on with the lines of `group`."""
    first, line = group[0], group[-1]
    if first.hint is not block.hint or first.heading or block.heading:
        return False
    if line is first and is_marker(line.text):
        return any(map(str.isalpha, block.text)) and not is_marked(block.text)
    if not block.tight or is_marked(block.text) or ends_with_stop(line.text):
        return False
    if is_host(block.text) or is_picture_file(line.text) or is_picture_file(block.text):
        return False
    number = block.text[0].isdigit() and _NUMBER_AHEAD.search(line.text)
    lower = block.text[0].islower() and not _is_moment(block.text)
    if number or lower or _OPEN_END.search(line.text[-_LONGEST_END:]):
        return True
    return width is not None and len(line.text) >= width * 0.75 and not line.text.isupper()


def _is_moment(text: str) -> bool:
    """`thứ ba, 14 05 2019 10:01`: small letters, and yet no end of a sentence."""
    found = date_line(text)
    return found is not None and found.timed and not found.rest


def _together(group: list[Block]) -> Block:
    if len(group) == 1:
        return group[0]
    words = [group[0].text]
    for before, block in pairwise(group):
        number = _BROKEN_NUMBER.search(before.text) and not block.text[0].islower()
        words += ["" if number else " ", block.text]
    return replace(group[0], text="".join(words))


def _wrapped_width(blocks: Iterable[Block]) -> int | None:
    """The width of a text whose lines were all broken at one column, or None."""
    lines = list(blocks)
    pairs = [(one, other) for one, other in pairwise(lines) if other.tight]
    if len(pairs) < _FEWEST_LINES:
        return None
    broken = [one for one, _ in pairs if not ends_with_stop(one.text) and len(one.text) in _NARROW]
    widest = max((len(block.text) for block in lines), default=0)
    if widest > _NARROW.stop + 20 or len(broken) < 0.6 * len(pairs):
        return None
    return max(len(block.text) for block in broken)
