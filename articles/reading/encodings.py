"""Bytes to text, without loss, or not at all.

Unicode says what it is. The old Vietnamese encodings do not: each is tried, and the one that
gives most Vietnamese syllables wins (`old_detection`), whatever the page declares. Text that
was typed with old fonts and saved as Unicode is made modern too.
"""

import codecs
import html
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from articles.reading.faults import Fault, Unreadable
from articles.reading.old_detection import explained, fitting_file, is_ruin
from articles.reading.old_fonts import modern
from articles.reading.old_tables import OldEncoding, shown
from articles.reading.syllables import Evidence, evidence, vietnamese_share


class Decoded(NamedTuple):
    text: str
    encoding: str
    """`utf-8`, `utf-16-le`, `windows-1252`…; `tcvn3`, `vni`, `viscii`, `windows-1258`."""


_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that one's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 20_000  # bytes
_LEAST_VIETNAMESE: Final = 0.5
_MOST_FOREIGN: Final = 0.2  # of all words, with marks that are not Vietnamese
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS: Final = 0.01
_MOST_ENCODINGS: Final = 3  # in one file
_MOST_RUINS: Final = 0.05  # of the words
# What is left of "ạ", "ệ", "đ", "ư" where UTF-8 was taken for Windows-1252 and letters were lost.
_TWICE_ENCODED: Final = re.compile("á[º»]|Ä[‘\x91]|Æ[°¡]|Ã[¡-³]")
_MOST_DAMAGE: Final = 0.002  # a broken character here and there is no other encoding


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode, or raise `Unreadable` (`empty`, `not_text`, `bad_encoding`)."""
    if not data.strip():
        raise Unreadable(Fault.EMPTY)
    decoded = _unicode(data) or _lines(data, _DECLARED.get((declared or "").lower()))
    if _controls(decoded.text[:_SAMPLE]) > _MOST_CONTROLS:
        raise Unreadable(Fault.NOT_TEXT)
    text, typed = modern(decoded.text)
    if _is_twice_encoded(text):
        raise Unreadable(Fault.BAD_ENCODING)
    return Decoded(text, typed) if typed else decoded


def _is_twice_encoded(text: str) -> bool:
    """Whether much of it is what UTF-8 looks like as Windows-1252; that has some "ạ" and "ệ"."""
    if "áº" not in text and "á»" not in text:
        return False
    return len(_TWICE_ENCODED.findall(text)) > _MOST_RUINS * len(text.split())


# --- Unicode -----------------------------------------------------------------------------------


def _unicode(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    if wide := _unmarked_utf16(data):
        return _decoded(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _decoded(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
    _refuse_damaged(text)
    return Decoded(text, encoding)


def _refuse_damaged(text: str) -> None:
    if text.count("\ufffd") > max(1, _MOST_DAMAGE * len(text)):
        raise Unreadable(Fault.BAD_ENCODING)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: blanks and plain letters leave a NUL in every second byte."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.3 and even < odd * 0.1:
        return "utf-16-le"
    if even > half * 0.3 and odd < even * 0.1:
        return "utf-16-be"
    return None


# --- old encodings, and what is left of Unicode ------------------------------------------------

_DECLARED: Final = {
    "windows-1258": "windows-1258",
    "cp1258": "windows-1258",
    "viscii": "viscii",
    "x-viet-viscii": "viscii",
    "tcvn": "tcvn3",
    "tcvn3": "tcvn3",
    "tcvn-5712": "tcvn3",
    "x-viet-tcvn": "tcvn3",
    "x-viet-tcvn5712": "tcvn3",
    "vni": "vni",
    "x-viet-vni": "vni",
}
_REFERENCE: Final = re.compile(r"&(?:#\d+|#[xX][\da-fA-F]+|[A-Za-z]+);?")


class _Line(NamedTuple):
    shown: str
    """As Windows-1252 shows it."""
    unicode: str
    """As UTF-8, with U+FFFD for what is none."""
    whole: bool
    """Whether it is UTF-8, but for a broken letter."""


class _Reading(NamedTuple):
    text: str
    found: Evidence


def _lines(data: bytes, declared: str | None) -> Decoded:
    """Line by line, since files were put together from old parts and new ones."""
    lines = [_line(line) for line in data.split(b"\n")]
    old, readings = _read_old([line.shown for line in lines if not line.whole], declared)
    is_unicode = any(line.whole and not line.unicode.isascii() for line in lines)
    ruins = [reading.text for reading in readings if not old or is_ruin(reading.found)]
    if not is_unicode:
        _refuse_foreign(ruins)
    of_broken = iter(readings)
    made = []
    for line in lines:
        if line.whole:
            made.append(_whole_line(line, old))
            continue
        reading = next(of_broken)
        ruined = is_unicode and (not old or is_ruin(reading.found))
        made.append(line.unicode if ruined else reading.text)
    text = "\n".join(made)
    _refuse_damaged(text)
    return Decoded(text, old[0].name if old else "utf-8" if is_unicode else "windows-1252")


def _line(line: bytes) -> _Line:
    text = line.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = not broken or sum(letter > "\x7f" for letter in text) > 2 * broken
    return _Line(_with_letters(shown(line)), text, whole)


def _read_old(
    lines: Sequence[str], declared: str | None
) -> tuple[list[OldEncoding], list[_Reading]]:
    """The old encodings of lines that are no UTF-8, and each line by the best of them.

    Where no encoding makes sense of any, the lines are as Windows-1252 shows them.
    """
    readings = [_Reading(line, Evidence()) for line in lines]
    found: list[OldEncoding] = []
    left = list(range(len(lines)))
    while left and len(found) < _MOST_ENCODINGS:
        fits = fitting_file((lines[place] for place in left), declared, alone=not found)
        if len(fits) > 1:
            raise Unreadable(Fault.BAD_ENCODING)
        if not fits:
            break
        for place in left:
            made = fits[0].decode(lines[place])
            reading = _Reading(made, evidence(made))
            if not found or reading.found.net > readings[place].found.net:
                readings[place] = reading
        found += fits
        left = [place for place in left if readings[place].found.bad]
    return found, readings


def _whole_line(line: _Line, old: Sequence[OldEncoding]) -> str:
    """A line that could be UTF-8, by accident too: "Ðµ" in VISCII is "е" in UTF-8."""
    if line.unicode.isascii():
        # Plain, but for control characters, which are letters in some.
        return old[0].decode(line.unicode) if old else line.unicode
    ways = [line.unicode, *(one.decode(line.shown) for one in old)]
    return max(ways, key=lambda text: evidence(text).net)


def _with_letters(text: str) -> str:
    """Pages write some of the letters as character references."""
    return _REFERENCE.sub(_letter, text) if "&" in text else text


def _letter(reference: re.Match[str]) -> str:
    letter = html.unescape(reference[0])
    return letter if "\xa0" < letter <= "\xff" else reference[0]


def _refuse_foreign(lines: Sequence[str]) -> None:
    """Refuse what Windows-1252 shows as no words of any language."""
    text = "\n".join(lines)
    if _controls(text[:_SAMPLE]) > _MOST_CONTROLS:
        raise Unreadable(Fault.NOT_TEXT)
    bad = evidence(text).bad
    most = 0 if vietnamese_share(text) >= _LEAST_VIETNAMESE else _MOST_FOREIGN * len(text.split())
    if bad > most or (bad and explained(lines)):
        raise Unreadable(Fault.BAD_ENCODING)


def _controls(text: str) -> float:
    return len(_CONTROL.findall(text)) / len(text) if _CONTROL.search(text) else 0.0
