"""Which fonts of a document show letters of an old encoding.

The name of a font tells, but not for sure: text that somebody has converted often keeps it.
"""

from collections.abc import Mapping

from articles.reading.old_fonts import encoding_of_font, from_font
from articles.reading.syllables import vietnamese_share

_SAMPLE = 20_000  # characters


def old_among(texts: Mapping[str, str]) -> frozenset[str]:
    """Of fonts and what is set in them, those whose text is Vietnamese only as an old encoding."""
    return frozenset(
        font for font, text in texts.items() if encoding_of_font(font) and _is_old(font, text)
    )


def _is_old(font: str, text: str) -> bool:
    sample = text[:_SAMPLE]
    return vietnamese_share(from_font(sample, font)) >= vietnamese_share(sample)
