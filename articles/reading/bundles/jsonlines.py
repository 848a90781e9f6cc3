"""JSON lines: an object on each line, with names as a table has columns."""

import json
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any, Final

from articles.reading.bundles.members import NoTextColumn
from articles.reading.bundles.tables import Row, RowBundle, is_blank
from articles.reading.columns import Column, columns_used
from articles.reading.encodings import decode

_SEARCHED: Final = 20  # lines


def open_jsonl(data: bytes) -> RowBundle:
    """Open the lines, or raise `Unreadable`; broken lines fail by themselves."""
    decoded = decode(data)
    rows = _rows(decoded.text)
    first = list(islice(rows, _SEARCHED))
    names = list(dict.fromkeys(name for row in first for name in row.values or ()))
    if names and Column.BODY not in columns_used(names):
        raise NoTextColumn(names)
    return RowBundle(chain(first, rows), [], decoded.encoding)


def _rows(text: str) -> Iterator[Row]:
    start = number = 0
    while start < len(text):
        number += 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if line := text[start:end].strip():
            yield Row(number, "", _object(line))
        start = end + 1


def _object(line: str) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    return {name: value for name, value in found.items() if not is_blank(value)}
