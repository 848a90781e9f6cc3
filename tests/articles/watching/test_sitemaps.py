"""Which pages and further sitemaps a sitemap names."""

import gzip
from datetime import date

import pytest

from articles.watching import Entry, NotWhatItShouldBe, offer_of_sitemap
from articles.watching.sitemaps import LARGEST
from tests.articles.watching.offered import index, sitemap

ONE, TWO = "https://bao.example/1", "https://bao.example/2"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("2026-11-20T23:30:00+07:00", date(2026, 11, 20)),
        ("2026-11", None),
        ("2026", None),
        ("hôm qua", None),
        ("2026-13-45", None),
        ("", None),
    ],
)
def test_a_day_is_read_where_one_is_said(said: str, day: date | None) -> None:
    assert offer_of_sitemap(sitemap((ONE, said))).entries == [Entry(ONE, day)]


def test_pages_and_sitemaps_are_told_apart() -> None:
    assert [each.address for each in offer_of_sitemap(sitemap(ONE, TWO, ONE)).entries] == [ONE, TWO]
    offer = offer_of_sitemap(index((ONE, "2026-11-20"), TWO))
    assert offer.entries == []
    assert offer.further == [Entry(ONE, date(2026, 11, 20)), Entry(TWO)]


def test_it_may_be_packed() -> None:
    assert len(offer_of_sitemap(gzip.compress(sitemap(ONE, TWO))).entries) == 2


def test_an_image_of_a_page_is_no_page() -> None:
    extended = sitemap(ONE).replace(
        b"</url>",
        b'<i:image xmlns:i="http://www.google.com/schemas/sitemap-image/1.1">'
        b"<i:loc>https://bao.example/a.jpg</i:loc></i:image></url>",
    )
    assert [each.address for each in offer_of_sitemap(extended).entries] == [ONE]


@pytest.mark.parametrize(
    "data",
    [b"", b"<html><body>x</body></html>", b"<urlset><url><loc>a", b"\x1f\x8bnot gzip", b"{}"],
)
def test_what_is_no_sitemap_says_so(data: bytes) -> None:
    with pytest.raises(NotWhatItShouldBe):
        offer_of_sitemap(data)


def test_a_bomb_is_no_sitemap() -> None:
    with pytest.raises(NotWhatItShouldBe):
        offer_of_sitemap(gzip.compress(sitemap(ONE) + b" " * (LARGEST + 1)))


def test_entities_are_not_followed() -> None:
    reading = b'<!DOCTYPE urlset [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    data = sitemap(f"{ONE}&f;").replace(b'<?xml version="1.0"?>', reading)
    assert "root" not in str(offer_of_sitemap(data).entries)
