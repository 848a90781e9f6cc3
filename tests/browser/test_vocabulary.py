"""The vocabulary in a real browser: what a change would do, before it is saved; merging."""

from collections.abc import Callable

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from articles.models import Theme
from tests.articles.factories import ThemeFactory
from tests.articles.test_theme_merging import found_in
from tests.browser.desk import follow, press, told
from tests.browser.test_desk_accessibility import faults_of
from tests.factories import EditorFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AtDesk = Callable[..., Page]
PREVIEW = "Preview: which articles would it gain and lose?"


@pytest.mark.parametrize("scripts", [True, False])
def test_an_editor_looks_before_saving_a_spelling(at_desk: AtDesk, scripts: bool) -> None:
    theme = ThemeFactory(name="nêu gương")
    found_in("Chi bộ nào cũng có người làm gương.")
    page = at_desk(EditorFactory(), java_script_enabled=scripts)
    page.goto(f"articles/theme/{theme.pk}/change/")

    page.locator("input[name=spellings-0-text]").fill("làm gương")
    press(page, PREVIEW)
    expect(page.get_by_text("Gained by 1 article")).to_be_visible()
    expect(page.locator(".theme-effects mark")).to_have_text("làm gương")
    assert theme.spellings.count() == 1
    if scripts:
        page.evaluate(AXE_SCRIPT)
        assert not list(faults_of(page))

    press(page, "Save and continue editing")
    expect(told(page)).to_contain_text("Articles that are here already keep")
    assert Theme.objects.named("làm gương") == theme
    told(page).get_by_role("link", name="Find the themes again in all articles").click()
    expect(page.get_by_label("find only the themes again")).to_be_checked()


@pytest.mark.parametrize("scripts", [True, False])
def test_an_editor_merges_a_theme_and_splits_it_off_again(at_desk: AtDesk, scripts: bool) -> None:
    narrow, wide = ThemeFactory(name="làm gương"), ThemeFactory(name="nêu gương")
    article = found_in("Chi bộ nào cũng có người làm gương.")
    page = at_desk(EditorFactory(), java_script_enabled=scripts)
    page.goto(f"articles/theme/{narrow.pk}/change/")

    follow(page, "Merge into another theme")
    page.get_by_label("Search by any spelling").fill("neu guong")
    press(page, "Search")
    page.get_by_label("nêu gương").check()
    press(page, "Show what would change")
    expect(page.get_by_text("1 of them gains “nêu gương”")).to_be_visible()
    press(page, "Merge")
    expect(told(page)).to_contain_text("“làm gương” is part of “nêu gương” now.")
    assert list(article.themes.all()) == [wide]

    page.get_by_role("button", name="Split off again").click()
    expect(told(page)).to_contain_text("“làm gương” stands for itself again.")
    assert list(article.themes.all()) == [narrow]
