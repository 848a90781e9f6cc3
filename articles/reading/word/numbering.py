"""Automatic numbers: what Word prints before a paragraph, counted as Word counts.

A paragraph belongs to a list (`num`), which is one use of a definition (`abstractNum`) of up
to nine levels. Lists that share a definition go on counting together, unless one says where it
starts.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from articles.reading.word.names import VAL, W, as_number, number, switched, value
from articles.reading.word.numerals import bullet, numeral
from articles.reading.word.styles import Styles

_LEVELS: Final = range(9)
_PLACE: Final = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    text: str = ""
    form: str = "decimal"
    start: int = 1
    restarts_after: int | None = None
    """It starts again after a paragraph of this level or a higher one; None: of any higher one."""
    only_digits: bool = False
    style: str = ""
    font: str = ""


@dataclass(slots=True)
class _List:
    definition: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)
    """Those that this list has otherwise than its definition."""


class Numbering:
    """The lists of one document, and how far each has counted."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._links: dict[str, str] = {}
        self._owners: dict[str, str] = {}
        self._definitions: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def marker(self, properties: etree._Element | None, style: str) -> str:
        """Count a paragraph (its `w:pPr` and style), and give what stands before it."""
        place = self._place(properties, style)
        if place is None:
            return ""
        lst, level = place
        self._count(lst, level)
        return self._printed(lst, level)

    def _place(self, properties: etree._Element | None, style: str) -> tuple[str, int] | None:
        own = None if properties is None else properties.find(f"{W}numPr")
        lst, level = value(own, "numId"), number(own, "ilvl")
        if lst is None:
            inherited = self._of_style(style)
            if inherited is None:
                return None
            lst, level = inherited[0], inherited[1] if level is None else level
        known = lst in self._lists and (level or 0) in _LEVELS
        return (lst, level or 0) if known else None

    def _of_style(self, style: str) -> tuple[str, int] | None:
        """The list and level of a style; a level may say which style is its own."""
        for above in self._styles.chain(style):
            properties = above.find(f"{W}pPr/{W}numPr")
            lst = value(properties, "numId")
            if lst is None:
                continue
            for level in _LEVELS:
                if self._level(lst, level).style == above.get(f"{W}styleId"):
                    return lst, level
            return lst, number(properties, "ilvl") or 0
        return None

    # --- counting

    def _count(self, lst: str, level: int) -> None:
        counts = self._counts.setdefault(self._definition(lst), {})
        start = self._lists[lst].starts.get(level)
        if start is not None and (lst, level) not in self._started:
            counts[level] = start
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = self._level(lst, level).start
        self._started.add((lst, level))
        for deeper in [other for other in counts if other > level]:
            after = self._level(lst, deeper).restarts_after
            if after is None or level <= after:
                del counts[deeper]

    def _printed(self, lst: str, level: int) -> str:
        own = self._level(lst, level)
        if own.form == "bullet":
            return bullet(own.text, own.font)
        counts = self._counts[self._definition(lst)]

        def figure(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            of_place = self._level(lst, place)
            form = "decimal" if own.only_digits and of_place.form != "none" else of_place.form
            return numeral(counts.get(place, of_place.start), form)

        return " ".join(_PLACE.sub(figure, own.text).split())

    # --- what the file says

    def _definition(self, lst: str) -> str:
        """Its definition; one that only names a style of lists is defined where that style is."""
        found = self._lists[lst].definition
        return self._owners.get(self._links.get(found, ""), found)

    def _level(self, lst: str, level: int) -> Level:
        if lst not in self._lists:
            return Level()
        own = self._lists[lst].levels.get(level)
        return own or self._definitions.get(self._definition(lst), {}).get(level, Level())

    def _read(self, root: etree._Element) -> None:
        for definition in root.findall(f"{W}abstractNum"):
            name = definition.get(f"{W}abstractNumId", "")
            self._definitions[name] = _levels_of(definition)
            if (link := value(definition, "numStyleLink")) is not None:
                self._links[name] = link
            if (owned := value(definition, "styleLink")) is not None:
                self._owners[owned] = name
        for num in root.findall(f"{W}num"):
            lst = _List(value(num, "abstractNumId") or "")
            for override in num.findall(f"{W}lvlOverride"):
                level = as_number(override.get(f"{W}ilvl")) or 0
                lst.levels |= _levels_of(override)
                if (start := number(override, "startOverride")) is not None:
                    lst.starts[level] = start
            self._lists[num.get(f"{W}numId", "")] = lst


def _levels_of(parent: etree._Element) -> dict[int, Level]:
    return {
        as_number(level.get(f"{W}ilvl")) or 0: _level_of(level)
        for level in parent.findall(f"{W}lvl")
    }


def _level_of(level: etree._Element) -> Level:
    start, restart = number(level, "start"), number(level, "lvlRestart")
    fonts = level.find(f"{W}rPr/{W}rFonts")
    form = level.find(f".//{W}numFmt")
    return Level(
        text=value(level, "lvlText") or "",
        form=(None if form is None else form.get(VAL)) or "decimal",
        start=1 if start is None else start,
        # `lvlRestart` counts levels from one, and 0 says never.
        restarts_after=None if restart is None else restart - 1,
        only_digits=switched(level, "isLgl") or False,
        style=value(level, "pStyle") or "",
        font="" if fonts is None else fonts.get(f"{W}ascii", ""),
    )
