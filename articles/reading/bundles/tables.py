"""Tables of articles: heads of columns, one of them over the texts, and a row for each article."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, NamedTuple

from openpyxl.utils.cell import get_column_letter

from articles.reading.bundles.members import Member, NoTextColumn
from articles.reading.columns import Column, columns_used
from articles.reading.faults import Fault, Unreadable
from articles.reading.limits import LARGEST_MEMBER, MOST_CELLS, MOST_MEMBERS
from articles.reading.records import media_type_of, record_bytes, text_of
from articles.reading.secrecy import secrecy_mark
from articles.vietnamese import on_one_line

HEADS_WITHIN: Final = 20  # rows; above the heads stand the names of offices and lists
_SEARCHED: Final = 1_000  # rows, with the empty ones
_MOST_ROWS: Final = 1_048_576  # with the empty ones: no program makes longer sheets
_MOST_COLUMNS: Final = 200
_LONGEST_NAME: Final = 100


class Line(NamedTuple):
    """A row as it stands in the file."""

    number: int
    cells: Sequence[Any] | None
    """None where it is broken."""


class Row(NamedTuple):
    """A row under its heads."""

    number: int
    sheet: str
    values: Mapping[str, Any] | None
    """By the names of the columns; None where it is broken."""


@dataclass(frozen=True)
class Table:
    """The rows under the heads; there are no heads where none of the first rows names a text."""

    above: Sequence[Line]
    heads: Sequence[str] | None
    below: Iterator[Line]
    sheet: str = ""
    exact: bool = False
    """A row with more cells than there are heads is broken: its cells stand under wrong ones."""

    def rows(self, sheet: str) -> Iterator[Row]:
        most = len(self.heads or ())
        for number, cells in self.below:
            filled = [(at, cell) for at, cell in enumerate(cells or ()) if not is_blank(cell)]
            widest = most if self.exact else MOST_CELLS
            broken = cells is None or (filled and filled[-1][0] >= widest)
            values = None if broken else {self._name(at): cell for at, cell in filled}
            yield Row(number, sheet, values)

    def _name(self, at: int) -> str:
        """What the column is called, or its letter."""
        heads = self.heads or ()
        return (heads[at] if at < len(heads) else "") or get_column_letter(at + 1)


def table_of(lines: Iterator[Line], sheet: str = "", *, exact: bool = False) -> Table:
    """Find the heads: the first row that names a column of texts."""
    above: list[Line] = []
    for line in islice(filter(_cells, islice(lines, _SEARCHED)), HEADS_WITHIN):
        heads = _heads((line.cells or ())[:MOST_CELLS])
        if Column.BODY in columns_used(heads):
            return Table(above, heads, lines, sheet, exact)
        above.append(line)
    return Table(above, None, lines, sheet, exact)


class RowBundle:
    """The rows of tables, each as the bytes of an original of its own."""

    left_out = 0

    def __init__(self, rows: Iterator[Row], unused: Sequence[str], encoding: str = "utf-8") -> None:
        self._rows = rows
        self._media_type = media_type_of(encoding)
        self._unused = dict.fromkeys(unused)

    def members(self, after: int = -1) -> Iterator[Member]:
        place = -1
        for row in self._rows:
            empty = row.values is not None and not row.values
            place += not empty
            if place >= MOST_MEMBERS or row.number > _MOST_ROWS:
                raise Unreadable(Fault.TOO_MANY)
            if empty:
                continue
            self._note_unused(row.values or {})
            if place > after:
                yield self._member(place, row)

    def unused_columns(self) -> list[str]:
        return [name[:_LONGEST_NAME] for name in self._unused]

    def _note_unused(self, values: Mapping[str, Any]) -> None:
        used = columns_used(values).values()
        for name in values:
            if name not in used and len(self._unused) < _MOST_COLUMNS:
                self._unused.setdefault(name)

    def _member(self, place: int, row: Row) -> Member:
        fault, data = None, b""
        if row.values is None:
            fault = Fault.BROKEN_ROW
        elif not text_of(row.values).strip():
            fault = Fault.ROW_WITHOUT_TEXT
        else:
            data = record_bytes(row.values)
            fault = Fault.TOO_LARGE if len(data) > LARGEST_MEMBER else None
        kept = b"" if fault else data
        return Member(place, row.sheet, self._media_type, kept, fault, row.number)


def rows_of(tables: Sequence[Table]) -> tuple[Iterator[Row], list[str]]:
    """The rows of the tables that have texts, and the columns of these that say nothing to us.

    A mark of secrecy above a table, or in what is no table at all, is a mark on the whole file.
    """
    for table in tables:
        if secrecy_mark("\n".join(map(_words, table.above))):
            raise Unreadable(Fault.SECRET)
    good = [table for table in tables if table.heads]
    if not good and (columns := _first_names(tables)):
        raise NoTextColumn(columns)
    unused = [name for table in good for name in _unused(table.heads or ())]
    several = len(good) > 1
    rows = (row for table in good for row in table.rows(table.sheet if several else ""))
    return rows, unused


def _unused(heads: Sequence[str]) -> list[str]:
    used = columns_used(heads).values()
    return [name for name in heads if name and name not in used]


def is_blank(cell: Any) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _head(cell: Any) -> str:
    return "" if is_blank(cell) else on_one_line(str(cell))[:_LONGEST_NAME]


def _heads(cells: Sequence[Any]) -> list[str]:
    """What stands over each column; the second "Nội dung" is "Nội dung (2)"."""
    said: Counter[str] = Counter()
    names = []
    for name in map(_head, cells):
        said[name] += 1
        names.append(f"{name} ({said[name]})" if name and said[name] > 1 else name)
    return names


def _cells(line: Line) -> list[str]:
    return [_head(cell) for cell in (line.cells or ())[:MOST_CELLS] if not is_blank(cell)]


def _words(line: Line) -> str:
    return "   ".join(_cells(line))


def _first_names(tables: Sequence[Table]) -> list[str]:
    lines = (cells for table in tables for line in table.above if (cells := _cells(line)))
    return next(lines, [])[:_MOST_COLUMNS]
