"""Text without markup: typed, or scraped from a page of a newspaper."""

from io import StringIO

from articles.reading.encodings import Decoded
from articles.reading.limits import refuse_long
from articles.reading.page import Block, Page
from articles.vietnamese import normalise

MEDIA_TYPE = "text/plain"
_HEAD = 4_000  # characters


def read_plain(decoded: Decoded) -> Page:
    """Take a text apart into its lines."""
    return Page(
        blocks=tuple(_blocks(normalise(decoded.text))),
        encoding=decoded.encoding,
        media_type=MEDIA_TYPE,
        heads=(decoded.text[:_HEAD],),
    )


def _blocks(text: str) -> list[Block]:
    blocks, tight = [], False
    for line in StringIO(text, newline="\n"):
        words = line.strip()
        if words:
            blocks.append(Block(words, tight=tight))
            refuse_long(len(blocks))
        tight = bool(words)
    return blocks
