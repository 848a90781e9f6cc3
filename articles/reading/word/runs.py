"""The words of one paragraph: runs, fields, tracked changes, what hides in text boxes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from lxml import etree

from articles.reading.old_fonts import encoding_of_font, from_font
from articles.reading.typed import old_among
from articles.reading.word.names import ALTERNATIVES, M, W, value
from articles.reading.word.numerals import bullet
from articles.reading.word.styles import Look, Styles, fonts_in, look_of

_SKIPPED: Final = frozenset([f"{W}pPr", f"{W}del", f"{W}moveFrom"])
_BREAKS: Final = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_FORMULAS: Final = frozenset([f"{M}oMath", f"{M}oMathPara"])
_PICTURES: Final = frozenset([f"{W}drawing", f"{W}pict", f"{W}object"])
_CODE: Final = re.compile("[0-9A-Fa-f]{4}")
_PAGE_FIELDS: Final = frozenset(["page", "numpages", "sectionpages"])
_CONTENTS_FIELDS: Final = frozenset(["toc", "index", "toa"])


@dataclass(slots=True)
class Field:
    """A field under way: what it does comes before `separate`, what is printed after it."""

    order: str = ""
    printing: bool = False

    @property
    def kind(self) -> str:
        return (self.order.split() or [""])[0].lower()


Piece = tuple[str, Look, bool]
"""Text, how it looks, and whether it is a link."""


@dataclass(slots=True)
class Words:
    """What one paragraph prints."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    """Text boxes that are anchored here."""
    picture: bool = False
    contents: bool = False
    """It is a line of a table of contents or an index."""

    @property
    def text(self) -> str:
        """As printed, with tabs and line ends."""
        return "".join(text for text, *_ in self.pieces)

    def share(self, what: str) -> float:
        """The share of letters that are `bold`, `slanted` or `linked`."""
        total = sum(len(text.strip()) for text, *_ in self.pieces)
        having = sum(
            len(text.strip())
            for text, look, linked in self.pieces
            if (linked if what == "linked" else getattr(look, what))
        )
        return having / total if total else 0.0


class Runs:
    """Reads paragraphs one after the other: a field may run over many of them."""

    def __init__(self, styles: Styles, root: etree._Element) -> None:
        self._styles = styles
        self._fields: list[Field] = []
        kinds = [mark.get(f"{W}fldCharType") for mark in root.iter(f"{W}fldChar")]
        self._all_closed = kinds.count("begin") == kinds.count("end")
        """Where they are not, a field that was cut off must not swallow the rest of the text."""
        self._old = old_among(self._texts_of_fonts(root))
        self.encoding: str | None = None
        """What the words were in, where an old font says so."""

    def of(self, paragraph: etree._Element) -> Words:
        words = Words(contents=self._in_contents())
        style = self._styles.of_paragraph(paragraph.find(f"{W}pPr"))
        self._walk(paragraph, words, style, linked=False)
        words.contents = words.contents or self._in_contents()
        # What a field does stands in one paragraph.
        self._fields = [it for it in self._fields if it.printing] if self._all_closed else []
        if self._old:
            words.pieces = list(self._modern(words.pieces))
        return words

    def _modern(self, pieces: list[Piece]) -> Iterator[Piece]:
        """Runs in one font together: VNI writes a vowel and its mark as two characters."""
        for font, group in groupby(pieces, key=lambda piece: piece[1].font or ""):
            if font not in self._old:
                yield from group
                continue
            run = list(group)
            self.encoding = self.encoding or encoding_of_font(font)
            yield from_font("".join(text for text, *_ in run), font), *run[0][1:]

    def _texts_of_fonts(self, root: etree._Element) -> dict[str, str]:
        """What is set in each of the fonts that the document names, where one of them is old."""
        if not any(map(encoding_of_font, self._styles.fonts | fonts_in(root))):
            return {}
        texts: dict[str, list[str]] = {}
        for paragraph in root.iter(f"{W}p"):
            style = self._styles.of_paragraph(paragraph.find(f"{W}pPr"))
            for run in paragraph.iter(f"{W}r"):
                font = self._look(run, style).font or ""
                texts.setdefault(font, []).extend(t.text or "" for t in run.iter(f"{W}t"))
        return {font: "".join(words) for font, words in texts.items()}

    def _look(self, run: etree._Element, style: str) -> Look:
        properties = run.find(f"{W}rPr")
        inherited = self._styles.look(style, value(properties, "rStyle") or "")
        return look_of(properties).over(inherited)

    def _in_contents(self) -> bool:
        return any(field.printing and field.kind in _CONTENTS_FIELDS for field in self._fields)

    def _walk(self, parent: etree._Element, words: Words, style: str, *, linked: bool) -> None:
        for child in parent:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, words, style, linked=linked)
            elif tag == f"{W}fldSimple":
                only = Field(child.get(f"{W}instr") or "", printing=True)
                if only.kind not in _PAGE_FIELDS:
                    self._walk(child, words, style, linked=linked)
            elif tag in _FORMULAS:
                text = "".join(part.text or "" for part in child.iter(f"{M}t"))
                words.pieces.append((text, Look(), linked))
            elif tag not in _SKIPPED:
                self._walk(child, words, style, linked=linked or tag == f"{W}hyperlink")

    def _run(self, run: etree._Element, words: Words, style: str, *, linked: bool) -> None:
        look = self._look(run, style)
        for child in run:
            if self._field(child):
                continue
            text = _text_of(child)
            if text and self._is_printed() and not look.hidden:
                words.pieces.append((text.upper() if look.capitals else text, look, linked))
            elif child.tag in _PICTURES or child.tag == f"{ALTERNATIVES}AlternateContent":
                boxes = _boxes_of(child)
                words.boxes += boxes
                words.picture = words.picture or not boxes

    def _field(self, element: etree._Element) -> bool:
        if element.tag == f"{W}instrText":
            if self._fields:
                self._fields[-1].order += element.text or ""
            return True
        if element.tag != f"{W}fldChar":
            return False
        match element.get(f"{W}fldCharType"):
            case "begin":
                self._fields.append(Field())
            case "separate" if self._fields:
                self._fields[-1].printing = True
            case "end" if self._fields:
                self._fields.pop()
        return True

    def _is_printed(self) -> bool:
        return all(field.printing and field.kind not in _PAGE_FIELDS for field in self._fields)


def _text_of(element: etree._Element) -> str:
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag == f"{W}sym":
        code = element.get(f"{W}char") or ""
        sign = chr(int(code, 16)) if _CODE.fullmatch(code) else ""
        return bullet(sign, element.get(f"{W}font") or "")
    if element.tag == f"{W}ruby":
        base = element.find(f"{W}rubyBase")
        return "" if base is None else "".join(part.text or "" for part in base.iter(f"{W}t"))
    return _BREAKS.get(str(element.tag), "")


def _boxes_of(element: etree._Element) -> list[etree._Element]:
    """The text boxes of a drawing. It stands there twice, for new programs and for old ones."""
    choices = element.findall(f"{ALTERNATIVES}Choice")
    for form in [*choices, *element.findall(f"{ALTERNATIVES}Fallback")] or [element]:
        boxes = [
            box
            for box in form.iter(f"{W}txbxContent")
            if not any(above.tag == f"{W}txbxContent" for above in _above(box, form))
        ]
        if boxes:
            return boxes
    return []


def _above(element: etree._Element, top: etree._Element) -> Iterator[etree._Element]:
    for above in element.iterancestors():
        if above is top:
            return
        yield above
