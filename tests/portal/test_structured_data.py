"""What the public pages tell machines, in the words of schema.org (as microdata: nothing runs)."""

from typing import Any

import pytest
from django.test import Client
from lxml import html

from articles.models import Article, Theme
from portal.actions import Pick
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.portal.factories import approved_task, cite, document, published_edition

pytestmark = pytest.mark.django_db

SCHEMA = "https://schema.org/"
SOURCE = "https://bao.example/neu-guong"


@pytest.fixture
def article() -> Article:
    made: Article = ArticleFactory(
        title="Giữ nếp nêu gương",
        author="Lê Hà",
        published_on="2021-09-20",
        publisher=PublisherFactory(name="Báo Ví dụ"),
        source_url=SOURCE,
    )
    return made


@pytest.fixture
def theme(article: Article) -> Theme:
    theme: Theme = ThemeFactory(name="nêu gương", slug="neu-guong")
    article.themes.add(theme)
    return theme


def items_on(client: Client, address: str) -> list[dict[str, Any]]:
    page = html.fromstring(client.get(address).content)
    of_their_own = (each for each in page.iter("*") if not each.get("itemprop"))
    return [_item(each) for each in of_their_own if each.get("itemscope") is not None]


def _item(element: Any) -> dict[str, Any]:
    said: dict[str, Any] = {"@type": element.get("itemtype").removeprefix(SCHEMA)}
    inside = list(element)
    while inside:
        each = inside.pop(0)
        name, is_item = each.get("itemprop"), each.get("itemscope") is not None
        if name:
            said.setdefault(name, []).append(_item(each) if is_item else _value(each))
        if not is_item:
            inside = [*each, *inside]
    return said


def _value(element: Any) -> str:
    for name in ("content", "href", "datetime"):
        if element.get(name):
            return str(element.get(name))
    return " ".join(element.text_content().split())


def test_an_edition_is_a_list_of_what_stands_in_it(client: Client, article: Article) -> None:
    task = approved_task(article, wording="Rà soát quy chế")
    published_edition(Pick(article=article), Pick(task=task), title="Danh mục", introduction="Lời.")

    [told] = items_on(client, "/danh-muc/danh-muc/")

    assert told["@type"] == "ItemList"
    assert told["name"] == ["Danh mục"]
    assert told["numberOfItems"] == ["2"]
    assert told["description"] == ["Lời."]
    assert told["url"] == ["http://testserver/danh-muc/danh-muc/an-ban/1/"]
    first, second = told["itemListElement"]
    assert (first["position"], second["position"]) == (["1"], ["2"])
    assert first["item"] == [
        {
            "@type": "Article",
            "headline": ["Giữ nếp nêu gương"],
            "mainEntityOfPage": [f"/bai-viet/{article.pk}/"],
            "publisher": [{"@type": "Organization", "name": ["Báo Ví dụ"]}],
            "datePublished": ["2021-09-20"],
            "author": [{"@type": "Person", "name": ["Lê Hà"]}],
            "url": [SOURCE],
        }
    ]
    [of_task] = second["item"]
    assert of_task == {
        "@type": "CreativeWork",
        "text": ["Rà soát quy chế"],
        "isBasedOn": [f"/bai-viet/{article.pk}/"],
    }


def test_an_article_says_what_it_is_and_where_it_stands(client: Client, article: Article) -> None:
    task = approved_task(article, wording="Rà soát quy chế")
    published_edition(Pick(article=article), Pick(task=task))

    [told] = items_on(client, f"/bai-viet/{article.pk}/")

    assert told["@type"] == "Article"
    assert told["headline"] == ["Giữ nếp nêu gương"]
    assert told["url"] == [SOURCE]
    assert told["publisher"] == [{"@type": "Organization", "name": ["Báo Ví dụ"]}]
    assert "text" not in told


def test_an_article_names_the_documents_it_cites(client: Client, article: Article) -> None:
    cite(article, document())
    published_edition(Pick(article=article))

    [told] = items_on(client, f"/bai-viet/{article.pk}/")

    assert told["citation"] == ["Chỉ thị 05-CT/TW"]


def test_a_document_says_what_it_is(client: Client, article: Article) -> None:
    known = document(issuer="Bộ Chính trị", issued_on="2016-05-15")
    cite(article, known)
    published_edition(Pick(article=article))

    [told] = items_on(client, f"/van-ban/chi-thi-05-ct-tw-{known.pk}/")

    assert told["@type"] == "CreativeWork"
    assert told["name"] == ["Chỉ thị 05-CT/TW"]
    assert told["creator"] == ["Bộ Chính trị"]
    assert told["dateCreated"] == ["2016-05-15"]


def graph_of(client: Client, address: str) -> dict[str, str]:
    page = html.fromstring(client.get(address).content)
    told = page.iterfind(".//meta[@property]")
    return {str(tag.get("property")): str(tag.get("content")) for tag in told}


@pytest.mark.parametrize("way", ["", "/en"])
@pytest.mark.usefixtures("theme")
def test_every_page_says_how_it_is_to_be_shown_where_it_is_shared(
    client: Client, article: Article, way: str
) -> None:
    known = document()
    cite(article, known)
    published_edition(Pick(article=article), title="Danh mục", introduction="Lời *giới thiệu*.")

    titles = {
        "/": "Duyệt",
        "/danh-muc/danh-muc/": "Danh mục",
        "/danh-muc/danh-muc/an-ban/1/": "Danh mục",
        f"/bai-viet/{article.pk}/": "Giữ nếp nêu gương",
        "/chu-de/neu-guong/": "nêu gương",
        f"/van-ban/chi-thi-05-ct-tw-{known.pk}/": "Chỉ thị 05-CT/TW",
    }
    for address, title in titles.items():
        graph = graph_of(client, way + address)
        assert graph["og:title"] == title
        assert graph["og:url"] == f"http://testserver{way}{address}"
        assert graph["og:locale"] == ("en_GB" if way else "vi_VN")
        assert graph["og:site_name"] == "Duyệt"
    edition = graph_of(client, f"{way}/danh-muc/danh-muc/")
    assert (edition["og:type"], edition["og:description"]) == ("article", "Lời giới thiệu.")
    assert edition["article:published_time"]


@pytest.mark.usefixtures("theme")
def test_the_page_of_a_theme_is_a_list_too(client: Client, article: Article) -> None:
    published_edition(Pick(article=article))

    [told] = items_on(client, "/chu-de/neu-guong/")

    assert told["@type"] == "ItemList"
    [element] = told["itemListElement"]
    assert element["item"][0]["headline"] == ["Giữ nếp nêu gương"]
