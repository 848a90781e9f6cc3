"""Numbers in words and letters, and the pictures that fonts of signs draw for bullets."""

from typing import Final

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST_ROMAN: Final = 3999
_MOST_LETTERS: Final = 26 * 5
_WORDS: Final = (
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười",
)  # fmt: skip
_SIGN_FONTS: Final = ("symbol", "wingdings", "webdings", "marlett", "zapf")
_PRIVATE: Final = range(0xF000, 0xF100)  # where Word puts the letters of such fonts
# Letters of Symbol and Wingdings that bullets are made of; both fonts have them at one place each.
_SIGNS: Final = {
    0x2D: "-", 0xB7: "•", 0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0x76: "❖", 0x6C: "●", 0x6E: "■",
    0xA8: "○", 0x9F: "•", 0x2A: "*", 0x2B: "+", 0x77: "❖",
}  # fmt: skip
_ROUND: Final = "•"


def numeral(count: int, form: str) -> str:
    """A number as `w:numFmt` has it printed; a form that is not known here gives digits."""
    match form:
        case "none":
            return ""
        case "decimalZero":
            return f"{count:02}"
        case "lowerLetter" | "upperLetter":
            letters = _letters(count)
            return letters.upper() if form == "upperLetter" else letters
        case "lowerRoman" | "upperRoman":
            roman = _roman(count)
            return roman.lower() if form == "lowerRoman" else roman
        case "vietnameseCounting" if 0 <= count < len(_WORDS):
            return _WORDS[count]
    return str(count)


def bullet(text: str, font: str) -> str:
    """A bullet as it is seen: `` in Symbol is •, `Ø` in Wingdings is ➢."""
    sign = text.strip()
    if not sign:
        return ""
    code = ord(sign[0])
    if code in _PRIVATE or font.lower().startswith(_SIGN_FONTS):
        return _SIGNS.get(code & 0xFF, _ROUND)
    if sign == "o":
        return "◦"  # Courier New has no rounder one
    return sign if not sign[0].isalnum() else _ROUND


def _letters(count: int) -> str:
    """From a to z, then aa, bb and so on."""
    if not 0 < count <= _MOST_LETTERS:
        return str(count)
    rounds, place = divmod(count - 1, 26)
    return chr(ord("a") + place) * (rounds + 1)


def _roman(count: int) -> str:
    if not 0 < count <= _MOST_ROMAN:
        return str(count)
    figures = []
    for worth, sign in _ROMAN:
        times, count = divmod(count, worth)
        figures.append(sign * times)
    return "".join(figures)
