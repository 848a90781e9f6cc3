"""PDF files made for tests: words put at places, as programs put them."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

PAGE: Final = (595, 842)  # points: A4
LEFT: Final = 85.0
WIDE: Final = 440.0  # of a column that goes over the whole page
SIZE: Final = 14.0
PITCH: Final = 1.3  # lines
TOP: Final = 770.0
_ADVANCE: Final = 0.5  # of the size: every letter is as wide as every other


@dataclass
class Sheet:
    """One page under way."""

    marks: list[str] = field(default_factory=list)
    pictured: bool = False

    def put(
        self, text: str, left: float, bottom: float, size: float = SIZE, *, bold: bool = False,
        font: str | None = None, turned: bool = False,
    ) -> None:  # fmt: skip
        """Put words at a place; `font` is an old one, whose letters are bytes."""
        matrix = "0.7 0.7 -0.7 0.7" if turned else "1 0 0 1"
        if font is None:
            words = f"<{text.encode('utf-16-be').hex()}>"
            name = "B" if bold else "R"
        else:
            words, name = f"<{text.encode('cp1252', 'ignore').hex()}>", _name(font)
        self.marks.append(f"BT /{name} {size} Tf {matrix} {left} {bottom} Tm {words} Tj ET")

    def lines(
        self, lines: Iterable[str], left: float = LEFT, top: float = TOP, size: float = SIZE,
        *, bold: bool = False, font: str | None = None,
    ) -> float:  # fmt: skip
        """Put lines under one another; where the next one would stand."""
        bottom = top
        for line in lines:
            self.put(line, left, bottom, size, bold=bold, font=font)
            bottom -= PITCH * size
        return bottom

    def paragraph(
        self, text: str, left: float = LEFT, top: float = TOP, width: float = WIDE,
        size: float = SIZE, *, indent: float = 0.0, bold: bool = False,
    ) -> float:  # fmt: skip
        """Put a paragraph, its lines broken where the column ends."""
        first, *rest = wrapped(text, width, size, indent)
        self.put(first, left + indent, top, size, bold=bold)
        return self.lines(rest, left, top - PITCH * size, size, bold=bold)


def wrapped(text: str, width: float, size: float = SIZE, indent: float = 0.0) -> list[str]:
    """A text broken where no further word has room."""
    lines: list[str] = []
    room = width - indent
    for word in text.split(" "):
        if lines and len(f"{lines[-1]} {word}") * size * _ADVANCE <= room:
            lines[-1] += f" {word}"
        else:
            room = width if lines else room
            lines.append(word)
    return lines


def _name(font: str) -> str:
    return "F" + font.replace(".", "").replace("-", "")


def pdf(*sheets: Sheet, old_fonts: Sequence[str] = (), packed: bool = True) -> bytes:
    """A file of these pages."""
    fonts = "/R 3 0 R /B 4 0 R " + "".join(
        f"/{_name(font)} {10 + at} 0 R " for at, font in enumerate(old_fonts)
    )
    objects: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        3: _type0("TimesNewRoman"),
        4: _type0("TimesNewRoman,Bold"),
        5: _descendant("TimesNewRoman"),
        6: _descendant("TimesNewRoman,Bold"),
        7: _stream(_TO_UNICODE),
        8: b"<< /Type /FontDescriptor /FontName /TimesNewRoman /Flags 6 /FontBBox [0 -220 1000 900]"
        b" /ItalicAngle 0 /Ascent 890 /Descent -220 /CapHeight 660 /StemV 80 >>",
        9: _stream(bytes([200]) * 64, "/Type /XObject /Subtype /Image /Width 8 /Height 8 "
                   "/ColorSpace /DeviceGray /BitsPerComponent 8 "),
    }  # fmt: skip
    for at, font in enumerate(old_fonts):
        widths = " ".join(["500"] * 224)
        objects[10 + at] = (
            f"<< /Type /Font /Subtype /TrueType /BaseFont /{font} /Encoding /WinAnsiEncoding "
            f"/FirstChar 32 /LastChar 255 /Widths [{widths}] /FontDescriptor 8 0 R >>"
        ).encode()
    kids = []
    for at, sheet in enumerate(sheets):
        page, content = 40 + 2 * at, 41 + 2 * at
        kids.append(f"{page} 0 R")
        picture = f"q {PAGE[0]} 0 0 {PAGE[1]} 0 0 cm /I Do Q\n" if sheet.pictured else ""
        objects[content] = _stream((picture + "\n".join(sheet.marks)).encode(), packed=packed)
        resources = f"<< /Font << {fonts}>> /XObject << /I 9 0 R >> >>"
        objects[page] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE[0]} {PAGE[1]}] "
            f"/Contents {content} 0 R /Resources {resources} >>"
        ).encode()
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return pdf_of(objects)


def _type0(name: str) -> bytes:
    descendant = 6 if "Bold" in name else 5
    return (
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
        f"/DescendantFonts [{descendant} 0 R] /ToUnicode 7 0 R >>"
    ).encode()


def _descendant(name: str) -> bytes:
    return (
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /DW 500 /FontDescriptor 8 0 R "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    ).encode()


# A code is the letter's own number.
_TO_UNICODE: Final = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    + b"".join(
        b"100 beginbfrange\n"
        + b"".join(
            b"<%02X00> <%02XFF> <%02X00>\n" % (high, high, high)
            for high in range(start, start + 100)
        )
        + b"endbfrange\n"
        for start in (0, 100)
    )
    + b"endcmap end end"
)


def _stream(data: bytes, more: str = "", *, packed: bool = True) -> bytes:
    words = zlib.compress(data) if packed else data
    way = "/Filter /FlateDecode " if packed else ""
    head = f"<< {more}{way}/Length {len(words)} >>\nstream\n".encode()
    return head + words + b"\nendstream"


def pdf_of(objects: dict[int, bytes]) -> bytes:
    """A file of these objects, of which the first is the root."""
    data, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", {}
    for number, words in sorted(objects.items()):
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, words)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % (number, at) for number, at in places.items())
    start = len(data)
    trailer = b"trailer << /Size %d /Root 1 0 R >>" % (max(objects) + 1)
    return (
        data
        + b"xref\n0 1\n0000000000 65535 f \n"
        + table
        + trailer
        + (b"\nstartxref\n%d\n%%%%EOF\n" % start)
    )
