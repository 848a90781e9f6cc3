"""Issuers by name: which printed names are one body, and how that body is known.

"Tỉnh ủy Hà Tĩnh" is one body; "Tỉnh ủy" is another one in every province. A committee, its standing
board and its chairman count their documents together, so they are one issuer here.
"""

import re
from typing import Final

from articles.finding.documents import ISSUERS
from articles.finding.phrases import folded
from articles.vietnamese import same_word_key

__all__ = [
    "CENTRAL",
    "NAMES",
    "PARTY",
    "department_of",
    "has_no_namesake",
    "office_of",
    "one_body",
]

PARTY: Final = same_word_key("Trung ương")
"""All central bodies of the Party: they count their documents together, as `TW`."""

_OF_THEPARTY: Final = frozenset(
    same_word_key(name)
    for name in (
        "Trung ương",
        "Trung ương Đảng",
        "Bộ Chính trị",
        "Ban Bí thư",
        "Ban Bí thư Trung ương",
        "Ban Bí thư Trung ương Đảng",
        "Ban Chấp hành Trung ương",
        "Ban Chấp hành Trung ương Đảng",
        "BCH Trung ương",
        "BCH Trung ương Đảng",
    )
)
_OTHER_NAMES: Final = {
    same_word_key(name): same_word_key(known)
    for name, known in {
        "Thủ tướng": "Thủ tướng Chính phủ",
        "NHNN": "Ngân hàng Nhà nước",
        "Ngân hàng Nhà nước Việt Nam": "Ngân hàng Nhà nước",
        "Thường vụ Quốc hội": "Ủy ban Thường vụ Quốc hội",
        "Chủ tịch Nước": "Chủ tịch nước",
    }.items()
}
NAMES: Final = {same_word_key(name): name for name in ISSUERS.values()} | {
    same_word_key("Đảng"): "Đảng",
}
CENTRAL: Final = frozenset(NAMES)
"""Bodies of which the country has one."""

_MINISTRY: Final = re.compile(r"bộ ([a-zđ]+(?:[-&][a-zđ]+)*)")
# Of what these three do, the provinces have no departments.
_ALONE: Final = frozenset(["BCA", "BNG", "BQP"])
# A province's department has the letters of its ministry: "SKHCN" as "BKHCN".
_DEPARTMENTS: Final = {
    f"S{code[1:]}": f"Sở{name.removeprefix('Bộ')}"
    for code, name in ISSUERS.items()
    if name.startswith("Bộ ") and code not in _ALONE
}
_BOARD: Final = folded(
    r"^(?:(?:ban\ thường\ vụ|btv|ban\ chấp\ hành|bch|thường\ trực|chủ\ tịch)\ )+"
)
_TERM: Final = folded(r",?\ \(?(?:khóa|nhiệm\ kỳ)\ [\w-]+\)?$")
_RENAMED: Final = tuple(
    (re.compile(rf"(?<!\w){same_word_key(words)}(?!\w)"), same_word_key(known))
    for words, known in (
        ("tp", "thành phố"),
        ("ủy ban nhân dân", "ubnd"),
        ("hội đồng nhân dân", "hđnd"),
        ("đảng bộ tỉnh", "tỉnh ủy"),
        ("đảng bộ thành phố", "thành ủy"),
        ("đảng bộ huyện", "huyện ủy"),
        ("đảng bộ quận", "quận ủy"),
        ("đảng bộ thị xã", "thị ủy"),
        ("đảng bộ xã", "đảng ủy xã"),
        ("đảng bộ phường", "đảng ủy phường"),
    )
)
_LEVEL: Final = folded(
    r"""(?<!\w)(?:tỉnh|thành\ phố|thành|huyện|quận|thị\ xã|thị|xã|phường|thị\ trấn|đặc\ khu|đảng)
    (?:\ ủy)?(?:\ (?:xã|phường|thị\ trấn))?\ (?P<place>(?!khối(?!\w))\w+)""",
)
_OFFICES: Final = tuple(
    (same_word_key(sort), symbol)
    for sort, symbol in {
        "Tỉnh ủy": "tu",
        "Thành ủy": "tu",
        "Huyện ủy": "hu",
        "Quận ủy": "qu",
        "Đảng ủy": "đu",
        "UBND": "ubnd",
        "HĐND": "hđnd",
    }.items()
)
_PROVINCE: Final = folded(r"(?<!\w)(?:tỉnh|thành)\ (?:ủy\ |phố\ )?\w")


def one_body(printed: str) -> str:
    """Give the key of the one body that is named; empty where the name fits many."""
    key = _TERM.sub("", same_word_key(printed).replace("tp.", "tp"))
    key = _OTHER_NAMES.get(key, key)
    ministry = _MINISTRY.fullmatch(key)
    code = "B" + re.sub("[-&]", "", ministry[1]).upper() if ministry else ""
    if code in ISSUERS:
        return same_word_key(ISSUERS[code])
    if key in _OF_THEPARTY:
        return PARTY
    if key in CENTRAL:
        return key
    key = _plain(printed)
    return key if _has_place(printed, key) else ""


def _plain(printed: str) -> str:
    """Fold a name, without its term and without the board that speaks for the body."""
    key = _TERM.sub("", same_word_key(printed).replace("tp.", "tp"))
    for words, known in _RENAMED:
        key = words.sub(known, key)
    return _BOARD.sub("", key)


def office_of(printed: str) -> str:
    """Give the sort of issuer as symbols have it: `tu` for every provincial committee."""
    body = one_body(printed)
    if body in CENTRAL:
        return body
    key = _plain(printed)
    return next((symbol for sort, symbol in _OFFICES if key.startswith(sort)), "")


def department_of(code: str) -> str | None:
    """Name the department of any province that a symbol's letters say: `SNN`, `SGD&ĐT`."""
    return _DEPARTMENTS.get(code.upper().replace("&", ""))


def has_no_namesake(body: str) -> bool:
    """Whether the country has no second one: districts and communes share their names."""
    return body in CENTRAL or ", " in body or _PROVINCE.search(body) is not None


def _has_place(printed: str, key: str) -> bool:
    """Whether a level is followed by a name of its own, which begins with a capital."""
    level = _LEVEL.search(key)
    if level is None:
        return False
    words = {same_word_key(word) for word in printed.split() if word[:1].isupper()}
    return level["place"] in words
