"""A PDF file as a page."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from articles.reading.draft import Reason
from articles.reading.encodings import Decoded
from articles.reading.faults import Fault, Unreadable
from articles.reading.letterhead import join_title, official
from articles.reading.old_fonts import modern_paragraphs
from articles.reading.page import Block, Facts, Page
from articles.reading.pdf.edges import without_edges
from articles.reading.pdf.faces import make_modern
from articles.reading.pdf.layout import lines_of
from articles.reading.pdf.paragraphs import blocks_of, measure
from articles.reading.pdf.rows import Row, rows_of
from articles.reading.pdf.second import second_opinion
from articles.reading.pdf.sheets import Sheet, sheets_of
from articles.reading.plain import read_plain
from articles.reading.syllables import vietnamese_share
from articles.vietnamese import normalise, on_one_line

MEDIA_TYPE: Final = "application/pdf"
_BEGINS: Final = b"%PDF-"
_BEGINS_WITHIN: Final = 1_024  # bytes; programs may put something before it
_UNICODE: Final = "utf-8"
_SAMPLE: Final = 20_000  # characters
_RUINED: Final = 0.3  # of the words are Vietnamese: less is another language, or ruins
_FEW_MARKED: Final = 0.02
_BETTER: Final = 0.2
_MOST_ODD: Final = 0.1  # of the characters
_HEAD_ROWS: Final = 60
_FEWEST_WORDS: Final = 3
_LONGEST_TITLE: Final = 260


def is_pdf(data: bytes) -> bool:
    return _BEGINS in data[:_BEGINS_WITHIN]


def read_pdf(data: bytes) -> Page:
    """Put a PDF's text together, or raise `Unreadable` (`picture`, `encrypted`, `damaged`, …)."""
    try:
        sheets = sheets_of(data)
    except Unreadable as unreadable:
        if unreadable.code is not Fault.DAMAGED:
            raise
        return _as_second_reads(data, unreadable)
    if _is_picture(sheets):
        raise Unreadable(Fault.PICTURE)
    encoding = make_modern(sheets)
    text = "\n".join(span.text for sheet in sheets for span in sheet.spans)[:_SAMPLE]
    share, odd = vietnamese_share(normalise(text)), _odd(text)
    if encoding is None and (odd > _MOST_ODD or (share < _RUINED and _is_foreign(text))):
        other = second_opinion(data)
        if vietnamese_share(normalise(other[:_SAMPLE])) > share + _BETTER:
            return _plain(other)
    if odd > _MOST_ODD:
        raise Unreadable(Fault.BAD_ENCODING)
    return _page(sheets, encoding)


def _is_picture(sheets: Sequence[Sheet]) -> bool:
    """Scanned: at least half of its pages are a picture with hardly a word beside it."""
    pictures = sum(sheet.pictured for sheet in sheets)
    return 2 * pictures > len(sheets) or not any(sheet.spans for sheet in sheets)


def _odd(text: str) -> float:
    """The share of characters that no letter is meant by: the font keeps its letters secret."""
    odd = sum("\ue000" <= sign <= "\uf8ff" or sign < " " or sign == "\ufffd" for sign in text)
    return (odd - text.count("\n")) / max(1, len(text))


def _is_foreign(text: str) -> bool:
    """Letters with marks in it, which English has none of."""
    marked = sum(sign.isalpha() and not sign.isascii() for sign in text)
    return marked > _FEW_MARKED * len(text)


def _page(sheets: Sequence[Sheet], encoding: str | None) -> Page:
    pages = [rows_of(sheet.spans) for sheet in sheets]
    size = measure([line for at, rows in enumerate(pages) for line in lines_of(rows, at)]).size
    edges = without_edges(sheets, pages, size)
    lines = [line for at, rows in enumerate(edges.rows) for line in lines_of(rows, at)]
    blocks = join_title(blocks_of(lines, measure(lines)))
    if encoding is None:
        texts, encoding = modern_paragraphs([block.text for block in blocks])
        blocks = [replace(block, text=text) for block, text in zip(blocks, texts, strict=True)]
    found = official(blocks)
    notes = _left_out((row.text for row in edges.notes), Reason.NOTE)
    heads = _left_out(edges.texts, Reason.PAGE)
    return Page(
        blocks=(*found.blocks, *notes, *heads),
        encoding=encoding or _UNICODE,
        media_type=MEDIA_TYPE,
        heads=(
            *("\n".join(map(_laid_out, rows[:_HEAD_ROWS])) for rows in pages[:1]),
            *chain.from_iterable(sheet.aslant for sheet in sheets),
            *edges.texts,
        ),
        alone=edges.address is None,
        facts=replace(
            found.facts, title=found.facts.title or _title(blocks), source_url=edges.address
        ),
    )


def _laid_out(row: Row) -> str:
    """A row as it stands: what is far apart stays apart."""
    return "     ".join(span.text for span in row.spans)


def _left_out(texts: Iterable[str], reason: Reason) -> list[Block]:
    words = map(on_one_line, texts)
    return [Block(text, hint=reason) for text in words if text]


def _title(blocks: Sequence[Block]) -> str:
    """What is set largest, if it stands alone on the first page and could be a title."""
    heads = [block.text for block in blocks if block.headline]
    if len(heads) != 1 or len(heads[0]) > _LONGEST_TITLE or len(heads[0].split()) < _FEWEST_WORDS:
        return ""
    return heads[0]


def _as_second_reads(data: bytes, unreadable: Unreadable) -> Page:
    text = second_opinion(data)
    if not text.strip():
        raise unreadable
    return _plain(text)


def _plain(text: str) -> Page:
    """What comes without places is taken as lines, which cleaning joins."""
    modern, encoding = modern_paragraphs(text.split("\n"))
    page = read_plain(Decoded("\n".join(modern), encoding or _UNICODE))
    return replace(page, media_type=MEDIA_TYPE, facts=Facts())
