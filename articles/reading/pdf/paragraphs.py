"""Lines put together to paragraphs: by where they end, where they begin, and how far apart."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from articles.reading.letterhead import is_kind
from articles.reading.lines import could_be_heading, ends_with_stop, is_marked
from articles.reading.page import Block
from articles.reading.pdf.layout import Line
from articles.vietnamese import on_one_line

_OTHER_SIZE: Final = 0.12
_HEADING: Final = 1.15  # of the size of the text
_HEADLINE: Final = 1.2
_FAR: Final = 1.22  # of the usual distance between two lines
_FAR_OF_TITLES: Final = 1.4
_INDENT: Final = 0.6  # of a line's height
_CENTRED: Final = 1.5  # heights by which both margins may differ
_WIDE: Final = 0.9  # of the column
_FEWEST_INDENTS: Final = 3
_MOST_INDENTED: Final = 0.6
_LONGEST_HEADLINE: Final = 260


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a document."""

    size: float
    pitch: float
    """From one line to the next, as a share of the line's height."""
    indented: bool
    """Paragraphs begin with an indent."""


def measure(lines: Sequence[Line]) -> Measure:
    """What most letters outside tables have."""
    sizes: Counter[float] = Counter()
    for line in [line for line in lines if not line.row] or lines:
        sizes[round(2 * line.size) / 2] += len(line.text)
    size = max(sizes, key=lambda size: sizes[size], default=1.0)
    pitches = [_pitch(one, other) for one, other in pairwise(lines) if _is_wrapped(one, other)]
    return Measure(size or 1.0, median(pitches) if pitches else 1.3, _is_indented(lines))


def _is_indented(lines: Sequence[Line]) -> bool:
    """Whether lines that follow a paragraph's last one stand further in."""
    begin = [
        other.left - other.column.left > _INDENT * other.size
        for one, other in pairwise(lines)
        if _is_plain(one, other) and ends_with_stop(one.text) and not _is_full(one, other)
    ]
    return len(begin) >= _FEWEST_INDENTS and sum(begin) > _MOST_INDENTED * len(begin)


def _is_wrapped(one: Line, other: Line) -> bool:
    """Two lines of which the first has no room left: most likely of one paragraph."""
    return _is_plain(one, other) and _is_full(one, other)


def _is_plain(one: Line, other: Line) -> bool:
    return not (one.row or other.row or one.single) and _is_below(one, other)


def blocks_of(lines: Sequence[Line], usual: Measure) -> list[Block]:
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, usual):
            groups[-1].append(line)
        else:
            groups.append([line])
    largest = max((_size(group) for group in groups), default=0.0)
    return [block for group in groups if (block := _block(group, usual, largest)) is not None]


def _goes_on(group: Sequence[Line], line: Line, usual: Measure) -> bool:
    """Whether a line belongs to the paragraph of the lines before it."""
    before = group[-1]
    if line.row or before.row or line.single or _other_size(before, line):
        return False
    large = _is_large(line, usual)
    if not _is_below(before, line):  # a new column or page
        return not large and _runs_over(before, line, usual)
    if _pitch(before, line) > (_FAR_OF_TITLES if large else _FAR) * usual.pitch:
        return False
    if _is_heading_like(before) and _is_centred(line) and not large:
        return _is_one_heading(before, line)
    return large or (_is_full(before, line) and not _begins(group, line))


def _is_one_heading(before: Line, line: Line) -> bool:
    """Two centred lines. Under the name of its kind a document says what it is about."""
    alike = before.bold == line.bold and before.text.isupper() == line.text.isupper()
    apart = ends_with_stop(before.text) or is_marked(line.text) or is_kind(before.text)
    return alike and not apart


def _is_heading_like(line: Line) -> bool:
    wide = line.right - line.left > _WIDE * (line.column.right - line.column.left)
    return (line.bold or line.text.isupper()) and (wide or _is_centred(line))


def _begins(group: Sequence[Line], line: Line) -> bool:
    """Whether a line that stands under a full one begins a paragraph all the same."""
    before = group[-1]
    going_on = [other for other in group[1:] if other.column == line.column]
    same = going_on or [before]
    indent = line.left - same[0].left
    # An indented first line; the second one of an item may hang.
    if indent > _INDENT * line.size and (going_on or not is_marked(group[0].text)):
        return True
    if is_marked(line.text):
        # "69/QĐ-STC", "Điều 18" and "- 2020" may happen to stand at the head of a line.
        starts = abs(line.left - group[0].left) < _INDENT * line.size
        differ = abs(group[0].left - same[0].left) > _INDENT * line.size and len(group) > 1
        return starts if differ else ends_with_stop(before.text)
    indented = line.left - line.column.left > _INDENT * line.size
    return indented and len(group) == 1 and ends_with_stop(before.text)


def _runs_over(before: Line, line: Line, usual: Measure) -> bool:
    """A paragraph goes on in the next column or on the next page."""
    if is_marked(line.text) or not _is_full(before, line):
        return False
    if ends_with_stop(before.text):
        stands_out = line.left - line.column.left < _INDENT * line.size
        return usual.indented and stands_out and line.bold == before.bold
    return line.bold == before.bold or line.text[:1].islower()


def _is_full(before: Line, line: Line) -> bool:
    """The line before was broken because the next word had no room on it."""
    letters = max(1, len(line.text))
    blank_and_word = 1 + len(line.text.split(maxsplit=1)[0])
    room = blank_and_word * (line.right - line.left) / letters
    return before.right + room > before.column.right


def _is_below(before: Line, line: Line) -> bool:
    same = before.page == line.page and before.column == line.column
    return same and line.top < before.top


def _pitch(before: Line, line: Line) -> float:
    return (before.bottom - line.bottom) / (max(before.size, line.size) or 1.0)


def _other_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) > _OTHER_SIZE * max(one.size, other.size)


def _is_large(line: Line, usual: Measure) -> bool:
    return line.size >= _HEADING * usual.size


def _is_centred(line: Line) -> bool:
    before, after = line.left - line.column.left, line.column.right - line.right
    return before > line.size and abs(before - after) < _CENTRED * line.size


def _size(group: Sequence[Line]) -> float:
    return group[0].size if len("".join(line.text for line in group)) <= _LONGEST_HEADLINE else 0.0


def _block(group: Sequence[Line], usual: Measure, largest: float) -> Block | None:
    text = on_one_line(_joined(group))
    if not text:
        return None
    bold = all(line.bold for line in group)
    large = _is_large(group[0], usual)
    of_first_page = group[0].page == 0 and not group[0].row
    return Block(
        text,
        heading=(bold or large) and not group[0].row and could_be_heading(text),
        headline=of_first_page and largest == _size(group) and largest >= _HEADLINE * usual.size,
        row=group[0].row,
    )


def _joined(group: Sequence[Line]) -> str:
    words = [group[0].text]
    for before, line in pairwise(group):
        # "43-" and "CT/TW", "Ê-" and "đê": whoever breaks a line at a hyphen leaves no blank.
        whole = before.text[-1:] in "-/" and before.text[-2:-1].isalnum()
        words += ["" if whole else " ", line.text]
    return "".join(words)
