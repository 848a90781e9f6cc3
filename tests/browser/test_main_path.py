"""The whole way of two articles, as its people walk it: from a paste to a page for readers."""

import re
from collections.abc import Callable

import feedparser
import pytest
from django.contrib.auth.hashers import make_password
from playwright.sync_api import FilePayload, Page, expect

from portal.people.models import User
from tests.articles.factories import ThemeFactory
from tests.browser.desk import (
    approve,
    card,
    choose,
    chosen,
    drop,
    expect_standing,
    follow,
    press,
    reword,
    told,
)
from tests.factories import EditorFactory, ManagingEditorFactory, ReviewerFactory
from tests.workers import Workers

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TITLE = "Khe Thượng giữ nếp nêu gương từ chi bộ"
CITATION = "Nghị quyết số 09-NQ/TU ngày 19/8/2009"
REVISE = (
    "Ban Tổ chức Huyện ủy rà soát bản cam kết nêu gương của cán bộ chủ chốt trước ngày 30/9/2022."
)
MEET = "Các đảng ủy xã tổ chức sinh hoạt chuyên đề về nêu gương trong quý IV/2022."
MEET_BETTER = (
    "Các đảng ủy xã tổ chức sinh hoạt chuyên đề về nêu gương, có người ngoài Đảng cùng dự."
)
PASTED = f"""{TITLE}

15/6/2022

Ba năm thực hiện {CITATION} của Tỉnh ủy Sông Lam, các chi bộ ở huyện Khe Thượng đã khác trước.

Ở bản Nậm Rốn, bí thư chi bộ nhận phần việc khó, bà con thấy vậy mà làm theo. Đến nay chín trên
mười hộ đã góp đất mở đường.

Trong thời gian tới, Huyện ủy xác định các nhiệm vụ trọng tâm sau:

1. {REVISE}

2. {MEET}
"""

SECOND_TITLE = "Nậm Rốn mở đường bằng đất của mình"
SOURCE = "https://baosonglam.example/nam-ron-mo-duong"
PAGE = f"""<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{SECOND_TITLE}</title>
<link rel="canonical" href="{SOURCE}"><meta property="og:url" content="{SOURCE}">
<meta property="og:site_name" content="Báo Sông Lam"></head>
<body><nav>Trang chủ</nav><article><h1>{SECOND_TITLE}</h1>
<p>Con đường vào bản Nậm Rốn dài bốn cây số, đi qua ruộng của ba mươi mốt hộ. Không hộ nào nhận
tiền đền bù, vì ai cũng có con đi học ngoài thị trấn.</p>
<p>Ông Lò Văn Păn, bí thư chi bộ, hiến trước tám trăm mét vuông. Sau ông là trưởng bản, rồi đến
các đảng viên, rồi đến cả bản. Mùa mưa này xe đã vào tới nhà văn hóa.</p>
</article><footer>Lượt xem: 6032</footer></body></html>
"""

NOTE = "Đọc **kỹ** đoạn nói về bản Nậm Rốn."


def test_an_article_goes_from_a_paste_to_a_page_that_anybody_can_read(
    window: Callable[[], Page], at_desk: Callable[[User], Page], workers: Workers
) -> None:
    ThemeFactory(name="nêu gương")
    ThemeFactory(name="sinh hoạt chi bộ")

    editor = window()
    signs_in(editor)
    pastes_a_text_and_watches_it_being_imported(editor, workers)
    uploads_a_web_page(editor)
    checks_what_was_found_and_tags_it_anew(editor)

    approves_one_task_and_rewords_the_other(at_desk(ReviewerFactory()))
    approves_both_and_signs_off(at_desk(ReviewerFactory()))

    makes_a_list_and_submits_it(at_desk(ManagingEditorFactory()))
    publishes_it(at_desk(ManagingEditorFactory()))

    reader = window()
    reads_the_list(reader)
    finds_it_in_the_feed(reader)


def signs_in(editor: Page) -> None:
    EditorFactory(username="thuha", password=make_password("gieo hạt giống đỏ"))
    editor.goto("")
    editor.get_by_label("Username").fill("thuha")
    editor.get_by_label("Password").fill("gieo hạt giống đỏ")
    press(editor, "Log in")
    expect(editor.get_by_role("heading", name="The desk")).to_be_visible()


def pastes_a_text_and_watches_it_being_imported(editor: Page, workers: Workers) -> None:
    follow(editor, "Import articles from files, web addresses or a pasted text")
    editor.get_by_label("Or a pasted text").fill(PASTED)
    press(editor, "Import")
    expect(told(editor)).to_have_text("The import has started.")
    expect(editor.get_by_text("0 of 1 done")).to_be_visible()
    editor.evaluate("window.neverReloaded = true")

    workers.start()
    expect(editor.get_by_text("1 of 1 done")).to_be_visible()
    expect(editor.get_by_role("row", name="Pasted text")).to_contain_text("imported")
    expect(editor.get_by_role("link", name=TITLE)).to_be_visible()
    assert editor.evaluate("window.neverReloaded")


def uploads_a_web_page(editor: Page) -> None:
    follow(editor, "Import more")
    page = FilePayload(name="nam-ron.html", mimeType="text/html", buffer=PAGE.encode())
    editor.get_by_label("Files").set_input_files([page])
    expect(editor.get_by_text("Files chosen: 1")).to_be_visible()
    press(editor, "Import")
    expect(editor.get_by_text("1 of 1 done")).to_be_visible()
    expect(editor.get_by_role("row", name="nam-ron.html")).to_contain_text("imported")
    expect(editor.get_by_role("link", name=SECOND_TITLE)).to_be_visible()


