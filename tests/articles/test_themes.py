"""Themes are known by their spellings."""

import pytest
from django.db import IntegrityError

from articles.models import Theme
from tests.articles.factories import ArticleFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("words", ["Hoà bình", "Hòa bình", "hòa  bình", "«HÒA BÌNH»"])
def test_a_theme_is_found_in_every_way_to_write_it(words: str) -> None:
    theme, article = ThemeFactory(name="Hoà bình"), ArticleFactory()

    article.themes.add(words)

    assert list(article.themes.all()) == [theme]
    assert Theme.objects.count() == 1


def test_a_theme_is_found_by_its_other_spellings() -> None:
    theme, article = ThemeFactory(name="tự diễn biến", spellings=["tự thay đổi"]), ArticleFactory()

    article.themes.add("“Tự thay đổi”")

    assert list(article.themes.all()) == [theme]


def test_tones_make_another_theme() -> None:
    article = ArticleFactory()

    article.themes.add("đảng", "đang", "Đảng")

    assert sorted(Theme.objects.values_list("name", flat=True)) == ["đang", "đảng"]


def test_a_new_theme_is_made_whole() -> None:
    article = ArticleFactory()

    article.themes.add("Đoàn kết, thống nhất")

    theme = Theme.objects.get()
    assert (theme.slug, theme.key) == ("doan-ket-thong-nhat", "đoàn kết, thống nhất")
    assert theme.sort_key
    assert [spelling.text for spelling in theme.spellings.all()] == ["Đoàn kết, thống nhất"]


def test_slugs_of_themes_that_differ_by_tones_only_differ_by_a_number() -> None:
    article = ArticleFactory()

    article.themes.add("đảng", "đang")

    assert sorted(Theme.objects.values_list("slug", flat=True)) == ["dang", "dang-1"]


def test_the_same_words_twice_make_one_theme() -> None:
    article = ArticleFactory()

    article.themes.set(["Hoà bình", "Hòa bình"])

    assert Theme.objects.count() == article.themes.count() == 1


@pytest.mark.parametrize("words", ["", "  ", "…"])
def test_a_theme_needs_a_name(words: str) -> None:
    with pytest.raises(ValueError, match="needs a name"):
        ArticleFactory().themes.add(words)


def test_no_theme_without_a_key_gets_past_the_database() -> None:
    with pytest.raises(IntegrityError):
        Theme.objects.create(name="…", slug="x", key="", sort_key="")
