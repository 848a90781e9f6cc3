"""What people do at the desk, in a browser. Pages are in English, under `/en/admin/`."""

from playwright.sync_api import Locator, Page, expect


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.click()


def told(page: Page) -> Locator:
    """What the desk says at the head of the page."""
    return page.locator(".messagelist:not(.banner), .errornote")


# -- Fields with autocomplete ----------------------------------------------------------------------


def choose(field: Locator, typed: str, offered: str) -> None:
    """Type into an autocomplete, and take what it offers."""
    page = field.page
    field.locator("xpath=following-sibling::span").locator(".select2-selection").click()
    page.locator(".select2-container--open .select2-search__field").fill(typed)
    page.get_by_role("option", name=offered).click()


def chosen(field: Locator, name: str) -> Locator:
    box = field.locator("xpath=following-sibling::span")
    return box.locator(".select2-selection__choice").filter(has_text=name)


def drop(field: Locator, name: str) -> None:
    """Take one of the things that are chosen out again."""
    chosen(field, name).locator(".select2-selection__choice__remove").click()
    field.page.keyboard.press("Escape")  # it opens its offers too


# -- The review page -------------------------------------------------------------------------------


def card(page: Page, words: str) -> Locator:
    """The card of the task with these words."""
    return page.get_by_role("article").filter(has_text=words)


def approve(card: Locator) -> None:
    card.get_by_role("button", name="Approve", exact=True).click()


def reject(card: Locator, why: str) -> None:
    card.get_by_text("Reject…").click()
    card.get_by_label("Why?").fill(why)
    card.get_by_role("button", name="Reject", exact=True).click()


def reword(card: Locator, wording: str) -> None:
    card.get_by_role("link", name="Edit", exact=True).click()
    card.get_by_label("Wording").fill(wording)
    card.get_by_role("button", name="Save as a new wording").click()


def expect_standing(card: Locator, state: str, favour: str) -> None:
    expect(card.locator(".task-state")).to_contain_text(state)
    expect(card.locator(".task-state")).to_contain_text(favour)
