"""Bytes in, a draft out: no Django, no files, no network.

`read` takes a page apart by its format (`formats`), refuses what bears a secrecy mark
(`secrecy`) and cleans what is left (`cleaning`).
"""

from dataclasses import replace

from articles.reading.cleaning import clean
from articles.reading.draft import Draft, Dropped, Reason, Span
from articles.reading.faults import Fault, Unreadable
from articles.reading.formats import Sample, read_page
from articles.reading.secrecy import secrecy_mark

__all__ = ["Draft", "Dropped", "Fault", "Reason", "Span", "Unreadable", "read", "secrecy_mark"]


def read(
    data: bytes, *, name: str = "", media_type: str | None = None, address: str | None = None
) -> Draft:
    """Read an original, or raise `Unreadable`.

    `name` is the file's name and `media_type` what its sender called it (a charset may follow
    a semicolon); both only help where the bytes do not say what they are. `address` is where it
    was fetched from.
    """
    page = read_page(Sample(data, name, media_type))
    if any(map(secrecy_mark, page.heads)):
        raise Unreadable(Fault.SECRET)
    return clean(replace(page, facts=page.facts.of_page_at(address)))
