"""RSS and Atom: which pages a feed names."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import feedparser
from lxml import etree, html

from articles.watching.offers import Entry, NotWhatItShouldBe

LARGEST: Final = 5 * 1024 * 1024
"""Bytes. All of a feed is in memory at once, many times over, and it takes long to read."""
_FEEDS: Final = (
    "//link[@rel='alternate'][@type='application/rss+xml' or @type='application/atom+xml']/@href"
)


def entries_of_feed(data: bytes, address: str) -> list[Entry]:
    """Give the pages that a feed names, each once, in its order.

    `address` is where the feed was found, for entries that are named relative to it.
    """
    # Bytes, never an address: feedparser would fetch that by itself.
    parse: Any = feedparser.parse  # type: ignore[attr-defined]
    feed = parse(
        data,
        response_headers={"content-location": address},
        resolve_relative_uris=True,
        sanitize_html=False,
    )
    if not feed.get("version"):
        raise NotWhatItShouldBe(_feed_named_by(data, address))
    entries = {entry.address: entry for entry in _entries(feed.entries)}
    return list(entries.values())


def _entries(found: list[Any]) -> Iterator[Entry]:
    for each in found:
        link = each.get("link") or each.get("id") or ""
        if link.startswith(("http://", "https://")):
            yield Entry(link, _day(each))


def _day(entry: Any) -> date | None:
    """When it was changed, in UTC, or else published."""
    for said in ("updated_parsed", "published_parsed"):
        moment = entry[said] if said in entry else None  # noqa: SIM401 - `get` takes one for the other
        if moment:
            return date(moment.tm_year, moment.tm_mon, moment.tm_mday)
    return None


def _feed_named_by(data: bytes, address: str) -> str:
    """The feed that a web page names as its own: people often give the page's address instead."""
    try:
        page: Any = html.fromstring(data, base_url=address)
        page.make_links_absolute()
        return next(map(str, page.xpath(_FEEDS)), "")
    except (ValueError, etree.LxmlError):
        return ""
