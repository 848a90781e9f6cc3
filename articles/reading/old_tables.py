"""Letters of the old Vietnamese encodings, as characters that Windows-1252 shows in their place.

A text set in an old font and a file in an old encoding are the same thing here: bytes that
another font or table shows as other letters ("§¶ng" for "Đảng").
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

_TCVN_LOW: Final = {
    0x01: "Ú", 0x02: "Ụ", 0x04: "Ừ", 0x05: "Ử", 0x06: "Ữ", 0x11: "Ứ", 0x12: "Ự", 0x13: "Ỳ",
    0x14: "Ỷ", 0x15: "Ỹ", 0x16: "Ý", 0x17: "Ỵ",
}  # fmt: skip
_TCVN_CAPITALS: Final = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"  # from 0x80
_TCVN_LETTERS: Final = (  # from 0xA1
    "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉ"
    "ỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_TCVN_LOOSE: Final = range(0xB0, 0xB5)  # tones apart; in the fonts they are ° ± ² ³ ´
_VISCII_LOW: Final = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
_VISCII_CAPITALS: Final = "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"  # from 0x80
_VISCII_LETTERS: Final = (  # from 0xA0
    "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VNI_SINGLE: Final = dict(zip("ñôöíìæóòî", "đơưíìỉĩịỵ", strict=True))
_VNI_TONES: Final = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI_HAT: Final = dict(zip("âáàåãä", ["", *"\u0301\u0300\u0309\u0303\u0323"], strict=True))
_VNI_BOWL: Final = dict(zip("êéèúüë", ["", *"\u0301\u0300\u0309\u0303\u0323"], strict=True))


@dataclass(frozen=True)
class OldEncoding:
    """One way in which bytes stood for Vietnamese letters."""

    name: str
    decode: Callable[[str], str]
    """From the text as Windows-1252 shows it to Unicode (NFC)."""


def shown(data: bytes) -> str:
    """Bytes as the characters that Windows-1252 shows; those it does not have stay as they are."""
    return data.decode("latin-1").translate(_SHOWN)


def _shown_as(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)


_SHOWN: Final = {byte: _shown_as(byte) for byte in range(0x80, 0xA0)}


def _table(letters: Mapping[int, str]) -> dict[int, str]:
    """What `str.translate` takes; 0x80 to 0x9F also as Latin-1 has them."""
    by_shown = {ord(_shown_as(byte)): letter for byte, letter in letters.items()}
    return {**_SHOWN, **by_shown, **letters}


def _from(start: int, letters: str) -> dict[int, str]:
    return {start + place: letter for place, letter in enumerate(letters)}


def _by_table(letters: Mapping[int, str]) -> Callable[[str], str]:
    table = _table(letters)
    return lambda text: unicodedata.normalize("NFC", text.translate(table))


def _windows_1258() -> dict[int, str]:
    high = range(0xA0, 0x100)
    return {byte: bytes([byte]).decode("cp1258") for byte in high}


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
            for capital in (mark, mark.upper()):
                pairs[old + capital] = small
                pairs[old.upper() + capital] = small.upper()
    return pairs


_VNI_PAIRS: Final = _vni_pairs()
_VNI_PAIR: Final = re.compile("[aeouyôö][ùøûõïâáàåãäêéèúüë]", re.IGNORECASE)
_VNI_TABLE: Final = str.maketrans(
    {**_VNI_SINGLE, **{old.upper(): new.upper() for old, new in _VNI_SINGLE.items()}}
)


def _vni(text: str) -> str:
    # A vowel with its mark is taken whole; what is left over is a letter of its own.
    pieces, end = [], 0
    for pair in _VNI_PAIR.finditer(text.translate(_SHOWN)):
        pieces += [text[end : pair.start()].translate(_VNI_TABLE), _pair(pair[0])]
        end = pair.end()
    return unicodedata.normalize("NFC", "".join([*pieces, text[end:].translate(_VNI_TABLE)]))


def _pair(letters: str) -> str:
    return _VNI_PAIRS.get(letters) or letters.translate(_VNI_TABLE)


_TCVN_FONT: Final = {
    byte: letter for byte, letter in _from(0xA1, _TCVN_LETTERS).items() if byte not in _TCVN_LOOSE
}
OLD_ENCODINGS: Final = (
    OldEncoding("tcvn3", _by_table(_TCVN_FONT)),
    OldEncoding("vni", _vni),
    OldEncoding("viscii", _by_table(_from(0xA0, _VISCII_LETTERS))),
    OldEncoding("windows-1258", _by_table(_windows_1258())),
    # The same with capitals where Windows has quotation marks and dashes.
    OldEncoding(
        "tcvn3",
        _by_table(_TCVN_LOW | _from(0x80, _TCVN_CAPITALS) | _from(0xA1, _TCVN_LETTERS)),
    ),
    OldEncoding(
        "viscii",
        _by_table(_VISCII_LOW | _from(0x80, _VISCII_CAPITALS) | _from(0xA0, _VISCII_LETTERS)),
    ),
)
