"""Text in which every gap between words is one blank, with the way back to the offsets."""

import re
from bisect import bisect_right
from typing import Final

__all__ = ["Squeezed", "squeeze"]

# Quotation marks too: tự "diễn biến" is "tự diễn biến".
_BLANKS: Final = re.compile(r'[\s"]+')
# Most gaps are one blank already and need no work.
_UNUSUAL: Final = re.compile(r'[\s"]{2,}|[^\S ]|"')


def squeeze(folded: str) -> str:
    """A folded phrase as it would stand in a squeezed text."""
    return _BLANKS.sub(" ", folded).strip()


class Squeezed:
    """A folded text with each run of white space and quotes as one blank, and the way back.

    `text` is `same_word(body)`; offsets into it are offsets into the body.
    """

    __slots__ = ("_at", "_lost", "folded", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        pieces: list[str] = []
        # Parallel lists: from this squeezed offset on, so many characters were left out.
        self._at, self._lost = [0], [0]
        before = squeezed = lost = 0
        for run in _UNUSUAL.finditer(text):
            pieces += [text[before : run.start()], " "]
            squeezed += run.start() - before + 1
            before = run.end()
            if run.end() - run.start() > 1:
                lost += run.end() - run.start() - 1
                self._at.append(squeezed)
                self._lost.append(lost)
        pieces.append(text[before:])
        self.folded = "".join(pieces)

    def place(self, offset: int) -> int:
        """The body's offset of a squeezed offset."""
        return offset + self._lost[bisect_right(self._at, offset) - 1]
