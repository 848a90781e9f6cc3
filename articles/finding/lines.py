"""The sentences of each line, and lines that only go on with the one above."""

from collections.abc import Sequence
from typing import Final

from articles.finding.structure import Block
from articles.vietnamese import sentences

__all__ = ["goes_on", "sentences_by_block"]

_LONGEST: Final = 5_000
"""Characters; what goes on for longer is no sentence, and to ask what it says takes minutes."""


def sentences_by_block(body: str, found: Sequence[Block]) -> dict[int, list[tuple[int, int]]]:
    """The sentences of each block, without the markers; none of absurd length."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for block in found:
        words = body[block.start : block.end]
        spans[id(block)] = [
            (block.start + start, block.start + end)
            for start, end in sentences(words)
            if end - start <= _LONGEST
        ]
    return spans


def goes_on(body: str, found: Sequence[Block], place: int) -> bool:
    """Whether a line goes on with the sentence above: that has no stop, this a small letter.

    A line after "yêu cầu:" or "…;" is one of a list, though it begins with a small letter.
    """
    block, before = found[place], found[place - 1] if place else None
    if before is None or before.heading or block.is_item:
        return False
    last = body[before.end - 1]
    return body[block.start].islower() and (last == "," or last.isalnum())
