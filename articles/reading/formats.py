"""Which reader takes which bytes. A further format is one more module and one more row here."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from articles.reading import html, plain
from articles.reading.encodings import decode
from articles.reading.faults import Fault, Unreadable
from articles.reading.page import Page

_HEAD: Final = 8_192  # bytes


@dataclass(frozen=True)
class Sample:
    """Bytes to be read, and what is said about them. What they are goes before what is said."""

    data: bytes
    name: str = ""
    media_type: str | None = None

    @cached_property
    def head(self) -> str:
        """The first characters, in lower case, good enough to see markup in (UTF-16 too)."""
        return self.data[:_HEAD].replace(b"\0", b"").decode("latin-1").lower()

    @cached_property
    def suffix(self) -> str:
        return self.name.rpartition(".")[2].lower() if "." in self.name else ""

    @property
    def kind(self) -> str:
        return (self.media_type or "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        found = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", self.media_type or "", re.IGNORECASE)
        return found[1].lower() if found else None


@dataclass(frozen=True, slots=True)
class Format:
    media_type: str
    largest: int
    """Bytes; more than this is no article."""
    recognises: Callable[[Sample], bool]
    read: Callable[[Sample], Page]


# What these begin with says what they are; their readers come one by one.
_OTHER_FORMATS: Final = (
    b"%PDF", b"PK\x03\x04", b"PK\x05\x06", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"\x89PNG",
    b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"ID3\x03", b"ID3\x04",
    b"\x00\x00\x00 ftyp", b"MZ\x90\x00", b"\x7fELF",
)  # fmt: skip
_OTHER_SUFFIXES: Final = frozenset(
    [
        "docx",
        "doc",
        "odt",
        "rtf",
        "pdf",
        "zip",
        "rar",
        "7z",
        "mhtml",
        "mht",
        "csv",
        "xlsx",
        "xls",
        "jsonl",
        "json",
        "pptx",
        "ppt",
        "png",
        "jpg",
        "jpeg",
        "gif",
        "webp",
        "tif",
        "tiff",
        "mp3",
        "mp4",
    ],
)
_WHOLE_PAGE: Final = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]")
_ELEMENT: Final = re.compile(
    r"<(?:p|div|span|br|h[1-6]|table|article|section|strong)(?:\s[^<>]*)?/?>"
)
_FEWEST_ELEMENTS: Final = 3
_MEGABYTE: Final = 1_000_000


def _is_html(sample: Sample) -> bool:
    if _WHOLE_PAGE.search(sample.head):
        return True
    elements = len(_ELEMENT.findall(sample.head))
    if sample.suffix in {"html", "htm", "xhtml"} or sample.kind in {
        "text/html",
        "application/xhtml+xml",
    }:
        return elements > 0
    return elements >= _FEWEST_ELEMENTS


def _read_html(sample: Sample) -> Page:
    declared = sample.charset or html.declared_charset(sample.head)
    return html.read_html(decode(sample.data, declared))


def _read_plain(sample: Sample) -> Page:
    return plain.read_plain(decode(sample.data, sample.charset))


_FORMATS: Final = (
    Format(html.MEDIA_TYPE, 20 * _MEGABYTE, _is_html, _read_html),
    Format(plain.MEDIA_TYPE, 20 * _MEGABYTE, lambda _: True, _read_plain),
)


def read_page(sample: Sample) -> Page:
    """Take bytes apart by the first format that recognises them, or raise `Unreadable`."""
    if not sample.data.strip():
        raise Unreadable(Fault.EMPTY)
    if sample.data.startswith(_OTHER_FORMATS) or sample.suffix in _OTHER_SUFFIXES:
        raise Unreadable(Fault.UNSUPPORTED)
    found = next(form for form in _FORMATS if form.recognises(sample))
    if len(sample.data) > found.largest:
        raise Unreadable(Fault.TOO_LARGE)
    return found.read(sample)
