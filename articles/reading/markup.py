"""From a tree of elements to pieces of text, each with what its markup tells."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final, NamedTuple

import lxml.html

from articles.reading.draft import Reason
from articles.reading.hints import hint_of, names_title
from articles.reading.lines import could_be_heading
from articles.reading.page import Block
from articles.vietnamese import normalise

_SKIPPED: Final = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "head",
        "object",
        "select",
        "button",
        "textarea",
        "input",
        "canvas",
        "map",
        "audio",
        "video",
        "math",
        "dialog",
        "option",
    ],
)
_BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "caption",
        "label",
        "td",
        "th",
    ],
)
_HEADINGS: Final = frozenset(["h2", "h3", "h4", "h5", "h6"])
_PICTURES: Final = frozenset(["img", "picture", "figure", "video", "iframe", "object"])
_MARKING: Final = _PICTURES | {"br"}
_TURNING: Final = _BLOCKS | {"a", "pre"}  # by their names alone
_LINE: Final = "\ue000"  # a line end that counts, between those of the source that do not
_LONGEST_CAPTION: Final = 250
_SHORT: Final = 80  # characters
_TELLING: Final = frozenset(["class", "id", "role", "style", "align", "hidden"])
_GAP: Final = re.compile(r"(?<=\S)[^\S\n]{3,}(?=\S)")
"""Between two columns that were set with spaces; the source's own line ends are none."""
_COLUMNS: Final = "   "
_ASIDE: Final = "\ue001"  # beside what floats: a column, or the big letter that a text begins with
_FLOATING: Final = re.compile(r"\bfloat:|display:inline-(?:block|table)")
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Piece(Block):
    """A block, and its place in the page's tree."""

    element: lxml.html.HtmlElement
    hinted_by: lxml.html.HtmlElement | None = None
    """The element whose name gave the hint."""
    columns: str | None = None
    """Its words with wide gaps where it has columns: `TỈNH ỦY      MẬT`."""

    @property
    def laid_out(self) -> str:
        return self.columns or self.text


class _Run:
    """Words collected for the piece under way."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.linked = self.bold = self.slanted = self.total = 0
        self.element: lxml.html.HtmlElement | None = None

    def add(self, text: str, holder: lxml.html.HtmlElement, state: "_State") -> None:
        self.words.append(text.replace("\n", _LINE) if state.preformatted else text)
        count = len(text.strip())
        if not count:
            return
        if self.element is None:
            self.element = holder
        self.total += count
        self.linked += count * state.linked
        self.bold += count * state.bold
        self.slanted += count * state.slanted


class _State(NamedTuple):
    """What holds inside an element, its ancestors considered."""

    block: lxml.html.HtmlElement
    linked: bool = False
    bold: bool = False
    slanted: bool = False
    heading: bool = False
    centred: bool = False
    preformatted: bool = False
    titled: bool = False
    hint: Reason | None = None
    hinted_by: lxml.html.HtmlElement | None = None


def pieces_of(tree: lxml.html.HtmlElement) -> list[Piece]:
    """The visible paragraphs of a page in reading order."""
    walk = _Walk()
    walk.through(tree)
    return walk.found


class _Walk:
    """Walks without recursion: pages may be nested as deep as they like."""

    def __init__(self) -> None:
        self.found: list[Piece] = []
        self.run = _Run()
        self.tight = False
        self.picture = False

    def through(self, tree: lxml.html.HtmlElement) -> None:
        stack: list[tuple[lxml.html.HtmlElement, _State, bool]] = [(tree, _State(tree), False)]
        while stack:
            element, state, leaving = stack.pop()
            tag = element.tag
            is_block = tag in _BLOCKS
            if not leaving:
                if is_block or tag in _MARKING:
                    self.enter(tag, state)
                look = _look_of(element, tag)
                inner = _inside(element, tag, look, state)
                self.run.words += look.beside
                if is_block:
                    state = inner
                if look.shown:
                    if element.text:
                        self.run.add(element.text, inner.block, inner)
                    if len(element):
                        stack.append((element, state, True))
                        stack.extend([(child, inner, False) for child in reversed(element)])
                        continue
            if is_block:
                self.flush(state)
                self.tight = False
            if element.tail and element is not tree:
                self.leave(element, state, stack[-1][1] if stack else state)

    def enter(self, tag: str, state: _State) -> None:
        if tag not in _PICTURES or tag in _BLOCKS:
            self.flush(state)
            self.tight = tag == "br"
        if tag in _PICTURES:
            self.picture = True

    def leave(self, element: lxml.html.HtmlElement, state: _State, outside: _State) -> None:
        if "style" in element.attrib:
            self.run.words += _look_of(element, element.tag).beside
        self.run.add(element.tail, state.block, outside)

    def flush(self, state: _State) -> None:
        """Make pieces of the words collected so far."""
        run = self.run
        if not run.words:
            return
        self.run = _Run()
        if run.element is None:
            return
        for line in "".join(run.words).split(_LINE):
            text, columns = _short_line(line) if len(line) <= _SHORT else _line(line)
            if text:
                piece = self.piece(text, run.element, run, state)
                self.found.append(replace(piece, columns=columns) if columns else piece)
                self.tight = _LINE in run.words[0]
                self.picture = False

    def piece(self, text: str, element: lxml.html.HtmlElement, run: _Run, state: _State) -> Piece:
        most = 0.8 * run.total
        bold, slanted = run.bold >= most, run.slanted >= most
        styled = self.picture and not bold and (slanted or state.centred)
        is_caption = styled and len(text) <= _LONGEST_CAPTION
        return Piece(
            text=text,
            element=element,
            tight=self.tight,
            heading=(state.heading or bold) and could_be_heading(text),
            headline=element.tag == "h1",
            titled=state.titled,
            hint=state.hint or (Reason.CAPTION if is_caption else None),
            hinted_by=state.hinted_by,
            after_picture=self.picture,
            linked=run.linked > 0.6 * run.total,
        )


class _Look(NamedTuple):
    """What an element's own name and attributes say."""

    plain: bool
    """Nothing: what holds around it holds in it."""
    hint: Reason | None
    titled: bool
    bold: bool
    slanted: bool
    centred: bool
    shown: bool
    beside: str
    """What parts it from the words of its line."""


