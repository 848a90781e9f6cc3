"""How the API is asked: pages, validators, other sites, and what is not right."""

from typing import Any

import pytest
from django.test import Client

from portal.actions import Pick, withdraw_edition
from portal.api import articles
from portal.models import Edition
from tests.articles.factories import ArticleFactory, ThemeFactory
from tests.factories import ManagingEditorFactory
from tests.portal.api.conftest import Ask
from tests.portal.factories import approved_task, published_edition

pytestmark = pytest.mark.django_db
HOST = "http://testserver"


@pytest.mark.parametrize("path", ["/articles", "/tasks", "/lists", "/editions", "/themes"])
def test_pages_follow_one_another_and_leave_nothing_out(
    ask: Ask, client: Client, path: str
) -> None:
    for number in range(5):
        article = ArticleFactory()
        article.themes.add(ThemeFactory())
        picks = Pick(article=article), Pick(task=approved_task(article))
        published_edition(*picks, title=f"Danh mục {number}")
    whole = ask(path)
    found: list[Any] = []
    address = f"{HOST}/api/v1{path}?limit=2"
    pages = 0
    while address:
        response = client.get(address)
        said = response.json()
        found += said["items"]
        pages += 1
        assert response.get("Link") == (said["next"] and f'<{said["next"]}>; rel="next"')
        address = said["next"]

    assert whole["next"] is None
    assert pages == 3
    assert found == whole["items"]


def test_entries_of_an_edition_have_pages_too(ask: Ask, client: Client, edition: Edition) -> None:
    path = "/lists/neu-guong/editions/1/entries"
    first = ask(path, limit=1, kind="article")
    assert first["next"] is None
    first = ask(path, limit=1)
    second = client.get(first["next"]).json()
    assert "limit=1" in first["next"]
    assert [first["items"][0]["position"], second["items"][0]["position"]] == [1, 2]


def test_what_comes_meanwhile_is_seen_on_no_further_page(ask: Ask, client: Client) -> None:
    published_edition(*map(Pick, ArticleFactory.create_batch(3)))
    first = ask("/articles", limit=2)
    published_edition(Pick(article=ArticleFactory(title="Mới")))

    [last] = client.get(first["next"]).json()["items"]

    assert last["title"] not in {"Mới", *(said["title"] for said in first["items"])}


@pytest.mark.parametrize(
    ("query", "kind", "parameter"),
    [
        ("limit=0", "bad-parameter", "limit"),
        ("limit=101", "bad-parameter", "limit"),
        ("limit=", "bad-parameter", "limit"),
        ("limit=1&limit=2", "bad-parameter", "limit"),
        ("from=20-09-2021", "bad-parameter", "from"),
        ("from=20210920", "bad-parameter", "from"),
        ("to=2021-02-30", "bad-parameter", "to"),
        ("theme=", "bad-parameter", "theme"),
        ("theme=%00", "bad-parameter", "theme"),
        ("publisher=" + "x" * 401, "bad-parameter", "publisher"),
        ("page=2", "unknown-parameter", "page"),
        ("topic=x", "unknown-parameter", "topic"),
    ],
)
def test_what_is_not_right_is_said_with_its_place(
    client: Client, query: str, kind: str, parameter: str
) -> None:
    response = client.get(f"/en/api/v1/articles?{query}")
    said = response.json()

    assert response["Content-Type"] == "application/problem+json"
    assert response["Cache-Control"] == "no-cache"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response.status_code == said["status"] == 400
    assert said["type"] == f"{HOST}/en/api/v1/#{kind}"
    assert (said["parameter"], said["instance"]) == (parameter, f"/en/api/v1/articles?{query}")
    assert said["title"]
    assert said["detail"]


@pytest.mark.parametrize(
    "cursor",
    ["x", "WyJ0YXNrcyIsMV0", "WyJhcnRpY2xlcyIsIngiXQ", "W10", "bnVsbA", "\u00e9", "W" * 200],
)
def test_a_cursor_that_was_made_up_leads_nowhere(ask: Ask, cursor: str) -> None:
    assert ask("/articles", status=404, cursor=cursor)["type"].endswith("#not-found")


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/articles/",
        "/articles/0",
        "/articles/x",
        "/articles/-1",
        "/articles/99999999999999999999",
        "/lists/khong-co",
        "/lists/neu-guong/editions/2",
        "/lists/neu-guong/editions/x/entries",
        "/themes/khong-co",
        "/themes/%00",
        "/themes/a%0a",
    ],
)
def test_an_address_that_leads_nowhere_says_so(ask: Ask, edition: Edition, path: str) -> None:
    said = ask(path, status=404)
    assert said["type"] == f"{HOST}/api/v1/#not-found"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_nothing_can_be_changed(client: Client, method: str) -> None:
    for path in ("/articles", "/openapi.json", "/nothing"):
        response = client.generic(method, f"/api/v1{path}")
        assert response.status_code == 405
        assert response["Allow"] == "GET, HEAD, OPTIONS"
        assert response.json()["type"].endswith("#method-not-allowed")


def test_pages_of_other_sites_may_ask(client: Client, edition: Edition) -> None:
    before = client.options("/api/v1/articles")
    assert before.status_code == 204
    assert before["Access-Control-Allow-Origin"] == "*"
    assert before["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "If-None-Match" in before["Access-Control-Allow-Headers"]

    response = client.get("/api/v1/articles", headers={"Origin": "https://blog.example"})
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response
    assert "ETag" in response["Access-Control-Expose-Headers"]


def test_what_has_not_changed_is_not_sent_again(client: Client, edition: Edition) -> None:
    response = client.get("/api/v1/articles")
    tag = {"If-None-Match": response["ETag"]}
    again = client.get("/api/v1/articles", headers=tag)

    assert (again.status_code, again.content) == (304, b"")
    assert "public" in response["Cache-Control"]
    assert not response.cookies
    assert not {"Cookie", "Accept-Language"} & set(response.get("Vary", "").split(", "))

    withdraw_edition(ManagingEditorFactory(), edition, reason="Dẫn sai.")
    assert client.get("/api/v1/articles", headers=tag).status_code == 200


def test_our_own_faults_are_problems_too(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_kind: object) -> None:
        raise RuntimeError("a secret")

    monkeypatch.setattr(articles, "_newest", broken)
    response = client.get("/api/v1/articles")

    assert response.status_code == 500
    assert response["Content-Type"] == "application/problem+json"
    assert "secret" not in response.content.decode()
    assert "a secret" in caplog.text
