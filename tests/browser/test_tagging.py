"""Tagging in a real browser: themes complete while typing, and new ones are made on the way."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from articles.models import ArticleTheme
from tests.articles.factories import ArticleFactory, ThemeFactory
from tests.factories import EditorFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AtDesk = Callable[..., Page]


def choose(page: Page, words: str, theme: str) -> None:
    page.locator(".field-themes .select2-selection, .question .select2-selection").click()
    page.keyboard.type(words)
    page.locator(".select2-results__option", has_text=theme).click()


def test_an_editor_completes_a_theme_and_makes_another_on_the_way(at_desk: AtDesk) -> None:
    article = ArticleFactory()
    ThemeFactory(name="Hoà bình", spellings=["không chiến tranh"])
    page = at_desk(EditorFactory())
    page.goto(f"articles/article/{article.pk}/change/")

    choose(page, "khong chien", "Hoà bình")
    with page.expect_popup() as opened:
        page.locator("#add_id_themes").click()
    opened.value.locator("#id_name").fill("Nêu gương")
    opened.value.locator("input[name=_save]").click()
    expect(page.locator(".field-themes .select2-selection__choice")).to_have_count(2)
    page.locator("input[name=_continue]").click()

    expect(page.locator(".messagelist .success")).to_be_visible()
    assert sorted(theme.name for theme in article.themes.all()) == ["Hoà bình", "Nêu gương"]


def test_an_editor_tags_many_articles_at_once(at_desk: AtDesk) -> None:
    ArticleFactory.create_batch(3)
    ThemeFactory(name="Nêu gương")
    page = at_desk(EditorFactory())
    page.goto("articles/article/")

    page.locator("#action-toggle").check()
    page.locator("select[name=action]").select_option("add_themes")
    page.locator("button[name=index]").click()
    choose(page, "neu guong", "Nêu gương")
    page.locator(".submit-row input[type=submit]").click()

    expect(page.locator(".messagelist .success")).to_contain_text("3 articles")
    assert ArticleTheme.objects.count() == 3


def test_a_link_leads_from_a_theme_to_its_place_in_the_text(at_desk: AtDesk) -> None:
    article = ArticleFactory(body="Mở đầu.\n" * 60 + "Cán bộ nêu gương.")
    theme = ThemeFactory(name="Nêu gương")
    start = article.text.body.index("nêu gương")
    article.text.mentions.create(
        theme=theme, start=start, end=start + 9, quote="nêu gương", rule="r", confidence=1
    )
    article.themes.add(theme)
    page = at_desk(EditorFactory())
    page.goto(f"articles/article/{article.pk}/change/")

    page.get_by_role("link", name="Nêu gương, mention 1").click()

    expect(page.locator(f"#theme-{theme.pk}-1")).to_be_in_viewport()
