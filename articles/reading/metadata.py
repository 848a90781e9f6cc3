"""What a web page's head says: title, date, author, publisher, address."""

import contextlib
import json
import logging
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final
from urllib.parse import urlsplit

import htmldate
import lxml.html

from articles.reading.bylines import author_line
from articles.reading.dates import iso_day
from articles.reading.faults import STUMBLES
from articles.reading.headline import without_site
from articles.reading.lines import letters
from articles.reading.page import Block, Facts
from articles.vietnamese import on_one_line

logging.getLogger("htmldate").setLevel(logging.CRITICAL)

_ARTICLE_TYPES: Final = frozenset(
    ["Article", "NewsArticle", "BlogPosting", "Report", "ReportageNewsArticle", "WebPage"]
)
_PUBLISHED: Final = ("article:published_time", "datepublished", "pubdate", "dc.date.issued", "date")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_SEPARATOR: Final = re.compile(r"\s+[-–—|»:]+\s+")
_NOBODY: Final = re.compile(
    r"admin(?:istrator)?|root|ban biên tập|editor|quản trị.{0,20}|https?://.*|[\w.-]+@.*|"
    r"[\w-]+\.(?:vn|com|net|org).*",
    re.IGNORECASE,
)


def facts_of(tree: lxml.html.HtmlElement, blocks: Sequence[Block]) -> Facts:
    """Facts of the page's metadata. The date is never searched for in its text."""
    meta = _meta(tree)
    linked = _linked_data(tree)
    url = _url(tree, meta, linked)
    publisher = _publisher(meta, linked, url)
    return Facts(
        title=_title(tree, _declared_titles(tree, meta, linked, publisher), blocks),
        published_on=_published_on(tree, meta, linked),
        author=_author(meta, linked, publisher),
        publisher=publisher,
        source_url=url,
    )


def _meta(tree: lxml.html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = _words(element.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _linked_data(tree: lxml.html.HtmlElement) -> dict[str, Any]:
    """The JSON-LD object that describes the article, or an empty one."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        with contextlib.suppress(ValueError, RecursionError):
            for item in _objects(json.loads(script.text or "", strict=False)):
                kinds = item.get("@type")
                if _ARTICLE_TYPES.intersection(kinds if isinstance(kinds, list) else [str(kinds)]):
                    return item
    return {}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _objects(item)
    elif isinstance(data, dict):
        yield data
        yield from _objects(data.get("@graph"))


def _title(tree: lxml.html.HtmlElement, declared: list[str], blocks: Sequence[Block]) -> str:
    """The title as the page shows it; else as it is declared, without the site's name."""
    heads = [_words(head.text_content()) for head in tree.iter("h1")]
    for head in heads:
        key = letters(head)
        if key and any(_same_title(key, letters(name)) for name in declared):
            return head
    shown = {block.key: block.text for block in reversed(blocks)}
    for names in (declared, [part for name in declared for part in _beginnings(name)]):
        for name in names:
            if letters(name) in shown:
                return shown[letters(name)]
    return declared[0] if declared else next((head for head in heads if _is_long(head)), "")


def _declared_titles(
    tree: lxml.html.HtmlElement, meta: dict[str, str], linked: dict[str, Any], publisher: str | None
) -> list[str]:
    site = letters(publisher or "")
    stated = [
        meta.get("og:title"),
        _words(linked.get("headline")),
        meta.get("twitter:title"),
        _words(tree.findtext(".//title")),
    ]
    names = [without_site(name) for name in stated if name]
    return [_without_end(name, site) for name in names if letters(name) != site]


def _without_end(name: str, site: str) -> str:
    """Cut the publisher's own name off."""
    ends = list(_SEPARATOR.finditer(name))
    has_site = site and ends and letters(name[ends[-1].end() :]) == site
    return name[: ends[-1].start()] if has_site else name


def _beginnings(name: str) -> list[str]:
    """`A - B - C` → `A - B` and `A`: what follows may be the site's name."""
    ends = [separator.start() for separator in _SEPARATOR.finditer(name)]
    return [name[:end] for end in reversed(ends) if _is_long(name[:end])]


def _is_long(name: str) -> bool:
    fewest_words = 4
    return len(name.split()) >= fewest_words


def _same_title(one: str, other: str) -> bool:
    """Titles in metadata are cut short or have the site's name behind them."""
    shortest = 15
    if min(len(one), len(other)) < shortest:
        return one == other
    return one.startswith(other) or other.startswith(one)


def _published_on(
    tree: lxml.html.HtmlElement, meta: dict[str, str], linked: dict[str, Any]
) -> date | None:
    stated = [_words(linked.get("datePublished")), *(meta.get(name) for name in _PUBLISHED)]
    for value in filter(None, stated):
        if day := iso_day(value):
            return day
    return _by_htmldate(tree)


def _by_htmldate(tree: lxml.html.HtmlElement) -> date | None:
    """The head's other ways to say it; the body stays away from it, with its cited documents."""
    head = tree.find("head")
    if head is None:
        return None
    dated = [meta for meta in head.iter("meta") if _YEAR.search(meta.get("content") or "")]
    if not dated:
        return None
    page = lxml.html.fromstring("<html><head></head><body></body></html>")
    page[0].extend(dated)
    found = None
    with contextlib.suppress(*STUMBLES):
        found = htmldate.find_date(page, extensive_search=False, original_date=True)
    return date.fromisoformat(found) if found else None


def _author(meta: dict[str, str], linked: dict[str, Any], publisher: str | None) -> str | None:
    stated = [_name(linked.get("author")), meta.get("article:author"), meta.get("author")]
    for name in filter(None, stated):
        if _NOBODY.fullmatch(name) or letters(name) == letters(publisher or ""):
            continue
        if author_line(name, trailing=True):
            return name
    return None


def _publisher(meta: dict[str, str], linked: dict[str, Any], url: str | None) -> str | None:
    named = meta.get("og:site_name") or _name(linked.get("publisher"))
    host = urlsplit(url).hostname if url else None
    return named or (host.removeprefix("www.") if host else None)


def _url(tree: lxml.html.HtmlElement, meta: dict[str, str], linked: dict[str, Any]) -> str | None:
    stated: list[str | None] = [
        link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"
    ]
    stated += [meta.get("og:url"), _words(linked.get("url"))]
    for url in filter(None, stated):
        with contextlib.suppress(ValueError):
            if urlsplit(url).scheme in {"http", "https"} and urlsplit(url).hostname:
                return url.strip()
    return None


def _name(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value)))
    return _words(value.get("name")) if isinstance(value, dict) else _words(value)


def _words(value: Any) -> str:
    return on_one_line(value) if isinstance(value, str) else ""
