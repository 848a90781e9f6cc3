"""The review page in a real browser: with JavaScript a card at a time, without it by forms."""

import re
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from pytest_playwright.pytest_playwright import CreateContextCallback

from articles.models import Article
from portal.people.models import User
from review.models import ExtractedTask
from tests.factories import LeadFactory, ReviewerFactory
from tests.review.factories import LINES, approve, article_with_tasks

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SERIOUS = {"serious", "critical"}
APPROVED = ExtractedTask.State.APPROVED


def address(live_server: LiveServer, article: Article) -> str:
    with translation.override("en"):
        return live_server.url + reverse("admin:review_article", args=[article.pk])


def sign_in(page: Page, live_server: LiveServer, person: User) -> None:
    client = Client()
    client.force_login(person)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])


def state_of(task: ExtractedTask) -> str:
    task.refresh_from_db()
    return task.state


def test_the_second_approval_turns_card_words_and_progress_without_a_new_page(
    page: Page, live_server: LiveServer
) -> None:
    article = article_with_tasks(3)
    task = approve(article.tasks.order_by("start")[1], ReviewerFactory())
    sign_in(page, live_server, ReviewerFactory())
    page.goto(address(live_server, article))
    page.evaluate("window.sameOne = true")
    card, words = page.locator(f"#task-{task.pk}"), page.locator(f"#words-{task.pk}")
    following = article.tasks.order_by("start")[2]

    card.get_by_role("button", name="Approve").click()
    expect(card.get_by_text("2 of 2 in favour")).to_be_visible()
    expect(card.get_by_role("status")).to_have_text("Recorded.")
    expect(words).to_have_class(re.compile("mark-task-approved"))
    expect(page.locator(f"#words-{following.pk}")).to_have_class(re.compile("mark-task-focus"))
    expect(page.locator("#progress")).to_contain_text("1 of 3 decided")
    expect(page.locator(f"#task-{following.pk}")).to_be_focused()

    card.get_by_role("button", name="Undo my decision").click()
    expect(card.get_by_role("status")).to_contain_text("Taken back.")
    expect(card.get_by_text("of 2 in favour")).to_have_count(0)  # blind again
    expect(words).to_have_class(re.compile("mark-task-open"))
    assert page.evaluate("window.sameOne")


def test_words_lead_to_their_card_and_a_card_to_its_words(
    page: Page, live_server: LiveServer
) -> None:
    article = article_with_tasks(3)
    task = article.tasks.order_by("start")[2]
    sign_in(page, live_server, ReviewerFactory())
    page.goto(address(live_server, article))
    page.get_by_role("link", name=LINES[2]).click()
    assert page.url.endswith(f"#task-{task.pk}")
    expect(page.locator(f"#words-{task.pk}")).to_have_class(re.compile("mark-task-focus"))
    expect(page.locator(".mark-task-focus")).to_have_count(1)


def test_an_edit_overtaken_by_another_keeps_what_was_typed(
    page: Page, live_server: LiveServer
) -> None:
    article = article_with_tasks(1)
    task, other = article.tasks.get(), Client()
    other.force_login(ReviewerFactory())
    sign_in(page, live_server, ReviewerFactory())
    page.goto(address(live_server, article))
    card = page.locator(f"#task-{task.pk}")
    card.get_by_role("link", name="Edit").click()
    card.get_by_label("Wording").fill("Câu của tôi.")
    other.post(
        f"/en/admin/review/extractedtask/{task.pk}/rewrite/",
        {"version": task.version_id, "wording": "Câu của người kia."},
    )
    card.get_by_role("button", name="Save").click()
    expect(card.get_by_text("Somebody has changed the wording meanwhile")).to_be_visible()
    expect(card.locator(".task-wording")).to_have_text("Câu của người kia.")
    expect(card.get_by_label("Wording")).to_have_value("Câu của tôi.")
    card.get_by_role("button", name="Save").click()
    expect(card.locator(".task-wording")).to_have_text("Câu của tôi.")


def test_a_reason_that_is_refused_stays_open_with_the_focus_in_it(
    page: Page, live_server: LiveServer
) -> None:
    article = article_with_tasks(1)
    sign_in(page, live_server, ReviewerFactory())
    page.goto(address(live_server, article))
    card = page.locator(".task")
    card.get_by_text("Reject…").click()
    card.get_by_label("Why?").fill("   ")
    card.get_by_role("button", name="Reject").click()
    expect(card.get_by_text("Say why you reject it.")).to_be_visible()
    expect(card.get_by_label("Why?")).to_be_focused()


def test_whoever_was_signed_out_meanwhile_is_sent_to_sign_in(
    page: Page, live_server: LiveServer
) -> None:
    article = article_with_tasks(1)
    sign_in(page, live_server, ReviewerFactory())
    page.goto(address(live_server, article))
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.get_by_role("button", name="Approve").click()
    expect(page).to_have_url(re.compile("/login/"))


def test_without_javascript_the_same_forms_do_it_all(
    new_context: CreateContextCallback, live_server: LiveServer
) -> None:
    article = article_with_tasks(1)
    task = article.tasks.get()
    page = new_context(java_script_enabled=False).new_page()
    sign_in(page, live_server, ReviewerFactory())
    page.goto(address(live_server, article))
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Wording").fill("Rà soát đội ngũ cán bộ.")
    page.get_by_role("button", name="Save").click()
    assert page.url.endswith(f"#task-{task.pk}")
    expect(page.locator(f"#task-{task.pk} .task-wording")).to_have_text("Rà soát đội ngũ cán bộ.")

    sign_in(page, live_server, LeadFactory())
    page.reload()
    page.get_by_role("button", name="Approve").click()
    expect(page.get_by_text("2 of 2 in favour")).to_be_visible()
    assert state_of(task) == APPROVED
    page.get_by_role("button", name="Sign off: nothing was missed").click()
    expect(page.get_by_text("Signed off by")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing_serious_on_the_page_and_nothing_overflows(
    page: Page, live_server: LiveServer, scheme: Literal["light", "dark"], width: int
) -> None:
    article = article_with_tasks(3)
    first, second = article.tasks.order_by("start")[:2]
    approve(first)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    sign_in(page, live_server, LeadFactory())
    page.goto(f"{address(live_server, article)}?edit={second.pk}")
    found = Axe().run(page, context=".review-columns").response["violations"]
    assert [each["id"] for each in found if each["impact"] in SERIOUS] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
