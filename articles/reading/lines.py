"""Small questions about one line, which headline, byline and tail finding share."""

import re
from functools import lru_cache
from typing import Final

from articles.vietnamese import same_word

_STOPS: Final = (".", "!", "?", "…", ":", ";", "/")
_CLOSERS: Final = "\"”’'»)] "
_MARKER: Final = re.compile(
    r"\s*(?:[-–—+*•·●▪■◦➢✓]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zđ]|[IVX]{1,5})[.)/:](?!\d)|"
    r"(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là|Thứ \w+,|(?:Điều|Chương|Phần|Mục|Nhóm|"
    r"Bước) [\dIVX]+)"
)
_LONE_MARKER: Final = re.compile(r"(?:[-–—+*•●▪]|\(?(?:\d{1,2}|[a-zđ]|[IVX]{1,4})[.)])")
_NOT_ALNUM: Final = re.compile(r"[\W_]+")
_COMMON_SIGNS: Final = ' .,;:-"()/\n'
_SHORT: Final = 60
_PROSE: Final = 80
_LONG: Final = 160
_LONGEST_TITLE: Final = 260


def ends_with_stop(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(_STOPS)


def ends_article(text: str) -> bool:
    """`./.` and `/.` are put at the very end of an article, and nowhere else."""
    return text.rstrip(_CLOSERS).endswith("/.")


def is_prose(text: str) -> bool:
    """A paragraph, as against a title, a heading, a menu item."""
    return len(text) >= _LONG or (len(text) >= _PROSE and ends_with_stop(text))


def is_marked(text: str) -> bool:
    """An item of a list: `1.`, `a)`, `-`, `Một là`."""
    return _MARKER.match(text) is not None


def is_marker(text: str) -> bool:
    """The marker of an item, apart from its words."""
    return _LONE_MARKER.fullmatch(text) is not None


def is_title_like(text: str) -> bool:
    """Could be the title of this article or of another one."""
    fewest_words = 4
    return (
        len(text) <= _LONGEST_TITLE
        and len(text.split()) >= fewest_words
        and not text.rstrip(_CLOSERS).endswith((".", ":", ";", ","))
        and any(map(str.isalpha, text))
    )


def could_be_heading(text: str) -> bool:
    """For lines that are set as headings or in bold: leads are too, and those are sentences."""
    longest = 200
    return len(text) <= longest and not text.endswith((".", ";", ",", "…"))


def letters(text: str) -> str:
    """What makes two lines the same line: letters and digits, folded."""
    return _letters_of_menus(text) if len(text) <= _SHORT else _letters(text)


def _letters(text: str) -> str:
    folded = same_word(text)
    for sign in _COMMON_SIGNS:  # replacing is many times faster than filtering
        folded = folded.replace(sign, "")
    return folded if folded.isalnum() else _NOT_ALNUM.sub("", folded)


# The menus and boxes of a newspaper's pages are the same, and more lines than its articles.
_letters_of_menus: Final = lru_cache(maxsize=8_192)(_letters)
