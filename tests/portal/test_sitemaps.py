"""What search engines are told of."""

from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from portal import sitemaps
from portal.actions import Pick, withdraw_edition
from tests.articles.factories import ArticleFactory, ThemeFactory
from tests.factories import ManagingEditorFactory
from tests.portal.factories import cite, document, next_edition, published_edition

pytestmark = pytest.mark.django_db

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HOST = "http://testserver"
_PARTS = ("trang", "danh-muc", "an-ban", "bai-viet", "van-ban", "chu-de")


def places(client: Client, address: str) -> list[str]:
    response = client.get(address)
    assert response["Content-Type"] == "application/xml"
    root = ET.fromstring(response.content)
    return [place.text or "" for place in root.iterfind("*/s:loc", NAMES)]


def test_the_index_names_every_part_and_robots_name_the_index(client: Client) -> None:
    parts = [f"{HOST}/sitemap-{name}.xml" for name in _PARTS]
    assert places(client, "/sitemap.xml") == parts
    assert f"Sitemap: {HOST}/sitemap.xml\n" in client.get("/robots.txt").content.decode()


def test_every_page_that_lasts_stands_there_in_both_languages(client: Client) -> None:
    article = ArticleFactory()
    article.themes.add(ThemeFactory(name="nêu gương", slug="neu-guong"))
    cite(article, known := document())
    edition = published_edition(Pick(article=article), title="Nêu gương")
    next_edition(edition.curated_list)

    for name, pages in {
        "trang": ["/", "/danh-muc/", "/chu-de/", "/van-ban/", "/gioi-thieu/"],
        "danh-muc": ["/danh-muc/neu-guong/"],
        "an-ban": ["/danh-muc/neu-guong/an-ban/2/", "/danh-muc/neu-guong/an-ban/1/"],
        "bai-viet": [f"/bai-viet/{article.pk}/"],
        "van-ban": [f"/van-ban/chi-thi-05-ct-tw-{known.pk}/"],
        "chu-de": ["/chu-de/neu-guong/"],
    }.items():
        found = places(client, f"/sitemap-{name}.xml")
        assert found == [f"{HOST}{way}{page}" for page in pages for way in ("", "/en")]
        for place in found:
            assert client.get(place.removeprefix(HOST)).status_code == 200


def test_each_page_names_itself_in_the_other_language(client: Client) -> None:
    published_edition(title="Nêu gương")

    root = ET.fromstring(client.get("/sitemap-danh-muc.xml").content)

    links = [link.attrib for link in root[0].iterfind("x:link", NAMES)]
    assert {link["hreflang"]: link["href"] for link in links} == {
        "vi": f"{HOST}/danh-muc/neu-guong/",
        "en": f"{HOST}/en/danh-muc/neu-guong/",
    }


def test_what_was_withdrawn_is_not_there(client: Client) -> None:
    edition = published_edition(Pick(article=ArticleFactory()))
    withdraw_edition(ManagingEditorFactory(), edition, reason="Dẫn sai.")

    for name in _PARTS[1:]:
        assert places(client, f"/sitemap-{name}.xml") == []


def test_long_parts_are_cut_by_numbers(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "ON_A_PAGE", 2)
    articles = [ArticleFactory() for _ in range(3)]
    published_edition(*(Pick(article=article) for article in articles))

    pages = [each for each in places(client, "/sitemap.xml") if "bai-viet" in each]
    found = [place for page in pages for place in places(client, page.removeprefix(HOST))]
    assert len(pages) > 1
    assert {place for place in found if "/en/" not in place} == {
        f"{HOST}/bai-viet/{article.pk}/" for article in articles
    }
    assert client.get(f"/sitemap-bai-viet.xml?p={len(pages) + 1}").status_code == 404


def test_a_part_that_there_is_not(client: Client) -> None:
    assert client.get("/sitemap-khac.xml").status_code == 404


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/sitemap.xml", 15),
        ("/sitemap-danh-muc.xml", 3),
        ("/sitemap-an-ban.xml", 3),
        ("/sitemap-bai-viet.xml", 3),
        ("/sitemap-van-ban.xml", 3),
        ("/sitemap-chu-de.xml", 3),
    ],
)
def test_they_cost_the_same_however_much_was_published(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, address: str, queries: int
) -> None:
    for many in (1, 4):
        for article in ArticleFactory.create_batch(many):
            article.themes.add(ThemeFactory())
            cite(article, document())
            published_edition(Pick(article=article))
        with django_assert_num_queries(queries):
            client.get(address)
