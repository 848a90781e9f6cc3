"""The whole editorial path at a desk of two people, with whatever may be typed on the way.

From a paste to a list that is published at a set time, corrected and withdrawn.
"""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db.models.functions import Now
from django.utils import timezone
from playwright.sync_api import ConsoleMessage, Dialog, Page, expect
from pytest_django.live_server_helper import LiveServer

from portal.jobs import do_what_is_due
from portal.people.models import User
from portal.people.roles import EDITORS, MANAGING_EDITORS, REVIEWERS
from tests.browser.desk import approve, card, choose, expect_standing, follow, press, told
from tests.browser.test_main_path import (
    MEET,
    REVISE,
    TITLE,
    opens_the_review,
    pastes_a_text_and_watches_it_being_imported,
)
from tests.factories import PersonFactory
from tests.workers import Workers

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ROLES = [EDITORS, REVIEWERS, MANAGING_EDITORS]
LIST = "Nêu gương <script>alert('tiêu đề')</script>"
ADDRESS = "danh-muc/neu-guong/"
NOTE = "<img src=x onerror=alert('ghi chú')> [bấm vào đây](javascript:alert('ghi-chu')) **kỹ**"
REASON = "</textarea><svg onload=alert('lý do')> dẫn sai nguồn"
RIGHT = f"{TITLE} <b onmouseover=alert('sửa')>mới</b>"


@pytest.fixture
def reader(page: Page) -> Iterator[Page]:
    """Somebody who reads, and for whom nothing that was typed at the desk may run."""
    ran: list[str] = []

    def asked(dialog: Dialog) -> None:
        ran.append(dialog.message)
        dialog.dismiss()

    def said(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            ran.append(message.text)

    page.on("dialog", asked)
    page.on("pageerror", lambda error: ran.append(str(error)))
    page.on("console", said)
    yield page
    assert ran == []


def test_two_people_take_an_article_from_a_paste_to_a_withdrawn_edition(
    at_desk: Callable[[User], Page],
    workers: Workers,
    live_server: LiveServer,
    reader: Page,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ha, nam = (at_desk(PersonFactory(first_name=name, roles=ROLES)) for name in ("Hà", "Nam"))
    pastes_a_text_and_watches_it_being_imported(ha, workers)
    ha.goto("")
    for person, favour in ((ha, "1 of 2"), (nam, "2 of 2")):
        opens_the_review(person)
        for wording in (REVISE, MEET):
            approve(card(person, wording))
            expect_standing(card(person, wording), "", f"{favour} in favour")

    makes_a_list_and_submits_it(ha)
    approves_it_for_tomorrow(nam)
    is_nowhere_to_be_seen(reader, live_server)
    monkeypatch.setattr("portal.queries.schedules.Now", lambda: Now() + timedelta(days=2))
    do_what_is_due()
    both_are_told(ha, nam)
    is_read(reader, live_server)

    corrects_a_title(nam)
    sees_the_correction(reader, live_server)
    withdraws_it(ha)
    is_withdrawn(reader, live_server)


def makes_a_list_and_submits_it(ha: Page) -> None:
    ha.goto("portal/curatedlist/add/")
    ha.get_by_label("Title").fill(LIST)
    ha.get_by_label("Slug").fill("neu-guong")
    ha.get_by_label("Introduction").fill(NOTE)
    entry = ha.locator("#entries-0")
    choose(entry.locator("select[name$=-article]"), "khe thuong", TITLE)
    entry.get_by_label("Note").fill(NOTE)
    press(ha, "Save and preview")
    expect(ha.get_by_role("heading", level=1)).to_have_text(LIST)
    press(ha, "Submit for publishing")
    expect(ha.get_by_text("Somebody else has to publish it.")).to_be_visible()
    expect(ha.get_by_label(re.compile("publish it at a set time"))).to_have_count(0)


def approves_it_for_tomorrow(nam: Page) -> None:
    nam.goto("")
    follow(nam, "1 list waits to be published by you")
    follow(nam, LIST)
    follow(nam, "Preview and publish")
    tomorrow = timezone.localtime() + timedelta(days=1)
    nam.get_by_label(re.compile("publish it at a set time")).fill(f"{tomorrow:%Y-%m-%dT%H:%M}")
    press(nam, "Set the time")
    expect(nam.get_by_text(re.compile("It will be published at"))).to_be_visible()
    expect(nam.get_by_text(re.compile("To be published at"))).to_be_visible()
    expect(nam.get_by_role("button", name="Do not publish it at the set time")).to_be_visible()


def is_nowhere_to_be_seen(reader: Page, live_server: LiveServer) -> None:
    """Look for it on pages, in feeds and in the sitemap, before its time."""
    for address in ("", "danh-muc/", "an-ban.atom", "an-ban.json", "sitemap-danh-muc.xml"):
        assert "neu-guong" not in reader.request.get(f"{live_server.url}/{address}").text()
    assert reader.request.get(f"{live_server.url}/{ADDRESS}").status == 404


def both_are_told(ha: Page, nam: Page) -> None:
    for person in (ha, nam):
        person.goto("review/notice/")
        expect(person.get_by_role("link", name=re.compile("as edition 1"))).to_be_visible()
        expect(person.get_by_text(LIST)).to_be_visible()


def is_read(reader: Page, live_server: LiveServer) -> None:
    reader.goto(f"{live_server.url}/en/")
    reader.get_by_role("link", name=LIST).first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(LIST)
    expect(reader.get_by_role("note")).to_contain_text("kỹ")
    assert reader.locator(".entries script, .entries img, .entries svg").count() == 0
    assert reader.locator("[href^='javascript']").count() == 0


def corrects_a_title(nam: Page) -> None:
    nam.goto("portal/edition/")
    follow(nam, LIST)
    follow(nam, "Correct entry 1")
    nam.get_by_label("What is wrong?").select_option("title")
    press(nam, "Go on")
    nam.get_by_label("What it should say").fill(RIGHT)
    nam.get_by_label("Public reason").fill(REASON)
    press(nam, "See what readers will see")
    expect(nam.locator(".correction-look")).to_contain_text(REASON)
    press(nam, "Change it")
    expect(nam.get_by_label("What it should say")).to_have_value(RIGHT)
    press(nam, "See what readers will see")
    press(nam, "Publish the correction")
    expect(told(nam)).to_contain_text("The correction is published")


def sees_the_correction(reader: Page, live_server: LiveServer) -> None:
    reader.goto(f"{live_server.url}/en/{ADDRESS}")
    reader.reload()  # pages may be a minute old
    expect(reader.get_by_role("heading", name="Corrected since it was published")).to_be_visible()
    correction = reader.locator(".entries .correction")
    expect(correction).to_contain_text(REASON)
    expect(correction.locator("ins").first).to_be_visible()
    follow(reader, TITLE)
    expect(reader.locator(".correction")).to_contain_text(REASON)


def withdraws_it(ha: Page) -> None:
    ha.goto("portal/edition/")
    follow(ha, LIST)
    follow(ha, "Withdraw")
    ha.get_by_label("Public reason").fill(REASON)
    press(ha, "Withdraw")
    expect(told(ha)).to_contain_text("The edition is withdrawn.")


def is_withdrawn(reader: Page, live_server: LiveServer) -> None:
    reader.goto(f"{live_server.url}/en/{ADDRESS}")
    answer = reader.reload()
    assert answer
    assert answer.status == 410
    expect(reader.locator("blockquote")).to_contain_text(REASON)
    assert "neu-guong" not in reader.request.get(f"{live_server.url}/an-ban.atom").text()
