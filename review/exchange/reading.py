"""Files that come in, row by row: a row that cannot be read is told, and stops no other."""

import csv
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from io import BytesIO, TextIOWrapper
from typing import IO, Any, Final
from zipfile import BadZipFile

from django.utils.translation import gettext as _
from openpyxl.reader.excel import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from articles.refusal import Refused
from articles.sheets import DAY, as_meant
from review.exchange.brought import Brought, Unreadable, brought
from review.exchange.lines import SCHEMA
from review.exchange.seals import is_sealed
from review.exchange.sheets import COLUMNS, keys_by_label

LONGEST_LINE: Final = 10_000_000
Row = tuple[int, Brought | Unreadable]


def rows_of(file: IO[bytes], name: str) -> Iterator[Row]:
    """Give the rows with their numbers in the file, as its name says how to read them."""
    readers: dict[str, Callable[[IO[bytes]], Iterator[Row]]] = {
        "jsonl": _jsonl,
        "csv": _csv,
        "xlsx": _xlsx,
    }
    reader = readers.get(name.rpartition(".")[2].lower())
    if reader is None:
        raise Refused(_("Choose a file that ends in .jsonl, .csv or .xlsx."))
    return reader(file)


def _jsonl(file: IO[bytes]) -> Iterator[Row]:
    number = 0
    while raw := file.readline(LONGEST_LINE):
        number += 1
        if raw.strip():
            yield number, _readable(lambda raw=raw: _line(raw))  # type: ignore[misc]


def _line(raw: bytes) -> Brought:
    try:
        line = json.loads(raw.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Unreadable(_("This is no line of JSON.")) from None
    if not isinstance(line, dict) or line.get("schema") != SCHEMA:
        raise Unreadable(_("This is no line of “%(schema)s”.") % {"schema": SCHEMA})
    return brought(line, hashlib.sha256(raw.strip()).hexdigest(), sealed=is_sealed(line))


def _no_number(name: str) -> float:
    raise ValueError(name)


def _csv(file: IO[bytes]) -> Iterator[Row]:
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        head = text.readline()
        text.seek(0)
        rows: Iterator[list[Any]] = csv.reader(
            text, delimiter=";" if _has_semicolons(head) else ","
        )
        yield from _sheet(rows)
    except (UnicodeDecodeError, csv.Error):
        raise Refused(_("This is no CSV in UTF-8.")) from None
    finally:
        text.detach()


def _has_semicolons(head: str) -> bool:
    """Excel writes these where the comma is the decimal sign."""
    return head.count(";") > head.count(",")


def _xlsx(file: IO[bytes]) -> Iterator[Row]:
    try:
        book = load_workbook(BytesIO(file.read()), read_only=True, data_only=True)
        sheets = [iter(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]
    except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError):
        raise Refused(_("This is no Excel file.")) from None
    for rows in sheets:
        yield from _sheet(rows)


def _sheet(rows: Iterator[Iterable[Any]]) -> Iterator[Row]:
    first = [str(cell or "").strip().casefold() for cell in next(rows, ())]
    keys = [keys_by_label().get(label, "") for label in first]
    missing = [column for column in COLUMNS if column.needed and column.key not in keys]
    if missing:
        labels = ", ".join(f"“{column.label}”" for column in missing)
        raise Refused(_("These columns are missing: %(columns)s.") % {"columns": labels})
    for number, cells in enumerate(rows, start=2):
        said = dict(zip(keys, cells, strict=False))
        if any(cell not in {None, ""} for cell in said.values()):
            yield number, _readable(lambda said=said: _of_cells(said))  # type: ignore[misc]


def _of_cells(said: dict[str, Any]) -> Brought:
    """Take a row for what whoever brings it says: a sheet has no seal."""
    words = {key: as_meant(cell) if isinstance(cell, str) else cell for key, cell in said.items()}
    line = {
        "article": {"sha256": words.get("article_sha256")},
        "text": {"sha256": words.get("text_sha256")},
        "place": {
            "start": _whole(words.get("start")),
            "end": _whole(words.get("end")),
            "quote": words.get("quote"),
        },
        "wordings": [
            {
                "wording": words.get("wording"),
                "responsible": _split(words.get("responsible")),
                "taking_part": _split(words.get("taking_part")),
                "due": str(words.get("due") or ""),
                "due_from": _day(words.get("due_from")),
                "due_to": _day(words.get("due_to")),
                "documents": [],
                "decisions": [],
            }
        ],
    }
    raw = json.dumps(line, ensure_ascii=False, sort_keys=True).encode()
    return brought(line, hashlib.sha256(raw).hexdigest(), sealed=False)


def _readable(read: Callable[[], Brought]) -> Brought | Unreadable:
    try:
        return read()
    except Unreadable as why_not:
        return why_not


def _split(cell: Any) -> list[str]:
    return [name.strip() for name in str(cell or "").split(";") if name.strip()]


def _whole(cell: Any) -> Any:
    text = str(cell).removesuffix(".0")
    return (
        int(text) if text.isascii() and text.isdecimal() and len(text) < len(str(2**31)) else cell
    )


def _day(cell: Any) -> Any:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    try:
        return datetime.strptime(str(cell), DAY).date().isoformat() if cell else None  # noqa: DTZ007  (a day)
    except ValueError:
        return cell
