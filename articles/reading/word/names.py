"""Names of elements and attributes, and the small questions that every part asks."""

from typing import Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ALTERNATIVES: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL: Final = f"{W}val"
_OFF: Final = frozenset(["0", "false", "off", "none"])


def value(parent: etree._Element | None, name: str) -> str | None:
    """`w:val` of a child, None where there is no such child."""
    if parent is None:
        return None
    child = parent.find(W + name)
    return None if child is None else child.get(VAL, "")


def number(parent: etree._Element | None, name: str) -> int | None:
    return as_number(value(parent, name))


def as_number(text: str | None) -> int | None:
    """Digits as a number, None for anything else and for what no document needs."""
    most_digits = 6
    if text is None or len(text) > most_digits or not text.lstrip("-").isdecimal():
        return None
    return int(text)


def switched(parent: etree._Element | None, name: str) -> bool | None:
    """An on/off property; None where nothing is said."""
    said = value(parent, name)
    return None if said is None else said.lower() not in _OFF
