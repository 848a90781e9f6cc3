"""A site of many pages, with everything among them that sites do, and how each must end."""

import gzip
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from articles.models import ImportItem
from tests.articles.fetching.desk import article_page
from tests.articles.fetching.local_site import Answer, Asked, LocalSite, html, leads_to

State, Problem = ImportItem.State, ImportItem.Problem

QUICK, SLOW, GONE = "127.0.0.1", "127.0.0.2", "127.0.0.3"
SLOW_SECONDS: Final = 0.6
LARGEST: Final = 300_000
FIRST: Final = "/bai-0.html"


class Page(NamedTuple):
    address: str
    state: ImportItem.State
    problem: str = ""


def build(site: LocalSite, count: int) -> list[Page]:
    """Fill the site with so many pages, and say how each must end."""
    site.page("/robots.txt", "User-agent: *\nDisallow: /noi-bo/\n")
    makers = _makers()
    return [maker(site, number) for number, maker in zip(range(count), makers, strict=False)]


def _makers() -> Iterator[Callable[[LocalSite, int], Page]]:
    """Of each twenty pages, nine are odd."""
    odd = [
        _not_found, _failing_once, _told_when, _chain, _loop, _inwards, _to_the_keys, _huge, _bomb,
        _picture, _closed, _signing_in, _slow, _old_letters, _known, _without_text,
        _always_failing, _front_page, _odd_host, _cut_off_once,
    ]  # fmt: skip
    place = 0
    while True:
        for number in range(20):
            if number < 11:
                yield _plain
            else:
                yield odd[place % len(odd)]
                place += 1


def _url(site: LocalSite, path: str, host: str = QUICK) -> str:
    return site.url(path, host)


def _article(number: int) -> str:
    return article_page(f"Chi bộ thôn {number} đổi mới sinh hoạt trong năm {number}")


def _plain(site: LocalSite, number: int) -> Page:
    site.page(f"/bai-{number}.html", _article(number))
    return Page(_url(site, f"/bai-{number}.html"), State.IMPORTED)


def _not_found(site: LocalSite, number: int) -> Page:
    return Page(_url(site, f"/mat-{number}.html"), State.FAILED, Problem.NOT_FOUND)


def _failing_once(site: LocalSite, number: int) -> Page:
    return _then_fine(site, f"/loi-{number}.html", number, Answer(500))


def _told_when(site: LocalSite, number: int) -> Page:
    busy = Answer(503, headers={"Retry-After": "1"})
    return _then_fine(site, f"/ban-{number}.html", number, busy)


def _cut_off_once(site: LocalSite, number: int) -> Page:
    return _then_fine(site, f"/dut-{number}.html", number, Answer(body=b"<p>", cut_off=True))


def _then_fine(site: LocalSite, path: str, number: int, first: Answer) -> Page:
    answers = [first]

    def answer(_asked: Asked) -> Answer:
        return answers.pop() if answers else html(_article(number))

    site.page(path, answer)
    return Page(_url(site, path), State.IMPORTED)


def _always_failing(site: LocalSite, number: int) -> Page:
    """Refused for good, with a status that nobody knows."""
    site.page(f"/hong-{number}.html", Answer(499))
    return Page(_url(site, f"/hong-{number}.html"), State.FAILED, Problem.REFUSED_BY_SITE)


def _chain(site: LocalSite, number: int) -> Page:
    for hop in range(3):
        site.page(f"/chuoi-{number}-{hop}", leads_to(f"/chuoi-{number}-{hop + 1}"))
    site.page(f"/chuoi-{number}-3", _article(number))
    return Page(_url(site, f"/chuoi-{number}-0"), State.IMPORTED)


def _loop(site: LocalSite, number: int) -> Page:
    site.page(f"/vong-{number}-0", leads_to(f"/vong-{number}-1"))
    site.page(f"/vong-{number}-1", leads_to(f"/vong-{number}-0"))
    return Page(_url(site, f"/vong-{number}-0"), State.FAILED, Problem.LEADS_NOWHERE)


def _inwards(site: LocalSite, number: int) -> Page:
    site.page(f"/vao-{number}", leads_to(f"http://127.0.0.1:{site.port + 1}/"))
    return Page(_url(site, f"/vao-{number}"), State.FAILED, Problem.FORBIDDEN_ADDRESS)


def _to_the_keys(site: LocalSite, number: int) -> Page:
    site.page(f"/khoa-{number}", leads_to("http://169.254.169.254/latest/meta-data/"))
    return Page(_url(site, f"/khoa-{number}"), State.FAILED, Problem.FORBIDDEN_ADDRESS)


def _huge(site: LocalSite, number: int) -> Page:
    site.page(f"/lon-{number}", Answer(body=b"a" * (LARGEST + 1)))
    return Page(_url(site, f"/lon-{number}"), State.FAILED, Problem.TOO_LARGE)


def _bomb(site: LocalSite, number: int) -> Page:
    packed = gzip.compress(bytes(20 * LARGEST))
    site.page(f"/bom-{number}", Answer(body=packed, headers={"Content-Encoding": "gzip"}))
    return Page(_url(site, f"/bom-{number}"), State.FAILED, Problem.TOO_LARGE)


def _picture(site: LocalSite, number: int) -> Page:
    site.page(f"/anh-{number}", Answer(body=b"\x89PNG", headers={"Content-Type": "image/png"}))
    return Page(_url(site, f"/anh-{number}"), State.FAILED, Problem.PICTURE)


def _closed(site: LocalSite, number: int) -> Page:
    site.page(f"/noi-bo/{number}", _article(number))
    return Page(_url(site, f"/noi-bo/{number}"), State.FAILED, Problem.NOT_ALLOWED)


def _signing_in(site: LocalSite, number: int) -> Page:
    site.page(f"/rieng-{number}", leads_to(f"/dang-nhap?ve=/rieng-{number}"))
    return Page(_url(site, f"/rieng-{number}"), State.FAILED, Problem.REFUSED_BY_SITE)


def _slow(site: LocalSite, number: int) -> Page:
    """On a host of its own, which takes its time for everything."""
    answer = html(_article(number))
    answer.seconds = SLOW_SECONDS
    site.page(f"/cham-{number}", answer)
    return Page(_url(site, f"/cham-{number}", SLOW), State.IMPORTED)


def _old_letters(site: LocalSite, number: int) -> Page:
    body = _article(number).replace("utf-8", "utf-16").encode("utf-16")
    site.page(f"/cu-{number}", Answer(body=body, headers={"Content-Type": "text/html"}))
    return Page(_url(site, f"/cu-{number}"), State.IMPORTED)


def _known(site: LocalSite, number: int) -> Page:
    """The first page once more, as somebody passed it on."""
    path = f"{FIRST}?utm_source=zalo&utm_campaign={number}"
    site.page(path, _article(0))
    return Page(_url(site, path), State.DUPLICATE)


def _without_text(site: LocalSite, number: int) -> Page:
    site.page(f"/trong-{number}", "<html><body><img src='a.png'></body></html>")
    return Page(_url(site, f"/trong-{number}"), State.FAILED, Problem.NO_BODY)


def _front_page(site: LocalSite, number: int) -> Page:
    site.page(f"/het-{number}", leads_to("/"))
    return Page(_url(site, f"/het-{number}"), State.FAILED, Problem.NOT_FOUND)


def _odd_host(site: LocalSite, number: int) -> Page:
    address = f"http://169.254.169.{number % 256}/"
    return Page(address, State.FAILED, Problem.FORBIDDEN_ADDRESS)
