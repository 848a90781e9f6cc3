"""Rows as CSV and XLSX that stream, open rightly in Excel, and hold no formulas. Pure."""

import csv
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO
from typing import Any, Final

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
from openpyxl.workbook.workbook import Workbook

CSV: Final = "text/csv; charset=utf-8"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BLOCK: Final = 64 * 1024
DAY: Final = "%d/%m/%Y"

_BOM: Final = "\ufeff"
_LONGEST_CELL: Final = 32_767
_ROWS_OF_A_SHEET: Final = 1_000_000
_FORMULA: Final = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")

Cell = str | int | float | date | None


def in_csv(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """Write with a BOM, days first, and no cell that is a formula."""
    buffer = StringIO()
    writer = csv.writer(buffer)
    buffer.write(_BOM)
    writer.writerow(headings)
    for row in rows:
        writer.writerow([_plain(cell) for cell in row])
        if buffer.tell() > BLOCK:
            yield buffer.getvalue().encode()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode()


def in_xlsx(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """Write row by row to a file on disk, and hand that over; memory stays flat."""
    book = Workbook(write_only=True)
    sheet = _sheet(book, headings)
    for number, row in enumerate(rows):
        if number and number % _ROWS_OF_A_SHEET == 0:
            sheet = _sheet(book, headings)
        sheet.append([_cell(sheet, value) for value in row])
    with tempfile.TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        while block := file.read(BLOCK):
            yield block


def neutral(text: str) -> str:
    """Keep a text from being taken for a formula, wherever it is opened."""
    return f"'{text}" if _FORMULA.match(text) else text


def as_meant(text: str) -> str:
    """Take away what `neutral` added."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def _plain(cell: Cell) -> str | int | float:
    if isinstance(cell, date):
        return cell.strftime(DAY)
    return neutral(cell) if isinstance(cell, str) else ("" if cell is None else cell)


def _sheet(book: Any, headings: Sequence[str]) -> Any:
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, heading) for heading in headings])
    return sheet


def _cell(sheet: Any, value: Cell) -> Any:
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST_CELL]
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"  # "=1+1" is words, not a formula
    elif isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
    return cell
