"""Old Vietnamese fonts in PDF files: their text made Unicode."""

import re
from collections.abc import Sequence
from typing import Final

from articles.reading.old_fonts import encoding_of_font, from_font
from articles.reading.pdf.sheets import Sheet
from articles.reading.syllables import vietnamese_share
from articles.reading.typed import old_among

_U_WITH_HORN: Final = "\xad"  # in TCVN3; PDFium takes it for a hyphen
_WEIGHT: Final = re.compile(r"[,\s-]*(?:Bold|Italic|Regular|Oblique)+(?:MT|PS)?$")
_WITHOUT_DOT: Final = re.compile(r"Vn[A-Z]")
_WITHOUT_DASH: Final = re.compile(r"^VNI[\s-]?(?=[A-Z])")
# Signs that programs put for letters of Windows that look like them.
_LIKE: Final = str.maketrans({"−": "-", "∙": "·", "μ": "µ"})


def make_modern(sheets: Sequence[Sheet]) -> str | None:
    """Turn the runs in old fonts into Unicode, in place; the encoding, or None where none is."""
    texts: dict[str, list[str]] = {}
    for sheet in sheets:
        for span in sheet.spans:
            for text, face in span.runs:
                texts.setdefault(_named(face.font), []).append(text)
    old = old_among({font: " ".join(words) for font, words in texts.items()})
    for sheet in sheets if old else ():
        for span in sheet.spans:
            span.runs = [
                (_modern(text, font) if (font := _named(face.font)) in old else text, face)
                for text, face in span.runs
            ]
    return next(iter(sorted(filter(None, map(encoding_of_font, old)))), None)


def _named(font: str) -> str:
    """The name as Word has it: programs leave out its dot and add the weight to it."""
    name = _WEIGHT.sub("", font)
    if _WITHOUT_DOT.match(name):
        return f".{name}"
    return _WITHOUT_DASH.sub("VNI-", name)


def _modern(text: str, font: str) -> str:
    text = text.translate(_LIKE)
    if encoding_of_font(font) == "tcvn3" and "-" in text:
        text = " ".join(_with_horns(word, font) for word in text.split(" "))
    return from_font(text, font)


def _with_horns(word: str, font: str) -> str:
    """`Ph-¬ng` is "Phương", and `43-CT/TW` has a hyphen: what makes syllables is right."""
    horned = word.replace("-", _U_WITH_HORN)
    if len(word) > 1 and vietnamese_share(from_font(horned, font)) == 1:
        return horned
    return word
