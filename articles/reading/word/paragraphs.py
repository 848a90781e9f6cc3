"""From paragraphs of a Word file to blocks: the number before it, its lines, what it is."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from lxml import etree

from articles.reading.draft import Reason
from articles.reading.letterhead import is_letterhead
from articles.reading.lines import could_be_heading
from articles.reading.page import Block
from articles.reading.word.names import W, value
from articles.reading.word.numbering import Numbering
from articles.reading.word.runs import Runs, Words
from articles.reading.word.styles import Styles, look_of
from articles.vietnamese import on_one_line

_MOST: Final = 0.8  # of the letters
_LINKED: Final = 0.6
_LONGEST_CAPTION: Final = 250
_SIDES: Final = re.compile(r"\t+\s*| {4,}")
_TITLE: Final = "title"
_RANKS: Final = frozenset([_TITLE, "heading 1"])


class Printed(NamedTuple):
    """What a paragraph gives."""

    blocks: list[Block]
    """Its lines."""
    laid_out: str
    """The same as it stands, with tabs and runs of spaces."""
    boxes: list[etree._Element]
    """The text boxes that are anchored in it."""


class Paragraphs:
    """Reads paragraphs in the order of the document, since numbers are counted in it."""

    def __init__(self, styles: Styles, numbering: Numbering, runs: Runs) -> None:
        self._styles = styles
        self._numbering = numbering
        self._runs = runs
        self._held: Words | None = None
        """Words of a paragraph whose end was deleted: the next one goes on in its line."""
        self._under_picture = False
        self.titles: list[str] = []
        """The lines that are set in the style of titles."""
        self.chapters: list[str] = []
        """The lines that are headings of the first rank."""

    def read(self, paragraph: etree._Element) -> Printed:
        properties = paragraph.find(f"{W}pPr")
        words = self._with_held(self._runs.of(paragraph))
        text = words.text
        if _is_mark(properties, "del") or _is_mark(properties, "moveFrom"):
            self._held = words if text.strip() else None
            return Printed([], "", words.boxes)
        own_mark = look_of(None if properties is None else properties.find(f"{W}rPr"))
        if own_mark.hidden and not text.strip():
            return Printed([], "", words.boxes)
        style = self._styles.of_paragraph(properties)
        marker = self._numbering.marker(properties, style)
        blocks = list(self._blocks(words, text, marker, style, properties))
        self._under_picture = words.picture or (self._under_picture and not blocks)
        return Printed(blocks, f"{marker} {text}", words.boxes)

    def _with_held(self, words: Words) -> Words:
        held, self._held = self._held, None
        if held is not None:
            words.pieces[:0] = held.pieces
        return words

    def _blocks(
        self,
        words: Words,
        text: str,
        marker: str,
        style: str,
        properties: etree._Element | None,
    ) -> Iterator[Block]:
        name = self._styles.name(style)
        bold = words.share("bold") >= _MOST
        marked = bold or self._styles.is_heading(style)
        hint = self._hint(words, name, bold=bold, centred=self._is_centred(style, properties))
        block = Block(
            "",
            headline=name == _TITLE,
            hint=hint,
            after_picture=self._under_picture or words.picture,
            linked=words.share("linked") > _LINKED,
        )
        for line in _lines(text):
            shown = on_one_line(line)
            if not shown:
                continue
            if name in _RANKS:
                (self.titles if name == _TITLE else self.chapters).append(shown)
            shown = f"{marker} {shown}" if marker else shown
            block = replace(block, text=shown, heading=marked and could_be_heading(shown))
            yield block
            marker, block = "", replace(block, tight=True, after_picture=False)

    def _hint(self, words: Words, name: str, *, bold: bool, centred: bool) -> Reason | None:
        if words.contents or name.startswith("toc "):
            return Reason.CONTENTS
        if name == "caption":
            return Reason.CAPTION
        styled = centred or words.share("slanted") >= _MOST
        pictured = self._under_picture or words.picture
        if pictured and styled and not bold and len(words.text) <= _LONGEST_CAPTION:
            return Reason.CAPTION
        return None

    def _is_centred(self, style: str, properties: etree._Element | None) -> bool:
        said = value(properties, "jc")
        for above in self._styles.chain(style):
            said = said or value(above.find(f"{W}pPr"), "jc")
        return said == "center"


def _lines(text: str) -> Iterator[str]:
    """Lines; of a letterhead that was laid out by tabs or blanks, both sides."""
    for line in text.split("\n"):
        sides = _SIDES.split(line.strip())
        yield from sides if any(map(is_letterhead, sides)) else [line]


def _is_mark(properties: etree._Element | None, change: str) -> bool:
    """Whether the end of the paragraph was deleted or moved away."""
    return properties is not None and properties.find(f"{W}rPr/{W}{change}") is not None
