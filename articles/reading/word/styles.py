"""Styles: what a paragraph or a run inherits.

Built-in styles are told by their names, which are English in every file ("heading 1"); their
ids are in the language of the Word that made it.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from lxml import etree

from articles.reading.word.names import W, number, switched, value

_HEADING: Final = re.compile(r"heading \d")
_DEEPEST_OUTLINE: Final = 8  # 9 is "body text"


class Look(NamedTuple):
    """How a run is printed; None where nothing is said."""

    bold: bool | None = None
    slanted: bool | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    font: str | None = None

    def over(self, other: "Look") -> "Look":
        """What this says, and where it is silent what `other` says."""
        pairs = zip(self, other, strict=True)
        return Look._make(below if mine is None else mine for mine, below in pairs)


def look_of(properties: etree._Element | None) -> Look:
    """What a `w:rPr` says."""
    if properties is None:
        return Look()
    fonts = properties.find(f"{W}rFonts")
    font = None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")
    return Look(
        bold=switched(properties, "b"),
        slanted=switched(properties, "i"),
        hidden=switched(properties, "vanish"),
        capitals=switched(properties, "caps"),
        font=font,
    )


def fonts_in(root: etree._Element) -> set[str]:
    """The names of all fonts that a part names."""
    named = root.iter(f"{W}rFonts")
    return {fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "" for fonts in named}


class Styles:
    def __init__(self, root: etree._Element | None) -> None:
        self.fonts = set() if root is None else fonts_in(root)
        found = [] if root is None else root.findall(f"{W}style")
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        self._default = next(
            (
                style.get(f"{W}styleId", "")
                for style in found
                if style.get(f"{W}type") == "paragraph"
                and style.get(f"{W}default") in {"1", "true"}
            ),
            "",
        )
        self._everywhere = look_of(
            None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        )
        self.look = cache(self._look)
        self.name = cache(self._name)
        self.is_heading = cache(self._is_heading)

    def chain(self, style: str) -> Iterator[etree._Element]:
        """A style and what it is based on, from the special to the general."""
        seen: set[str] = set()
        while style and style not in seen and style in self._styles:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "basedOn") or ""

    def of_paragraph(self, properties: etree._Element | None) -> str:
        return value(properties, "pStyle") or self._default

    def _name(self, style: str) -> str:
        found = self._styles.get(style)
        return (value(found, "name") or style).strip().lower()

    def _look(self, paragraph: str, run: str) -> Look:
        """The look of a run with these two styles and nothing of its own."""
        look = Look()
        for style in (*self.chain(run), *self.chain(paragraph)):
            look = look.over(look_of(style.find(f"{W}rPr")))
        return look.over(self._everywhere)

    def _is_heading(self, style: str) -> bool:
        for above in self.chain(style):
            if _HEADING.fullmatch((value(above, "name") or "").lower()):
                return True
            level = number(above.find(f"{W}pPr"), "outlineLvl")
            if level is not None:
                return level <= _DEEPEST_OUTLINE
        return False
