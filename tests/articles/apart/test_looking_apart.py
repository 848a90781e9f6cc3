"""What a feed or a sitemap names is read apart: it may be made to do harm."""

import gzip
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from django.conf import LazySettings

from articles.apart import reader
from articles.apart.reader import offer_apart
from articles.reading import Fault, Unreadable
from articles.watching import NotWhatItShouldBe, entries_of_feed, offer_of_sitemap
from tests.articles.watching.offered import index, rss, sitemap

HOME = "https://bao.example/rss"
PAGES = [f"https://bao.example/{number}" for number in range(1_000)]
LONG = rss(*PAGES)


@pytest.fixture(autouse=True)
def _own_reader() -> Iterator[None]:
    """Begin and end each test without a reader."""
    vars(reader._own).clear()
    yield
    vars(reader._own).clear()


@pytest.fixture
def _short(settings: LazySettings) -> None:
    settings.IMPORT_READ_SECONDS = 1.0


def is_read_apart() -> bool:
    return "reader" in vars(reader._own)


def test_apart_the_same_is_found() -> None:
    assert offer_apart(LONG, feed_at=HOME).entries == entries_of_feed(LONG, HOME)
    for named in (sitemap(*PAGES), index(*PAGES), gzip.compress(sitemap(*PAGES))):
        assert offer_apart(named) == offer_of_sitemap(named)
    assert is_read_apart()


def test_a_short_feed_needs_no_process_of_its_own() -> None:
    assert offer_apart(rss(PAGES[0]), feed_at=HOME).entries == entries_of_feed(rss(PAGES[0]), HOME)
    assert not is_read_apart()


def test_what_is_none_says_so_and_names_what_it_is() -> None:
    page = b"<html><head><link rel='alternate' type='application/rss+xml' href='/tin'></head>"
    with pytest.raises(NotWhatItShouldBe, match=r"^https://bao\.example/tin$"):
        offer_apart(page + b"<p>Tin</p>" * 20_000, feed_at=HOME)
    with pytest.raises(NotWhatItShouldBe, match=r"^$"):
        offer_apart(b"<a/>")
    assert is_read_apart()


BOMB = "<!DOCTYPE r [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in pairwise("abcdefghijkl")
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_not_multiplied(encoding: str) -> None:
    feed = LONG.decode().replace("<title>Báo", "<title>&l;")
    told = f'<?xml version="1.0" encoding="{encoding}"?>{BOMB}]>{feed}'.encode(encoding)
    assert len(offer_apart(told, feed_at=HOME).entries) == len(PAGES)


@pytest.mark.usefixtures("_short")
@pytest.mark.parametrize(
    "body",
    [
        b"<rss version='2.0'><channel>" + b"<a>" * 1_000_000,
        b"<rss version='2.0'><a %s>" % b" ".join(b"a%d='1'" % each for each in range(200_000)),
        b"<rss version='2.0'><title>" + b"&" * 3_000_000,
        b"<rss version='2.0'>" + b"<" * 3_000_000,
    ],
    ids=["deep", "attributes", "ampersands", "angles"],
)
def test_a_feed_made_to_be_slow_costs_a_worker_its_share_and_no_more(body: bytes) -> None:
    begun = time.monotonic()
    with pytest.raises(Unreadable) as refused:
        offer_apart(body, feed_at=HOME)
    assert refused.value.code in {Fault.TOOK_TOO_LONG, Fault.TOO_MUCH_MEMORY}
    assert time.monotonic() - begun < 60  # alone it would be minutes


@pytest.mark.usefixtures("_short")
def test_a_sitemap_made_to_be_slow_costs_no_more() -> None:
    with pytest.raises(Unreadable):
        offer_apart(gzip.compress(sitemap().replace(b"</urlset>", b"<x/>" * 3_000_000), 1))
    assert offer_apart(sitemap(PAGES[0])) == offer_of_sitemap(sitemap(PAGES[0]))
