"""What is printed on every page: heads, feet, numbers; and the notes above the foot."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Final, NamedTuple

from articles.reading.lines import letters
from articles.reading.pdf.rows import Row
from articles.reading.pdf.sheets import Sheet

_ZONE: Final = 3  # rows at the head and at the foot of a page
_SHARE: Final = 0.4  # of the pages: heads of left and right pages may differ
_FEWEST_PAGES: Final = 2
_NEAR: Final = 6.0  # points
_DIGITS: Final = re.compile(r"\d+")
_NUMBER: Final = re.compile(
    r"[-–—\s|]*(?:(?:trang|page)\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*[/|]\s*\d{1,4})?[-–—\s|]*",
    re.IGNORECASE,
)
# What browsers print around a page of the web.
_PRINTED: Final = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4},?\s+\d{1,2}:\d{2}(?:\s*[AP]M|\s*(?:SA|CH))?\b.*|"
    r"(?P<address>(?:https?|file)://\S+)\s+\d{1,4}/\d{1,4}|"
    r"\d{1,4} (?:of|/|trên) \d{1,4}\s.*|(?:\d{1,4}\s+)?CÔNG BÁO/Số .{3,60}",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"https?://\S+$")
_SMALL: Final = 0.87  # of the size of the text
_NOTE: Final = re.compile(r"\W?\d{1,3}\W?\s*\S|\(?\*+\)?\s*\S")


class Edges(NamedTuple):
    rows: list[list[Row]]
    """What is left of each page."""
    texts: list[str]
    """What was taken off the pages, each once."""
    notes: list[Row]
    address: str | None
    """Where the page of the web was that a browser has printed."""


def without_edges(sheets: Sequence[Sheet], pages: Sequence[list[Row]], size: float) -> Edges:
    """Take off what is printed on every page; `size` is the size of the text."""
    repeated = _repeated(sheets, pages)
    rows, texts, notes = [], [], []
    addresses: list[str] = []
    for sheet, page in zip(sheets, pages, strict=True):
        top = _count_off(page, sheet, repeated)
        rest = page[top:]
        foot = _count_off(rest[::-1], sheet, repeated)
        kept = rest[: len(rest) - foot]
        for row in chain(page[:top], rest[len(kept) :]):
            texts.append(row.text)
            addresses += _addresses(row, known=_known(row, sheet, repeated))
        first_note = _first_note(kept, size)
        notes += kept[first_note:]
        rows.append(kept[:first_note])
    once = {_key(text): text for text in reversed(texts)}  # the first of all page numbers will do
    return Edges(rows, [*reversed(once.values())], notes, next(iter(addresses), None))


def _addresses(row: Row, *, known: bool) -> list[str]:
    """The address in a browser's foot; in a head, only where every page has the same."""
    printed = _PRINTED.fullmatch(row.text)
    if printed and printed["address"]:
        return [printed["address"]] if printed["address"].startswith("http") else []
    return [row.spans[-1].text] if known and _ADDRESS.fullmatch(row.spans[-1].text) else []


def _count_off(rows: Sequence[Row], sheet: Sheet, repeated: set[tuple[str, int]]) -> int:
    """How many rows, from the edge inwards, are no text."""
    count = 0
    while count < min(_ZONE, len(rows)):
        row = rows[count]
        text = row.text
        known = _known(row, sheet, repeated)
        numbered = _NUMBER.fullmatch(text) and _is_at_edge(row, sheet)
        if not (known or numbered or _PRINTED.fullmatch(text)):
            break
        count += 1
    return count


def _known(row: Row, sheet: Sheet, repeated: set[tuple[str, int]]) -> bool:
    key, place = _key(row.text), _place(row, sheet)
    return any((key, near) in repeated for near in (place - 1, place, place + 1))


def _is_at_edge(row: Row, sheet: Sheet) -> bool:
    margin = 0.12
    middle = (row.top + row.bottom) / 2
    return not margin * sheet.height < middle < (1 - margin) * sheet.height


def _repeated(sheets: Sequence[Sheet], pages: Sequence[list[Row]]) -> set[tuple[str, int]]:
    """Rows that stand at one place on many pages, whatever numbers are in them."""
    counts: Counter[tuple[str, int]] = Counter()
    for sheet, page in zip(sheets, pages, strict=True):
        zone = {id(row): row for row in (*page[:_ZONE], *page[-_ZONE:])}.values()
        for key, place in {(_key(row.text), _place(row, sheet)) for row in zone}:
            counts.update((key, near) for near in (place - 1, place, place + 1))
    least = max(_FEWEST_PAGES, _SHARE * len(pages))
    return {where for where, count in counts.items() if count >= least}


def _key(text: str) -> str:
    return _DIGITS.sub("#", text)


def _place(row: Row, sheet: Sheet) -> int:
    """The height at which it stands, roughly; from the page's top where it stands above."""
    middle = (row.top + row.bottom) / 2
    from_top = sheet.height - middle
    return round(-middle / _NEAR) if middle < from_top else round(from_top / _NEAR) + 1_000_000


def _first_note(rows: Sequence[Row], size: float) -> int:
    """Where the footnotes begin: small lines at the foot of the page, the first with a number."""
    start = len(rows)
    while start and rows[start - 1].height < _SMALL * size:
        start -= 1
    while start < len(rows) and not _NOTE.match(rows[start].text):
        start += 1
    return start if letters("".join(row.text for row in rows[:start])) else len(rows)
