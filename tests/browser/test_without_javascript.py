"""Where JavaScript is off, plain forms do it all: importing, reviewing, publishing."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from articles.actions.running import run_item
from articles.models import Article, ImportItem
from portal.models import CuratedList
from portal.people.models import User
from tests.articles.factories import ArticleFactory
from tests.articles.texts import page as text_of_an_article
from tests.browser.desk import approve, card, expect_standing, follow, press, reject, reword, told
from tests.factories import EditorFactory, ManagingEditorFactory, ReviewerFactory
from tests.portal.factories import approved_task
from tests.review.factories import LINES, article_with_tasks

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AtDesk = Callable[[User], Page]


@pytest.fixture
def at_plain_desk(at_desk: Callable[..., Page]) -> AtDesk:
    return lambda person: at_desk(person, java_script_enabled=False)


def test_an_import_is_started_and_looked_at_again(at_plain_desk: AtDesk) -> None:
    editor = at_plain_desk(EditorFactory())
    editor.goto("articles/importjob/add/")
    editor.get_by_label("Or a pasted text").fill(text_of_an_article("Đông Khê giữ nếp"))
    press(editor, "Import")
    expect(editor.get_by_text("0 of 1 done")).to_be_visible()

    run_item(ImportItem.objects.get().pk, "tests")
    follow(editor, "Refresh")
    expect(editor.get_by_text("1 of 1 done")).to_be_visible()
    follow(editor, "Đông Khê giữ nếp")
    expect(editor.get_by_label("Title")).to_have_value("Đông Khê giữ nếp")


def test_tasks_are_approved_rejected_taken_back_and_reworded(at_plain_desk: AtDesk) -> None:
    article = article_with_tasks(3)
    to_approve, to_reject, to_reword = LINES
    reviewer = opens(article, at_plain_desk(ReviewerFactory()))

    approve(card(reviewer, to_approve))
    expect_standing(card(reviewer, to_approve), "waiting", "1 of 2 in favour")
    expect(card(reviewer, to_approve).get_by_role("status")).to_have_text("Recorded.")

    reject(card(reviewer, to_reject), "Việc này đã xong từ năm ngoái.")
    expect(card(reviewer, to_reject)).to_contain_text("Việc này đã xong từ năm ngoái.")
    card(reviewer, to_reject).get_by_role("button", name="Undo my decision").click()
    expect(card(reviewer, to_reject).get_by_role("status")).to_contain_text("Taken back.")
    state = card(reviewer, to_reject).locator(".task-state")
    expect(state).to_have_text("waiting")  # who is in favour is hidden again
    reject(card(reviewer, to_reject), "Trùng với nhiệm vụ trên.")

    reword(card(reviewer, to_reword), "Ban Tuyên giáo Huyện ủy lập kế hoạch tuyên truyền.")
    reworded = card(reviewer, "Ban Tuyên giáo Huyện ủy lập kế hoạch tuyên truyền.")
    expect(reworded.get_by_role("status")).to_have_text("Saved as a new wording.")

    second = opens(article, at_plain_desk(ReviewerFactory()))
    approve(card(second, to_approve))
    expect_standing(card(second, to_approve), "approved", "2 of 2 in favour")
    expect(card(second, to_reject).locator(".task-state")).to_have_text("rejected")
    expect(card(second, to_reject)).not_to_contain_text("Trùng với nhiệm vụ trên.")  # hidden


def test_a_list_is_made_submitted_and_published(
    at_plain_desk: AtDesk, live_server: LiveServer
) -> None:
    article, task = ArticleFactory(title="Một cửa không giấy"), approved_task()
    maker = at_plain_desk(ManagingEditorFactory())
    maker.goto("portal/curatedlist/add/")
    maker.get_by_label("Title").fill("Đọc trong tuần")
    maker.locator("#entries-0 input[name$=-article]").fill(str(article.pk))
    maker.locator("#entries-0").get_by_label("Note").fill("Bài nên đọc trước.")
    press(maker, "Save and continue editing")
    maker.locator("#entries-1 input[name$=-task]").fill(str(task.pk))
    press(maker, "Save and preview")
    press(maker, "Submit for publishing")
    expect(maker.get_by_text("Somebody else has to publish it.")).to_be_visible()

    publisher = at_plain_desk(ManagingEditorFactory())
    publisher.goto(f"portal/curatedlist/{CuratedList.objects.get().pk}/preview/")
    press(publisher, "Publish as edition 1")
    expect(told(publisher)).to_have_text("Edition 1 is published.")

    follow(publisher, "What readers see")
    expect(publisher).to_have_url(f"{live_server.url}/en/danh-muc/doc-trong-tuan/an-ban/1/")
    first, second = publisher.locator(".entries > li").all()
    expect(first).to_contain_text("Một cửa không giấy")
    expect(first.get_by_role("note")).to_contain_text("Bài nên đọc trước.")
    expect(second.get_by_role("heading")).to_have_text(task.version.wording if task.version else "")


def opens(article: Article, reviewer: Page) -> Page:
    reviewer.goto(f"review/extractedtask/articles/{article.pk}/")
    return reviewer
