"""All lists, and those of a theme or a year."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.models import Theme
from portal.actions import Pick
from portal.models import Edition
from tests.articles.factories import ArticleFactory, ThemeFactory
from tests.portal.factories import published_edition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

Get = Callable[..., str]


def on(theme: Theme, title: str) -> Edition:
    article = ArticleFactory()
    article.themes.add(theme)
    return published_edition(Pick(article=article), title=title)


@pytest.fixture
def theme() -> Theme:
    made: Theme = ThemeFactory(name="nêu gương", slug="neu-guong")
    return made


@pytest.mark.usefixtures("theme")
def test_lists_of_a_theme(get: Get, theme: Theme) -> None:
    on(theme, "Có nêu gương")
    on(ThemeFactory(), "Không có")

    page = get("/en/danh-muc/?theme=neu-guong")
    assert "Có nêu gương" in page
    assert "Không có" not in page
    assert '<option value="neu-guong" selected lang="vi">' in page


def test_lists_of_a_year(get: Get, theme: Theme) -> None:
    edition = on(theme, "Danh mục năm nay")
    this = edition.published_at.astimezone(dt.timezone(dt.timedelta(hours=7))).year

    assert "Danh mục năm nay" in get(f"/en/danh-muc/?year={this}")
    assert f'<h2 class="year">{this}</h2>' in get("/en/danh-muc/")
    get(f"/en/danh-muc/?year={this - 1}", status=404)


@pytest.mark.parametrize("asked", ["theme=khong-co", "year=x", "year=99999999", "year=0"])
def test_what_nobody_published(get: Get, theme: Theme, asked: str) -> None:
    on(theme, "Nêu gương")
    get(f"/en/danh-muc/?{asked}", status=404)


def test_older_pages_stay_with_what_was_asked_for(client: Client, theme: Theme) -> None:
    for number in range(21):
        on(theme, f"Danh mục {number}")

    page = client.get("/en/danh-muc/?theme=neu-guong").content.decode()
    assert 'href="?theme=neu-guong&amp;before=' in page


def test_it_costs_the_same_however_many_there_are(
    get: Get, theme: Theme, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for many in (1, 4):
        for number in range(many):
            on(theme, f"Danh mục {many} {number}")
        with django_assert_num_queries(8):
            get("/en/danh-muc/?theme=neu-guong")
