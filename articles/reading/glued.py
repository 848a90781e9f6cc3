"""Lines that lost their line ends: `…hoạt động.Cướp xe táo tợnTheo cơ quan điều tra, …`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from articles.reading.captions import is_caption
from articles.reading.lines import is_prose
from articles.reading.page import Block
from articles.reading.syllables import is_syllable

_SMALL: Final = "a-zàáâãèéêìíòóôõùúýăđĩũơư" + "".join(map(chr, range(0x1EA1, 0x1EFA, 2)))
# From a sentence that is glued to the one before, to a word that begins inside another one.
_LINE: Final = re.compile(
    rf"(?<=[^\W\d_][.!?…”\"])(?P<line>(?![{_SMALL}])[^\W\d_][^.!?…;:\n]{{8,90}}?"
    rf"(?<!\w)(?P<last>(?:(?![{_SMALL}])[^\W\d_])?[{_SMALL}]{{1,6}}))"
    rf"(?=(?P<first>(?![{_SMALL}])[^\W\d_][{_SMALL}]{{1,6}})[ ,])"
)
_FEWEST_WORDS: Final = 3


def split_glued(blocks: Sequence[Block]) -> list[Block]:
    """Give each line that is glued at both its ends a block of its own."""
    return [part for block in blocks for part in _parts(block)]


def _parts(block: Block) -> Iterator[Block]:
    text, start = block.text, 0
    found = [] if block.heading or block.hint or block.row else list(_lines(text))
    for line, following in zip_longest(found, found[1:]):
        end = following.start() if following else len(text)
        before, after = text[start : line.start()].strip(), text[line.end() : end].strip()
        if _is_paragraph(before) and _is_paragraph(after):
            yield replace(block, text=before)
            yield Block(line["line"])
            start = line.end()
    yield replace(block, text=text[start:].strip()) if start else block


def _is_paragraph(text: str) -> bool:
    """Beside anything else a line may be part of a page's foot, or of a caption."""
    return is_prose(text) and not is_caption(text)


def _lines(text: str) -> Iterator[re.Match[str]]:
    """Where a small letter meets a capital between two Vietnamese words: not in `MobiFone`."""
    for found in _LINE.finditer(text):
        line, last, first = found["line"], found["last"], found["first"]
        marked = not (last + first).isascii()
        enough = len(line.split()) >= _FEWEST_WORDS and not line.istitle()
        if marked and enough and is_syllable(last) and is_syllable(first):
            yield found
