"""CSV as programs write it, and as people's programs get it wrong."""

import csv
import re
from collections import deque
from collections.abc import Iterator
from typing import Final

from articles.reading.bundles.tables import Line, RowBundle, Table, rows_of, table_of
from articles.reading.encodings import decode

_DELIMITERS: Final = ",;\t|"
_DECLARED: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_MOST_LINES: Final = 2_000
"""Of one row: a quotation mark that is never closed must not swallow the file."""
_LINES: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")

csv.field_size_limit(100_000_000)  # for the process; our own limits are on bytes


def open_csv(data: bytes, charset: str | None) -> RowBundle:
    """Open a table, or raise `Unreadable`; its first rows say what stands between its columns."""
    decoded = decode(data, charset)
    declared = _DECLARED.match(decoded.text)
    text = decoded.text[declared.end() :] if declared else decoded.text
    delimiters = declared[1] if declared else _DELIMITERS
    tables = [table_of(_rows(text, delimiter), exact=True) for delimiter in delimiters]
    best = max(tables, key=_likelihood)
    rows, unused = rows_of([best])
    return RowBundle(rows, unused, decoded.encoding)


def _likelihood(table: Table) -> tuple[bool, int]:
    first = table.heads or (table.above[0].cells if table.above else None) or ()
    return table.heads is not None, len(first)


def _rows(text: str, delimiter: str) -> Iterator[Line]:
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    number = width = 0
    while True:
        number += 1
        lines.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = lines.give_back_all_but_first().split(delimiter)
            yield Line(number, cells if len(cells) == width else None)
            continue
        width = max(width, len(cells))
        yield Line(number, cells)


class _Lines(Iterator[str]):
    """The lines of a text, of which those can be given back that were taken for a broken row."""

    def __init__(self, text: str) -> None:
        self._coming = (found[0] for found in _LINES.finditer(text))
        self._again: deque[str] = deque()
        self._taken: list[str] = []

    def __next__(self) -> str:
        if len(self._taken) >= _MOST_LINES:
            raise csv.Error("too many lines for one row")
        line = self._again.popleft() if self._again else next(self._coming)
        self._taken.append(line)
        return line

    def begin(self) -> None:
        self._taken = []

    def give_back_all_but_first(self) -> str:
        first, *others = self._taken
        self._again.extendleft(reversed(others))
        return first.rstrip("\r\n")