def _look_of(element: lxml.html.HtmlElement, tag: Any) -> _Look:
    marks = element.items()
    telling = tuple([mark for mark in marks if mark[0] in _TELLING]) if marks else ()
    return _look(tag, telling)


@lru_cache(maxsize=8_192)  # a page's elements look alike, and so do a newspaper's pages
def _look(tag: Any, telling: tuple[tuple[str, str], ...]) -> _Look:
    marks = dict(telling)
    style = "".join(marks.get("style", "").split()).lower()
    hint = hint_of(tag, marks)
    bold = tag in {"b", "strong", "th"} or "font-weight:bold" in style
    slanted = tag in {"i", "em"} or "italic" in style
    centred = marks.get("align") == "center" or "text-align:center" in style
    return _Look(
        plain=not (hint or bold or slanted or centred or tag in _TURNING),
        hint=hint,
        titled=tag in _BLOCKS and names_title(marks),
        bold=bold,
        slanted=slanted,
        centred=centred,
        shown=isinstance(tag, str) and tag not in _SKIPPED and not _is_hidden(marks),
        beside=_ASIDE if tag not in _BLOCKS and _FLOATING.search(style) else "",
    )


def _inside(element: lxml.html.HtmlElement, tag: str, look: _Look, state: _State) -> _State:
    """What holds inside an element, given its look and what holds around it."""
    if look.plain:
        return state
    own = look.hint
    if own is None and tag == "table" and _frames_picture(element):
        own = Reason.CAPTION
    is_block = tag in _BLOCKS
    return _State(
        element if is_block else state.block,
        state.linked or tag == "a",
        state.bold or look.bold,
        state.slanted or look.slanted,
        state.heading or tag in _HEADINGS,
        state.centred or look.centred,
        state.preformatted or tag == "pre",
        look.titled if is_block else state.titled,
        own or state.hint,
        element if own else state.hinted_by,
    )


def _frames_picture(table: lxml.html.HtmlElement) -> bool:
    """A table of a picture and a few words: those are under the picture."""
    if next(table.iter("img"), None) is None:
        return False
    count = 0
    for words in table.itertext():
        count += len(words.strip())
        if count > _LONGEST_CAPTION:
            return False
    return True


def _line(line: str) -> tuple[str, str | None]:
    """A line's words, and how they stand in columns where they do."""
    line = normalise(line)
    return " ".join(line.replace(_ASIDE, "").split()), _columns_of(line)


_short_line: Final = lru_cache(maxsize=8_192)(_line)  # menus are the same on many pages


def _columns_of(line: str) -> str | None:
    if _COLUMNS not in line and "\t" not in line and _ASIDE not in line:
        return None
    columns = _GAP.split(line.replace(_ASIDE, _COLUMNS).strip())
    return _COLUMNS.join(" ".join(column.split()) for column in columns) if columns[1:] else None


def _is_hidden(marks: Mapping[str, str]) -> bool:
    return "hidden" in marks or ("style" in marks and bool(_HIDDEN.search(marks["style"])))
