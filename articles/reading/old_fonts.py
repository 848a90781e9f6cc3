"""Text that was typed with old Vietnamese fonts, made Unicode.

Word, PDF and pages of the web hand it on as the characters that its bytes happen to be:
"§¶ng" (TCVN3, .VnTime), "Ñaûng" (VNI). It is decided for a whole document, and applied
paragraph by paragraph, since old and new paragraphs stand side by side. Call it before
`normalise`: in TCVN3 a soft hyphen is "ư".

TCVN3 has no capitals with tones: they were set in fonts of capitals (.VnTimeH), and the
characters do not tell. Where a word's plain letters are capitals, so are the others ("NéI" is
"NỘI"); a word that was typed in small letters and only printed in capitals stays small, unless
the font is known (`from_font`).
"""

import re
from collections.abc import Sequence
from typing import Final

from articles.reading.old_detection import (
    better,
    fitting_text,
    is_suspicious,
    is_unicode,
    leaning,
    may_be_old,
    not_worse,
)
from articles.reading.old_tables import TCVN3, VNI, OldEncoding

__all__ = ["encoding_of_font", "from_font", "is_font_of_capitals", "modern", "modern_paragraphs"]

_MOST_ENCODINGS: Final = 3  # in one document


def modern(text: str) -> tuple[str, str | None]:
    """The text in Unicode, and the name of the encoding it was in (None where it was Unicode).

    Lines are taken for paragraphs. Names: `tcvn3`, `vni`, `viscii`, `windows-1258`, and `utf-8`
    where the letters of Unicode were decoded wrongly on their way.
    """
    if not may_be_old(text):
        return text, None
    lines, name = modern_paragraphs(text.split("\n"))
    return "\n".join(lines), name


def modern_paragraphs(paragraphs: Sequence[str]) -> tuple[list[str], str | None]:
    """The paragraphs (or runs, or cells) of one document; each stays in its place.

    A paragraph with letters that no old font shows is Unicode as a whole.
    """
    made = list(paragraphs)
    alone = not any(map(is_unicode, made))
    found: list[OldEncoding] = []
    for _ in range(_MOST_ENCODINGS):
        doubtful = [text for text in made if is_suspicious(text) and not is_unicode(text)]
        fits = fitting_text(doubtful, alone=alone and not found)
        if len(fits) != 1:
            break
        found += fits
        made = [better(fits[0], text) for text in made]
    if not found:
        return made, None
    if leaning(found[0], paragraphs):
        made = [
            not_worse(found[0], text, alone=alone) if text == was else text
            for was, text in zip(paragraphs, made, strict=True)
        ]
    return made, found[0].name


_FONTS: Final = (
    (re.compile(r"\.vn\w", re.IGNORECASE), TCVN3),
    (re.compile("vni[ -]", re.IGNORECASE), VNI),
)
_FONT_OF_CAPITALS: Final = re.compile(r"\.vn[\w ]*h\b", re.IGNORECASE)


def encoding_of_font(font: str) -> str | None:
    """`tcvn3` for `.VnTime`, `vni` for `VNI-Times`; None for fonts of today."""
    return next((old.name for form, old in _FONTS if form.match(font.strip())), None)


def from_font(text: str, font: str) -> str:
    """A run of which the font is known; `.VnTimeH` and its kin print all in capitals.

    Converted documents often keep their old fonts, so that Unicode letters are left alone.
    """
    old = next((old for form, old in _FONTS if form.match(font.strip())), None)
    if old is None or is_unicode(text):
        return text
    decoded = old.decode(text)
    return decoded.upper() if is_font_of_capitals(font) else decoded


def is_font_of_capitals(font: str) -> bool:
    """Whether it prints small letters as capitals, too."""
    return _FONT_OF_CAPITALS.match(font.strip()) is not None
