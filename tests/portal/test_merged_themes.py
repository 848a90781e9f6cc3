"""A theme that was merged leads readers to the other one; what is published keeps its words."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.actions.theme_merging import merge_themes
from articles.actions.theme_splitting import split_theme
from articles.actions.vocabulary import rename_theme
from articles.models import Article, Theme
from portal.actions import Pick, withdraw_edition
from portal.models import EditionEntryTheme
from tests.articles.factories import ArticleFactory, ThemeFactory
from tests.factories import EditorFactory, ManagingEditorFactory
from tests.portal.factories import published_edition

pytestmark = pytest.mark.django_db


def about(*themes: Theme, **said: Any) -> Article:
    article: Article = ArticleFactory(**said)
    article.themes.add(*themes)
    return article


@pytest.fixture
def narrow() -> Theme:
    theme: Theme = ThemeFactory(name="làm gương", slug="lam-guong")
    return theme


@pytest.fixture
def wide() -> Theme:
    theme: Theme = ThemeFactory(name="nêu gương", slug="neu-guong")
    return theme


def names(client: Client) -> list[str]:
    return [theme.name for theme in client.get("/chu-de/").context["themes"]]


def test_its_address_leads_to_the_other_which_shows_what_was_published_of_both(
    client: Client, narrow: Theme, wide: Theme
) -> None:
    published_edition(
        Pick(article=about(narrow, title="Bài một")),
        Pick(article=about(wide, title="Bài hai")),
        Pick(article=about(narrow, wide, title="Bài ba")),
    )
    merge_themes(EditorFactory(), narrow, wide)

    answer = client.get("/chu-de/lam-guong/")
    assert (answer.status_code, answer["Location"]) == (302, "/chu-de/neu-guong/")
    assert client.get("/en/chu-de/lam-guong/")["Location"] == "/en/chu-de/neu-guong/"
    page = client.get("/chu-de/neu-guong/")
    assert [printed.entry.title for printed in page.context["entries"]] == [
        "Bài ba",
        "Bài hai",
        "Bài một",
    ]


def test_what_is_published_keeps_the_words_it_was_published_with(
    client: Client, narrow: Theme, wide: Theme
) -> None:
    edition = published_edition(Pick(article=about(narrow)))
    merge_themes(EditorFactory(), narrow, wide)

    assert EditionEntryTheme.objects.get().name == "làm gương"
    page = client.get(f"/danh-muc/{edition.slug}/").content.decode()
    assert 'href="/chu-de/lam-guong/">làm gương</a>' in page


def test_lists_of_themes_name_the_one_that_stands_once(
    client: Client, narrow: Theme, wide: Theme
) -> None:
    published_edition(Pick(article=about(narrow)), Pick(article=about(wide)))
    merge_themes(EditorFactory(), narrow, wide)

    assert names(client) == ["nêu gương"]
    assert [theme.slug for theme in client.get("/").context["themes"]] == ["neu-guong"]


def test_the_other_is_named_where_only_the_merged_one_was_published(
    client: Client, narrow: Theme, wide: Theme
) -> None:
    published_edition(Pick(article=about(narrow)))
    merge_themes(EditorFactory(), narrow, wide)

    assert names(client) == ["nêu gương"]
    assert client.get("/chu-de/neu-guong/").context["name"] == "nêu gương"


def test_nothing_published_of_either_is_no_page(client: Client, narrow: Theme, wide: Theme) -> None:
    edition = published_edition(Pick(article=about(narrow)))
    merge_themes(EditorFactory(), narrow, wide)
    withdraw_edition(ManagingEditorFactory(), edition, reason="Sai nguồn.")

    for slug in ("lam-guong", "neu-guong"):
        assert client.get(f"/chu-de/{slug}/").status_code == 404
    assert names(client) == []


def test_split_off_again_it_has_its_own_page_again(
    client: Client, narrow: Theme, wide: Theme
) -> None:
    published_edition(Pick(article=about(narrow)), Pick(article=about(wide)))
    merge_themes(EditorFactory(), narrow, wide)
    split_theme(EditorFactory(), narrow)

    assert names(client) == ["làm gương", "nêu gương"]
    assert len(client.get("/chu-de/lam-guong/").context["entries"]) == 1


def test_a_renamed_theme_keeps_its_address(client: Client, narrow: Theme) -> None:
    published_edition(Pick(article=about(narrow)))
    rename_theme(EditorFactory(), narrow, "Gương mẫu")

    assert client.get("/chu-de/lam-guong/").context["name"] == "làm gương"


@pytest.mark.parametrize("number", [2, 9])
def test_merged_themes_cost_no_more_queries(
    client: Client, wide: Theme, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    merged = ThemeFactory.create_batch(number)
    published_edition(*(Pick(article=about(theme)) for theme in merged))
    for theme in merged:
        merge_themes(EditorFactory(), theme, wide)

    with django_assert_num_queries(3):
        client.get("/chu-de/")
    with django_assert_num_queries(8):
        client.get("/chu-de/neu-guong/")
