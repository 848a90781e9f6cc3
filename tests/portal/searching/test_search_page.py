"""The page of search, and what it says to whoever types nonsense."""

import datetime as dt
from collections.abc import Callable
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.actions import Pick, withdraw_edition
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.factories import ManagingEditorFactory
from tests.portal.factories import approved_task, published_edition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

Get = Callable[..., str]


@pytest.fixture
def published() -> None:
    article = ArticleFactory(
        title="Thạch Lĩnh nêu gương",
        publisher=PublisherFactory(name="Báo Sông Lam"),
        published_on=dt.date(2021, 3, 1),
    )
    article.themes.add(ThemeFactory(name="Nêu gương", slug="neu-guong"))
    task = approved_task(article, wording="Rà soát quy chế nêu gương")
    published_edition(Pick(article=article), Pick(task=task), title="Một danh mục")


def test_without_a_question_there_is_a_form(get: Get) -> None:
    page = get("/en/tim-kiem/")
    assert '<form class="search" role="search" action="/en/tim-kiem/"' in page
    assert "results" not in page


def test_in_vietnamese_it_has_the_same_address(published: None, get: Get) -> None:
    assert "Thạch Lĩnh <mark>nêu gương</mark>" in get("/tim-kiem/?q=neu+guong")


def test_results_are_marked_linked_and_counted(published: None, get: Get) -> None:
    page = get("/en/tim-kiem/?q=neu+guong")
    assert "2 results" in page
    assert "Thạch Lĩnh <mark>nêu gương</mark>" in page
    assert "Rà soát quy chế <mark>nêu gương</mark>" in page
    assert "?q=neu+guong&amp;kind=task" in page
    assert "?q=neu+guong&amp;theme=neu-guong" not in page, "both have it"


def test_results_are_narrowed_and_widened_again(published: None, get: Get) -> None:
    page = get("/en/tim-kiem/?q=neu+guong&kind=task&theme=neu-guong&year=2021")
    assert "1 result" in page
    assert 'href="/en/tim-kiem/?q=neu+guong&amp;theme=neu-guong&amp;year=2021"' in page
    assert '<input type="hidden" name="kind" value="task">' in page
    assert ">Nêu gương</span>" in page


def test_what_is_withdrawn_is_not_found(get: Get) -> None:
    edition = published_edition(Pick(article=ArticleFactory(title="Chi bộ họp")))
    withdraw_edition(ManagingEditorFactory(), edition, reason="Nhầm.")
    assert "Nothing that was published has all of this" in get("/en/tim-kiem/?q=chi+bo")


def test_who_finds_nothing_is_helped(published: None, get: Get) -> None:
    page = get("/en/tim-kiem/?q=neu+guongg&year=2021")
    assert "Did you mean “neu gương”?" in page
    page = get("/en/tim-kiem/?q=neu+guong&year=1999")
    assert "The same words, in everything" in page


def test_what_is_typed_is_never_markup(get: Get) -> None:
    published_edition(Pick(article=ArticleFactory(title="<b>Chi bộ</b> & xã")))
    page = get("/en/tim-kiem/?q=chi+<script>alert(1)</script>")
    assert "<script>alert" not in page
    assert "&lt;b&gt;<mark>Chi</mark> bộ&lt;/b&gt; &amp; xã" in get("/en/tim-kiem/?q=chi")


@pytest.mark.parametrize(
    "asked",
    [
        "q=" + "a" * 10_000,
        "q=%00",
        "q=a&year=xyz",
        "q=a&year=1e5",
        "q=a&year=-5",
        "q=a&year=NaN",
        "q=a&kind=nothing",
        "q=a&theme=" + "x" * 1_000,
        "q=a&publisher=%00",
    ],
)
def test_what_makes_no_sense_gets_a_page_that_says_so(asked: str, get: Get) -> None:
    page = get(f"/en/tim-kiem/?{asked}", status=400)
    assert 'role="alert"' in page
    assert 'class="search"' in page


@pytest.mark.parametrize("typed", ['"', "- or hoặc -", "-xã", "‘", "((((", "a:*", "'a' & !b", "\\"])
def test_signs_and_operators_break_nothing(published: None, typed: str, get: Get) -> None:
    get(f"/en/tim-kiem/?q={quote(typed)}")
    get(f"/en/tim-kiem/goi-y/?q={quote(typed)}")


def test_a_theme_or_document_that_never_was_finds_nothing(published: None, get: Get) -> None:
    for asked in ("theme=khong-co", "document=khong-co", "publisher=Không+có", "year=1"):
        assert "Nothing that was published" in get(f"/en/tim-kiem/?q=neu&{asked}")


@pytest.mark.parametrize("page", ["0", "2", "x", "-1", "9" * 40])
def test_a_page_beyond_the_last_is_not_there(published: None, page: str, get: Get) -> None:
    get(f"/en/tim-kiem/?q=neu&page={page}", status=404)


def test_proposals_are_kept_by_caches(published: None, client: Client) -> None:
    answer = client.get("/en/tim-kiem/goi-y/?q=neu+g")
    assert "max-age" in answer["Cache-Control"]
    assert answer.json()["suggestions"][0] == {
        "kind": "Theme",
        "text": "Nêu gương",
        "address": "/en/chu-de/neu-guong/",
    }


def test_a_page_asks_as_much_for_many_results_as_for_few(client: Client) -> None:
    asked = []
    for count in (3, 12):
        published_edition(*(Pick(article=one) for one in ArticleFactory.create_batch(count)))
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/en/tim-kiem/?q=neu+guong").status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1]
