"""Sitemaps (sitemaps.org): the pages that a site names, and the sitemaps of an index."""

import zlib
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Final

from lxml import etree

from articles.watching.offers import Entry, NotWhatItShouldBe, Offer

LARGEST: Final = 50 * 1024 * 1024  # bytes: what the protocol allows
_GZIP: Final = b"\x1f\x8b"
_GZIP_WINDOW: Final = 16 + zlib.MAX_WBITS


def offer_of_sitemap(data: bytes) -> Offer:
    """Give what a sitemap names, or the sitemaps that an index names; gzip'd or not."""
    pages: dict[str, Entry] = {}
    further: dict[str, Entry] = {}
    try:
        for tag, entry in _entries(_plain(data)):
            (further if tag == "sitemap" else pages)[entry.address] = entry
    except (etree.XMLSyntaxError, zlib.error) as error:
        raise NotWhatItShouldBe from error
    return Offer(list(pages.values()), list(further.values()))


def _entries(data: bytes) -> Iterator[tuple[str, Entry]]:
    """Read one entry after the other, so that a long sitemap is never in memory as a tree."""
    is_sitemap = False
    parsing = etree.iterparse(
        BytesIO(data),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    for event, element in parsing:
        tag = etree.QName(element).localname
        if event == "start":
            is_sitemap = is_sitemap or tag in {"urlset", "sitemapindex"}
        elif tag in {"url", "sitemap"}:
            entry = _entry(element)
            if entry:
                yield tag, entry
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    if not is_sitemap:
        raise NotWhatItShouldBe


def _entry(element: etree._Element) -> Entry | None:
    said = {etree.QName(child).localname: (child.text or "").strip() for child in element}
    address = said.get("loc", "")
    return Entry(address, _day(said.get("lastmod", ""))) if address else None


def _day(text: str) -> date | None:
    """Read a W3C date; a year or a month alone is none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _plain(data: bytes) -> bytes:
    if not data.startswith(_GZIP):
        return data
    unpacking = zlib.decompressobj(_GZIP_WINDOW)
    plain = unpacking.decompress(data, LARGEST)
    if unpacking.unconsumed_tail:
        raise NotWhatItShouldBe
    return plain
