"""What pypdf reads: the words without their places, where PDFium opens nothing or sees ruins."""

import contextlib
import logging
from io import BytesIO
from typing import Final

from pypdf import PdfReader

logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_MOST_PAGES: Final = 100
_MOST_CHARACTERS: Final = 1_000_000


def second_opinion(data: bytes) -> str:
    """The text of a PDF, or nothing where pypdf cannot read it either."""
    words: list[str] = []
    with contextlib.suppress(Exception):  # it has many ways to stumble over broken files
        for page in PdfReader(BytesIO(data), strict=False).pages[:_MOST_PAGES]:
            words.append(page.extract_text())
            if sum(map(len, words)) > _MOST_CHARACTERS:
                break
    return "\n".join(words)[:_MOST_CHARACTERS]
