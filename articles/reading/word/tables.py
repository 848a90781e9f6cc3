"""Tables: rows of data as lines, and tables that only lay out a page as what is in their cells."""

from collections.abc import Sequence
from itertools import chain
from typing import Final

from lxml import etree

from articles.reading.letterhead import is_motto
from articles.reading.page import Block
from articles.reading.word.names import VAL, W, value
from articles.reading.word.styles import Styles

Cell = list[Block]
Row = list[Cell]

BETWEEN: Final = " | "
"""Stands between cells: no sentence has it, secrecy marks are looked for on both sides of it, and
an editor sees at once that it was a table. A tab or spaces would be lost at the door."""
_SIDES: Final = frozenset(f"{W}{side}" for side in ("top", "bottom", "left", "right", "insideV"))
_MOST_OF_DATA: Final = 600  # characters in a cell; a cell of prose in two columns is layout
_DATA_COLUMNS: Final = 3


def lines_of(rows: Sequence[Row], *, ruled: bool) -> list[Block]:
    """A table as lines: a row a line, or cell after cell where the table only lays out a page."""
    if _is_layout(rows, ruled=ruled):
        return [block for row in rows for cell in row for block in cell]
    return [line for row in rows for line in _line(row)]


def _is_layout(rows: Sequence[Row], *, ruled: bool) -> bool:
    """Letterheads and signatures: two columns without rules. Boxes: one. Columns of prose."""
    widest = max((sum(map(bool, row)) for row in rows), default=0)
    if widest < _DATA_COLUMNS and not ruled:
        return True
    if any(is_motto(block.text) for cell in chain(*rows) for block in cell):
        return True
    prose = any(len(cell) > 1 and _length(cell) > _MOST_OF_DATA for cell in chain(*rows))
    return widest < 2 or (widest < _DATA_COLUMNS and prose)  # noqa: PLR2004 - a box has one cell


def _length(cell: Cell) -> int:
    return sum(len(block.text) for block in cell)


def _line(row: Row) -> list[Block]:
    texts = [" ".join(block.text for block in cell) for cell in row if cell]
    return [Block(BETWEEN.join(texts), row=True)] if texts else []


def rows_of(table: etree._Element) -> list[list[etree._Element]]:
    """The cells of each row, in order, also those in content controls; deleted rows are gone."""
    return [
        _children(row, "tc")
        for row in _children(table, "tr")
        if row.find(f"{W}trPr/{W}del") is None
    ]


def _children(parent: etree._Element, name: str) -> list[etree._Element]:
    found: list[etree._Element] = []
    for child in parent:
        if child.tag == W + name:
            found.append(child)
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"}:
            found += _children(child, name)
    return found


def is_ruled(table: etree._Element, styles: Styles) -> bool:
    """Whether lines are drawn around its cells: by itself, by its style, or cell by cell."""
    properties = table.find(f"{W}tblPr")
    if properties is not None and (own := properties.find(f"{W}tblBorders")) is not None:
        drawn = _draws(own)
    else:
        chain_of_styles = styles.chain(value(properties, "tblStyle") or "")
        drawn = any(_draws(style.find(f"{W}tblPr/{W}tblBorders")) for style in chain_of_styles)
    cells = [cell for row in rows_of(table) for cell in row]
    borders = [cell.find(f"{W}tcPr/{W}tcBorders") for cell in cells]
    of_cells = [_draws(border) for border in borders if border is not None]
    if of_cells and len(of_cells) == len(cells):
        return 2 * sum(of_cells) > len(cells)  # they say more than the table does
    return drawn


def _draws(borders: etree._Element | None) -> bool:
    if borders is None:
        return False
    return any(
        side.tag in _SIDES and side.get(VAL) not in {None, "none", "nil"} for side in borders
    )
