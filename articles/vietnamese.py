"""Vietnamese text: the door, two foldings that keep offsets, names in order, sentences.

Everything here is pure. Offsets are code points. Apart from `normalise` itself and
`same_word_key`, which calls it, functions expect text that has been through `normalise`.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

__all__ = [
    "SEARCH_FROM",
    "SEARCH_TO",
    "for_search",
    "normalise",
    "paragraphs",
    "same_word",
    "same_word_key",
    "sentences",
    "sort_key",
]

# --- the door ---------------------------------------------------------------------------------

_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_LITERAL_NBSP: Final = re.compile("&(?:amp;)*nbsp;?|nbsp;", re.IGNORECASE)
_MAYBE_NBSP: Final = re.compile("[nN][bB][sS][pP]")
# Icelandic has ð only inside a word and Vietnamese has đ only at the start of a syllable.
_ETH_FOR_D: Final = re.compile(r"(?<![^\W\d_])ð(?=[^\W\d_])")
# Typed tone first, shape second: NFC cannot compose that, and the eye does not see it.
_TONE_BEFORE_SHAPE: Final = re.compile("([aeoAEO])([\u0300\u0301\u0303\u0309])([\u0302\u0306])")


def _door_table() -> dict[int, str | None]:
    table: dict[int, str | None] = {0x09: " ", 0xD0: "Đ"}
    # PostgreSQL stores no NUL, and no other control character means anything in an article.
    table.update(dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A, 0x0D}))
    table.update(dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " "))
    invisible = [0xAD, 0x34F, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F)]
    table.update(dict.fromkeys([*invisible, *range(0x2060, 0x2070), 0xFEFF]))
    # No letters, and no XML may hold them: neither a feed nor a Word file could be written.
    table.update(dict.fromkeys([0xFFFE, 0xFFFF]))
    # Lone surrogates come in by JSON escapes and cannot be written as UTF-8.
    table.update(dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))
    return table


_DOOR: Final = _door_table()
# Most text has none of them, and searching is many times faster than translating.
_AT_THE_DOOR: Final = re.compile(f"[{''.join(re.escape(chr(code)) for code in _DOOR)}\r]")
_BY_SIGN: Final = {chr(code): put or "" for code, put in _DOOR.items()}


def normalise(text: str) -> str:
    r"""The one form in which text is kept; idempotent.

    NFC; line ends as `\n`; every kind of space as a space; no zero-width characters, soft
    hyphens or control characters; `Ð` (U+00D0) as `Đ`; a literal `&nbsp;` as a space. Old
    encodings (TCVN3, VNI, VISCII) must be decoded first: there, 0xAD is a letter.
    """
    if _AT_THE_DOOR.search(text):
        text = _LINE_ENDS.sub("\n", text)
        text = _AT_THE_DOOR.sub(lambda sign: _BY_SIGN[sign[0]], text)
    text = unicodedata.normalize("NFC", text)
    if _has_loose_marks(text):
        loose = unicodedata.normalize("NFD", text)
        text = unicodedata.normalize("NFC", _TONE_BEFORE_SHAPE.sub(r"\1\3\2", loose))
    if "ð" in text:
        text = _ETH_FOR_D.sub("đ", text)
    return _LITERAL_NBSP.sub(" ", text) if _MAYBE_NBSP.search(text) else text


def on_one_line(text: str) -> str:
    """Normalise a text, and put single spaces where it has lines or several spaces."""
    return " ".join(normalise(text).split())


def _has_loose_marks(text: str) -> bool:
    return "\u0302" in text or "\u0306" in text


# --- same word: case, quotes, dashes and tone placement do not matter; tones do ----------------

_QUOTES: Final = "'`´‘’‚‛“”„‟‹›«»′″＂＇"
_DASHES: Final = "‐‑‒–—―−﹘﹣－"
_SAME_SIGNS: Final = {
    **dict.fromkeys(_QUOTES, '"'),
    **dict.fromkeys(_DASHES, "-"),
    "\u0130": "i",  # the one capital whose lower case is longer than itself
    "\u00a0": " ",
}
_OTHER_SIGN: Final = re.compile(f"[{re.escape(''.join(_SAME_SIGNS))}]")
_TONES: Final = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


def _late_tones() -> dict[str, str]:
    pairs = {}
    for first, second in ("oa", "oe", "uy"):
        for tone in _TONES:
            early = unicodedata.normalize("NFC", first + tone) + second
            pairs[early] = first + unicodedata.normalize("NFC", second + tone)
    return pairs


_LATE_TONE: Final = _late_tones()
_MAYBE_EARLY: Final = re.compile("[òỏõóọùủũúụ][aey]")


def same_word(text: str) -> str:
    """Fold what does not make another word, keeping the length; idempotent.

    Lower case; every quotation mark as `"`; every dash as `-`; the tone of oa, oe and uy on
    the second letter (`hòa` → `hoà`, `ủy` → `uỷ`, `qúy` → `quý`), where `hoàn` and `huỳnh`
    have it in either spelling. Tones stay: `đảng` is not `đang`.
    """
    folded = _OTHER_SIGN.sub(lambda sign: _SAME_SIGNS[sign[0]], text).lower()
    return _MAYBE_EARLY.sub(lambda pair: _LATE_TONE.get(pair[0], pair[0]), folded)


_OUTER: Final = ' \n".,;:!?…-*•·|/'
_BRACKETS: Final = {"(": ")", "[": "]", "{": "}"}


def same_word_key(text: str) -> str:
    """Identity of a theme or a name: two spellings with the same key are the same; idempotent."""
    key, before = " ".join(same_word(normalise(text)).split()), ""
    while key != before:
        before, key = key, key.strip(_OUTER)
        if key and _BRACKETS.get(key[0]) == key[-1] and key.count(key[0]) == 1:
            key = key[1:-1]
    return key


# --- search: no diacritics at all --------------------------------------------------------------

_MOST_USED: Final = (
    ' nhticgauđomàrvư,láypkb.sTôế\nạệêdảộeốóớâNấờềủịqểợCơậìxH0ầự1ăã2íBứởMụVĐồSữ-PổọúLắ"ừòDùA3Kỉặ5Qũ'
    "G()ý/:4ễẽ976ỏ8fwzj;"
)
"""Of Vietnamese articles, beginning with what they use most."""


def _search_table() -> tuple[str, str]:
    """Latin letters with Vietnamese and Western European marks, and plain capitals.

    PostgreSQL's `translate` walks it for every character, up to where that stands. So it is short,
    and begins with what is used most, even where that stays what it is.
    """
    vowels = "aăâeêioôơuưy"
    toned = [unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in _TONES]
    western = [letter for letter in map(chr, range(0xC0, 0x100)) if letter.islower()]
    lower = [*toned, *"ăâêôơư", *western]
    table = {upper: upper.lower() for upper in map(chr, range(ord("A"), ord("Z") + 1))}
    for letter in dict.fromkeys(lower):
        plain = unicodedata.normalize("NFD", letter)[0]
        plain = {"ø": "o", "ð": "d"}.get(plain, plain)
        if plain.isascii():
            table[letter] = plain
            if len(letter.upper()) == 1:
                table[letter.upper()] = plain
    table |= {"đ": "d", "Đ": "d"}
    table = {letter: table.get(letter, letter) for letter in _MOST_USED} | table
    return "".join(table), "".join(table.values())


_SEARCH: Final = _search_table()
SEARCH_FROM: Final = _SEARCH[0]
"""The characters that searching folds; `SEARCH_TO` has what each becomes, in the same place."""
SEARCH_TO: Final = _SEARCH[1]
_FOR_SEARCH: Final = str.maketrans(SEARCH_FROM, SEARCH_TO)


def for_search(text: str) -> str:
    """Fold for queries typed without marks; character by character, so offsets hold.

    Exactly PostgreSQL's `translate(text, SEARCH_FROM, SEARCH_TO)`.
    """
    return text.translate(_FOR_SEARCH)


# --- alphabetical order ------------------------------------------------------------------------

_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK: Final = {letter: chr(ord("A") + rank) for rank, letter in enumerate(_ALPHABET)}
_SHAPES: Final = "\u0302\u0306\u031b"


def sort_key(text: str) -> str:
    """A key whose order by code points (the C collation) is Vietnamese alphabetical order.

    Letters first (a ă â b c d đ e ê …), syllable by syllable; then, where all letters are the
    same, tones (ngang, huyền, hỏi, ngã, sắc, nặng). Case and punctuation do not count.
    """
    letters, tones = [], []
    for syllable in re.findall(r"\w+", same_word(normalise(text))):
        letters.append("!")  # above the blank that ends the letters, below any letter or digit
        tones.append("0")
        for character in syllable:
            letter, tone = _letter_and_tone(character)
            letters.append(_RANK.get(letter, letter))
            tones.append(tone)
    return "".join(letters)[1:] + " " + "".join(tones)[1:]


def _letter_and_tone(character: str) -> tuple[str, str]:
    marks = unicodedata.normalize("NFD", character)
    shape = "".join(mark for mark in marks[1:] if mark in _SHAPES)
    tone = next((_TONES[mark] for mark in marks[1:] if mark in _TONES), "0")
    return unicodedata.normalize("NFC", marks[0] + shape), tone


# --- paragraphs and sentences ------------------------------------------------------------------

_LINE: Final = re.compile(r"\S[^\n]*")
_STOP: Final = re.compile(
    r"(?:[.!?…]+(?:/\.)?|/\.)"
    r"(?:[\"”’'»)\]]+[.!?…]*|\(\d\d?\)|\[\d\d?\])?",  # closing marks, or a note's number
)
_NEXT_WORD: Final = re.compile(r"\s*[^\w\s]{0,40}\s*(\w)(\w?)")  # behind more signs is no sentence
# What stands before the stop, back to a blank, an opening bracket or a quotation mark.
_LAST_TOKEN: Final = re.compile(r"[^\s(\[{“\"‘'«]*$")
_ABBREVIATION: Final = re.compile(
    r"(?:TP|T\.P|Tp|tp|TX|Tx|tx|TT|Tt|Q|P|H|X|KP|"  # places
    r"GS|PGS|TS|TSKH|ThS|Ths|Th\.S|THS|Gs|Pgs|Ts|BS|Bs|BSCK|CK|KS|Ks|KTS|CN|LS|DS|NCS|"
    r"NSND|NSƯT|NGND|NGƯT|[đĐ]/c|[đĐ]c|Mr|Mrs|Ms|Dr|St|"  # people
    r"tr|Tr|vol|[Nn]xb|NXB|No|[Xx]em|cf|VD|Vd|vd)"
    r"(?:\.(?:GS|PGS|TS|ThS|Ths|BS|KTS))*",
)
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]h?")
# "vitamin A. Ngoài ra": after these words a lone capital is a class, not somebody's initial.
_CLASSED: Final = re.compile(
    "vitamin|nhóm|khối|loại|hạng|lớp|khu|tổ|bảng|điểm|khoản|mục|phần|lục|hệ|cấp|gan|kh[óo][áa]|thứ|[Qq]u[ýí]",
)
_LONGEST_ITEM_NUMBER: Final = 2  # digits; "sau: 2021." is a year
_MARKER: Final = re.compile(
    r"[\W_]*(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zđ]|[A-ZĐ]|[IVXLC]{1,6})"
    r"|(?:Điều|Chương|Phần|Mục|Bài|Câu|Khoản|Nhóm|Kỳ|Bước)\s+[\dIVXLC]{1,5}"
    r"|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là|Thứ \w+)[.)]*",
)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Spans of the lines that hold something, without their outer white space."""
    return [(line.start(), line.start() + len(line[0].rstrip())) for line in _LINE.finditer(text)]


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of sentences, without outer white space; together they cover all but white space.

    A sentence never crosses a line. Abbreviations, initials, numbers, dates and the marker of
    a list item do not end one; a semicolon does not; a full stop without a blank after it
    ("này.Dự") does.
    """
    return [span for start, end in paragraphs(text) for span in _sentences(text, start, end)]


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for stop in _STOP.finditer(text, start, end):
        if stop.start() >= start and _ends_sentence(text, start, end, stop):
            yield start, stop.end()
            start = stop.end()
            while start < end and text[start].isspace():
                start += 1
    if start < end:
        yield start, end


def _ends_sentence(text: str, start: int, end: int, stop: re.Match[str]) -> bool:
    following = _NEXT_WORD.match(text, stop.end(), end)
    if following is None:
        return False  # what is left has no word in it and stays with its sentence
    capital = following[1].isupper()
    if not text[stop.end()].isspace():
        return _ends_glued(text, start, stop) and capital and following[2].islower()
    if not capital and not following[1].isdigit():
        return False
    return stop[0] != "." or not _belongs_to_token(text, start, stop.start(), stop.end())


def _ends_glued(text: str, start: int, stop: re.Match[str]) -> bool:
    before = text[stop.start() - 1] if stop.start() > start else " "
    if stop[0] != ".":
        return before != " " and not stop[0].endswith((")", "]"))
    token = _token(text, start, stop.start())
    return len(token) > 1 and not _ABBREVIATION.fullmatch(token) and not _INITIALS.fullmatch(token)


def _token(text: str, start: int, end: int) -> str:
    found = _LAST_TOKEN.search(text, max(start, end - 40), end)
    return found[0] if found else ""


def _belongs_to_token(text: str, start: int, dot: int, after: int) -> bool:
    if _MARKER.fullmatch(text, start, after):
        return True
    token = _token(text, start, dot)
    before = text[max(start, dot - len(token) - 20) : dot - len(token)].split()
    last = before[-1] if before else ""
    if token.isdigit():
        return len(token) <= _LONGEST_ITEM_NUMBER and last.endswith((":", ";"))
    if len(token) == 1 and _CLASSED.fullmatch(last):
        return False
    if _ABBREVIATION.fullmatch(token):
        return True
    return token[:1].isupper() and _INITIALS.fullmatch(token) is not None
