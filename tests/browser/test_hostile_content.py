"""What is meant to do harm, in a real browser: nothing runs, nothing is asked of anybody else.

The policy has nothing to report either: it is the second lock, not the one that holds.
"""

import json
from collections.abc import Iterator
from http import HTTPStatus

import feedparser
import pytest
from playwright.sync_api import ConsoleMessage, Dialog, Page, Request, expect
from pytest_django.live_server_helper import LiveServer

from portal.models import Edition
from tests.portal.hostile import RUN, TITLE, hostile_edition, pages_of, what_becomes_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HEARS_THE_POLICY = """
window.refused = [];
addEventListener("securitypolicyviolation", (event) =>
  refused.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));
"""
# Whatever waits for a hand, a gaze or a mishap has its chance.
PROVOKED = """() => {
  for (const each of document.querySelectorAll("details")) each.open = true;
  const happens = ["error", "load", "mouseover", "focus", "begin", "toggle", "animationend"];
  for (const each of document.querySelectorAll("*"))
    for (const what of happens) each.dispatchEvent(new Event(what));
}"""
HARM = """() => [
  ...(window.harmed ? ["it ran"] : []),
  ...(window.refused ?? []),
  ...[...document.querySelectorAll("*")].flatMap((each) =>
    each.getAttributeNames().filter((name) => /^(on|style$|srcdoc$)/.test(name))),
  ...[...document.links].map((link) => link.protocol)
    .filter((protocol) => !["http:", "https:", "mailto:"].includes(protocol)),
]"""
A_FRAME_LATER = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


@pytest.fixture
def edition() -> Edition:
    return hostile_edition()


@pytest.fixture
def complaints(page: Page, live_server: LiveServer) -> Iterator[list[str]]:
    """What a browser says on its own: in the end it must have said nothing."""
    said: list[str] = []

    def asked(dialog: Dialog) -> None:
        said.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def told(message: ConsoleMessage) -> None:
        if f"status of {HTTPStatus.GONE.value}" not in message.text:  # a withdrawn page
            said.append(f"{message.location['url']}: {message.text}")

    def wanted(request: Request) -> None:
        if not request.url.startswith((f"{live_server.url}/", "about:")):
            said.append(f"asked for {request.url}")

    page.on("dialog", asked)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", told)
    page.on("request", wanted)
    yield said
    assert said == []


def harm_on(page: Page) -> list[str]:
    page.evaluate(PROVOKED)
    page.evaluate(A_FRAME_LATER)
    found: list[str] = page.evaluate(HARM)
    return found


def test_what_runs_or_is_forbidden_would_be_seen(page: Page) -> None:
    harmful = f"<!doctype html><title>x</title>{RUN}<a href='javascript:1'>x</a>"
    page.set_content(f"{harmful}<img src=x onerror=window.harmed=1>")
    assert {"it ran", "onerror", "javascript:"} <= {*harm_on(page)}

    page.add_init_script(HEARS_THE_POLICY)
    forbids = {"content-security-policy": "default-src 'self'"}
    page.route("**/*", lambda route: route.fulfill(body=harmful, headers=forbids))
    page.goto("https://harm.example/")
    assert any("script-src-elem: inline" in found for found in harm_on(page))


def test_nothing_runs_on_any_public_page(
    page: Page, live_server: LiveServer, edition: Edition, complaints: list[str]
) -> None:
    pages = dict.fromkeys(pages_of(edition), 200)
    follow = what_becomes_of(edition)
    pages |= {
        f"{language}{path}": status for path, status in follow.items() for language in ("", "/en")
    }
    page.add_init_script(HEARS_THE_POLICY)
    for path, status in pages.items():
        response = page.goto(f"{live_server.url}{path}")
        assert response
        assert response.status == status, path
        assert harm_on(page) == [], path
        for width in (390, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.emulate_media(media="print")
        assert harm_on(page) == [], path
        page.emulate_media(media="screen")
        assert complaints == [], path


def test_a_suggestion_is_words(
    page: Page, live_server: LiveServer, edition: Edition, complaints: list[str]
) -> None:
    page.add_init_script(HEARS_THE_POLICY)
    page.goto(f"{live_server.url}/tim-kiem/")
    page.get_by_role("combobox").press_sequentially("hyperlink")
    expect(page.get_by_role("option").filter(has_text="<script>").first).to_be_visible()
    assert harm_on(page) == []


@pytest.mark.parametrize("feed", ["/an-ban", "/chu-de/doc-hai/moi"])
def test_a_reader_of_feeds_without_a_policy_runs_nothing(
    page: Page, live_server: LiveServer, edition: Edition, complaints: list[str], feed: str
) -> None:
    what_becomes_of(edition)
    for form in ("atom", "rss", "json"):
        told = markup_in(page.request.get(f"{live_server.url}{feed}.{form}").body(), form)
        assert any("window.harmed" in markup for markup in told)
        for markup in told:
            page.set_content(f"<!doctype html><title>{form}</title>{markup}")
            assert harm_on(page) == []
            assert (
                page.locator("script, iframe, svg, img:not([src^='http']), [src^='//']").count()
                == 0
            )


def markup_in(data: bytes, form: str) -> list[str]:
    if form == "json":
        return [item["content_html"] for item in json.loads(data)["items"]]
    feed = feedparser.parse(data, sanitize_html=False)  # type: ignore[attr-defined,no-untyped-call]
    assert not feed.bozo
    return [entry.summary for entry in feed.entries]


def test_the_words_stand_there_to_be_read(
    page: Page, live_server: LiveServer, edition: Edition, complaints: list[str]
) -> None:
    page.goto(f"{live_server.url}/danh-muc/{edition.slug}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE[:60])
