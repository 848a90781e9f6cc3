"""Talking and settling in a real browser, by the keyboard, and with an input method."""

from collections.abc import Callable

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from articles.models import Article
from portal.people.models import User
from review.models import Comment, ExtractedTask
from tests.browser.test_desk_accessibility import faults_of
from tests.factories import LeadFactory, ReviewerFactory
from tests.review.factories import article_with_tasks
from tests.review.voices import APPROVED, OPEN, REJECT, REJECTED, UNSURE, edits, says

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lead() -> User:
    return LeadFactory(username="bao", last_name="Hoàng", first_name="Quốc Bảo")


@pytest.fixture
def tasks() -> list[ExtractedTask]:
    """Two disputes: about a wording of a person, and about one of the finder."""
    article: Article = article_with_tasks(2)
    first, second = ExtractedTask.objects.filter(article=article).order_by("pk")
    an = ReviewerFactory(username="an.le", last_name="Lê", first_name="Thị Ân")
    edits(an, first, "Ban Tổ chức Huyện ủy rà soát toàn bộ cán bộ.")
    says(ReviewerFactory(), ExtractedTask.objects.get(pk=first.pk), REJECT, "Đã làm xong.")
    says(an, second, UNSURE)
    return [first, second]


def state_of(task: ExtractedTask) -> str:
    task.refresh_from_db()
    return task.state


def test_disputes_are_settled_by_the_keyboard_alone(
    at_desk: Callable[..., Page], lead: User, tasks: list[ExtractedTask]
) -> None:
    first, second = tasks
    page = at_desk(lead)
    page.goto("review/extractedtask/disputes/")

    page.keyboard.press("j")
    expect(page.get_by_text("2 of 2")).to_be_visible()
    page.keyboard.press("k")
    expect(page.get_by_text("1 of 2")).to_be_visible()
    page.keyboard.press("r")
    page.keyboard.type("Bài nói về việc đã làm, j k a.")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Settled: it is rejected.")).to_be_visible()
    assert state_of(first) == REJECTED

    page.keyboard.press("a")
    expect(page.get_by_text("Nothing waits for a lead.")).to_be_visible()
    assert state_of(second) in (APPROVED, OPEN)


def test_names_are_offered_while_one_types_and_keys_stay_letters(
    at_desk: Callable[..., Page], lead: User, tasks: list[ExtractedTask]
) -> None:
    page = at_desk(lead)
    page.goto(f"review/extractedtask/disputes/?task={tasks[0].pk}")
    box = page.get_by_role("textbox", name="Comment:")

    box.press_sequentially("Nhờ @le")
    expect(page.get_by_role("option")).to_have_text("Lê Thị Ân @an.le")
    box.press("Enter")
    box.press_sequentially("a r j k")
    page.get_by_role("button", name="Comment", exact=True).click()

    expect(page.locator(".comment-name")).to_have_text("@an.le")
    assert Comment.objects.get().words == "Nhờ @an.le a r j k"
    assert page.url.split("/disputes/")[1].startswith(f"?task={tasks[0].pk}#comment-")


def test_what_is_typed_outlives_what_happens_to_the_card(
    at_desk: Callable[..., Page],
) -> None:
    """Deciding and taking back bring the card anew; a comment that was begun stays in its box."""
    article = article_with_tasks(2)
    page = at_desk(ReviewerFactory())
    page.goto(f"review/extractedtask/articles/{article.pk}/")
    card = page.locator("article.task").first
    comments, words = card.locator("details.task-talk > summary"), "Đang viết dở, @an"
    comments.click()
    card.get_by_label("Comment:").press_sequentially(words)
    card.get_by_label("About these words").fill("rà soát")

    card.get_by_role("button", name="Approve", exact=True).click()
    expect(card.locator(".task-note")).to_have_text("Recorded.")
    expect(card.get_by_label("Comment:")).to_have_value(words)
    expect(card.get_by_label("About these words")).to_have_value("rà soát")

    card.get_by_role("button", name="Undo").click()
    expect(card.locator(".task-note")).to_contain_text("Taken back")
    expect(card.get_by_label("Comment:")).to_have_value(words)


def test_keys_of_an_input_method_settle_nothing(
    at_desk: Callable[..., Page], lead: User, tasks: list[ExtractedTask]
) -> None:
    page = at_desk(lead)
    page.goto("review/extractedtask/disputes/")

    for composing in ("{isComposing: true}", "{keyCode: 229}", "{ctrlKey: true}", "{repeat: true}"):
        page.evaluate(
            f"""document.body.dispatchEvent(new KeyboardEvent(
                "keydown", {{...{composing}, key: "a", bubbles: true, cancelable: true}}))"""
        )
    page.wait_for_timeout(300)

    assert state_of(tasks[0]) == ExtractedTask.State.WITH_LEAD


def test_without_scripts_all_of_it_works(
    at_desk: Callable[..., Page], lead: User, tasks: list[ExtractedTask]
) -> None:
    page = at_desk(lead, java_script_enabled=False)
    page.get_by_role("link", name="Notices").click()
    page.get_by_role("link", name="A task waits for a lead").first.click()

    page.get_by_label("Comment:").fill("@an.le cho biết nguồn?")
    page.get_by_role("button", name="Comment", exact=True).click()
    expect(page.locator(".comment-name")).to_have_text("@an.le")
    page.get_by_text("Settle: reject…").click()
    page.get_by_label("Why?").fill("Không phải nhiệm vụ.")
    page.get_by_role("button", name="Settle: reject").click()

    expect(page.get_by_text("Settled: it is rejected.")).to_be_visible()


def test_axe_finds_nothing_serious_and_nothing_overflows(
    at_desk: Callable[..., Page], lead: User, tasks: list[ExtractedTask]
) -> None:
    page = at_desk(lead)
    faults: list[str] = []
    for path in (
        "review/extractedtask/disputes/",
        f"review/extractedtask/{tasks[0].pk}/change/",
        "review/notice/",
    ):
        for width, scheme in ((1440, "light"), (390, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.goto(path)
            page.evaluate(AXE_SCRIPT)
            faults += [f"{path} {width} {scheme}: {fault}" for fault in faults_of(page)]

    assert not faults, "\n".join(faults)
