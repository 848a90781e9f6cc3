"""Reviewing by keyboard alone, with an input method, and the same without JavaScript."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from playwright.sync_api import Page, expect

from articles.actions.imports import start_import
from articles.actions.originals import Upload
from articles.actions.running import run_item
from articles.models import Article, ImportJob
from portal.people.models import User
from review.actions.claiming import let_go, renew
from review.models import Decision, ExtractedTask
from tests.browser.desk import card, expect_standing, press
from tests.factories import EditorFactory, LeadFactory, ReviewerFactory
from tests.review.factories import LINES, article_with_tasks

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SEEDS: Path = settings.BASE_DIR / "seeds" / "articles"
WITH_TWENTY_TASKS = [
    "ket-luan-ban-thuong-vu-ve-tiep-dan.txt",
    "dong-khe-sinh-hoat-chi-bo.txt",
    "van-ban-can-nam-khi-kiem-diem-cuoi-nam.txt",
]
TONE_KEYS = "sfrxjw"
AtDesk = Callable[..., Page]


def imported(names: list[str]) -> list[Article]:
    files = [(name, (SEEDS / name).read_bytes()) for name in names]
    uploads = [Upload(name, "", len(data), lambda data=data: data) for name, data in files]  # type: ignore[misc]
    job = start_import(EditorFactory(), ImportJob.Source.FILES, uploads)
    for item in job.items.order_by("position"):
        run_item(item.pk, "tests")
    return list(Article.objects.order_by("pk"))


def opened(page: Page, article: Article) -> Page:
    page.goto(f"review/extractedtask/articles/{article.pk}/")
    return page


def keys(page: Page, *pressed: str) -> None:
    for key in pressed:
        page.keyboard.press(key)


def expect_at(page: Page, task: ExtractedTask) -> None:
    expect(page.locator(".task-current")).to_have_id(f"task-{task.pk}")


def states() -> dict[str, int]:
    found = list(ExtractedTask.objects.values_list("state", flat=True))
    return {state: found.count(state) for state in set(found)}


def decides_on_all(page: Page, articles: list[Article]) -> None:
    for article in articles:
        opened(page, article)
        for _ in range(page.locator("[data-waits]").count()):
            expect(page.locator(".task-current[data-waits]:not(.task-sent)")).to_have_count(1)
            keys(page, "a")
        expect(page.locator("[data-waits]")).to_have_count(0)


# -- By keyboard alone -----------------------------------------------------------------------------


def test_two_people_decide_forty_times_undo_and_disagree_without_a_mouse(at_desk: AtDesk) -> None:
    articles = imported(WITH_TWENTY_TASKS)
    assert ExtractedTask.objects.count() == 20
    first, second = at_desk(ReviewerFactory()), at_desk(ReviewerFactory())
    decides_on_all(first, articles)
    decides_on_all(second, articles)
    assert Decision.objects.count() == 40
    assert states() == {"approved": 20}

    keys(second, "z")
    expect(second.get_by_role("dialog")).to_contain_text("Take it back")
    keys(second, "Enter")
    expect(second.locator(".task-current .task-note")).to_contain_text("Taken back.")
    expect(second.locator("[data-waits]")).to_have_count(1)
    keys(second, "r", "3")
    expect(second.locator("[data-waits]")).to_have_count(0)
    assert states() == {"approved": 19, "with_lead": 1}
    said = Decision.objects.order_by("-pk")[0]
    assert (said.verdict, said.reason) == ("reject", "Another task says the same")

    lead = opened(at_desk(LeadFactory()), articles[-1])
    card_with_lead = lead.locator(".task-with_lead")
    while "task-with_lead" not in (lead.locator(".task-current").get_attribute("class") or ""):
        keys(lead, "j")
    keys(lead, "a")
    expect(card_with_lead).to_have_count(0)
    assert states() == {"approved": 20}


def test_the_next_task_is_in_focus_at_once_and_a_refusal_brings_one_back(at_desk: AtDesk) -> None:
    article = article_with_tasks(3)
    one, two, three = article.tasks.order_by("start")
    page = opened(at_desk(ReviewerFactory()), article)
    expect_at(page, one)
    keys(page, "k")
    expect_at(page, one)
    keys(page, "j", "a")
    expect_at(page, three)
    expect(page.locator("#review-said")).to_contain_text("Recorded.")
    ExtractedTask.objects.filter(pk=three.pk).update(state="retired")
    keys(page, "a")
    expect(page.get_by_text("no longer in the article")).to_be_visible()
    assert Decision.objects.get().version_id == two.version_id


def test_a_reason_is_typed_and_a_field_corrected_by_keyboard(at_desk: AtDesk) -> None:
    article = article_with_tasks(2)
    one, two = article.tasks.order_by("start")
    page = opened(at_desk(ReviewerFactory()), article)
    keys(page, "r")
    page.keyboard.type("khong ro viec")  # which begins with a key that goes back
    keys(page, "Enter")
    expect_standing(page.locator(f"#task-{one.pk}"), "rejected", "0 of 2 in favour")
    assert Decision.objects.get().reason == "khong ro viec"
    expect_at(page, two)
    keys(page, "d")
    expect(page.get_by_label("Due, as the text says it")).to_be_focused()
    page.keyboard.type("quý I/2022")
    keys(page, "Enter")
    expect(page.locator(f"#task-{two.pk} .task-facts")).to_contain_text("quý I/2022")
    keys(page, "e")
    expect(page.get_by_label("Wording")).to_be_focused()
    keys(page, "Control+End")
    page.keyboard.type(" Xong sớm.")
    keys(page, "Control+Enter")
    expect(page.locator(f"#task-{two.pk} .task-wording")).to_contain_text("Xong sớm.")


def test_a_key_may_come_before_the_answer_has_settled(at_desk: AtDesk) -> None:
    page = opened(at_desk(ReviewerFactory()), article_with_tasks(1))
    keys(page, "a")
    expect(page.locator(".task-note")).to_contain_text("Recorded.")
    page.evaluate("htmx.config.defaultSettleDelay = 1500")  # as where the machine is busy
    keys(page, "z")
    expect(page.get_by_role("dialog")).to_contain_text("Take it back")
    keys(page, "Enter")
    expect(page.locator(".htmx-settling .task-note")).to_contain_text("Taken back.")
    keys(page, "r")
    expect(page.locator(".htmx-settling")).to_have_count(0)
    keys(page, "3")
    expect(page.locator("[data-waits]")).to_have_count(0)
    assert Decision.objects.latest("pk").reason == "Another task says the same"


def test_a_question_mark_shows_the_keys_and_escape_goes_back_to_the_task(at_desk: AtDesk) -> None:
    page = opened(at_desk(ReviewerFactory()), article_with_tasks(1))
    keys(page, "j", "?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    keys(page, "a", "Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".task-current")).to_be_focused()
    assert not Decision.objects.exists()


def test_a_missed_task_is_marked_by_keyboard(at_desk: AtDesk) -> None:
    article = article_with_tasks(1)
    page = opened(at_desk(ReviewerFactory()), article)
    keys(page, "m")
    expect(page.get_by_role("button", name="Add these words as a task")).to_be_visible()
    assert page.evaluate("getSelection().toString().trim()") == LINES[1]
    keys(page, "ArrowDown", "ArrowUp", "Shift+ArrowLeft", "Shift+ArrowLeft", "Enter")
    expect(page.get_by_text("Somebody else has to approve it.")).to_be_visible()
    added = article.tasks.order_by("-pk")[0]
    assert LINES[1].startswith(added.quote)
    assert added.quote != LINES[1]


# -- With an input method --------------------------------------------------------------------------


def test_no_key_acts_while_one_types_composes_or_holds_a_modifier(at_desk: AtDesk) -> None:
    article = article_with_tasks(2)
    page = opened(at_desk(ReviewerFactory()), article)
    method = page.context.new_cdp_session(page)
    for held in ("ctrlKey", "altKey", "shiftKey", "metaKey", "isComposing"):
        press_with(page, {held: True})
    press_with(page, {"keyCode": 229})
    keys(page, "Backspace", "e")
    field = page.get_by_label("Wording")
    expect(field).to_be_focused()
    field.press("Control+a")
    for text in ("R", "Ra", "Rà", "Rà s", "Rà so", "Rà soa", "Rà soá"):
        for key in TONE_KEYS:
            process = {"key": "Process", "windowsVirtualKeyCode": 229, "code": f"Key{key.upper()}"}
            method.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **process})
        at = {"selectionStart": len(text), "selectionEnd": len(text)}
        method.send("Input.imeSetComposition", {"text": text, **at})
    method.send("Input.insertText", {"text": "Rà soát"})
    page.keyboard.type(f" {TONE_KEYS} aezjkmnux?")
    expect(field).to_have_value(f"Rà soát {TONE_KEYS} aezjkmnux?")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert not Decision.objects.exists()


def press_with(page: Page, more: dict[str, object]) -> None:
    page.evaluate(
        "(said) => document.body.dispatchEvent(new KeyboardEvent('keydown', said))",
        {"key": "a", "bubbles": True, **more},
    )


# -- Without JavaScript ----------------------------------------------------------------------------


def test_tasks_are_cut_otherwise_and_decisions_taken_back_by_plain_forms(at_desk: AtDesk) -> None:
    article = article_with_tasks(2)
    page = opened(at_desk(ReviewerFactory(), java_script_enabled=False), article)
    expect(page.get_by_role("heading", name="Keys")).to_be_visible()
    follow_in(page, LINES[0], "Other words…")
    page.get_by_role("group", name="Ends").get_by_role("link", name="a word earlier").click()
    press(page, "Take these words")
    shorter = LINES[0].rsplit(" ", 1)[0]
    expect(page.locator(".task-note")).to_contain_text("other words now")
    follow_in(page, shorter, "Other words…")
    press(page, "Split here")
    expect(page.locator(".task-note")).to_contain_text("Split in two.")
    assert article.tasks.exclude(state="retired").count() == 3
    follow_in(page, LINES[1], "Other words…")
    press(page, "Merge with the one before")
    expect(page.locator(".task-note")).to_contain_text("They are one now.")

    other = opened(at_desk(ReviewerFactory(), java_script_enabled=False), article)
    card(other, LINES[1]).get_by_role("button", name="Approve", exact=True).click()
    other.get_by_role("link", name="My last decisions").click()
    other.get_by_role("button", name="Take it back").click()
    expect(other.locator(".task-note")).to_contain_text("Taken back.")


def follow_in(page: Page, words: str, name: str) -> None:
    card(page, words).get_by_role("link", name=name, exact=True).first.click()


# -- Everybody -------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_on_what_the_keys_open(at_desk: AtDesk, width: int) -> None:
    article = article_with_tasks(3)
    person: User = ReviewerFactory()
    page = at_desk(person)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if width == 390 else "light")
    opened(page, article)
    keys(page, "a")
    expect(page.locator("#review-said")).to_contain_text("Recorded.")
    for pressed in ("r", "x", "z", "?"):
        keys(page, pressed)
        page.wait_for_load_state("networkidle")
        page.evaluate(AXE_SCRIPT)
        found = page.evaluate(
            "axe.run({exclude: [['.review-body .mark']]},"
            " {resultTypes: ['violations'], preload: false})"
        )
        faults = [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]]
        assert faults == [], pressed
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        keys(page, "Escape")


# -- Together --------------------------------------------------------------------------------------


def test_one_is_told_when_somebody_else_has_taken_the_article(at_desk: AtDesk) -> None:
    article, person = article_with_tasks(1), ReviewerFactory()
    page = at_desk(person)
    with page.expect_response("**/keep/"):
        opened(page, article)
    taken = page.get_by_text("Somebody else has this article before them now.")
    expect(taken).to_be_hidden()
    let_go(person, article.pk)
    renew(ReviewerFactory(), article.pk)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(taken).to_be_visible()
