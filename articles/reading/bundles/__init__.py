"""Several articles in one file: archives, workbooks, tables, JSON lines.

`open_bundle` says what a file holds; its members are read like any other original, one by one,
so that a bad one fails alone. A bundle inside a bundle is not opened.
"""

from typing import Final

from articles.reading.archive import is_zip
from articles.reading.bundles.archives import Archive, entries_of
from articles.reading.bundles.commas import open_csv
from articles.reading.bundles.jsonlines import open_jsonl
from articles.reading.bundles.members import Bundle, Member, NoTextColumn
from articles.reading.bundles.sheets import open_workbook
from articles.reading.faults import Fault, Unreadable
from articles.reading.formats import Sample

__all__ = ["SUFFIXES", "Bundle", "Member", "NoTextColumn", "open_bundle"]

SUFFIXES: Final = (".zip", ".csv", ".xlsx", ".jsonl")
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"


def open_bundle(data: bytes, *, name: str = "", media_type: str | None = None) -> Bundle | None:
    """Open a bundle, or raise `Unreadable`. None where the bytes are no bundle but one thing."""
    sample = Sample(data, name, media_type)
    if is_zip(data):
        return _open_zipped(sample)
    if data.startswith(_OLD_OFFICE):
        return None  # a workbook of old, or one with a password; reading says which
    if sample.suffix in {"zip", "xlsx"}:
        raise Unreadable(Fault.DAMAGED if data else Fault.EMPTY)
    if sample.suffix == "csv" or (not sample.suffix and sample.kind == "text/csv"):
        return open_csv(data, sample.charset)
    if sample.suffix == "jsonl":
        return open_jsonl(data)
    return None


def _open_zipped(sample: Sample) -> Bundle | None:
    """Word, Excel and their kin are zips too, and say what they are by what is in them."""
    entries = entries_of(sample.data)
    if "xl/workbook.xml" in entries:
        return open_workbook(sample.data)
    if "[Content_Types].xml" in entries or "mimetype" in entries:
        return None
    if not entries and sample.suffix not in {"", "zip"}:
        return None  # damaged; the format that its name says will tell
    return Archive(sample.data)
