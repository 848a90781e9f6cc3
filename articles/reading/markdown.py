"""Markdown: blocks with their headings, markers and rows, and what its front matter says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import lxml.html
from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.token import Token

from articles.reading.encodings import Decoded
from articles.reading.front_matter import split
from articles.reading.limits import refuse_long
from articles.reading.lines import could_be_heading
from articles.reading.markup import pieces_of
from articles.reading.page import Block, Facts, Page
from articles.reading.records import facts_stated
from articles.vietnamese import normalise

MEDIA_TYPE: Final = "text/markdown"
SUFFIXES: Final = frozenset(["md", "markdown", "mdown", "mkd"])
_HEAD: Final = 4_000  # characters
_HEAD_BLOCKS: Final = 30
_DEEPEST: Final = 40  # quotes and lists in one another; brackets take time in proportion to it
_BRACKETS: Final = re.compile(r"\[{8,}")
# Indented text is a paragraph here: people indent first lines, and articles hold no code.
_PARSER: Final = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST})
_PARSER.enable(["table", "strikethrough"]).disable("code")
_MOST: Final = 0.8  # of the letters
_LINKED: Final = 0.6
_WIDEST: Final = 130  # characters in a line of hard-wrapped text
_FULL: Final = 0.6  # of the widest line
BETWEEN: Final = " | "  # cells, as in tables of Word


def read_markdown(decoded: Decoded) -> Page:
    """Take a Markdown text apart."""
    stated, text = split(decoded.text)
    text = _BRACKETS.sub(lambda run: "\\[" * len(run[0]), normalise(text))
    blocks = list(_Walk(_PARSER.parse(text)).blocks())
    refuse_long(len(blocks))
    return Page(
        blocks=tuple(blocks),
        encoding=decoded.encoding,
        media_type=MEDIA_TYPE,
        heads=(decoded.text[:_HEAD], "\n".join(block.text for block in blocks[:_HEAD_BLOCKS])),
        facts=Facts(title=_title(blocks)),
        given=facts_stated(stated),
    )


def _title(blocks: Sequence[Block]) -> str:
    """The first heading of the first rank; several of them, further down, are chapters."""
    heads = [at for at, block in enumerate(blocks) if block.headline]
    only = len(heads) == 1 or heads[:1] == [0]
    return blocks[heads[0]].text if heads and only else ""


@dataclass(slots=True)
class _List:
    ordered: bool
    next: int

    def marker(self, item: Token) -> str:
        if not self.ordered:
            return item.markup
        self.next += 1
        return f"{self.next - 1}{item.markup}"


class _Walk:
    """Through the tokens of the parser, which stand in the order of the text."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._lists: list[_List] = []
        self._marker = ""
        self._rank = ""
        self._row: list[str] | None = None
        self._picture = False

    def blocks(self) -> Iterator[Block]:
        for token in self._tokens:
            match token.type:
                case "heading_open" | "heading_close":
                    self._rank = token.tag if token.nesting == 1 else ""
                case "bullet_list_open" | "ordered_list_open":
                    start = int(token.attrGet("start") or 1) if token.attrs else 1
                    self._lists.append(_List(token.type.startswith("ordered"), start))
                case "bullet_list_close" | "ordered_list_close":
                    self._lists.pop()
                case "list_item_open":
                    self._marker = self._lists[-1].marker(token)
                case "tr_open":
                    self._row = []
                case "tr_close":
                    yield from self._end_row()
                case _:
                    yield from self._words(token)

    def _words(self, token: Token) -> Iterator[Block]:
        if token.type == "inline":
            yield from self._inline(token)
        elif token.type == "fence":
            yield from _lines(token.content)
        elif token.type == "html_block":
            yield from _of_html(token.content)

    def _end_row(self) -> Iterator[Block]:
        text = BETWEEN.join(filter(None, self._row or []))
        self._row = None
        if text:
            yield Block(text, row=True)

    def _inline(self, token: Token) -> Iterator[Block]:
        words = _Words(token.children or [])
        lines = [" ".join(line.split()) for line in words.lines()]
        lines = [line for line in lines if line]
        if self._row is not None:
            self._row.append(" ".join(lines))
            return
        marked = bool(self._rank) or words.share("strong") >= _MOST
        linked = words.share("link") > _LINKED
        for at, line in enumerate(lines):
            text = f"{self._marker} {line}" if self._marker else line
            yield Block(
                text,
                tight=at > 0,
                heading=marked and could_be_heading(text),
                headline=self._rank == "h1",
                after_picture=self._picture,
                linked=linked,
            )
            self._marker, self._picture = "", False
        self._picture = self._picture or words.picture


class _Words:
    """The words of one paragraph; those that were struck out are gone."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._runs: list[tuple[str, frozenset[str]]] = []
        self.picture = False
        inside: list[str] = []
        for token in tokens:
            if token.nesting == 1:
                inside.append(token.type.removesuffix("_open"))
            elif token.nesting == -1:
                inside.pop()
            elif token.type == "image":
                self.picture = True
            elif "s" not in inside:
                self._runs.append((_text_of(token), frozenset(inside)))

    def share(self, kind: str) -> float:
        total = sum(len(text.strip()) for text, _ in self._runs)
        having = sum(len(text.strip()) for text, inside in self._runs if kind in inside)
        return having / total if total else 0.0

    def lines(self) -> list[str]:
        """Cut at the line ends that count; those of hard-wrapped text do not.

        Others do: people type a title, a date and a paragraph under one another.
        """
        text = "".join(text for text, _ in self._runs)
        return [
            line
            for part in text.split(_BREAK)
            for line in ([part.replace("\n", " ")] if _is_wrapped(part) else part.split("\n"))
        ]


_BREAK: Final = "\ue000"  # a line end that was asked for


def _text_of(token: Token) -> str:
    if token.type == "softbreak":
        return "\n"
    if token.type == "hardbreak" or (
        token.type == "html_inline" and token.content.lower().startswith("<br")
    ):
        return _BREAK
    return token.content if token.type in {"text", "code_inline", "text_special"} else ""


def _is_wrapped(text: str) -> bool:
    """Whether all lines but the last are about as wide as the widest."""
    lines = [line.strip() for line in text.split("\n")]
    widest = max(map(len, lines))
    return widest <= _WIDEST and all(len(line) >= _FULL * widest for line in lines[:-1])


def _lines(text: str) -> Iterator[Block]:
    tight = False
    for line in text.split("\n"):
        words = " ".join(line.split())
        if words:
            yield Block(words, tight=tight)
        tight = bool(words)


def _of_html(text: str) -> Iterator[Block]:
    try:
        tree = lxml.html.fragment_fromstring(text, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return
    for piece in pieces_of(tree):
        yield Block(
            piece.text,
            tight=piece.tight,
            heading=piece.heading,
            headline=piece.headline,
            hint=piece.hint,
            after_picture=piece.after_picture,
            linked=piece.linked,
        )
