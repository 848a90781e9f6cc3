"""Text in which every gap between words is one blank, with the way back to the offsets."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

__all__ = ["Squeezed", "squeeze"]

# Quotation marks too: tự "diễn biến" is "tự diễn biến".
_BLANKS: Final = re.compile(r'[\s"]+')


def squeeze(folded: str) -> str:
    """A folded phrase as it would stand in a squeezed text."""
    return _BLANKS.sub(" ", folded).strip()


class Squeezed:
    """A folded text with each run of white space and quotes as one blank, and the way back.

    `text` is `same_word(body)`, of a body that has been through `normalise`, so that its only
    white space is blanks and line ends; offsets into it are offsets into the body.
    """

    __slots__ = ("_at", "_lost", "folded", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        # Most gaps are one blank already; looking for two is many times faster than a pattern.
        gaps = text.replace('"', " ").replace("\n", " ")
        pieces: list[str] = []
        # Parallel lists: from this squeezed offset on, so many characters were left out.
        self._at, self._lost = [0], [0]
        before = lost = 0
        start = gaps.find("  ")
        while start >= 0:
            end = start + 2
            while gaps.startswith(" ", end):
                end += 1
            pieces.append(gaps[before : start + 1])
            self._at.append(start + 1 - lost)
            lost += end - start - 1
            self._lost.append(lost)
            before = end
            start = gaps.find("  ", end)
        pieces.append(gaps[before:])
        self.folded = "".join(pieces)

    def place(self, offset: int) -> int:
        """The body's offset of a squeezed offset."""
        return offset + self._lost[bisect_right(self._at, offset) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The body's span of a squeezed one that begins and ends with a character."""
        return self.place(start), self.place(end - 1) + 1

    def spans(self, squeezed: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Many at once."""
        at, lost = self._at, self._lost
        return [
            (start + lost[bisect_right(at, start) - 1], end + lost[bisect_right(at, end - 1) - 1])
            for start, end in squeezed
        ]
