"""Excel workbooks: every sheet that has a column of texts."""

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from openpyxl.reader.excel import load_workbook

from articles.reading.archive import open_zip
from articles.reading.bundles.archives import refuse_bomb
from articles.reading.bundles.tables import Line, RowBundle, rows_of, table_of
from articles.reading.faults import Fault, Unreadable


def open_workbook(data: bytes) -> RowBundle:
    """Open a workbook, or raise `Unreadable`."""
    with open_zip(data) as parts:
        refuse_bomb(parts.infolist(), len(data))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    except Exception as error:  # it has many ways to stumble over broken files
        raise Unreadable(Fault.DAMAGED) from error
    tables = [table_of(_lines(sheet), sheet.title) for sheet in book.worksheets]
    rows, unused = rows_of(tables)
    return RowBundle(rows, unused)


def _lines(sheet: Any) -> Iterator[Line]:
    sheet.reset_dimensions()  # what a file says of its size is not always true
    rows, number = sheet.iter_rows(values_only=True), 0
    while True:
        number += 1
        try:
            with warnings.catch_warnings():  # of features that we do not need
                warnings.simplefilter("ignore")
                cells = next(rows, None)
        except Exception as error:
            raise Unreadable(Fault.DAMAGED) from error
        if cells is None:
            return
        yield Line(number, [_value(cell) for cell in cells])


def _value(cell: Any) -> Any:
    """A value as JSON can hold it: days and moments by their ISO names, whole numbers whole."""
    if isinstance(cell, datetime):
        return cell.isoformat() if cell.time() != time.min else cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell
