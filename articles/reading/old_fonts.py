"""Text that was typed with old Vietnamese fonts, made Unicode.

Word, PDF and pages of the web hand it on as the characters that its bytes happen to be:
"§¶ng" (TCVN3, .VnTime), "Ñaûng" (VNI). It is decided for a whole document, and applied
paragraph by paragraph, since old and new paragraphs stand side by side. Call it before
`normalise`: in TCVN3 a soft hyphen is "ư".

TCVN3 has no capitals with tones: they were set in fonts of capitals (.VnTimeH), and the
characters do not tell. Where a line's plain letters are all capitals, so are the others.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from articles.reading.old_tables import OLD_ENCODINGS, OldEncoding
from articles.reading.syllables import is_syllable

__all__ = ["encoding_of_font", "from_font", "modern", "modern_paragraphs"]

_FONTS: Final = (
    (re.compile(r"\.vn\w+.*", re.IGNORECASE), "tcvn3"),
    (re.compile(r"vni[-\s].*", re.IGNORECASE), "vni"),
)
_FONT_OF_CAPITALS: Final = re.compile(r"\.vn\w+h", re.IGNORECASE)


def modern(text: str) -> tuple[str, str | None]:
    """The text in Unicode, and the name of the encoding it was in (None where it was Unicode).

    Lines are taken for paragraphs. Names: `tcvn3`, `vni`, `viscii`, `windows-1258`.
    """
    paragraphs, encoding = modern_paragraphs(text.split("\n"))
    return ("\n".join(paragraphs), encoding) if encoding else (text, None)


def modern_paragraphs(paragraphs: Sequence[str]) -> tuple[list[str], str | None]:
    """The paragraphs (or runs, or cells) of one document; each stays in its place."""
    scored = [(_gain(old, paragraphs), old) for old in OLD_ENCODINGS]
    gain, old = max(scored, key=lambda scored: scored[0])
    if gain <= 0:
        return list(paragraphs), None
    return [_better(old, paragraph) for paragraph in paragraphs], old.name


def encoding_of_font(font: str) -> str | None:
    """`tcvn3` for `.VnTime`, `vni` for `VNI-Times`; None for fonts of today."""
    return next((name for form, name in _FONTS if form.fullmatch(font.strip())), None)


def from_font(text: str, font: str) -> str:
    """A run of which the font is known; `.VnTimeH` and its kin are all capitals."""
    name = encoding_of_font(font)
    old = next((old for old in OLD_ENCODINGS if old.name == name), None)
    if old is None:
        return text
    decoded = old.decode(text)
    return decoded.upper() if _FONT_OF_CAPITALS.fullmatch(font.strip()) else decoded


_WORD: Final = re.compile(r"[^\W\d_]+")


def _good(text: str) -> int:
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    return sum(1 if is_syllable(word) else -1 for word in words if not word.isascii())


def _gain(old: OldEncoding, paragraphs: Sequence[str]) -> int:
    return sum(
        _good(old.decode(paragraph)) - _good(paragraph)
        for paragraph in paragraphs
        if not paragraph.isascii()
    )


def _better(old: OldEncoding, paragraph: str) -> str:
    decoded = old.decode(paragraph)
    return decoded if _good(decoded) > _good(paragraph) else paragraph
