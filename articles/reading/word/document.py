"""A Word file as a page: its body in order, and everywhere a secrecy mark would stand."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from lxml import etree

from articles.reading.draft import Reason
from articles.reading.faults import Fault, Unreadable
from articles.reading.letterhead import join_title, official
from articles.reading.limits import refuse_long
from articles.reading.lines import is_marked
from articles.reading.page import Block, Page
from articles.reading.word.names import W
from articles.reading.word.numbering import Numbering
from articles.reading.word.package import Package
from articles.reading.word.paragraphs import Paragraphs
from articles.reading.word.runs import Runs
from articles.reading.word.styles import Styles
from articles.reading.word.tables import Row, is_ruled, lines_of, rows_of
from articles.vietnamese import on_one_line

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_UNICODE: Final = "utf-8"
_WRAPPERS: Final = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
_TITLE_WITHIN: Final = 8  # blocks
_HEAD_LINES: Final = 60
_SHAPE_TEXT: Final = "{urn:schemas-microsoft-com:vml}textpath"  # a watermark
_NOTES: Final = {"footnotes": f"{W}footnote", "endnotes": f"{W}endnote"}
_EDGES: Final = frozenset(["header", "footer"])


def read_word(data: bytes) -> Page:
    """Take a Word file apart, or raise `Unreadable` (`damaged`, `encrypted`, …)."""
    try:
        return _page_of(Package(data))
    except UnicodeDecodeError as error:  # mended XML may hold bytes that are no letters
        raise Unreadable(Fault.DAMAGED) from error


def _page_of(package: Package) -> Page:
    root = package.document()
    styles = Styles(package.only("styles"))
    runs = Runs(styles, root)
    paragraphs = Paragraphs(styles, Numbering(package.only("numbering"), styles), runs)
    walk = _Walk(paragraphs, styles)
    blocks = join_title(walk.through(root.find(f"{W}body")))
    laid_out = "\n".join(walk.laid_out[:_HEAD_LINES])
    edges = [_edge_lines(part, runs) for part in _parts(package, _EDGES)]
    found = official(blocks)
    if not found.facts.title:
        found = found._replace(blocks=tuple(_with_whole_title(found.blocks)))
    return Page(
        blocks=(*found.blocks, *_notes(package, walk), *_edge_blocks(edges)),
        encoding=runs.encoding or _UNICODE,
        media_type=MEDIA_TYPE,
        alone=True,
        heads=(laid_out, *walk.boxed, *map("\n".join, edges)),
        facts=replace(found.facts, title=found.facts.title or _title(paragraphs, blocks)),
    )


class _Walk:
    """Through the body in its order; what stands in boxes comes after the line it hangs on."""

    def __init__(self, paragraphs: Paragraphs, styles: Styles) -> None:
        self._paragraphs = paragraphs
        self._styles = styles
        self._count = 0
        self.laid_out: list[str] = []
        """The first lines as they stand, with tabs and spaces, cells beside one another."""
        self.boxed: list[str] = []
        """The words of each text box."""

    def through(self, parent: etree._Element | None) -> list[Block]:
        return [] if parent is None else list(self._through(parent))

    def _through(self, parent: etree._Element) -> Iterator[Block]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in _WRAPPERS:
                yield from self._through(child)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        self._count += 1
        refuse_long(self._count)
        printed = self._paragraphs.read(paragraph)
        self.laid_out.append(printed.laid_out)
        yield from printed.blocks
        for box in printed.boxes:
            words = self.through(box)
            self.boxed.append("\n".join(block.text for block in words))
            yield from words

    def _table(self, table: etree._Element) -> list[Block]:
        rows: list[Row] = [[self.through(cell) for cell in cells] for cells in rows_of(table)]
        self.laid_out += [" | ".join(_words(cell) for cell in row) for row in rows]
        return lines_of(rows, ruled=is_ruled(table, self._styles))


def _words(blocks: list[Block]) -> str:
    return " ".join(block.text for block in blocks)


def _with_whole_title(blocks: Sequence[Block]) -> Iterator[Block]:
    """At the head, lines in bold that are one title: broken by hand, or all in capitals."""
    before: Block | None = None
    for place, block in enumerate(blocks):
        if before is not None and place < _TITLE_WITHIN and _is_one_title(before, block):
            before = replace(before, text=f"{before.text} {block.text}")
            continue
        if before is not None:
            yield before
        before = block
    if before is not None:
        yield before


def _is_one_title(before: Block, block: Block) -> bool:
    if not (before.heading and block.heading) or is_marked(before.text) or is_marked(block.text):
        return False
    return block.tight or (before.text.isupper() and block.text.isupper())


def _title(paragraphs: Paragraphs, blocks: Sequence[Block]) -> str:
    """What is set as the title, or the only heading of the first rank, if it stands at the head.

    The file's own properties are not asked: they are those of the document that somebody
    began with, years ago.
    """
    if paragraphs.titles:
        return " ".join(paragraphs.titles)
    head = [block.text for block in blocks[:_TITLE_WITHIN]]
    only = paragraphs.chapters[0] if len(paragraphs.chapters) == 1 else ""
    return only if only in head else ""


def _parts(package: Package, kinds: frozenset[str]) -> Iterator[etree._Element]:
    for relation in package.related(package.main):
        if relation.kind in kinds and (part := package.part(relation.target)) is not None:
            yield part


def _notes(package: Package, walk: _Walk) -> Iterator[Block]:
    """Footnotes are no part of the running text: an editor finds them among what was left out."""
    for kind, tag in _NOTES.items():
        part = package.only(kind)
        for note in () if part is None else part.findall(tag):
            if note.get(f"{W}type") is None:
                yield from (replace(block, hint=Reason.NOTE) for block in walk.through(note))


def _edge_lines(part: etree._Element, runs: Runs) -> list[str]:
    """The lines of a page's head or foot, and of the shapes that lie behind the text."""
    lines = [runs.of(paragraph).text for paragraph in part.iter(f"{W}p")]
    return [*lines, *(shape.get("string") or "" for shape in part.iter(_SHAPE_TEXT))]


def _edge_blocks(edges: list[list[str]]) -> Iterator[Block]:
    words = (on_one_line(line) for lines in edges for line in lines)
    for line in dict.fromkeys(filter(None, words)):
        yield Block(line, hint=Reason.PAGE)
