"""Public pages in two languages, and as HTTP sees them."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from portal.actions import Pick
from portal.templatetags.public import long_date, short_date
from tests.articles.factories import ArticleFactory, ThemeFactory
from tests.portal.factories import (
    approved_task,
    cite,
    document,
    published_edition,
)

pytestmark = pytest.mark.django_db

Get = Callable[..., str]


def test_each_page_has_itself_in_the_other_language(get: Get) -> None:
    published_edition(title="Nêu gương")
    vietnamese, english = get("/danh-muc/neu-guong/"), get("/en/danh-muc/neu-guong/")

    assert '<html lang="vi">' in vietnamese
    assert '<html lang="en">' in english
    assert 'href="/en/danh-muc/neu-guong/" hreflang="en" lang="en"' in vietnamese
    assert 'href="/danh-muc/neu-guong/" hreflang="vi" lang="vi"' in english
    for page in (vietnamese, english):
        assert 'hreflang="en" href="http://testserver/en/danh-muc/neu-guong/"' in page
        assert 'hreflang="vi" href="http://testserver/danh-muc/neu-guong/"' in page
    assert '<link rel="canonical" href="http://testserver/en/danh-muc/neu-guong/">' in english


def test_vietnamese_on_an_english_page_is_marked(get: Get) -> None:
    published_edition(title="Nêu gương")

    assert '<h1 itemprop="name" lang="vi">Nêu gương</h1>' in get("/en/danh-muc/neu-guong/")
    assert '<h1 itemprop="name">Nêu gương</h1>' in get("/danh-muc/neu-guong/")


def test_dates_are_written_as_people_write_them() -> None:
    day = dt.date(2021, 9, 20)

    with translation.override("vi"):
        assert (long_date(day), short_date(day)) == ("ngày 20 tháng 9 năm 2021", "20/9/2021")
    with translation.override("en"):
        assert (long_date(day), short_date(day)) == ("20 September 2021", "20 Sep 2021")


def test_moments_are_dated_in_vietnam() -> None:
    moment = dt.datetime(2021, 9, 19, 18, tzinfo=dt.UTC)

    with translation.override("en"):
        assert long_date(moment) == "20 September 2021"


# -- HTTP ------------------------------------------------------------------------------------


def test_public_pages_are_cacheable_and_set_no_cookie(client: Client) -> None:
    published_edition(title="Nêu gương")

    for address in ("/", "/danh-muc/neu-guong/", "/an-ban.atom", "/robots.txt"):
        response = client.get(address)
        again = client.get(address, headers={"If-None-Match": response["ETag"]})
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
        assert "public" in response["Cache-Control"]
        assert "default-src 'self'" in response["Content-Security-Policy"]
        assert again.status_code == 304


def test_nothing_stands_inline(get: Get) -> None:
    published_edition(title="Nêu gương")
    page = get("/danh-muc/neu-guong/")

    assert "<script" not in page
    assert "<style" not in page
    assert " style=" not in page


def test_robots_leave_the_desk_alone(get: Get) -> None:
    assert "Disallow: /admin/" in get("/robots.txt")


def test_the_address_for_corrections_is_the_offices_own(get: Get, settings: LazySettings) -> None:
    settings.CORRECTIONS_EMAIL = "toasoan@example.org"
    assert "mailto:toasoan@example.org" in get("/gioi-thieu/")
    settings.CORRECTIONS_EMAIL = ""
    assert "mailto:" not in get("/gioi-thieu/")


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/", 7),
        ("/danh-muc/", 5),
        ("/danh-muc/neu-guong/", 8),
        ("/chu-de/", 3),
        ("/chu-de/chung/", 8),
        ("/an-ban.atom", 4),
        ("/an-ban.rss", 4),
        ("/an-ban.json", 4),
        ("/chu-de/chung/moi.atom", 8),
    ],
)
def test_pages_cost_the_same_however_much_they_show(
    get: Get, django_assert_num_queries: DjangoAssertNumQueries, address: str, queries: int
) -> None:
    theme = ThemeFactory(name="chung", slug="chung")

    def more(title: str, number: int) -> None:
        articles = ArticleFactory.create_batch(number)
        for article in articles:
            article.themes.add(theme, ThemeFactory())
        tasks = [Pick(task=approved_task(article)) for article in articles]
        published_edition(*(Pick(article=article) for article in articles), *tasks, title=title)

    more("Danh mục nhỏ", 1)
    more("Nêu gương", 2)
    with django_assert_num_queries(queries):
        get(address)
    more("Danh mục khác", 6)
    with django_assert_num_queries(queries):
        get(address)


def test_an_article_costs_the_same_in_however_many_lists(
    get: Get, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    article = ArticleFactory()

    def more(number: int) -> None:
        for _ in range(number):
            article.themes.add(ThemeFactory())
            cite(article, document())
            task = approved_task(article)
            published_edition(Pick(article=article), Pick(task=task))

    more(1)
    with django_assert_num_queries(6):
        get(f"/bai-viet/{article.pk}/")
    more(4)
    with django_assert_num_queries(6):
        get(f"/bai-viet/{article.pk}/")
