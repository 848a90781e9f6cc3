"""Letters of the old Vietnamese encodings, and what Windows-1252 shows in their place.

A text set in an old font and a file in an old encoding are the same thing here: bytes that
another font or table shows as other letters ("§¶ng" for "Đảng").
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from articles.reading.syllables import is_syllable

__all__ = ["IN_FILES", "IN_TEXTS", "TCVN3", "VNI", "OldEncoding", "shown"]


@dataclass(frozen=True)
class OldEncoding:
    """One way in which bytes stood for Vietnamese letters."""

    name: str
    decode: Callable[[str], str]
    """From the text as Windows-1252 shows it to Unicode (NFC)."""


# --- as Windows-1252 shows it ------------------------------------------------------------------


def _shown_as(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)


_SHOWN: Final = {byte: _shown_as(byte) for byte in range(0x80, 0xA0)}
_BYTES: Final = {ord(letter): byte for byte, letter in _SHOWN.items()}


def shown(data: bytes) -> str:
    """Bytes as the characters that Windows-1252 shows; those it does not have stay as they are."""
    return data.decode("latin-1").translate(_SHOWN)


# --- one byte, one letter ----------------------------------------------------------------------

_TCVN_LOW: Final = {
    0x01: "Ú", 0x02: "Ụ", 0x04: "Ừ", 0x05: "Ử", 0x06: "Ữ", 0x11: "Ứ", 0x12: "Ự", 0x13: "Ỳ",
    0x14: "Ỷ", 0x15: "Ỹ", 0x16: "Ý", 0x17: "Ỵ",
}  # fmt: skip
_TCVN_FROM_80: Final = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
_TCVN_FROM_A1: Final = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉ"
    "ỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_TCVN_LOOSE_TONES: Final = range(0xB0, 0xB5)  # in the fonts ° ± ² ³ ´
_VISCII_LOW: Final = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
_VISCII_FROM_80: Final = "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
_VISCII_FROM_A0: Final = (
    "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)


def _from(first: int, letters: str) -> dict[int, str]:
    return dict(enumerate(letters, first))


def _by_table(letters: Mapping[int, str]) -> Callable[[str], str]:
    """Bytes 0x80 to 0x9F are found as Windows-1252 shows them, and as Latin-1 has them."""
    by_shown = {ord(_SHOWN.get(byte, chr(byte))): letter for byte, letter in letters.items()}
    table = {**_SHOWN, **by_shown, **letters}
    return lambda text: unicodedata.normalize("NFC", text.translate(table))


_TCVN_HIGH: Final = _from(0xA1, _TCVN_FROM_A1)
_TCVN: Final = _TCVN_LOW | _from(0x80, _TCVN_FROM_80) | _TCVN_HIGH
_TCVN_IN_FONTS: Final = {
    byte: letter for byte, letter in _TCVN_HIGH.items() if byte not in _TCVN_LOOSE_TONES
}
# A file that was made by the standard's table has capitals beside the signs of the fonts.
_SIGNS: Final = {byte: _TCVN_FROM_80[byte - 0x80] for byte in (0x80, 0x85, *range(0x91, 0x98))}
_TCVN_IN_FILES: Final = (_TCVN_IN_FONTS | _TCVN_LOW) | {
    byte: letter for byte, letter in _from(0x80, _TCVN_FROM_80).items() if byte not in _SIGNS
}
_VISCII_LETTERS: Final = _VISCII_LOW | _from(0x80, _VISCII_FROM_80 + _VISCII_FROM_A0)
_WINDOWS_1258: Final = _from(0xA0, bytes(range(0xA0, 0x100)).decode("cp1258"))


# --- VNI: a vowel, and its marks behind it -----------------------------------------------------

_VNI_SINGLE: Final = dict(zip("ñôöíìæóòî", "đơưíìỉĩịỵ", strict=True))
_VNI_TONES: Final = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI_HAT: Final = dict(zip("âáàåãä", ["", *"\u0301\u0300\u0309\u0303\u0323"], strict=True))
_VNI_BOWL: Final = dict(zip("êéèúüë", ["", *"\u0301\u0300\u0309\u0303\u0323"], strict=True))


def _vni_pairs() -> dict[str, str]:
    shapes = [
        *((letter, letter, _VNI_TONES) for letter in "aeouy"),
        *((old, new, _VNI_TONES) for old, new in ("ôơ", "öư")),
        *((letter, letter + "\u0302", _VNI_HAT) for letter in "aeo"),
        ("a", "a\u0306", _VNI_BOWL),
    ]
    pairs = {}
    for old, new, marks in shapes:
        for mark, tone in marks.items():
            small = unicodedata.normalize("NFC", new + tone)
            for typed in (mark, mark.upper()):  # "Aù" and "AÙ" are both typed for "Á"
                pairs[old + typed] = small
                pairs[old.upper() + typed] = small.upper()
    return pairs


_VNI_LETTERS: Final = {
    **_VNI_SINGLE,
    **{old.upper(): new.upper() for old, new in _VNI_SINGLE.items()},
    **_vni_pairs(),
}
_VNI: Final = re.compile("|".join(sorted(_VNI_LETTERS, key=len, reverse=True)))


def _vni(text: str) -> str:
    text = text.translate(_SHOWN)
    return unicodedata.normalize("NFC", _VNI.sub(lambda found: _VNI_LETTERS[found[0]], text))


# --- UTF-8 that was taken for Windows-1252 -----------------------------------------------------


def _doubled_utf_8(text: str) -> str:
    try:
        data = text.translate(_BYTES).encode("latin-1")
        return unicodedata.normalize("NFC", data.decode("utf-8"))
    except UnicodeError:
        return text


# --- in the fonts of TCVN3 ---------------------------------------------------------------------

_BULLET: Final = re.compile(r"(^[^\S\n]*|(?<=[\s>])(?=©))([·§¨®©»Ø])(?=\s)", re.MULTILINE)
_PLACE_HELD: Final = 0xE100
_HELD: Final = {_PLACE_HELD + byte: chr(byte) for byte in range(0x100)}
_WORD: Final = re.compile(r"[^\W\d_]+")


def _with_font_rules(letters: Mapping[int, str]) -> Callable[[str], str]:
    """Bullets and © are themselves; capitals are as `_with_capitals` says."""
    plain = _by_table(letters)

    def decode(text: str) -> str:
        held = _BULLET.sub(lambda found: found[1] + chr(_PLACE_HELD + ord(found[2])), text)
        made = plain(held)
        if made.isascii():
            return made
        return "\n".join(map(_with_capitals, made.split("\n"))).translate(_HELD)

    return decode


def _with_capitals(line: str) -> str:
    """`NộI` was set in a font of capitals: so are the other words of a line that has no small one.

    The letters with tones have no capitals in these fonts; the plain ones beside them tell.
    """
    if not any(map(_is_half_capital, _WORD.findall(line))):
        return line
    if not any(letter.isascii() and letter.islower() for letter in line):
        return line.upper()
    return _WORD.sub(
        lambda found: found[0].upper() if _is_half_capital(found[0]) else found[0], line
    )


def _is_half_capital(word: str) -> bool:
    """Whether capitals and small letters are mixed as no other font mixes them."""
    fewest = 2
    return (
        not any(letter.isascii() and letter.islower() for letter in word)
        and any(map(str.islower, word))
        and any(letter.isascii() and letter.isupper() for letter in word)
        and sum(map(str.isupper, word)) >= fewest
        and is_syllable(word.upper())
    )


_SIGN: Final = {_SHOWN[byte]: letter for byte, letter in _SIGNS.items()}
_WITH_SIGN: Final = re.compile(
    f"(?<![A-ZÀ-Ỹ])[A-ZÀ-Ỹ]+[{''.join(_SIGN)}][A-ZÀ-Ỹ{''.join(_SIGN)}]*(?![a-zà-ỹ])"
)
_NEVER_LAST: Final = ("’", "”", "…")  # behind a letter these are themselves
_decode_in_files: Final = _with_font_rules(_TCVN_IN_FILES)


def _tcvn_in_files(text: str) -> str:
    return _WITH_SIGN.sub(_capital_word, _decode_in_files(text))


def _capital_word(found: re.Match[str]) -> str:
    """`QUANG Đ‘NH` is "QUANG ĐỊNH", and `M’NÔNG` is as it stands."""
    letters = "".join(_SIGN.get(letter, letter) for letter in found[0])
    return letters if is_syllable(letters) and not found[0].endswith(_NEVER_LAST) else found[0]


TCVN3: Final = OldEncoding("tcvn3", _with_font_rules(_TCVN_IN_FONTS))
VNI: Final = OldEncoding("vni", _vni)
_WINDOWS: Final = OldEncoding("windows-1258", _by_table(_WINDOWS_1258))
_VISCII: Final = OldEncoding("viscii", _by_table(_VISCII_LETTERS))

# Where several give the same, the first is taken.
IN_TEXTS: Final = (
    TCVN3,
    VNI,
    _WINDOWS,
    _VISCII,
    OldEncoding("utf-8", _doubled_utf_8),
)
"""Of characters: signs that no old font has are themselves."""
IN_FILES: Final = (OldEncoding("tcvn3", _tcvn_in_files), VNI, _WINDOWS, _VISCII)
"""Of bytes: there are no others than their own."""
