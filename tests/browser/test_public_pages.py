"""The public pages in a real browser: nothing serious for axe, no overflow, nothing inline."""

import datetime as dt
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Response, expect
from pytest_django.live_server_helper import LiveServer

from portal.actions import Pick, withdraw_edition
from portal.models import Edition
from tests.articles.factories import ArticleFactory, PublisherFactory, ThemeFactory
from tests.factories import ManagingEditorFactory
from tests.portal.factories import (
    approved_task,
    cite,
    document,
    next_edition,
    published_edition,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = {
    "": 200,
    "danh-muc/": 200,
    "danh-muc/neu-guong/": 200,
    "danh-muc/da-thu-hoi/": 410,
    "chu-de/": 200,
    "chu-de/neu-guong/": 200,
    "van-ban/": 200,
    "tim-kiem/?q=neu guong": 200,
    "tim-kiem/?q=khong co gi": 200,
    "api/v1/": 200,
    "gioi-thieu/": 200,
    "khong-co/": 404,
}
LIGHT = 60_000
SERIOUS = {"serious", "critical"}


@pytest.fixture
def published() -> Edition:
    article = ArticleFactory(
        title="Thạch Lĩnh sau ba năm thực hiện quy định nêu gương",
        publisher=PublisherFactory(name="Báo Sông Lam"),
        published_on=dt.date(2022, 3, 21),
        source_url="https://baosonglam.example/chinh-tri/thach-linh-sau-ba-nam",
    )
    article.themes.add(ThemeFactory(name="nêu gương", slug="neu-guong"))
    cite(article, document(issuer="Bộ Chính trị", title="Về học tập và làm theo tư tưởng"))
    task = approved_task(
        article,
        wording="Các đảng ủy xã, thị trấn rà soát lại toàn bộ bản cam kết",
        due="trong tháng 4/2022",
        taking_part=["Ủy ban Mặt trận Tổ quốc huyện"],
    )
    withdrawn = published_edition(title="Đã thu hồi")
    withdraw_edition(ManagingEditorFactory(), withdrawn, reason="Dẫn sai nguồn.")
    first = published_edition(
        Pick(heading="Từ cơ sở"),
        Pick(article=article, note="Nên đọc **kỹ** đoạn nói về bốn việc không đạt."),
        Pick(heading="Việc phải làm"),
        Pick(task=task, note="Có thời hạn rõ."),
        title="Nêu gương",
        introduction="Chữ *nêu gương* khi về đến bản làng.\n\n- một\n- hai",
    )
    return next_edition(first.curated_list)


def pages_of(published: Edition) -> list[str]:
    """The pages whose addresses have numbers in them, and one that compares."""
    entry = published.entries.get(position=1)
    return [
        f"bai-viet/{entry.article_number}/",
        f"van-ban/{entry.known_documents.get().slug}/",
        "danh-muc/neu-guong/an-ban/1/",
        "danh-muc/neu-guong/an-ban/2/so-voi/1/",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["", "en/"])
def test_axe_finds_nothing_serious(
    page: Page,
    live_server: LiveServer,
    published: Edition,
    language: str,
    scheme: Literal["light", "dark"],
) -> None:
    page.emulate_media(color_scheme=scheme)
    for path in [*PAGES, *pages_of(published)]:
        page.goto(f"{live_server.url}/{language}{path}")
        found = Axe().run(page).response["violations"]
        assert not [(path, rule["id"]) for rule in found if rule["impact"] in SERIOUS]


@pytest.mark.parametrize("width", [390, 1440])
def test_no_page_is_wider_than_the_window(
    page: Page, live_server: LiveServer, published: Edition, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path, status in {**PAGES, **dict.fromkeys(pages_of(published), 200)}.items():
        response = page.goto(f"{live_server.url}/{path}")
        assert response
        assert response.status == status
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_page_loads_nothing_from_elsewhere_and_breaks_no_policy(
    page: Page, live_server: LiveServer, published: Edition
) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    for path in ["", "danh-muc/", "danh-muc/neu-guong/", "chu-de/", *pages_of(published)]:
        asked.clear()
        page.goto(f"{live_server.url}/{path}")

        assert len(asked) <= 3  # the page, its style sheet, its icon where the browser wants it
        assert all(address.startswith(live_server.url) for address in asked)
        assert said == []


def test_the_first_load_is_light(page: Page, live_server: LiveServer, published: Edition) -> None:
    """Without pictures, and as it is: a server in front may press it further."""
    loaded: list[Response] = []
    page.on("response", lambda response: loaded.append(response))  # noqa: PLW0108  (it marks what it calls)
    for path in ["", "danh-muc/neu-guong/", *pages_of(published)]:
        loaded.clear()
        page.goto(f"{live_server.url}/{path}", wait_until="networkidle")
        assert sum(len(each.body()) for each in loaded) < LIGHT


def test_a_reader_switches_language_and_stays_on_the_page(
    page: Page, live_server: LiveServer, published: Edition
) -> None:
    page.goto(f"{live_server.url}/danh-muc/neu-guong/an-ban/2/")
    page.get_by_role("link", name="English").click()

    expect(page).to_have_url(f"{live_server.url}/en/danh-muc/neu-guong/an-ban/2/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nêu gương")
    page.get_by_role("link", name="Tiếng Việt").click()
    expect(page).to_have_url(f"{live_server.url}/danh-muc/neu-guong/an-ban/2/")


def test_on_paper_the_addresses_stand_and_the_navigation_does_not(
    page: Page, live_server: LiveServer, published: Edition
) -> None:
    page.goto(f"{live_server.url}/danh-muc/neu-guong/")
    page.emulate_media(media="print")

    expect(page.get_by_role("navigation")).to_be_hidden()
    printed = page.evaluate(
        "getComputedStyle(document.querySelector('.source a'), '::after').content"
    )
    assert "https://baosonglam.example/chinh-tri/thach-linh-sau-ba-nam" in printed


def test_a_keyboard_reader_skips_to_the_content(
    page: Page, live_server: LiveServer, published: Edition
) -> None:
    page.goto(f"{live_server.url}/danh-muc/neu-guong/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "noi-dung"
