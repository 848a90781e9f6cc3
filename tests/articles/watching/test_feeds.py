"""Which pages a feed names."""

import contextlib
from datetime import date
from itertools import pairwise

import pytest

from articles.watching import Entry, NotWhatItShouldBe, entries_of_feed
from tests.articles.watching.offered import rss

HOME = "https://bao.example/rss"
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Báo</title>
<entry><title>Một</title><link href="https://bao.example/mot.html"/>
<updated>2026-11-20T01:02:03Z</updated></entry>
<entry><title>Hai</title><link rel="alternate" href="/hai.html"/>
<published>2026-11-19T01:02:03Z</published></entry></feed>"""


def test_rss_names_its_pages_in_its_order_each_once() -> None:
    one, two = "https://bao.example/1", "https://bao.example/2"
    assert entries_of_feed(rss(two, one, two), HOME) == [
        Entry(two, date(2026, 11, 21)),
        Entry(one, date(2026, 11, 21)),
    ]


def test_atom_may_name_pages_relative_to_itself() -> None:
    assert entries_of_feed(ATOM.encode(), HOME) == [
        Entry("https://bao.example/mot.html", date(2026, 11, 20)),
        Entry("https://bao.example/hai.html", date(2026, 11, 19)),
    ]


def test_a_permanent_guid_stands_for_a_missing_link() -> None:
    feed = rss("x").replace(b"<link>x</link>", b"<guid>https://bao.example/7</guid>")
    assert [entry.address for entry in entries_of_feed(feed, HOME)] == ["https://bao.example/7"]


@pytest.mark.parametrize("link", ["mailto:a@b.example", "tag:bao.example,2026:7", ""])
def test_what_is_no_page_is_left_out(link: str) -> None:
    feed = rss(link).replace(b"<title>Tin", b"<guid isPermaLink='false'>7</guid><title>Tin")
    assert entries_of_feed(feed, HOME) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1258"])
def test_a_feed_says_its_encoding(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>' + rss(HOME).decode()
    assert len(entries_of_feed(text.replace("Báo", "Bao").encode(encoding), HOME)) == 1


def test_a_feed_that_is_not_quite_xml_is_read_as_far_as_it_goes() -> None:
    assert len(entries_of_feed(rss(HOME).replace(b"Tin", b"Tin & A < B"), HOME)) == 1


def test_a_web_page_is_no_feed_but_may_name_one() -> None:
    page = (
        '<html><head><link rel="alternate" type="application/rss+xml" href="/tin.rss"></head>'
        "<body>Chào</body></html>"
    )
    with pytest.raises(NotWhatItShouldBe, match=r"^https://bao\.example/tin\.rss$"):
        entries_of_feed(page.encode(), HOME)


@pytest.mark.parametrize(
    "data", [b"", b"\x00\x01\x02", b"%PDF-1.4", b"{}", b"<a/>", b"xin ch\xe0o"]
)
def test_what_is_no_feed_says_so(data: bytes) -> None:
    with pytest.raises(NotWhatItShouldBe, match=r"^$"):
        entries_of_feed(data, HOME)


def test_entities_neither_blow_up_nor_read_files() -> None:
    bomb = '<!DOCTYPE r [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise("abcdefghi")
    )
    feed = bomb + ']><rss version="2.0"><channel><title>&i;</title></channel></rss>'
    with contextlib.suppress(NotWhatItShouldBe):
        assert entries_of_feed(feed.encode(), HOME) == []
    reading = '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    named = reading.encode() + rss("https://bao.example/&f;")
    assert "root" not in str(entries_of_feed(named, HOME))
