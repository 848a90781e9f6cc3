"""Which reader takes which bytes. A further format is one more module and one more row here."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from articles.reading import html, markdown, mhtml, pdf, plain, records, word
from articles.reading.archive import is_zip, open_zip
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


_MEGABYTE: Final = 1_000_000
# What bytes of other kinds begin with, and what to say of them.
_OTHERS: Final = (
    (Fault.SAVE_AS_DOCX, (b"{\\rtf",)),
    (
        Fault.PICTURE,
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"\x00\x00\x00\x0cjP"),
    ),
    (
        Fault.UNSUPPORTED,
        (
            b"\x1f\x8b",
            b"Rar!",
            b"7z\xbc\xaf",
            b"ID3\x03",
            b"ID3\x04",
            b"MZ\x90\x00",
            b"\x7fELF",
        ),
    ),
)
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
# Streams in files of old Office; a .docx with a password is wrapped in such a file.
_STREAMS: Final = (
    (Fault.ENCRYPTED, "EncryptedPackage".encode("utf-16-le")),
    (Fault.SAVE_AS_DOCX, "WordDocument".encode("utf-16-le")),
)
_OPEN_DOCUMENT_TEXT: Final = b"application/vnd.oasis.opendocument.text"
_BOX: Final = b"ftyp"  # pictures of phones and films
_DATA_SUFFIXES: Final = frozenset(["csv", "json", "jsonl", "xml", "yaml", "yml", "py", "js", "css"])
_WHOLE_PAGE: Final = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]")
_ELEMENT: Final = re.compile(
    r"<(?:p|div|span|br|h[1-6]|table|article|section|strong)(?:\s[^<>]*)?/?>"
)
_FEWEST_ELEMENTS: Final = 3
_BEGINS_AS_PAGE: Final = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.DOTALL
)


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


def _is_markdown(sample: Sample) -> bool:
    """Its name says it: a text with a few stars is a text."""
    named = sample.suffix in markdown.SUFFIXES or sample.kind in {
        "text/markdown",
        "text/x-markdown",
    }
    return named and not _BEGINS_AS_PAGE.match(sample.head)


def _is_record(sample: Sample) -> bool:
    return sample.kind == records.MEDIA_TYPE


def _read_record(sample: Sample) -> Page:
    return records.read_record(sample.data, sample.media_type or "")


def _read_html(sample: Sample) -> Page:
    declared = sample.charset or html.declared_charset(sample.head)
    return html.read_html(decode(sample.data, declared))


def _read_markdown(sample: Sample) -> Page:
    return markdown.read_markdown(decode(sample.data, sample.charset))


def _read_plain(sample: Sample) -> Page:
    return plain.read_plain(decode(sample.data, sample.charset))


_FORMATS: Final = (
    Format(
        word.MEDIA_TYPE,
        30 * _MEGABYTE,
        lambda sample: word.is_word(sample.data),
        lambda sample: word.read_word(sample.data),
    ),
    Format(
        pdf.MEDIA_TYPE,
        30 * _MEGABYTE,
        lambda sample: pdf.is_pdf(sample.data),
        lambda sample: pdf.read_pdf(sample.data),
    ),
    Format(
        mhtml.MEDIA_TYPE,
        30 * _MEGABYTE,
        lambda sample: mhtml.is_mhtml(sample.head),
        lambda sample: mhtml.read_mhtml(sample.data),
    ),
    Format(records.MEDIA_TYPE, 20 * _MEGABYTE, _is_record, _read_record),
    Format(markdown.MEDIA_TYPE, 2 * _MEGABYTE, _is_markdown, _read_markdown),
    Format(html.MEDIA_TYPE, 20 * _MEGABYTE, _is_html, _read_html),
    Format(plain.MEDIA_TYPE, 20 * _MEGABYTE, lambda _: True, _read_plain),
)


def is_known_by_bytes(data: bytes) -> bool:
    """Whether the bytes say that they are something to be read, whatever it is called."""
    if is_zip(data):
        return b"word/document" in data or b"xl/workbook" in data
    head = Sample(data).head
    return pdf.is_pdf(data) or mhtml.is_mhtml(head) or bool(_WHOLE_PAGE.search(head))


def read_page(sample: Sample) -> Page:
    """Take bytes apart by the first format that recognises them, or raise `Unreadable`."""
    if not sample.data.strip():
        raise Unreadable(Fault.EMPTY)
    if fault := _refusal(sample):
        raise Unreadable(fault)
    found = next(form for form in _FORMATS if form.recognises(sample))
    if len(sample.data) > found.largest:
        raise Unreadable(Fault.TOO_LARGE)
    return found.read(sample)


def _refusal_of_zip(data: bytes) -> Fault:
    """Why a zip that is no Word file is not read: what it is, or that nobody can tell."""
    if _OPEN_DOCUMENT_TEXT in data[:_HEAD]:
        return Fault.SAVE_AS_DOCX
    try:
        open_zip(data)
    except Unreadable as unreadable:
        return unreadable.code
    return Fault.UNSUPPORTED


def _refusal(sample: Sample) -> Fault | None:
    """Why no reader takes it, as far as its first bytes say."""
    data = sample.data
    for fault, beginnings in _OTHERS:
        if data.startswith(beginnings):
            return fault
    if data[4:8] == _BOX:
        return Fault.PICTURE
    if data.startswith(_OLD_OFFICE):
        return next((fault for fault, name in _STREAMS if name in data), Fault.UNSUPPORTED)
    if is_zip(data) and not word.is_word(data):
        return _refusal_of_zip(data)
    is_data = sample.suffix in _DATA_SUFFIXES and not _is_record(sample)
    return Fault.UNSUPPORTED if is_data else None
