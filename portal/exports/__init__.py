"""An edition to take away: as a table, or as a document for a word processor.

Each says which edition it is, of what day, at what address, and on what terms it may be used.
"""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from articles.sheets import CSV, XLSX, in_csv, in_xlsx
from portal.exports.tables import headings, rows
from portal.exports.taken import Taken
from portal.exports.word import DOCX, in_docx


class Form(NamedTuple):
    name: str
    media_type: str
    write: Callable[[Taken], Iterator[bytes]]


FORMS: Final[dict[str, Form]] = {
    "docx": Form("Word", DOCX, in_docx),
    "xlsx": Form("Excel", XLSX, lambda taken: in_xlsx(headings(), rows(taken))),
    "csv": Form("CSV", CSV, lambda taken: in_csv(headings(), rows(taken))),
}
"""By the ending of their address."""
