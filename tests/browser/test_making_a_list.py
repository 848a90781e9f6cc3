"""Making a list with headings by the mouse alone, by keys alone, and without scripts."""

from collections.abc import Callable
from http import HTTPStatus

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from articles.models import Article
from portal.actions import Pick
from portal.actions.growing import Filter, look_out
from portal.models import CuratedList
from portal.people.models import User
from tests.articles.factories import ArticleFactory
from tests.browser.desk import choose, press, told
from tests.browser.test_desk_accessibility import faults_on
from tests.factories import ManagingEditorFactory
from tests.portal.factories import draft_list
from tests.portal.pictures import ALT, illustrated, picture_file

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TITLES = ["Giữ lời thề", "Một cửa, một lòng", "Nghe dân"]


@pytest.fixture
def editor() -> User:
    person: User = ManagingEditorFactory()
    return person


@pytest.fixture
def made(editor: User) -> CuratedList:
    picks = [Pick(article=ArticleFactory(title=title), note="Nên đọc.") for title in TITLES]
    return draft_list(*picks, title="Nêu gương", person=editor)


def opened(page: Page, curated_list: CuratedList) -> Page:
    page.goto(f"portal/curatedlist/{curated_list.pk}/change/")
    return page


def row(page: Page, words: str) -> Locator:
    return page.locator(".list-entries .inline-related:not(.empty-form)").filter(has_text=words)


def order(curated_list: CuratedList) -> list[str]:
    return [str(entry) for entry in curated_list.entries.all()]


def saved(page: Page) -> None:
    press(page, "Save and continue editing")
    expect(told(page)).to_contain_text("changed successfully")


def test_entries_and_headings_are_put_in_order_by_keys_alone(
    at_desk: Callable[[User], Page], editor: User, made: CuratedList
) -> None:
    page = opened(at_desk(editor), made)
    keys = page.keyboard
    page.locator("#entries-3 [name$='-heading']").focus()
    keys.type("Ở cơ sở")
    page.locator("#entries-3 .entry-grip").focus()
    keys.press("Home")
    expect(page.get_by_text("Moved to place 1 of 4.")).to_be_attached()
    keys.press("ArrowDown")
    expect(page.get_by_text("Moved to place 2 of 4.")).to_be_attached()
    row(page, "Giữ lời thề").locator(".entry-grip").focus()
    keys.press("End")
    expect(row(page, "Giữ lời thề").locator(".entry-grip")).to_be_focused()

    saved(page)
    assert order(made) == ["Ở cơ sở", "Một cửa, một lòng", "Nghe dân", "Giữ lời thề"]


def test_entries_are_put_in_order_by_dragging(
    at_desk: Callable[[User], Page], editor: User, made: CuratedList
) -> None:
    page = opened(at_desk(editor), made)
    grip = row(page, "Nghe dân").locator(".entry-grip")
    grip.scroll_into_view_if_needed()
    target = row(page, "Giữ lời thề").bounding_box()
    start = grip.bounding_box()
    assert start
    assert target
    mouse = page.mouse
    mouse.move(start["x"] + 5, start["y"] + 5)
    mouse.down()
    mouse.move(start["x"] + 5, start["y"] - 40, steps=4)
    mouse.move(start["x"] + 5, target["y"] + 4, steps=8)
    mouse.up()
    expect(page.locator(".list-entries .dragged")).to_have_count(0)

    saved(page)
    assert order(made) == ["Nghe dân", "Giữ lời thề", "Một cửa, một lòng"]


def test_a_list_with_headings_goes_from_an_empty_form_to_its_preview(
    at_desk: Callable[[User], Page], editor: User
) -> None:
    ArticleFactory(title="Giữ lời thề")
    page = at_desk(editor)
    page.goto("portal/curatedlist/add/")
    page.get_by_label("Title").fill("Nêu gương")
    page.get_by_label("Introduction").fill("Chữ *nêu gương* khi về bản.")
    expect(page.locator(".list-introduction em")).to_have_text("nêu gương")
    picture = FilePayload(name="anh.jpg", mimeType="image/jpeg", buffer=picture_file())
    page.get_by_label("New lead picture").set_input_files([picture])
    page.get_by_label("What the picture shows").fill(ALT)
    page.locator("#entries-0 [name$='-heading']").fill("Ở cơ sở")
    press(page, "Add another Entry")
    choose(page.locator("#entries-1 select[name$=-article]"), "giu loi", "Giữ lời thề")
    press(page, "Save and preview")

    expect(page.get_by_role("heading", name="Ở cơ sở")).to_be_visible()
    expect(page.get_by_role("img", name=ALT)).to_be_visible()
    drawn = "document.querySelector('.lead-picture img').naturalWidth"
    page.wait_for_function(f"{drawn} > 0")
    expect(page.get_by_text("has no note.")).to_be_visible()


def test_without_scripts_numbers_say_the_order_and_what_is_offered_is_taken_in(
    at_desk: Callable[..., Page], editor: User, made: CuratedList
) -> None:
    ArticleFactory(title="Giữ rừng")
    look_out(editor, made, Filter(words="giữ rừng"))
    page = at_desk(editor, java_script_enabled=False)
    page.goto(f"portal/curatedlist/{made.pk}/growing/")
    page.get_by_label("Giữ rừng").check()
    press(page, "Take in what is ticked")
    expect(told(page)).to_contain_text("Taken in")
    opened(page, made)
    row(page, "Giữ rừng").get_by_label("Position").fill("0")
    row(page, "Giữ rừng").get_by_label("Position").fill("1")
    row(page, "Giữ lời thề").get_by_label("Position").fill("9")

    saved(page)
    assert order(made) == ["Giữ rừng", "Một cửa, một lòng", "Nghe dân", "Giữ lời thề"]


def test_everybody_can_use_the_pages_of_a_list(
    at_desk: Callable[..., Page], editor: User, made: CuratedList
) -> None:
    first = Pick(article=Article.objects.all()[0])
    full = illustrated(draft_list(Pick(heading="Ở cơ sở"), first, title="Một lòng"))
    look_out(editor, full, Filter(words="nghe"))
    at = f"portal/curatedlist/{full.pk}"
    page = at_desk(editor)
    faults = list(faults_on(page, [f"{at}/{which}/" for which in ("change", "growing", "preview")]))

    assert not faults, "\n".join(faults)
    answer = page.request.get(f"{at}/picture/480.jpg")
    assert answer.status == HTTPStatus.OK
