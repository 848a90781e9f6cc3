"""How much one original may hold. Whatever holds more is refused with its reason.

How many bytes come in, and how long an article may be, is for the desk to set; these keep what
is read in reach of a machine.
"""

from typing import Final

from articles.reading.faults import Fault, Unreadable

MEGABYTE: Final = 1_000_000

# Of one article
MOST_PARAGRAPHS: Final = 50_000
"""And rows and cells of its tables."""
MOST_ELEMENTS: Final = 300_000
"""Of the markup of a page."""
MOST_PAGES: Final = 1_000
MOST_CHARACTERS: Final = 1_500_000
"""On the pages of a PDF file."""
LARGEST_PART: Final = 25 * MEGABYTE
"""Of a Word file; that of a book of a thousand pages has some ten."""
LARGEST_DOCUMENT: Final = 150 * MEGABYTE
"""Of all parts, unpacked: pictures hardly shrink, and XML is small."""
MOST_PARTS: Final = 5_000

# Of an archive or a table
MOST_MEMBERS: Final = 50_000
LARGEST_MEMBER: Final = 20 * MEGABYTE
LARGEST_BUNDLE: Final = 500 * MEGABYTE
"""Unpacked."""
HIGHEST_RATIO: Final = 100
NEVER_A_BOMB: Final = 10 * MEGABYTE
"""Small texts may shrink as much as they like."""
MOST_CELLS: Final = 16_384
"""In a row: no program makes wider sheets."""


def refuse_long(paragraphs: int) -> None:
    if paragraphs > MOST_PARAGRAPHS:
        raise Unreadable(Fault.TOO_LONG)
