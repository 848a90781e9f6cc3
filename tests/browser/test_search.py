"""Search in a real browser: by the keyboard, by a voice, and without JavaScript."""

import datetime as dt
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from portal.actions import Pick
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.portal.factories import approved_task, published_edition

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = [
    "tim-kiem/",
    "tim-kiem/?q=neu+guong",
    "tim-kiem/?q=neu+guong&year=2021&kind=task",
    "tim-kiem/?q=neu+guongg",
    "tim-kiem/?q=-xa",
    "tim-kiem/?q=a&year=x",
]
SERIOUS = {"serious", "critical"}


@pytest.fixture
def published() -> None:
    article = ArticleFactory(
        title="Thạch Lĩnh nêu gương",
        publisher=PublisherFactory(name="Báo Sông Lam"),
        published_on=dt.date(2021, 3, 1),
    )
    article.themes.add(ThemeFactory(name="Nêu gương", slug="neu-guong"))
    other = ArticleFactory(title="Đông Khê nêu gương")
    task = approved_task(article, wording="Rà soát quy chế nêu gương")
    published_edition(
        Pick(article=article), Pick(task=task), Pick(article=other), title="Một danh mục"
    )


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize(("language", "scheme"), [("", "light"), ("en/", "dark")])
def test_axe_finds_nothing_serious_and_no_page_is_too_wide(  # noqa: PLR0917
    page: Page,
    live_server: LiveServer,
    published: None,
    language: str,
    scheme: Literal["light", "dark"],
    width: int,
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    for path in PAGES:
        page.goto(f"{live_server.url}/{language}{path}")
        found = Axe().run(page).response["violations"]
        assert not [(path, rule["id"]) for rule in found if rule["impact"] in SERIOUS]
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_proposals_are_chosen_by_keys(page: Page, live_server: LiveServer, published: None) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{live_server.url}/en/tim-kiem/")
    field = page.get_by_role("combobox")
    field.press_sequentially("neu gu")
    options = page.get_by_role("option")
    expect(options).to_have_count(3)
    expect(field).to_have_attribute("aria-expanded", "true")

    field.press("ArrowDown")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", "q-suggestion-0")
    violations = Axe().run(page).response["violations"]
    assert not [rule["id"] for rule in violations if rule["impact"] in SERIOUS]
    field.press("ArrowUp")
    expect(options.nth(0)).to_have_attribute("aria-selected", "false")
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    field.press("ArrowDown")
    expect(options).to_have_count(3)
    field.press("ArrowDown")
    field.press("Enter")
    expect(page).to_have_url(f"{live_server.url}/en/chu-de/neu-guong/")
    assert said == []


def test_enter_without_a_choice_searches(
    page: Page, live_server: LiveServer, published: None
) -> None:
    page.goto(f"{live_server.url}/en/tim-kiem/")
    page.get_by_role("combobox").press_sequentially("thach linh")
    page.get_by_role("combobox").press("Enter")
    expect(page).to_have_url(f"{live_server.url}/en/tim-kiem/?q=thach+linh")
    expect(page.locator("mark").first).to_have_text("Thạch Lĩnh")


def test_without_javascript_it_is_a_form_with_links(
    browser: Browser, live_server: LiveServer, published: None
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}/en/tim-kiem/")
    page.get_by_role("searchbox").fill("neu guong")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_text("3 results")).to_be_visible()
    page.get_by_role("link", name="2021 2").click()
    expect(page.get_by_text("2 results")).to_be_visible()
    page.get_by_role("link", name="2021 (show all again)").click()
    expect(page.get_by_text("3 results")).to_be_visible()
    context.close()
