"""PDF files that take a reader's time or memory, made so that each is small."""

import zlib
from functools import cache
from typing import Final

from tests.articles.reading.pdffiles import pdf_of

_MEGABYTE: Final = 1_000_000
_CATALOG: Final = b"<< /Type /Catalog /Pages 2 0 R >>"


def packed(signs: bytes, megabytes: int, *, layers: int = 1, more: bytes = b"") -> bytes:
    """A stream that unpacks to so many megabytes of the same signs."""
    piece = signs * (_MEGABYTE // len(signs))
    packer = zlib.compressobj(9, wbits=-15)
    part = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)  # it stands for itself
    checksum = 1
    for _ in range(megabytes):
        checksum = zlib.adler32(piece, checksum)
    data = b"\x78\xda" + megabytes * part + packer.flush() + checksum.to_bytes(4, "big")
    for _ in range(layers - 1):
        data = zlib.compress(data, 9)
    filters = b"/Filter [" + b"/FlateDecode " * layers + b"]"
    return stream(data, filters + more)


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), more, data)


def one_page(
    content: bytes, resources: bytes = b"", others: dict[int, bytes] | None = None
) -> bytes:
    return pages(1, content, resources, others)


def pages(
    count: int, content: bytes, resources: bytes = b"", others: dict[int, bytes] | None = None
) -> bytes:
    """A file in which the same page stands so often."""
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << %s >> >>" % resources
    )
    kids = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * count, count)
    return pdf_of({1: _CATALOG, 2: kids, 3: page, 4: content} | (others or {}))


@cache
def slow() -> bytes:
    """More than a minute's work, with little memory."""
    return pages(999, packed(b"0 ", 50))


@cache
def greedy() -> bytes:
    """A gigabyte and a half of operands, in four kilobytes."""
    return one_page(packed(b"0 ", 1_500, layers=2))


def calling_one_another() -> bytes:
    """Twelve forms, each of which draws the next ten times."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] "
    forms = {
        10 + at: stream(
            b"/F Do " * 10, form + b"/Resources << /XObject << /F %d 0 R >> >>" % (11 + at)
        )
        for at in range(12)
    }
    forms[22] = stream(b"", form)
    return one_page(stream(b"/F Do"), b"/XObject << /F 10 0 R >>", forms)


def of_pixels() -> bytes:
    """A picture of 200 million pixels on one page."""
    size = b"/Width 10000 /Height 20000 /ColorSpace /DeviceRGB /BitsPerComponent 8 "
    picture = packed(b"\0", 600, more=b"/Type /XObject /Subtype /Image " + size)
    drawn = stream(b"q 600 0 0 800 0 0 cm /I Do Q")
    return one_page(drawn, b"/XObject << /I 9 0 R >>", {9: picture})


def endless_tree() -> bytes:
    """Pages that are their own parents."""
    return pdf_of({1: _CATALOG, 2: b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 900 >>"})
