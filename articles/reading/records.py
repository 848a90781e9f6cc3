"""A row of a table as an article: what its columns state, and the text of one of them.

The row comes as a JSON object with the table's own names of columns. What a column states goes
before what the text seems to say: somebody has written it down.
"""

import contextlib
import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

from articles.reading.columns import Column, columns_used
from articles.reading.dates import VIETNAM, date_line, iso_day
from articles.reading.encodings import Decoded
from articles.reading.faults import Fault, Unreadable
from articles.reading.html import read_html
from articles.reading.lines import letters
from articles.reading.page import Block, Facts, Page
from articles.reading.plain import read_plain
from articles.reading.secrecy import secrecy_mark
from articles.vietnamese import on_one_line

MEDIA_TYPE = "application/vnd.duyet.row+json"
_ENCODING: Final = re.compile(r";\s*encoding=([\w.-]+)")
_MARKUP: Final = re.compile(
    r"</?(?:p|div|br|span|strong|b|i|em|u|a|h[1-6]|ul|ol|li|table|tr|td|figure|article|section|"
    r"html|body)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_TAG: Final = re.compile(r"<[^<>]*>")
_HEAD: Final = 4_000  # characters of a column, where a secrecy mark would stand
_LEAD_BLOCKS: Final = 4
_SHORT_YEAR: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})")
_EXCEL_BEGINS: Final = date(1899, 12, 30)
_EXCEL_DAYS: Final = range(9_133, 73_416)  # 1925 to 2100
_COMPACT_DAYS: Final = range(1925_01_01, 2101_01_01)
_SECONDS: Final = range(10**8, 10**10)  # since 1970, as databases write moments


def media_type_of(encoding: str) -> str:
    """The media type of a row's JSON. It says how the table was encoded that it came from."""
    return MEDIA_TYPE if encoding == "utf-8" else f"{MEDIA_TYPE}; encoding={encoding}"


def record_bytes(row: Mapping[str, Any]) -> bytes:
    """The same row is the same bytes, in whatever order its columns stand."""
    return json.dumps(
        row, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str
    ).encode("utf-8", "replace")


def text_of(row: Mapping[str, Any]) -> str:
    """The text of the article, or nothing."""
    name = columns_used(row).get(Column.BODY)
    return _text(row[name], "\n") if name else ""


def read_record(data: bytes, media_type: str) -> Page:
    """Take a row apart, or raise `Unreadable` (`broken_row`, `row_without_text`, `secret`)."""
    row = _row(data)
    if any(secrecy_mark(f"{name} | {_text(value, ' ')}"[:_HEAD]) for name, value in row.items()):
        raise Unreadable(Fault.SECRET)
    body = text_of(row)
    if not body.strip():
        raise Unreadable(Fault.ROW_WITHOUT_TEXT)
    page = _page(body)
    stated = _stated(row)
    given = _facts(stated)
    encoding = _ENCODING.search(media_type)
    return replace(
        page,
        blocks=_with_lead(page.blocks, _line(stated.get(Column.LEAD))),
        encoding=encoding[1] if encoding else "utf-8",
        media_type=media_type,
        facts=replace(page.facts, publisher=page.facts.publisher or _host(given.source_url)),
        given=given,
    )


def facts_stated(row: Mapping[str, Any]) -> Facts:
    """What a row states of its article: by names of columns, as everything by names here."""
    return _facts(_stated(row))


def _stated(row: Mapping[str, Any]) -> dict[Column, Any]:
    return {column: row[name] for column, name in columns_used(row).items()}


def _row(data: bytes) -> dict[str, Any]:
    with contextlib.suppress(ValueError, RecursionError):
        row = json.loads(data)
        if isinstance(row, dict):
            return row
    raise Unreadable(Fault.BROKEN_ROW)


def _page(body: str) -> Page:
    decoded = Decoded(body, "utf-8")
    return read_html(decoded) if _MARKUP.search(body) else read_plain(decoded)


def _facts(stated: Mapping[Column, Any]) -> Facts:
    address = _address(_line(stated.get(Column.SOURCE_URL)))
    publisher = _line(stated.get(Column.PUBLISHER)) or None
    if named := _address(publisher or ""):  # "Nguồn: https://…" is where it stood
        address, publisher = address or named, None
    return Facts(
        title=_line(stated.get(Column.TITLE)),
        published_on=_day(stated.get(Column.PUBLISHED_ON)),
        author=_line(stated.get(Column.AUTHOR)) or None,
        publisher=publisher,
        source_url=address,
    )


def _with_lead(blocks: Sequence[Block], lead: str) -> tuple[Block, ...]:
    """Put the lead before the text, unless the text begins with it."""
    key = letters(lead)
    said = not key or any(block.key.startswith(key) for block in blocks[:_LEAD_BLOCKS])
    return (*blocks,) if said else (Block(lead), *blocks)


def _text(value: Any, between: str) -> str:
    if isinstance(value, list):
        return between.join(filter(None, (_text(item, between) for item in value)))
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("text") or "", between)
    return "" if value is None else str(value)


def _line(value: Any) -> str:
    """A value as one line without markup."""
    text = _text(value, ", ")
    if _MARKUP.search(text):
        text = _TAG.sub(" ", text)
    return on_one_line(html.unescape(text))


def _address(text: str) -> str | None:
    with contextlib.suppress(ValueError):
        parts = urlsplit(text)
        if parts.scheme in {"http", "https"} and parts.hostname and " " not in text:
            return text
    return None


def _host(address: str | None) -> str | None:
    host = urlsplit(address).hostname if address else None
    return host.removeprefix("www.") if host else None


# --- dates as tables have them -------------------------------------------------------------------


def _day(value: Any) -> date | None:
    text = _line(value)
    with contextlib.suppress(ValueError, OverflowError, OSError):
        return _numbered_day(float(text))
    if day := iso_day(text):
        return day
    if short := _SHORT_YEAR.fullmatch(text):
        text = f"{short[1]}/{short[2]}/20{short[3]}"
    found = date_line(text)
    return found.day if found else None


def _numbered_day(number: float) -> date | None:
    """A day as Excel counts them, as `20211002`, or as a moment in seconds or milliseconds."""
    whole = int(number)
    if whole in _EXCEL_DAYS:
        return _EXCEL_BEGINS + timedelta(days=whole)
    if whole in _COMPACT_DAYS:
        return iso_day(str(whole))
    seconds = whole // 1000 if whole // 1000 in _SECONDS else whole
    return datetime.fromtimestamp(seconds, VIETNAM).date() if seconds in _SECONDS else None
