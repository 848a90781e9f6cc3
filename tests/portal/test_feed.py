import json
from datetime import datetime
from typing import Any

import feedparser
import pytest
from django.conf import LazySettings
from django.test import Client

from articles.models import Article, Theme
from portal.actions import Pick, withdraw_edition
from tests.articles.factories import ArticleFactory, ThemeFactory
from tests.factories import ManagingEditorFactory
from tests.portal.factories import approved_task, next_edition, published_edition

pytestmark = pytest.mark.django_db


TYPES = {"atom": "application/atom+xml", "rss": "application/rss+xml"}


def read(client: Client, address: str = "/an-ban.atom", **headers: str) -> Any:
    response = client.get(address, headers=headers)
    assert response["Content-Type"].startswith(TYPES[address.rpartition(".")[2]])
    return feedparser.parse(response.content)  # type: ignore[attr-defined,no-untyped-call]


def test_a_feed_reader_understands_the_feed(client: Client) -> None:
    article = ArticleFactory(title="Giữ lời thề & nêu gương")
    edition = published_edition(
        Pick(article=article), title="Nêu gương", introduction="Lời *giới thiệu*."
    )
    feed = read(client)
    entry = feed.entries[0]

    assert feed.bozo is False
    assert feed.version == "atom10"
    assert feed.feed.language == "vi"
    assert "Nêu gương" in entry.title
    assert entry.link == "http://testserver/danh-muc/neu-guong/an-ban/1/"
    assert entry.id == f"urn:uuid:{edition.uuid}"
    assert entry.published_parsed[:5] == edition.published_at.utctimetuple()[:5]
    assert "<em>giới thiệu</em>" in entry.summary
    assert "Giữ lời thề &amp; nêu gương" in entry.summary


def test_the_newest_edition_comes_first_and_withdrawn_ones_are_left_out(client: Client) -> None:
    first = published_edition(title="Nêu gương")
    second = next_edition(first.curated_list)
    assert [entry.id for entry in read(client).entries] == [second.uuid.urn, first.uuid.urn]

    withdraw_edition(ManagingEditorFactory(), second, reason="Dẫn sai.")
    assert [entry.id for entry in read(client).entries] == [first.uuid.urn]


def test_names_stay_the_same_on_another_host(client: Client) -> None:
    published_edition()

    here, elsewhere = read(client), read(client, host="127.0.0.1")
    assert here.entries[0].id == elsewhere.entries[0].id
    assert elsewhere.entries[0].link.startswith("http://127.0.0.1/")


def test_an_empty_feed_is_a_feed(client: Client) -> None:
    feed = read(client)

    assert feed.bozo is False
    assert feed.entries == []


def test_the_same_stands_in_rss(client: Client) -> None:
    edition = published_edition(title="Nêu gương", introduction="Lời *giới thiệu*.")
    feed = read(client, "/an-ban.rss")
    entry = feed.entries[0]

    assert feed.bozo is False
    assert feed.version == "rss20"
    assert feed.feed.language == "vi"
    assert entry.link == "http://testserver/danh-muc/neu-guong/an-ban/1/"
    assert (entry.id, entry.guidislink) == (edition.uuid.urn, False)
    assert entry.published_parsed[:5] == edition.published_at.utctimetuple()[:5]
    assert "<em>giới thiệu</em>" in entry.summary


def test_the_same_stands_in_a_json_feed(client: Client) -> None:
    edition = published_edition(title="Nêu gương", introduction="Lời *giới thiệu*.")
    response = client.get("/an-ban.json")
    feed = json.loads(response.content)
    [item] = feed["items"]

    assert response["Content-Type"].startswith("application/feed+json")
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "http://testserver/an-ban.json"
    assert (feed["language"], feed["authors"]) == ("vi", [{"name": "Duyệt"}])
    assert (item["id"], item["url"]) == (
        edition.uuid.urn,
        "http://testserver/danh-muc/neu-guong/an-ban/1/",
    )
    assert datetime.fromisoformat(item["date_published"]) == edition.published_at.replace(
        microsecond=0
    )
    assert "<em>giới thiệu</em>" in item["content_html"]
    assert "tags" not in item


class TestOfATheme:
    @pytest.fixture
    def theme(self) -> Theme:
        return ThemeFactory(name="nêu gương", slug="neu-guong")

    @pytest.fixture
    def article(self, theme: Theme) -> Article:
        article = ArticleFactory(title="Giữ lời thề & nêu gương")
        article.themes.add(theme)
        return article

    @pytest.mark.parametrize("form", ["atom", "rss"])
    def test_feed_readers_understand_it(self, client: Client, article: Article, form: str) -> None:
        task = approved_task(article, wording="Rà soát quy chế")
        published_edition(
            Pick(article=article, note="Nên *đọc*."), Pick(task=task), title="Danh mục"
        )
        published_edition(Pick(article=ArticleFactory()))

        feed = read(client, f"/chu-de/neu-guong/moi.{form}")
        of_task, of_article = feed.entries

        assert feed.bozo is False
        assert feed.feed.title == "Duyệt: nêu gương"
        assert (of_task.title, of_article.title) == ("Rà soát quy chế", article.title)
        assert of_article.link == "http://testserver/danh-muc/danh-muc/an-ban/1/#muc-1"
        assert [tag.term for tag in of_article.tags] == ["nêu gương"]
        assert "<em>đọc</em>" in of_article.summary
        assert "Giữ lời thề &amp; nêu gương" in of_task.summary

    def test_in_json_too(self, client: Client, article: Article) -> None:
        published_edition(Pick(article=article))
        feed = json.loads(client.get("/chu-de/neu-guong/moi.json").content)
        assert [item["tags"] for item in feed["items"]] == [["nêu gương"]]
        assert feed["home_page_url"] == "http://testserver/chu-de/neu-guong/"

    def test_names_stay_the_same_and_differ(self, client: Client, article: Article) -> None:
        published_edition(Pick(article=article), Pick(task=approved_task(article)))
        once, again = (read(client, "/chu-de/neu-guong/moi.atom") for _ in range(2))
        names = [entry.id for entry in once.entries]
        assert names == [entry.id for entry in again.entries]
        assert len(set(names)) == 2

    def test_what_was_withdrawn_is_not_there(self, client: Client, article: Article) -> None:
        edition = published_edition(Pick(article=article))
        withdraw_edition(ManagingEditorFactory(), edition, reason="Dẫn sai.")
        assert client.get("/chu-de/neu-guong/moi.atom").status_code == 404

    def test_its_page_names_it(self, client: Client, article: Article) -> None:
        published_edition(Pick(article=article))
        page = client.get("/chu-de/neu-guong/").content.decode()
        assert (
            'title="nêu gương | Duyệt" href="http://testserver/chu-de/neu-guong/moi.atom"' in page
        )
        for form in ("atom", "rss", "json"):
            assert f'href="/chu-de/neu-guong/moi.{form}"' in page


def test_every_page_names_the_feed(client: Client) -> None:
    for address in ("/", "/en/", "/khong-co/"):
        page = client.get(address).content.decode()
        assert 'type="application/atom+xml"' in page
        assert 'href="http://testserver/an-ban.atom"' in page


def test_every_form_says_on_what_terms_it_may_be_used(
    client: Client, settings: LazySettings
) -> None:
    settings.TERMS = "CC BY 4.0, ghi rõ nguồn."
    published_edition()

    assert read(client).feed.rights == settings.TERMS
    assert read(client, "/an-ban.rss").feed.rights == settings.TERMS
    assert client.get("/an-ban.json").json()["_duyet"]["terms"] == settings.TERMS
