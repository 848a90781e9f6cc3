"""Web pages that a browser saved as one file (.mhtml, .mht): a letter with the page in it."""

import re
from email import message_from_bytes
from email.message import Message
from typing import Final

from articles.reading import html
from articles.reading.encodings import decode
from articles.reading.faults import Fault, Unreadable
from articles.reading.page import Page

MEDIA_TYPE: Final = "multipart/related"
_HEADERS: Final = re.compile(r"\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?mime-version:", re.ASCII)
_HTML: Final = frozenset(["text/html", "application/xhtml+xml"])
_MOST_PARTS: Final = 5_000
_BOUNDARY: Final = b"\n--"


def is_mhtml(head: str) -> bool:
    """Whether the first characters (in lower case) are the headers of a saved page."""
    headers = head.replace("\r\n", "\n").partition("\n\n")[0]
    if not _HEADERS.match(headers + "\n"):
        return False
    return "content-type: multipart/" in headers or "content-type: text/html" in headers


def read_mhtml(data: bytes) -> Page:
    """Take the page out of its envelope, or raise `Unreadable` (`damaged`, …)."""
    if data.count(_BOUNDARY) > _MOST_PARTS:
        raise Unreadable(Fault.TOO_MANY)
    try:
        envelope = message_from_bytes(data)
        page = _page_of(envelope)
        content = page.get_payload(decode=True) if page is not None else None
    except (RecursionError, ValueError, LookupError, AssertionError, TypeError) as error:
        raise Unreadable(Fault.DAMAGED) from error
    if page is None or not isinstance(content, bytes):
        raise Unreadable(Fault.NO_BODY)
    head = content[:8_192].decode("latin-1").lower()
    charset = page.get_content_charset() or html.declared_charset(head)
    return html.read_html(
        decode(content, charset), media_type=MEDIA_TYPE, saved_from=_address(envelope, page)
    )


def _page_of(envelope: Message) -> Message | None:
    """The page itself, not one of its frames: what the envelope calls its start, else the first."""
    pages = [part for part in envelope.walk() if part.get_content_type() in _HTML]
    start = _param(envelope, "start")
    for page in pages:
        if start and str(page.get("Content-ID", "")).strip() == start:
            return page
    return pages[0] if pages else None


def _param(envelope: Message, name: str) -> str:
    value = envelope.get_param(name)
    return value.strip() if isinstance(value, str) else ""


def _address(envelope: Message, page: Message) -> str | None:
    stated = envelope.get("Snapshot-Content-Location") or page.get("Content-Location")
    return "".join(str(stated).split()) if stated else None
