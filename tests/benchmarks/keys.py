"""`make bench`: from the press of a key to the next item painted, in a real browser.

Served as in production (gunicorn), with TASKS tasks there (100,000). PRESSES says how many keys are
pressed: each approves a task, or goes on to the next article where none waits. Painted is when the
browser has given out the frame in which the next task is the current one.
"""

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Error, Page, expect, sync_playwright

from tests.benchmarks.desks import Desks, a_place, at
from tests.benchmarks.measuring import tell, tell_all
from tests.browser import chromium
from tests.faults.desk import serves
from tests.faults.processes import Process, free_port, wait_until

PRESSES: Final = int(os.environ.get("PRESSES", "200"))
MOST_TO_PAINT: Final = 300.0
MOST_OF_SERVER: Final = 100.0
PAUSE: Final = 250  # milliseconds that even the quickest looks at a task
WAITED_FOR: Final = ("/decide/", "/next/")
"""The others are asked for on the side, before anybody needs the answer."""
PATIENCE: Final = 30.0  # seconds
SERVING: Final = ("--workers=2", "--threads=4")
APPROVE: Final = "a"
NEXT_ARTICLE: Final = "n"
WATCHER: Final = """
    const KEY = "benchmark-pressed", DONE = "benchmark-painted";
    const current = () => document.querySelector(".task-current:not(.task-sent)")?.id ?? "";
    const painted = (then) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = then;
        channel.port2.postMessage(null);
    });
    function watch() {
        const pressed = JSON.parse(sessionStorage.getItem(KEY));
        if (!pressed) return;
        if (!current() || current() === pressed.from) {
            requestAnimationFrame(watch);
            return;
        }
        painted(() => {
            sessionStorage.removeItem(KEY);
            const taken = performance.timeOrigin + performance.now() - pressed.at;
            sessionStorage.setItem(DONE, JSON.stringify({ taken, loaded: pressed.page !== page }));
        });
    }
    const page = performance.timeOrigin;
    addEventListener("keydown", (event) => {
        const at = performance.timeOrigin + event.timeStamp;
        sessionStorage.removeItem(DONE);
        sessionStorage.setItem(KEY, JSON.stringify({ at, page, from: current() }));
        requestAnimationFrame(watch);
    }, true);
    requestAnimationFrame(watch);
"""
SERVED: Final = """() => performance.getEntriesByType("resource")
    .filter((one) => ["fetch", "xmlhttprequest"].includes(one.initiatorType))
    .map((one) => [new URL(one.name).pathname, one.responseStart - one.requestStart])"""


@dataclass(frozen=True, slots=True)
class Press:
    """A key, the milliseconds until what it asked for was painted, and those of the server."""

    key: str
    taken: float
    loaded: bool
    """Whether the browser had to load a page, which had not been fetched before."""
    served: list[tuple[str, float]]


def main() -> None:
    with a_place():
        desks = Desks()
        with at(desks.many), served(desks) as address:
            press_keys(address, desks.people)
    tell_all()


@contextmanager
def served(desks: Desks) -> Iterator[str]:
    """Serve the desk with many as docs/operations.md says, but for https."""
    from django.conf import settings

    from portal import embedded

    port = free_port()
    name = desks.many.settings_dict["NAME"]
    address = embedded.addresses(settings.SERVERS_DIR).url(database=name)
    web = Process(
        "web",
        [sys.executable, "-m", "gunicorn", "portal.wsgi", *SERVING, f"--bind=127.0.0.1:{port}"],
        settings.VAR_DIR / "web.log",
        os.environ | {"DATABASE_URL": address},
        folder=settings.BASE_DIR,
    )
    web.start()
    try:
        wait_until(lambda: serves(port), 120, "the web process to serve")
        yield f"http://127.0.0.1:{port}"
    finally:
        web.stop()


def press_keys(address: str, person: int) -> None:
    path = chromium.fetch()
    if path is None:
        sys.exit("There is no browser, and none could be fetched.")
    name, value = signed_in(person)
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=path, args=chromium.arguments(path))
        context = browser.new_context(base_url=address, viewport={"width": 1440, "height": 900})
        context.add_cookies([{"name": name, "value": value, "url": address}])
        context.add_init_script(WATCHER)
        page = context.new_page()
        page.goto("/en/admin/review/extractedtask/")
        page.get_by_role("button", name="Next for me").click()
        tell_times(list(pressed(page)))
        browser.close()


def signed_in(person: int) -> tuple[str, str]:
    """Give the cookie of somebody who has signed in."""
    from django.conf import settings
    from django.test import Client

    from portal.people.models import User

    client = Client()
    client.force_login(User.objects.get(pk=person))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    return cookie.key, cookie.value


def pressed(page: Page) -> Iterator[Press]:
    """Approve task after task, and go on to the next article where none waits any more."""
    for _ in range(PRESSES):
        page.locator(".task-current").focus()  # where a page has been loaded, nothing is yet
        waits = page.locator("[data-waits]:not(.task-sent)").count()
        key = APPROVE if waits > 1 else NEXT_ARTICLE
        if waits == 1:  # decided on the way: its answer has nothing that comes after it
            page.keyboard.press(APPROVE)
            expect(page.locator("[data-waits]")).to_have_count(0, timeout=1000 * PATIENCE)
            page.wait_for_timeout(PAUSE)
        page.evaluate("performance.clearResourceTimings()")
        page.keyboard.press(key)
        painted = json.loads(said_when_painted(page))
        expect(page.locator(".task-sent")).to_have_count(0, timeout=1000 * PATIENCE)
        page.wait_for_timeout(PAUSE)
        yield Press(key, painted["taken"], loaded=painted["loaded"], served=page.evaluate(SERVED))


def said_when_painted(page: Page) -> str:
    """Wait for it here, since the desk's content policy lets no page wait for words of ours."""
    found: list[str] = []

    def is_painted() -> bool:
        with suppress(Error):  # another page is being loaded
            found[:] = filter(None, [page.evaluate("sessionStorage.getItem('benchmark-painted')")])
        return bool(found)

    wait_until(is_painted, PATIENCE, "the next item to be painted")
    return found[0]


def tell_times(presses: list[Press]) -> None:
    for name, key in (("the next task", APPROVE), ("the next article", NEXT_ARTICLE)):
        taken = [press.taken for press in presses if press.key == key]
        print(f"{name} painted, {len(taken)} times: {_spread(taken)}")
        tell(f"milliseconds to {name} painted, p95", _p95(taken), MOST_TO_PAINT)
    on = [press for press in presses if press.key == NEXT_ARTICLE]
    tell("articles that were not there before they were asked for", sum(p.loaded for p in on), 0)
    requests: dict[str, list[float]] = {}
    for address, answered in (each for press in presses for each in press.served):
        requests.setdefault(re.sub(r"\d+", "N", address), []).append(answered)
    for address, times in requests.items():
        print(f"{address}, {len(times)} times: {_spread(times)}")
        if address.endswith(WAITED_FOR):
            tell("milliseconds of the server, p95", _p95(times), MOST_OF_SERVER)


def _spread(times: list[float]) -> str:
    return f"p50 {sorted(times)[len(times) // 2]:.0f} ms, p95 {_p95(times):.0f} ms"


def _p95(times: list[float]) -> float:
    return sorted(times)[len(times) * 19 // 20]


if __name__ == "__main__":
    main()
