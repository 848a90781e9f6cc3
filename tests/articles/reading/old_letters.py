"""Vietnamese text written as it was in old encodings."""

import unicodedata
from collections.abc import Callable
from typing import Final

# VNI as its makers published it: each letter, and how it is typed.
_VNI: Final = """
á=aù à=aø ả=aû ã=aõ ạ=aï â=aâ ấ=aá ầ=aà ẩ=aå ẫ=aã ậ=aä ă=aê ắ=aé ằ=aè ẳ=aú ẵ=aü ặ=aë
é=eù è=eø ẻ=eû ẽ=eõ ẹ=eï ê=eâ ế=eá ề=eà ể=eå ễ=eã ệ=eä í=í ì=ì ỉ=æ ĩ=ó ị=ò
ó=où ò=oø ỏ=oû õ=oõ ọ=oï ô=oâ ố=oá ồ=oà ổ=oå ỗ=oã ộ=oä ơ=ô ớ=ôù ờ=ôø ở=ôû ỡ=ôõ ợ=ôï
ú=uù ù=uø ủ=uû ũ=uõ ụ=uï ư=ö ứ=öù ừ=öø ử=öû ữ=öõ ự=öï ý=yù ỳ=yø ỷ=yû ỹ=yõ ỵ=î đ=ñ
"""
_TCVN3: Final = """
ă=¨ â=© ê=ª ô=« ơ=¬ ư=\xad đ=® à=µ ả=¶ ã=· á=¸ ạ=¹ ằ=» ẳ=¼ ẵ=½ ắ=¾ ặ=Æ ầ=Ç ẩ=È ẫ=É ấ=Ê ậ=Ë
è=Ì ẻ=Î ẽ=Ï é=Ð ẹ=Ñ ề=Ò ể=Ó ễ=Ô ế=Õ ệ=Ö ì=× ỉ=Ø ĩ=Ü í=Ý ị=Þ ò=ß ỏ=á õ=â ó=ã ọ=ä ồ=å ổ=æ ỗ=ç
ố=è ộ=é ờ=ê ở=ë ỡ=ì ớ=í ợ=î ù=ï ủ=ñ ũ=ò ú=ó ụ=ô ừ=õ ử=ö ữ=÷ ứ=ø ự=ù ỳ=ú ỷ=û ỹ=ü ý=ý ỵ=þ
Ă=¡ Â=¢ Ê=£ Ô=¤ Ơ=¥ Ư=¦ Đ=§
"""


def _rows(table: str) -> dict[str, str]:
    return {row[0]: row[2:] for row in table.split()}


VNI: Final = _rows(_VNI)
TCVN3: Final = _rows(_TCVN3)
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"


def in_tcvn3(text: str) -> bytes:
    """As typed for the .VnTime fonts, which have no capitals with tones."""
    return "".join(
        TCVN3.get(letter) or TCVN3.get(letter.lower(), letter) for letter in text
    ).encode("cp1252")


def as_tcvn3_has_it(text: str) -> str:
    """With small letters for those capitals that it does not have."""
    lost = {letter.upper() for letter in TCVN3} - TCVN3.keys()
    return "".join(letter.lower() if letter in lost else letter for letter in text)


def in_vni(text: str) -> bytes:
    capitals = {letter.upper(): typed.upper() for letter, typed in VNI.items()}
    return "".join((VNI | capitals).get(letter, letter) for letter in text).encode("cp1252")


def in_windows_1258(text: str) -> bytes:
    """As Windows wrote it: vowels whole, tones apart."""
    encoded = bytearray()
    for letter in text:
        try:
            encoded += letter.encode("cp1258")
        except UnicodeEncodeError:
            base, *marks = list(unicodedata.normalize("NFD", letter))
            tones = [mark for mark in marks if mark in _TONES]
            shape = "".join(mark for mark in marks if mark not in tones)
            whole = unicodedata.normalize("NFC", base + shape)
            encoded += (whole + "".join(tones)).encode("cp1258")
    return bytes(encoded)


# RFC 1456: Vietnamese letters from 0x80 on, and the six that were put among the controls.
_VISCII: Final = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừử"
    "ÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII_LOW: Final = {"Ẳ": 2, "Ẵ": 5, "Ẫ": 6, "Ỷ": 20, "Ỹ": 25, "Ỵ": 30}


def in_viscii(text: str) -> bytes:
    codes = {letter: 0x80 + place for place, letter in enumerate(_VISCII)} | _VISCII_LOW
    return bytes(codes[letter] if letter in codes else ord(letter) for letter in text)


ENCODERS: Final[dict[str, Callable[[str], bytes]]] = {
    "tcvn3": in_tcvn3,
    "vni": in_vni,
    "viscii": in_viscii,
    "windows-1258": in_windows_1258,
}
