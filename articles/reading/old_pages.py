"""Web pages in the letters of old fonts, as they are or as references (`&sect;`)."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import lxml.html

from articles.reading.old_detection import may_be_old
from articles.reading.old_fonts import is_font_of_capitals, modern_paragraphs
from articles.reading.old_tables import TCVN3

# Those that are written in any page stand for no letter.
_LETTER_REFERENCE: Final = re.compile(
    "&(?!nbsp|amp|lt|gt|quot|[lr][sd]quo|[nm]dash|hellip|#3[489];|#x2[27];)[#A-Za-z]"
)
_NO_WORDS: Final = frozenset(["script", "style"])
_FACE: Final = re.compile(r"font(?:-family)?\s*:[^;]*", re.IGNORECASE)


class _Words(NamedTuple):
    element: lxml.html.HtmlElement
    place: str
    """`text`, `tail`, or the name of an attribute."""
    words: str

    def put(self, words: str) -> None:
        if self.place in {"text", "tail"}:
            setattr(self.element, self.place, words)
        else:
            self.element.set(self.place, words)


def make_modern(tree: lxml.html.HtmlElement, encoding: str, source: str) -> str:
    """Put Unicode in the place of old letters; gives the name of the encoding that was found.

    `source` is the markup, which most often shows at a glance that there are none.
    """
    has_references = _LETTER_REFERENCE.search(source) is not None
    if may_be_old(source, "><") or (has_references and may_be_old("\n".join(tree.itertext()))):
        found = list(_words_of(tree))
        made, typed = modern_paragraphs([one.words for one in found])
        for one, words in zip(found, made, strict=True):
            if words != one.words:
                one.put(words)
        encoding = typed or encoding
    if encoding == TCVN3.name:
        _make_capitals(tree)
    return encoding


def _words_of(tree: lxml.html.HtmlElement) -> Iterator[_Words]:
    for element in tree.iter():
        if element.text and element.tag not in _NO_WORDS:
            yield _Words(element, "text", element.text)
        if element.tail:
            yield _Words(element, "tail", element.tail)
        if element.tag == "meta" and element.get("content"):
            yield _Words(element, "content", element.get("content"))


def _make_capitals(tree: lxml.html.HtmlElement) -> None:
    """What is set in `.VnTimeH` prints in capitals, as which letters it was typed."""
    for element in tree.iter("font", "span", "p", "td", "b", "i", "div"):
        if is_font_of_capitals(_face(element)):
            for one in _words_of(element):
                if one.element is not element or one.place != "tail":
                    one.put(one.words.upper())


def _face(element: lxml.html.HtmlElement) -> str:
    styled = _FACE.search(element.get("style") or "")
    family = styled[0].partition(":")[2] if styled else element.get("face") or ""
    return family.partition(",")[0].strip(" \"'")
