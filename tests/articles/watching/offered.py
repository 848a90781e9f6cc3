"""Feeds and sitemaps for tests."""

from collections.abc import Sequence


def rss(*addresses: str, date: str = "Sat, 21 Nov 2026 08:00:00 +0700") -> bytes:
    items = "".join(
        f"<item><title>Tin</title><link>{address}</link><pubDate>{date}</pubDate></item>"
        for address in addresses
    )
    return f'<rss version="2.0"><channel><title>Báo</title>{items}</channel></rss>'.encode()


def sitemap(*pages: str | tuple[str, str]) -> bytes:
    return _named("urlset", "url", pages)


def index(*sitemaps: str | tuple[str, str]) -> bytes:
    return _named("sitemapindex", "sitemap", sitemaps)


def _named(root: str, tag: str, named: Sequence[str | tuple[str, str]]) -> bytes:
    pairs = [(each, "") if isinstance(each, str) else each for each in named]
    entries = "".join(
        f"<{tag}><loc>{address}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</{tag}>"
        for address, day in pairs
    )
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    return f'<?xml version="1.0"?><{root} {space}>{entries}</{root}>'.encode()
