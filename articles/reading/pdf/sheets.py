"""The characters of each page, with their places: what PDFium says and nothing more.

PDFium is not made for threads: everything that touches it holds one lock.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Final, NamedTuple

import pypdfium2
import pypdfium2.raw

from articles.reading.faults import Fault, Unreadable
from articles.reading.limits import MOST_CHARACTERS, MOST_PAGES

# Their names are made when they are loaded.
raw: Any = pypdfium2.raw
_open: Any = pypdfium2.PdfDocument
_LOCK: Final = Lock()
_FEW: Final = 300  # characters
_COVERED: Final = 0.5  # of the page
_LINE_ENDS: Final = frozenset([0x0A, 0x0D])
_HYPHENS: Final = frozenset([0x02, 0xAD, 0xFFFE])  # what PDFium makes of a hyphen at a line's end
_SUBSET: Final = re.compile(r"^[A-Z]{6}\+")
_BOLD: Final = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_BOLD_WEIGHT: Final = 600
_LONGEST_FONT_NAME: Final = 200
_COLUMN_GAP: Final = 0.65  # heights of a line; a wider gap may be between columns
_WORD_GAP: Final = 0.12  # where a program places each letter by itself
_SAME_LINE: Final = 0.5  # of the lower one's height
_SAME_PLACE: Final = 1.0  # points
_CLOSING: Final = frozenset(".,;:!?)”")
_RAISED: Final = 0.15  # of the line's height
_SMALL: Final = 0.8
_UNIT: Final = re.compile(r"(?:^|[\d\s(/])[kcdh]?m$")
_STRAIGHT: Final = 0.4  # radians; slanted letters are made by leaning upright ones


class Face(NamedTuple):
    font: str
    bold: bool


@dataclass(slots=True)
class Span:
    """Characters that stand together on one line."""

    left: float
    right: float
    bottom: float
    top: float
    order: int
    """Its place in the order in which the file draws things."""
    runs: list[tuple[str, Face]] = field(default_factory=list)
    votes: int = 1
    """For its top and bottom: the letters that agree, less those that do not."""

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.runs)

    @property
    def height(self) -> float:
        """Of most of its letters: one from another font may stand higher or lower."""
        return self.top - self.bottom

    def vote(self, bottom: float, top: float) -> None:
        """Take the place of most letters, which is the one left over when others cancel out."""
        if abs(top - self.top) + abs(bottom - self.bottom) < _SAME_PLACE:
            self.votes += 1
        elif self.votes:
            self.votes -= 1
        else:
            self.bottom, self.top, self.votes = bottom, top, 1

    @property
    def bold(self) -> int:
        """How many of its letters are bold."""
        return sum(len(text.strip()) for text, face in self.runs if face.bold)


@dataclass(slots=True)
class Sheet:
    """One page."""

    height: float
    spans: list[Span] = field(default_factory=list)
    aslant: list[str] = field(default_factory=list)
    """Text that does not stand upright: stamps and watermarks."""
    pictured: bool = False
    """Hardly any text stands on it, and a picture as large as the page."""


def sheets_of(data: bytes) -> list[Sheet]:
    """Read all pages, or raise `Unreadable` (`encrypted`, `damaged`, `too_many_pages`…)."""
    with _LOCK:
        try:
            document: Any = _open(data)
        except pypdfium2.PdfiumError as error:
            locked = error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
            raise Unreadable(Fault.ENCRYPTED if locked else Fault.DAMAGED) from error
        try:
            return _read(document)
        finally:
            document.close()


def _read(document: Any) -> list[Sheet]:
    if len(document) > MOST_PAGES:
        raise Unreadable(Fault.TOO_MANY_PAGES)
    sheets: list[Sheet] = []
    left = MOST_CHARACTERS
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            continue  # one page is broken; the others may still be read
        try:
            sheet, count = _sheet(page, left)
        finally:
            page.close()
        left -= count
        sheets.append(sheet)
    return sheets


def _sheet(page: Any, most: int) -> tuple[Sheet, int]:
    text = page.get_textpage()
    try:
        reader = _Characters(text)
        if reader.count > most:
            raise Unreadable(Fault.TOO_LONG)
        spans = list(reader.spans())
    finally:
        text.close()
    sheet = Sheet(page.get_height(), spans, reader.aslant)
    # Whoever signs a scanned document electronically adds a few words to it.
    sheet.pictured = reader.count < _FEW and _has_picture(page)
    return sheet, reader.count


def _has_picture(page: Any) -> bool:
    """Whether a picture covers most of it; scanners may cut one into strips."""
    covered = 0.0
    for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return bool(covered > _COVERED * page.get_width() * page.get_height())


Place = tuple[float, float, float, float]
_NOWHERE: Final = (0.0, 0.0, 0.0, 0.0)


class _Characters:
    """Puts characters together to spans, in the order of the file."""

    def __init__(self, text: Any) -> None:
        self._text = text
        self._faces: dict[int, Face] = {}
        self._angles: dict[int, float] = {}
        self._box = raw.FS_RECTF()
        self.count = raw.FPDFText_CountChars(text)
        self.aslant: list[str] = []
        self._turn = self._common_angle()

    def spans(self) -> Iterator[Span]:
        span: Span | None = None
        aslant: list[str] = []
        face, address = Face("", bold=False), 0
        spaced = marked = False
        for at, sign, (left, right, bottom, top), broken in self._signs():
            if sign == " ":
                spaced = True
                continue
            begins = span is None or not _goes_on(span, left, bottom, top)
            if span is not None and broken:
                spaced = spaced or left - span.right > _WORD_GAP * span.height
            spaced = spaced and not (marked and sign in _CLOSING)
            if begins or spaced:  # faces change between words; asking for each letter takes long
                address = self._object_at(at) or address
                face = self._faces.get(address, face)
            if abs(self._angles.get(address, 0.0) - self._turn) > _STRAIGHT:
                aslant.append(f" {sign}" if spaced else sign)
                spaced = False
                continue
            marked = span is not None and not begins and _is_note_mark(span, sign, bottom, top)
            if marked:
                continue
            if span is None or begins:
                if span is not None:
                    yield span
                span, spaced = Span(left, right, bottom, top, at), False
            _add(span, f" {sign}" if spaced else sign, face)
            spaced = False
            span.right = max(span.right, right)
            span.vote(bottom, top)
        if span is not None:
            yield span
        self.aslant = ["".join(aslant)] if aslant else []

    def _signs(self) -> Iterator[tuple[int, str, Place, bool]]:
        """Each character with its number and place, and whether a line was broken before it."""
        broken = False
        for at in range(self.count):
            code = raw.FPDFText_GetUnicode(self._text, at)
            if code in _LINE_ENDS:
                broken = True
                continue
            sign = "-" if code in _HYPHENS else chr(code)
            if sign.isspace() or not code:
                sign, place = " ", _NOWHERE
            else:
                place = self._place(at)
            if math.isfinite(sum(place)):  # broken files draw letters at no place at all
                yield at, sign, place, broken
            broken = False

    def _object_at(self, at: int) -> int:
        """The text object that a character belongs to; what is new about it is looked up once."""
        pointer = raw.FPDFText_GetTextObject(self._text, at)
        if not pointer:
            return 0
        address = ctypes.addressof(pointer.contents)
        if address not in self._faces:
            self._faces[address] = _face(pointer)
            self._angles[address] = self._angle(at)
        return address

    def _angle(self, at: int) -> float:
        angle: float = raw.FPDFText_GetCharAngle(self._text, at)
        return angle if math.isfinite(angle) else 0.0  # a broken file may turn it by no number

    def _common_angle(self) -> float:
        """The direction of most characters: pages may be drawn lying on their side."""
        step = max(1, self.count // 50)
        seen = [round(self._angle(at) / (math.pi / 2)) % 4 for at in range(0, self.count, step)]
        return max(set(seen), key=seen.count) * math.pi / 2 if seen else 0.0

    def _place(self, at: int) -> Place:
        """Left, right, bottom and top, as they are when the page stands upright."""
        raw.FPDFText_GetLooseCharBox(self._text, at, self._box)
        left, right = self._box.left, self._box.right
        bottom, top = self._box.bottom, self._box.top
        match round(self._turn / (math.pi / 2)) % 4:
            case 1:
                return -top, -bottom, left, right
            case 2:
                return -right, -left, -top, -bottom
            case 3:
                return bottom, top, -right, -left
        return left, right, bottom, top


def _face(pointer: Any) -> Face:
    font = raw.FPDFTextObj_GetFont(pointer)
    if not font:
        return Face("", bold=False)
    buffer = ctypes.create_string_buffer(_LONGEST_FONT_NAME)
    raw.FPDFFont_GetBaseFontName(font, buffer, _LONGEST_FONT_NAME)
    name = _SUBSET.sub("", buffer.value.decode("utf-8", "replace"))
    drawn_bold = raw.FPDFTextObj_GetTextRenderMode(pointer) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
    bold = drawn_bold or bool(_BOLD.search(name)) or raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
    return Face(name, bold)


def _goes_on(span: Span, left: float, bottom: float, top: float) -> bool:
    """Whether a character stands on the line of a span, close behind it."""
    height = span.height or 1.0
    shared = min(span.top, top) - max(span.bottom, bottom)
    if shared < _SAME_LINE * min(height, top - bottom):
        return False
    return -2 * height < left - span.right < _COLUMN_GAP * height


def _is_note_mark(span: Span, sign: str, bottom: float, top: float) -> bool:
    """A small raised figure, which sends to a note; behind a unit it makes "m²"."""
    raised = bottom - span.bottom > _RAISED * span.height
    small = top - bottom < _SMALL * span.height
    return raised and small and sign.isdecimal() and not _UNIT.search(span.text)


def _add(span: Span, text: str, face: Face) -> None:
    if span.runs and span.runs[-1][1] == face:
        span.runs[-1] = (span.runs[-1][0] + text, face)
    else:
        span.runs.append((text, face))
