"""The shape of an article: headings, list items with their markers, running paragraphs."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from articles.finding.introductions import is_particular
from articles.finding.phrases import any_of, folded
from articles.vietnamese import paragraphs

__all__ = ["Block", "blocks"]

_FIGURE: Final = any_of(
    ["nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "một"],
)
_TEN: Final = rf"(?:mười\s+)?{_FIGURE}"
# A family is a way of marking, by which the items of one list know each other. The patterns
# stand at the start of a line.
_FAMILIES: Final = {
    "dotted": r"(?P<dotted>\d{1,2}\.\d{1,2}(?:\.\d{1,2}){0,2})[.)/]?\s+(?=[^\W\d_])",
    "figure": r"""(?P<figure>\d{1,2})(?:[.]\s*|/\s+|\s?-\s+)(?=[^\W\d_"“])""",
    "bracket": r"\(?(?P<bracket>\d{1,2})\)\s*(?=\S)",
    "roman": r"""\(?(?P<roman>[ivx]{1,5})(?:[.)/]\s*|\s?-\s+)(?=[^\W\d_"“])""",
    "letter": r"""\(?(?P<letter>[a-zđ])(?:\)\s*|[.]\s+|/\s+)(?=[^\W\d_"“])""",
    "is": rf"(?P<is>{_TEN}\s+là)(?!\w)\s*[,:;]?\s*(?=\S)",
    "nth": rf"(?P<nth>th[ứư]\s+{_TEN}(?:\s+là)?)(?!\w)\s*[,:.;]\s*(?=\S)",
    "group": rf"""(?P<group>(?:nhóm(?:\s+(?:nhiệm\s+vụ|giải\s+pháp|vấn\s+đề|nội\s+dung))?
        |nhiệm\s+vụ|giải\s+pháp|bước|điều)\s+(?:thứ\s+)?(?:\d{{1,2}}|{_TEN})(?:\s+là)?)(?!\w)
        \s*[:.,]\s*(?=\S)""",
    "row": r"(?P<row>\d{1,3})\s*\|\s*(?=[^\W\d_])",
    "plus": r"(?P<plus>\+)\s*(?=\S)",
    "dot": r"(?P<dot>[•●▪■◦○·*►➢❖✓])\s*(?=\S)",
    "dash": r"""(?P<dash>-)\s*(?=[^\W\d_"“])""",
}
_MARKER: Final = folded("|".join(_FAMILIES.values()))
_IN_LINE: Final = {
    "figure": folded(r"(?<=[.:;,])\s+(?P<mark>\d{1,2})(?:[.]|\s?-)\s*(?=[^\W\d_])"),
    # In running text an item begins after a stop, a colon or a semicolon.
    "bracket": folded(r"(?<=[.:;,])\s+(?:và\s+)?\(?(?P<mark>\d{1,2})\)\s*(?=\S)"),
    "numeral": folded(r"(?<=[.:;,])\s+(?:và\s+)?\(?(?P<mark>[ivx]{1,5})\)\s*(?=\S)"),
    "is": folded(rf"(?<=[.:;,])\s+(?P<mark>{_TEN}\s+là)(?!\w)\s*[,:;]?\s*(?=\S)"),
    "nth": folded(rf"(?<=[.:;,])\s+(?P<mark>th[ứư]\s+{_TEN}(?:\s+là)?)(?!\w)\s*[,:]\s*(?=\S)"),
    "letter": folded(r"(?<=[.:;,])\s+\(?(?P<mark>[a-zđ])\)\s*(?=[^\W\d_])"),
}
# Where lines were run together: "… của Đảng.2. Đại hội …", "… tốt nhất.- Về nhân sự, …".
_GLUED: Final = re.compile(
    r"(?:(?<=[.;:!?…/])\s*|(?<=[^\W\d_])|^)(?P<mark>\d{1,2})\.\s*(?=[^\W\d_a-z])"
)
_GLUED_DASH: Final = re.compile(r"(?<=[.;:!?…])\s*(?P<mark>[-–•])\s*(?=[^\W\d_])")
_ASKS: Final = re.compile(r"\s(?:cần|phải|sẽ|yêu cầu|đề nghị)\s")  # in a sentence, not a heading
_CELL: Final = re.compile(r"[^|\s](?:[^|]*[^|\s])?")
_COLUMNS: Final = re.compile(r"[^|\n]{1,40}\|[^|\n]*\|")
_SIGNS: Final = frozenset(["dash", "dot", "plus"])  # markers that do not count
_ENOUGH: Final = 3  # glued items that make a list
# "báo cáo về: (1) kết quả …": the figures count things, not items of a list of tasks.
_LIST_OF_THINGS: Final = folded(r"(?<!\w)về\s*:\s*$")
_SECOND: Final = {
    "figure": "2",
    "bracket": "2)",
    "numeral": "ii)",
    "is": "hai là",
    "nth": "hai",
    "letter": "b)",
}
_FIRST: Final = folded(r"1|a|i|một\s+là|th[ứư]\s+nhất(?:\s+là)?")
# "i)" may come after "h)" too.
_BEFORE: Final = {"i": "h", "v": "u", "x": "v"}
_LONGEST_HEADING: Final = 160  # characters, with a marker
_LONGEST_BARE_HEADING: Final = 100  # without one: longer lines are captions and broken sentences
_CLOSED: Final = (".", ";", "…", "!", "?", ",")


@dataclass(slots=True, eq=False)
class Block:
    """One line, or one item of a list that runs within a line; offsets of its own words.

    `family` and `marker` are None outside lists. `heading` is true for lines that only name
    what follows. `children` are the items one level below. A row of a table ends with the cell
    that says what is to be done; its other `cells` say who and when.
    """

    start: int
    end: int
    family: str | None = None
    marker: str | None = None
    heading: bool = False
    parent: "Block | None" = None
    children: "list[Block]" = field(default_factory=list)
    cells: tuple[tuple[int, int], ...] = ()

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end

    @property
    def is_item(self) -> bool:
        return self.marker is not None

    def above(self) -> "list[Block]":
        """The items that it is within, the nearest first."""
        found: list[Block] = []
        item = self.parent
        while item is not None:
            found.append(item)
            item = item.parent
        return found

    @property
    def starts_over(self) -> bool | None:
        """Whether it is the first item of its list; None where the marker does not say."""
        if self.family in _SIGNS or self.marker is None:
            return None
        first = _FIRST.fullmatch(self.marker.lower()) is not None
        first = first and not (self.family == "letter" and self.marker.lower() == "i")
        return first or self.marker.endswith(("1", "I", "A", "nhất"))


def blocks(
    body: str,
    text: str,
    headings: Sequence[tuple[int, int]] = (),
    *,
    acts: Callable[[int], bool] = lambda _: True,
) -> list[Block]:
    """The blocks of a body in order; `text` is `same_word(body)`, `headings` are known ones.

    `acts` tells whether something is done, or somebody does it, at an offset: a list within a
    line of which no item begins so counts things, and the line stays whole.
    """
    known = set(headings)
    found: list[Block] = []
    for start, end in paragraphs(body):
        block = _line(body, text, start, end)
        block.heading = (start, end) in known
        found += [block] if block.heading else _split(body, text, block, acts)
    _name_numerals(found)
    _drop_lone_markers(found)
    _nest(body, found)
    _name_headings(body, text, found)
    return found


def _line(body: str, text: str, start: int, end: int) -> Block:
    marked = _MARKER.match(text, start, end)
    if marked is None or marked.lastgroup is None:
        return Block(start, end)
    family, printed = marked.lastgroup, body[slice(*marked.span(marked.lastgroup))]
    if family == "nth" and printed.istitle():
        return Block(start, end)  # "Thứ Hai" is Monday
    if family == "roman" and not printed.isupper():
        family = "letter" if len(printed) == 1 else "numeral"
    if family == "letter" and printed.isupper():
        family = "capital"
    if family == "dotted":
        family = f"dotted {printed.count('.')}"
    if family == "row":
        return _row(body, marked.end(), end, printed)
    return Block(marked.end(), end, family, " ".join(printed.split()))


def _row(body: str, start: int, end: int, number: str) -> Block:
    """`1 | Rà soát hạ tầng | Phòng Kinh tế | Quý I`: a row of a table, taken apart."""
    words, *others = _CELL.finditer(body, start, end)
    cells = tuple(cell.span() for cell in others)
    return Block(words.start(), words.end(), "row", number, cells=cells)


def _split(body: str, text: str, block: Block, acts: Callable[[int], bool]) -> list[Block]:
    """Take a list apart that runs within one line: "… sau: (1) …; (2) …"."""
    glued = _split_glued(body, block)
    if glued:
        return glued
    for family, pattern in _IN_LINE.items():
        if text.find(_SECOND[family], block.start, block.end) < 0:
            continue
        marks = list(pattern.finditer(text, block.start, block.end))
        # The first mark may stand at the head of the line: "Một là, …; hai là, …".
        if marks and _LIST_OF_THINGS.search(text, block.start, marks[0].start()):
            continue
        if not marks or not (_goes_on(block, family, marks) or _is_list(marks)):
            continue
        if not any(acts(mark.end()) for mark in marks):
            return [block]  # whatever lists there are within its things
        return _pieces(body, block, family, marks)
    return [block]


def _pieces(body: str, block: Block, family: str, marks: Sequence[re.Match[str]]) -> list[Block]:
    pieces = []
    if marks[0].start() > block.start:
        pieces.append(Block(block.start, marks[0].start(), block.family, block.marker))
    stops = [mark.start() for mark in marks[1:]] + [block.end]
    for mark, stop in zip(marks, stops, strict=True):
        printed = " ".join(body[slice(*mark.span("mark"))].split())
        pieces.append(Block(mark.end(), stop, family, printed))
    return pieces


def _split_glued(body: str, block: Block) -> list[Block]:
    """Take a list apart whose lines were run together without so much as a blank."""
    if body.find(f"{_ENOUGH}.", block.start, block.end) < 0:
        return []
    marks: list[re.Match[str]] = []
    for mark in _GLUED.finditer(body, block.start, block.end):
        capital = body[mark.end() : mark.end() + 1].isupper()
        if capital and int(mark["mark"]) == len(marks) + 1:
            marks.append(mark)
    if len(marks) < _ENOUGH or all(body[mark.start()].isspace() for mark in marks):
        return []
    return [
        part
        for piece in _pieces(body, block, "figure", marks)
        for part in _split_at_dashes(body, piece)
    ]


def _split_at_dashes(body: str, piece: Block) -> list[Block]:
    marks = list(_GLUED_DASH.finditer(body, piece.start, piece.end))
    capitals = [mark for mark in marks if body[mark.end()].isupper()]
    return _pieces(body, piece, "dash", capitals) if len(capitals) > 1 else [piece]


def _goes_on(block: Block, family: str, marks: Sequence[re.Match[str]]) -> bool:
    """Whether the marks in a line carry on the list that its own marker begins."""
    if block.family != family or block.marker is None:
        return False
    figures = [int(mark["mark"]) for mark in marks if mark["mark"].isdigit()]
    first = int(block.marker) + 1 if block.marker.isdigit() else 0
    return figures == [*range(first, first + len(figures))]


def _is_list(marks: Sequence[re.Match[str]]) -> bool:
    figures = [int(mark["mark"]) for mark in marks if mark["mark"].isdigit()]
    in_order = figures == [*range(1, len(figures) + 1)]
    return len(marks) > 1 and in_order and _FIRST.fullmatch(marks[0]["mark"]) is not None


def _name_numerals(found: list[Block]) -> None:
    """Tell "i)", "v)", "x)" of a list of numerals from those of a list of letters."""
    last = None
    for block in found:
        if block.family != "letter" or block.marker is None:
            continue
        marker = block.marker.lower()
        if marker in _BEFORE and last != _BEFORE[marker]:
            block.family = "numeral"
        else:
            last = marker


def _drop_lone_markers(found: list[Block]) -> None:
    """Make a line with a dash or bullet running text where no other is near: a dateline."""
    for place, block in enumerate(found):
        if block.family not in _SIGNS:
            continue
        near = found[max(0, place - 3) : place] + found[place + 1 : place + 4]
        if not any(other.family == block.family for other in near):
            block.family = block.marker = None


def _nest(body: str, found: list[Block]) -> None:
    open_items: list[Block] = []
    interrupted = False
    for block in found:
        if block.heading:
            open_items = []
        if not block.is_item:
            interrupted = True
            continue
        families = [item.family for item in open_items]
        if block.family in families and _opens_within(body, block, open_items[-1]):
            del open_items[:-1]  # "(1)" after "Đảng ủy Chính phủ:" begins a list of its own
        elif block.family in families:
            del open_items[families.index(block.family) :]
        elif block.starts_over is False and open_items:
            # "2." with no "1." before it on this level: some list further up goes on.
            del open_items[:]
        elif interrupted and open_items and body[open_items[-1].end - 1] == ".":
            # Text has come between a finished item and this list: it is not the item's own.
            del open_items[:]
        if open_items:
            block.parent = open_items[-1]
            open_items[-1].children.append(block)
        open_items.append(block)
        interrupted = False


def _opens_within(body: str, block: Block, last: Block) -> bool:
    """Whether an item begins a list over within the last item, which introduces it."""
    return bool(block.starts_over) and block.family != last.family and body[last.end - 1] == ":"


def _name_headings(body: str, text: str, found: list[Block]) -> None:
    for place, block in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        if block.heading or following is None or block.cells or _COLUMNS.match(body, block.start):
            continue
        # "1. Xây dựng đề án | Cơ quan chủ trì: …": what follows only says who is to do it.
        of_task = any(is_particular(text, each.start, each.end) for each in (block, following))
        block.heading = not of_task and (
            _looks_like_heading(body, block, following) or _is_repeated(text, block, following)
        )


def _is_repeated(text: str, block: Block, following: Block) -> bool:
    """Whether a long line without a stop is said again by what follows, which it names."""
    words = text[block.start : block.end]
    if block.is_item or len(words) < _LONGEST_BARE_HEADING or words.endswith(_CLOSED):
        return False
    return text.find(words, following.start, following.end) >= 0


def _looks_like_heading(body: str, block: Block, following: Block) -> bool:
    words = body[block.start : block.end]
    # Between full paragraphs a line without a stop is a heading though it is long.
    full = body[following.end - 1] in ".;" and body[following.start].isupper()
    full = full and _ASKS.search(words) is None
    longest = _LONGEST_HEADING if block.is_item or full else _LONGEST_BARE_HEADING
    if len(words) > longest or not words.lstrip('"“')[:1].isalnum():
        return False
    if words.endswith(_CLOSED) and not (block.is_item and block.children):
        return False
    if words.endswith(":"):
        return block.is_item and len(words.split()) <= 12  # noqa: PLR2004 - a name, no sentence
    if not block.is_item:
        return True
    if block.family in _SIGNS and ":" in words:
        return False  # "Cơ quan chủ trì: Sở Nội vụ, Sở": a broken line
    # An item without a stop names what follows only where something of its own follows.
    return bool(block.children) or not following.is_item
