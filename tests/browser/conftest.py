"""A real browser for the tests in this folder."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, expect
from pytest_django.live_server_helper import LiveServer
from pytest_playwright.pytest_playwright import CreateContextCallback

from portal.people.models import User
from tests.browser import chromium

PATIENCE = 15_000  # milliseconds; a machine may be busy with more than these tests
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    path = chromium.find()
    if path is None:
        pytest.skip("no browser: run `make test`, which looks for one")
    return {"executable_path": path, "args": chromium.arguments(path)}


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    return {"locale": "vi-VN", "viewport": {"width": 1440, "height": 900}}


@pytest.fixture
def window(
    new_context: CreateContextCallback, live_server: LiveServer
) -> Iterator[Callable[..., Page]]:
    """Open a browser of its own, at the desk's door. In the end, none may have complained.

    window(java_script_enabled=False)
    """
    complaints: list[str] = []

    def opened(**options: Any) -> Page:
        context = new_context(base_url=f"{live_server.url}/en/admin/", **options)
        context.set_default_timeout(PATIENCE)
        _listen(context, complaints)
        return context.new_page()

    yield opened
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def at_desk(window: Callable[..., Page], live_server: LiveServer) -> Callable[..., Page]:
    """Give a person, who has signed in, a browser at the desk."""

    def seated(person: User, **options: Any) -> Page:
        client = Client()
        client.force_login(person)
        session = client.cookies[settings.SESSION_COOKIE_NAME]
        page = window(**options)
        page.context.add_cookies(
            [{"name": session.key, "value": session.value, "url": live_server.url}]
        )
        page.goto("")
        return page

    return seated


def _listen(context: BrowserContext, complaints: list[str]) -> None:
    """Hear what scripts throw, what cannot be loaded, and what the content policy forbids."""

    def said(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(f"{message.location['url']}: {message.text}")

    context.on("console", said)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
