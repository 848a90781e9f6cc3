from typing import Any

import feedparser
import pytest
from django.test import Client

from portal.actions import Pick, withdraw_edition
from tests.articles.factories import ArticleFactory
from tests.factories import ManagingEditorFactory
from tests.portal.factories import next_edition, published_edition

pytestmark = pytest.mark.django_db


def read(client: Client, **headers: str) -> Any:
    response = client.get("/an-ban.atom", headers=headers)
    assert response["Content-Type"].startswith("application/atom+xml")
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


def test_every_page_names_the_feed(client: Client) -> None:
    for address in ("/", "/en/", "/khong-co/"):
        page = client.get(address).content.decode()
        assert 'type="application/atom+xml"' in page
        assert 'href="http://testserver/an-ban.atom"' in page
