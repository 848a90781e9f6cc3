"""Words that are only mentioned: in brackets, or as a name or saying between quotation marks.

"Phong trào "Phụ nữ tích cực học tập"" asks nobody to learn, "(phải di dời 12 hộ)" is a detail.
Speech is not muted: it fills sentences, or follows a colon or stands at the head.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

__all__ = ["Muted"]

_BRACKETS: Final = re.compile(r"\([^()\n]{1,400}\)")
_QUOTED: Final = re.compile(r"“[^“”\n]{1,160}”|(?<![\w\"])\"[^\"\n]{1,160}\"(?![\w\"])")
_SPEAKS: Final = re.compile(r"(?:^|[.!?…:;\n\-–])\s*$")
_ENDS: Final = (".", "!", "?", "…")


class Muted:
    """The spans of a body whose words do nothing where they stand."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, body: str) -> None:
        spans = sorted(_spans(body))
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def __contains__(self, offset: int) -> bool:
        before = bisect_right(self._starts, offset) - 1
        return before >= 0 and offset < self._ends[before]


def _spans(body: str) -> Iterator[tuple[int, int]]:
    if "(" in body:
        for found in _BRACKETS.finditer(body):
            if not _fills_line(body, *found.span()):
                yield found.span()
    for found in _QUOTED.finditer(body):
        if not _is_speech(body, *found.span()):
            yield found.span()


def _fills_line(body: str, start: int, end: int) -> bool:
    return body[start - 1 : start] in {"", "\n"} and body[end : end + 1] in {"", "\n"}


def _is_speech(body: str, start: int, end: int) -> bool:
    return _SPEAKS.search(body, max(0, start - 4), start) is not None or body[
        end - 2 : end - 1
    ].endswith(_ENDS)
