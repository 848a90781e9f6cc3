"""What the public pages tell machines, in the words of schema.org (as microdata: nothing runs)."""

from typing import Any

import pytest
from django.test import Client
from lxml import html

from articles.models import Article, Theme
from portal.actions import Pick
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.portal.factories import approved_task, published_edition

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


@pytest.mark.usefixtures("theme")
def test_the_page_of_a_theme_is_a_list_too(client: Client, article: Article) -> None:
    published_edition(Pick(article=article))

    [told] = items_on(client, "/chu-de/neu-guong/")

    assert told["@type"] == "ItemList"
    [element] = told["itemListElement"]
    assert element["item"][0]["headline"] == ["Giữ nếp nêu gương"]
