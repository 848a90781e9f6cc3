"""Filling a list from a search, by keys alone and without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from portal.actions import Pick
from portal.models import CuratedList
from portal.people.models import User
from tests.articles.factories import ArticleFactory, ThemeFactory
from tests.browser.desk import follow, press, told
from tests.browser.test_desk_accessibility import faults_on
from tests.factories import ManagingEditorFactory
from tests.portal.factories import approved_task, draft_list, submitted_list

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ADDED = ["Ở cơ sở", "Nghe dân", "Giữ lời hứa với dân", "Một cửa, một lòng", "Ở huyện"]


@pytest.fixture
def editor() -> User:
    person: User = ManagingEditorFactory()
    return person


@pytest.fixture
def made(editor: User) -> CuratedList:
    """A list with two headings, and things at the desk to put under them."""
    stands = Pick(article=ArticleFactory(title="Nghe dân"))
    headings = [Pick(heading="Ở cơ sở"), Pick(heading="Ở huyện")]
    theme = ThemeFactory(name="Nêu gương")
    for title in ("Giữ lời thề", "Một cửa, một lòng"):
        ArticleFactory(title=title).themes.add(theme)
    approved_task(ArticleFactory(title="Bài kia"), wording="Giữ lời hứa với dân")
    return draft_list(headings[0], stands, headings[1], title="Đọc trong tuần", person=editor)


def order(curated_list: CuratedList) -> list[str]:
    entries = curated_list.entries.select_related("task__version")
    return [
        entry.task.version.wording if entry.task and entry.task.version else str(entry)
        for entry in entries
    ]


def box(page: Page, name: str) -> Locator:
    return page.get_by_role("checkbox", name=name)


def tab_to(target: Locator) -> None:
    """Press Tab until it has the focus, as somebody without a mouse would."""
    for _press in range(80):
        if target.evaluate("it => it === document.activeElement"):
            return
        target.page.keyboard.press("Tab")
    expect(target).to_be_focused()


def test_a_list_is_filled_by_keys_alone(
    at_desk: Callable[[User], Page], editor: User, made: CuratedList
) -> None:
    page = at_desk(editor)
    page.goto(f"portal/curatedlist/{made.pk}/change/")
    keys, said = page.keyboard, page.locator("#picking-told")
    tab_to(page.get_by_role("link", name="Search and pick"))
    keys.press("Enter")

    tab_to(page.get_by_label("Words to look for"))
    keys.type("giu loi")
    keys.press("Enter")
    expect(said).to_contain_text("Articles 1 · Tasks 1")
    expect(page.get_by_label("Words to look for")).to_be_focused()
    tab_to(box(page, "Giữ lời hứa với dân"))
    keys.press("Space")

    tab_to(page.get_by_label("Where"))
    keys.type("Under the heading “Ở cơ sở”")
    tab_to(page.get_by_role("link", name="Skip to main content"))
    tab_to(page.get_by_label("Words to look for"))
    keys.press("Control+A")
    keys.type("mot cua")
    keys.press("Enter")
    expect(said).to_contain_text("Articles 1 · Tasks 0")
    expect(page.get_by_role("heading", name="Ticked before")).to_be_visible()
    expect(box(page, "Giữ lời hứa với dân")).to_be_checked()
    tab_to(box(page, "Một cửa, một lòng"))
    keys.press("Space")
    keys.press("Enter")

    expect(said).to_contain_text("2 added, from place 3 on.")
    expect(page.get_by_text("In the list, place 4")).to_be_visible()
    expect(page.locator("#picking-results")).to_be_focused()
    assert order(made) == ADDED


def test_a_list_is_filled_without_scripts(
    at_desk: Callable[..., Page], editor: User, made: CuratedList
) -> None:
    page = at_desk(editor, java_script_enabled=False)
    page.goto(f"portal/curatedlist/{made.pk}/change/")
    follow(page, "Search and pick")
    page.get_by_label("Words to look for").fill("giữ lời hứa")
    press(page, "Search")
    expect(page.locator("#picking-told")).to_contain_text("Articles 0 · Tasks 1")
    box(page, "Giữ lời hứa với dân").check()
    page.get_by_label("Where").select_option("After 2. Nghe dân")
    press(page, "Add what is ticked")
    expect(told(page)).to_have_text("1 added, at place 3.")

    page.get_by_label("Words to look for").fill("")
    page.get_by_label("Theme").fill("neu guong")
    press(page, "Search")
    expect(page.get_by_label("Where")).to_have_value(str(made.entries.get(position=3).pk))
    box(page, "Một cửa, một lòng").check()
    press(page, "Add what is ticked")
    expect(told(page)).to_have_text("1 added, at place 4.")
    assert order(made) == ADDED

    press(page, "Add what is ticked")
    expect(told(page)).to_have_text("Tick what you mean first.")


def test_who_is_not_signed_in_any_more_is_told(
    at_desk: Callable[[User], Page], editor: User, made: CuratedList
) -> None:
    page = at_desk(editor)
    page.goto(f"portal/curatedlist/{made.pk}/pick/")
    page.context.clear_cookies()
    press(page, "Search")
    expect(page.get_by_role("status")).to_have_text("That did not work. Load the page again.")
    expect(page.get_by_label("Words to look for")).to_be_visible()


def test_everybody_can_use_the_page(
    at_desk: Callable[..., Page], editor: User, made: CuratedList
) -> None:
    waiting = submitted_list(by=editor)
    page = at_desk(editor)
    paths = [
        f"portal/curatedlist/{made.pk}/pick/?q=giu",
        f"portal/curatedlist/{made.pk}/pick/?theme=khong+co&wants=x",
        f"portal/curatedlist/{waiting.pk}/pick/",
    ]
    faults = list(faults_on(page, paths))
    assert not faults, "\n".join(faults)
