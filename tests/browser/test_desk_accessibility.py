"""Every screen of the desk with work on it, as each role sees it, in Vietnamese."""

from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.browser.busy import BusyDesk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SERIOUS = {"serious", "critical"}
# What looks decide; all else is the same in every look.
RULES_OF_LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable"]

# What is amiss in templates and scripts that are Django's own, or that axe cannot see:
LEFT_OUT = [
    ["#searchbar"],  # its label is a picture
    ["td.delete"],  # the boxes stand under a heading, without labels
    [".help-tooltip"],  # a name on an element that takes none
    [".select2-selection--multiple ul"],  # holds a button beside its items
    [".review-body .mark"],  # told apart from other words by a tint and a bar
]


def test_everybody_can_use_every_screen_wide_and_narrow_light_and_dark(
    window: Callable[[], Page], at_desk: Callable[..., Page]
) -> None:
    """And nothing complains: `window` listens to what the browser says."""
    faults = list(faults_on(window(), ["login/"]))
    for person, paths in BusyDesk().screens():
        faults += faults_on(at_desk(person), paths)
    assert not faults, "\n".join(faults)


def faults_on(page: Page, paths: list[str]) -> Iterator[str]:
    for path in paths:
        page.set_viewport_size({"width": 1440, "height": 900})
        page.emulate_media(color_scheme="light")
        response = page.goto(f"/admin/{path}")
        assert response
        assert response.status == HTTPStatus.OK, path
        page.evaluate(AXE_SCRIPT)
        yield from (f"{path}, wide, light: {fault}" for fault in faults_of(page))

        page.set_viewport_size({"width": 390, "height": 900})
        page.emulate_media(color_scheme="dark")
        page.evaluate("document.getAnimations().forEach((fading) => fading.finish())")
        yield from (f"{path}, narrow, dark: {fault}" for fault in faults_of(page, RULES_OF_LOOKS))


def faults_of(page: Page, rules: list[str] | None = None) -> Iterator[str]:
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        yield "wider than the window"
    # Loading style sheets anew, for the one rule that wants them, is what the policy forbids.
    options: dict[str, Any] = {"resultTypes": ["violations"], "preload": False}
    if rules:
        options["runOnly"] = rules
    asked = [{"exclude": LEFT_OUT}, options]
    found = page.evaluate("([where, options]) => axe.run(where, options)", asked)
    for rule in found["violations"]:
        if rule["impact"] in SERIOUS:
            for node in rule["nodes"]:
                yield f"{rule['id']}: {node['html']}"
