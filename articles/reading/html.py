"""A web page taken apart into blocks, with what the markup says about each.

trafilatura says where the article is (`main_text`); the blocks themselves come from the
page's own tree, since trafilatura rewrites and loses words, and an editor must be able to
see what was left out.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

import lxml.html
from lxml import etree

from articles.reading.encodings import Decoded
from articles.reading.faults import Fault, Unreadable
from articles.reading.limits import MOST_ELEMENTS, refuse_long
from articles.reading.lines import letters
from articles.reading.main_text import article_blocks
from articles.reading.markup import Piece, pieces_of
from articles.reading.metadata import facts_of
from articles.reading.old_pages import make_modern
from articles.reading.page import Page

MEDIA_TYPE = "text/html"
_CHARSET: Final = re.compile(
    r"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|encoding=[\"']([\w.-]+)",
)
_XML_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_SAVED_FROM: Final = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_SAVED_FROM_HEAD: Final = 5_000  # characters
# Its own way is to ask Python of each element, whenever one is touched, whether it is a form.
_ALL_ALIKE: Final = etree.ElementDefaultClassLookup(element=lxml.html.HtmlElement)
_HEAD_BLOCKS: Final = 25
_DEEPEST: Final = 250
"""Elements inside one another; deeper trees are attacks or accidents."""


def declared_charset(head: str) -> str | None:
    """The charset that the first characters of a page (in lower case) declare."""
    found = _CHARSET.search(head)
    return (found[1] or found[2]) if found else None


def read_html(
    decoded: Decoded, *, media_type: str = MEDIA_TYPE, saved_from: str | None = None
) -> Page:
    """Take a web page apart, or raise `Unreadable` (`no_body`, `too_long`).

    `saved_from` is the address that whoever saved it noted; what the page itself says goes first.
    """
    if decoded.text.count("<") > MOST_ELEMENTS:
        raise Unreadable(Fault.TOO_LONG)
    tree = _parse(decoded.text)
    encoding = make_modern(tree, decoded.encoding, decoded.text)
    pieces = pieces_of(tree)
    refuse_long(len(pieces))
    if not pieces:
        raise Unreadable(Fault.NO_BODY)
    facts = facts_of(tree, pieces).of_page_at(saved_from or _noted_by_browser(decoded.text))
    title = letters(facts.title)
    blocks = [
        replace(piece, hint=None) if piece.hint and piece.key == title else piece
        for piece in article_blocks(tree, pieces, title)
    ]
    return Page(
        blocks=tuple(blocks),
        encoding=encoding,
        media_type=media_type,
        heads=_heads(pieces, blocks),
        facts=facts,
    )


def _noted_by_browser(text: str) -> str | None:
    """The address in the comment that browsers put into "web page, complete"."""
    noted = _SAVED_FROM.search(text[:_SAVED_FROM_HEAD])
    return noted[1] if noted else None


def _heads(pieces: Sequence[Piece], blocks: Sequence[Piece]) -> tuple[str, ...]:
    """Of the uncut page, with and without its menus, and of the article: marks hide in all."""
    unlinked = islice((piece for piece in pieces if not piece.linked), _HEAD_BLOCKS)
    parts = (pieces[:_HEAD_BLOCKS], unlinked, blocks[:_HEAD_BLOCKS])
    return tuple("\n".join(block.laid_out for block in part) for part in parts)


def _parse(text: str) -> lxml.html.HtmlElement:
    text = _XML_DECLARATION.sub("", text.replace("\0", ""))
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(_ALL_ALIKE)
    try:
        tree = lxml.html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise Unreadable(Fault.NO_BODY) from error
    return tree
