"""From a tree of elements to pieces of text, each with what its markup tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import lxml.html

from articles.reading.draft import Reason
from articles.reading.hints import hint_of
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
_LINE: Final = "\ue000"  # a line end that counts, between those of the source that do not
_LONGEST_CAPTION: Final = 250
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CENTRED: Final = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Piece(Block):
    """A block, and its place in the page's tree."""

    element: lxml.html.HtmlElement
    hinted_by: lxml.html.HtmlElement | None = None
    """The element whose name gave the hint."""


class _Run:
    """Words collected for the piece under way."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.linked = self.bold = self.slanted = self.total = 0
        self.element: lxml.html.HtmlElement | None = None

    def add(self, text: str | None, holder: lxml.html.HtmlElement, state: "_State") -> None:
        if not text:
            return
        self.words.append(text.replace("\n", _LINE) if state.preformatted else text)
        count = len("".join(text.split()))
        if count and self.element is None:
            self.element = holder
        self.total += count
        self.linked += count * state.linked
        self.bold += count * state.bold
        self.slanted += count * state.slanted


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside an element, its ancestors considered."""

    block: lxml.html.HtmlElement
    linked: bool = False
    bold: bool = False
    slanted: bool = False
    heading: bool = False
    centred: bool = False
    preformatted: bool = False
    hint: Reason | None = None
    hinted_by: lxml.html.HtmlElement | None = None


def pieces_of(tree: lxml.html.HtmlElement) -> list[Piece]:
    """The visible paragraphs of a page in reading order."""
    return list(_Walk().pieces(tree))


class _Walk:
    """Walks without recursion: pages may be nested as deep as they like."""

    def __init__(self) -> None:
        self.run = _Run()
        self.tight = False
        self.picture = False

    def pieces(self, tree: lxml.html.HtmlElement) -> Iterator[Piece]:
        stack: list[tuple[lxml.html.HtmlElement, _State, bool]] = [(tree, _State(tree), False)]
        while stack:
            element, state, leaving = stack.pop()
            tag = str(element.tag)
            if leaving:
                if tag in _BLOCKS:
                    yield from self.flush(state)
                    self.tight = False
                parent = element.getparent()
                if parent is not None and element is not tree:
                    self.run.add(element.tail, state.block, stack[-1][1] if stack else state)
                continue
            yield from self.enter(tag, state)
            inner = _inside(element, tag, state)
            stack.append((element, state if tag not in _BLOCKS else inner, True))
            if not isinstance(element.tag, str) or tag in _SKIPPED or _is_hidden(element):
                continue
            self.run.add(element.text, inner.block, inner)
            stack.extend((child, inner, False) for child in reversed(element))

    def enter(self, tag: str, state: _State) -> Iterator[Piece]:
        if tag == "br":
            yield from self.flush(state)
            self.tight = True
        elif tag in _BLOCKS:
            yield from self.flush(state)
            self.tight = False
        if tag in _PICTURES:
            self.picture = True

    def flush(self, state: _State) -> Iterator[Piece]:
        run, self.run = self.run, _Run()
        for line in "".join(run.words).split(_LINE):
            text = " ".join(normalise(line).split())
            if not text or run.element is None:
                continue
            yield self.piece(text, run, state)
            self.tight = _LINE in run.words[0]
            self.picture = False

    def piece(self, text: str, run: _Run, state: _State) -> Piece:
        most = 0.8 * run.total
        bold, slanted = run.bold >= most, run.slanted >= most
        styled = self.picture and not bold and (slanted or state.centred)
        is_caption = styled and len(text) <= _LONGEST_CAPTION
        element = run.element if run.element is not None else state.block
        return Piece(
            text=text,
            element=element,
            tight=self.tight,
            heading=_is_heading(text, marked=state.heading or bold),
            headline=element.tag == "h1",
            hint=state.hint or (Reason.CAPTION if is_caption else None),
            hinted_by=state.hinted_by,
            after_picture=self.picture,
            linked=run.linked > 0.6 * run.total,
        )


def _is_heading(text: str, *, marked: bool) -> bool:
    """Leads are printed as headings or in bold, too; those are sentences."""
    longest = 200
    return marked and len(text) <= longest and not text.endswith((".", ";", ",", "…"))


def _inside(element: lxml.html.HtmlElement, tag: str, state: _State) -> _State:
    if not isinstance(element.tag, str):
        return state
    style = element.get("style") or ""
    own = hint_of(element)
    bold = tag in {"b", "strong", "th"} or "font-weight:bold" in style.replace(" ", "").lower()
    return _State(
        block=element if tag in _BLOCKS else state.block,
        linked=state.linked or tag == "a",
        bold=state.bold or bold,
        slanted=state.slanted or tag in {"i", "em"} or "italic" in style,
        heading=state.heading or tag in _HEADINGS,
        centred=state.centred or element.get("align") == "center" or bool(_CENTRED.search(style)),
        preformatted=state.preformatted or tag == "pre",
        hint=own or state.hint,
        hinted_by=element if own else state.hinted_by,
    )


def _is_hidden(element: lxml.html.HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))