def checks_what_was_found_and_tags_it_anew(editor: Page) -> None:
    editor.goto("articles/article/")
    follow(editor, TITLE)
    text = editor.get_by_role("article", name="Text")
    expect(text.locator("mark.mark-theme")).to_have_text(["nêu gương", "nêu gương"])
    expect(text.locator("mark.mark-citation")).to_have_text(CITATION)
    expect(editor.get_by_label("Date")).to_have_value("15/06/2022")

    themes = editor.get_by_label("Themes", exact=False).and_(editor.locator("select"))
    drop(themes, "nêu gương")
    choose(themes, "sinh hoat", "sinh hoạt chi bộ")
    press(editor, "Save and continue editing")
    expect(told(editor)).to_contain_text("changed successfully")
    expect(chosen(themes, "sinh hoạt chi bộ")).to_be_visible()
    expect(chosen(themes, "nêu gương")).to_have_count(0)
    found = editor.get_by_role("complementary", name="What was found")
    expect(found.get_by_text("removed by")).to_be_visible()
    expect(found.get_by_text("confirmed by")).to_be_visible()


def approves_one_task_and_rewords_the_other(reviewer: Page) -> None:
    opens_the_review(reviewer)
    approve(card(reviewer, REVISE))
    expect_standing(card(reviewer, REVISE), "waiting", "1 of 2 in favour")
    reword(card(reviewer, MEET), MEET_BETTER)
    expect_standing(card(reviewer, MEET_BETTER), "waiting", "1 of 2 in favour")


def approves_both_and_signs_off(reviewer: Page) -> None:
    opens_the_review(reviewer)
    for wording in (REVISE, MEET_BETTER):
        approve(card(reviewer, wording))
        expect_standing(card(reviewer, wording), "approved", "2 of 2 in favour")
    expect(reviewer.get_by_text("2 of 2 decided")).to_be_visible()
    press(reviewer, "Sign off: nothing was missed")
    expect(reviewer.get_by_text("Signed off by")).to_be_visible()


def opens_the_review(reviewer: Page) -> None:
    follow(reviewer, "Review tasks article by article")
    follow(reviewer, TITLE)
    expect(reviewer.get_by_role("heading", name=TITLE)).to_be_visible()


def makes_a_list_and_submits_it(maker: Page) -> None:
    maker.goto("portal/curatedlist/add/")
    maker.get_by_label("Title").fill("Nêu gương ở Khe Thượng")
    expect(maker.get_by_label("Slug")).to_have_value("neu-guong-o-khe-thuong")
    maker.get_by_label("Introduction").fill("Chữ *nêu gương* khi về đến bản làng.")
    picks = [("article", "khe thuong", TITLE), ("task", "ngoai dang", MEET_BETTER)]
    for number, (kind, typed, offered) in enumerate([*picks, ("article", "nam ron mo", "Nậm Rốn")]):
        if number:
            press(maker, "Add another Entry")
        entry = maker.locator(f"#entries-{number}")
        choose(entry.locator(f"select[name$=-{kind}]"), typed, offered)
    maker.locator("#entries-0").get_by_label("Note").fill(NOTE)

    press(maker, "Save and preview")
    expect(maker.get_by_text("Only the desk sees this.")).to_be_visible()
    expect(maker.get_by_role("listitem").get_by_text(MEET_BETTER)).to_be_visible()
    press(maker, "Submit for publishing")
    expect(maker.get_by_text("Somebody else has to publish it.")).to_be_visible()
    expect(maker.get_by_role("button", name=re.compile("Publish"))).to_have_count(0)


def publishes_it(publisher: Page) -> None:
    follow(publisher, "1 list waits to be published by you")
    follow(publisher, "Nêu gương ở Khe Thượng")
    follow(publisher, "Preview and publish")
    press(publisher, "Publish as edition 1")
    expect(told(publisher)).to_have_text("Edition 1 is published.")


def reads_the_list(reader: Page) -> None:
    reader.goto("/en/")
    follow(reader, "Nêu gương ở Khe Thượng")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Nêu gương ở Khe Thượng")
    article, task, second = reader.locator(".entries > li").all()

    expect(article.get_by_role("link", name=TITLE)).to_be_visible()
    expect(article.get_by_role("note")).to_contain_text("Đọc kỹ đoạn nói về bản Nậm Rốn.")
    expect(task.get_by_role("heading")).to_have_text(MEET_BETTER)
    expect(task.locator("dl")).to_contain_text("Các đảng ủy xã")
    expect(task.locator("dl")).to_contain_text("quý IV/2022")
    expect(second.get_by_role("link", name="Read at the source")).to_have_attribute("href", SOURCE)


def finds_it_in_the_feed(reader: Page) -> None:
    response = reader.request.get("/an-ban.atom")
    feed = feedparser.parse(response.body())  # type: ignore[attr-defined,no-untyped-call]
    assert not feed.bozo
    assert [entry.title.partition(",")[0] for entry in feed.entries] == ["Nêu gương ở Khe Thượng"]
    assert MEET_BETTER in feed.entries[0].summary
