"""Asking a real site: what comes back, and what is said when nothing does."""

import gzip
import ssl
import subprocess
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from articles.fetching import (
    Alone,
    Client,
    Fetched,
    NotModified,
    Own,
    Refusal,
    Rules,
    Unfetchable,
    parse,
)
from tests.articles.fetching.local_site import Answer, Asked, LocalSite, html, leads_to, serving

LARGEST = 200_000


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with serving() as running:
        yield running


def client_of(site: LocalSite, **rules: Any) -> Client:
    own = Own([site.own_host])
    return Client(Rules(own=own, **{"largest": LARGEST, "total": 5.0, **rules}), Alone())


def fetched(site: LocalSite, path: str, **rules: Any) -> Fetched:
    answer = client_of(site, **rules).fetch(site.url(path))
    assert isinstance(answer, Fetched)
    return answer


def refusal(site: LocalSite, path: str, **rules: Any) -> Unfetchable:
    with pytest.raises(Unfetchable) as refused:
        client_of(site, **rules).fetch(site.url(path))
    return refused.value


def test_a_page_comes_with_all_that_is_said_of_it(site: LocalSite) -> None:
    site.page("/a", html("<p>Chào</p>", ETag='"1"', Last_Modified="Sun, 01 Nov 2026 00:00:00 GMT"))

    page = fetched(site, "/a", user_agent="Duyet/0.1 (+https://desk.example)")

    assert page.data == "<p>Chào</p>".encode()
    assert page.media_type == "text/html; charset=utf-8"
    assert page.address.url == site.url("/a")
    assert page.etag == '"1"'
    assert page.last_modified == "Sun, 01 Nov 2026 00:00:00 GMT"
    assert site.paths() == ["/robots.txt", "/a"]
    assert {asked.headers["user-agent"] for asked in site.asked} == {
        "Duyet/0.1 (+https://desk.example)"
    }


def test_what_is_as_it_was_does_not_come_again(site: LocalSite) -> None:
    def conditional(asked: Asked) -> Answer:
        same = asked.headers.get("if-none-match") == '"1"'
        return Answer(304) if same else html("<p>Mới</p>")

    address = site.page("/feed", conditional)
    client = client_of(site)

    assert isinstance(client.fetch(address, etag='"1"'), NotModified)
    assert isinstance(client.fetch(address, etag='"2"'), Fetched)
    client.fetch(address, last_modified="Sun, 01 Nov 2026 00:00:00 GMT")
    assert site.asked[-1].headers["if-modified-since"] == "Sun, 01 Nov 2026 00:00:00 GMT"


@pytest.mark.parametrize(
    ("status", "code", "may_pass"),
    [
        (404, Refusal.NOT_FOUND, False),
        (410, Refusal.NOT_FOUND, False),
        (401, Refusal.REFUSED_BY_SITE, False),
        (403, Refusal.REFUSED_BY_SITE, False),
        (418, Refusal.REFUSED_BY_SITE, False),
        (451, Refusal.REFUSED_BY_SITE, False),
        (408, Refusal.NO_ANSWER, True),
        (429, Refusal.REFUSED_BY_SITE, True),
        (500, Refusal.NO_ANSWER, True),
        (503, Refusal.NO_ANSWER, True),
        (599, Refusal.NO_ANSWER, True),
        (204, Refusal.EMPTY, False),
        (206, Refusal.NO_ANSWER, False),
        (304, Refusal.NO_ANSWER, False),
        (302, Refusal.NO_ANSWER, False),  # to nowhere
    ],
)
def test_a_status_is_told_apart(
    site: LocalSite, status: int, code: Refusal, may_pass: bool
) -> None:
    site.page("/a", Answer(status))

    refused = refusal(site, "/a")

    assert (refused.code, refused.may_pass) == (code, may_pass)


@pytest.mark.parametrize(
    ("stated", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("99999999999999", 3600),
        (format_datetime(datetime.now(UTC) + timedelta(hours=9), usegmt=True), 3600),
        (format_datetime(datetime.now(UTC) - timedelta(hours=9), usegmt=True), 0),
        ("soon", None),
        ("-5", None),
        ("²", None),
    ],
    ids=["soon", "now", "never", "a later day", "an earlier day", "in words", "below zero", "odd"],
)
def test_a_site_may_say_when_to_come_back(
    site: LocalSite, stated: str, seconds: int | None
) -> None:
    site.page("/a", Answer(503, headers={"Retry-After": stated}))

    after = refusal(site, "/a").retry_after

    assert after == (None if seconds is None else timedelta(seconds=seconds))


def test_redirects_are_followed_and_remembered(site: LocalSite) -> None:
    site.page("/1", leads_to("/2", 301))
    site.page("/2", leads_to("3?a=b#c", 307))
    site.page("/3?a=b", "<p>Đến nơi</p>")
    client = client_of(site)

    page = client.fetch(site.url("/1"))
    client.fetch(site.url("/1"))

    assert isinstance(page, Fetched)
    assert [address.url for address in page.trail] == [
        site.url(path) for path in ("/1", "/2", "/3?a=b")
    ]
    assert page.address == page.trail[-1]
    assert site.paths() == ["/robots.txt", "/1", "/2", "/3?a=b", "/3?a=b"]


def test_redirects_end(site: LocalSite) -> None:
    for number in range(7):
        site.page(f"/{number}", leads_to(f"/{number + 1}"))
    site.page("/7", "<p>Quá xa</p>")
    site.page("/a", leads_to("/b"))
    site.page("/b", leads_to("/a"))
    site.page("/self", leads_to("/self"))

    assert fetched(site, "/2").address.url == site.url("/7")
    for path in ("/1", "/a", "/self"):
        assert refusal(site, path).code == Refusal.LEADS_NOWHERE


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("http://127.0.0.1/", Refusal.FORBIDDEN_ADDRESS),
        ("http://127.0.0.1:1/", Refusal.FORBIDDEN_ADDRESS),
        ("http://169.254.169.254/latest/", Refusal.FORBIDDEN_ADDRESS),
        ("http://0x7f.1/", Refusal.FORBIDDEN_ADDRESS),
        ("//[::1]/", Refusal.FORBIDDEN_ADDRESS),
        ("https://1.1.1.1:22/", Refusal.CLOSED_PORT),
        ("file:///etc/passwd", Refusal.BAD_ADDRESS),
        ("gopher://127.0.0.1/", Refusal.BAD_ADDRESS),
        ("http://a:b@1.1.1.1/", Refusal.BAD_ADDRESS),
        ("http://[", Refusal.BAD_ADDRESS),
        ("/login?next=/a", Refusal.REFUSED_BY_SITE),
        ("/tai-khoan/dang-nhap.html", Refusal.REFUSED_BY_SITE),
        ("/", Refusal.NOT_FOUND),
    ],
)
def test_a_redirect_is_checked_like_an_address(site: LocalSite, target: str, code: Refusal) -> None:
    site.page("/a", leads_to(target))
    site.page("/", "<p>Trang chủ</p>")

    refused = refusal(site, "/a")

    assert (refused.code, refused.may_pass) == (code, False)
    assert site.paths() == ["/robots.txt", "/a"]


def test_no_site_leads_into_ones_own_network(site: LocalSite) -> None:
    manners = Alone()
    manners.keep_redirect(parse("http://1.1.1.1/a"), site.page("/a", "<p>a</p>"))
    client = Client(Rules(own=Own([site.own_host])), manners)

    with pytest.raises(Unfetchable) as refused:
        client.fetch("http://1.1.1.1/a")

    assert refused.value.code == Refusal.FORBIDDEN_ADDRESS
    assert not site.asked


def test_where_a_site_leads_away_is_asked_again(site: LocalSite) -> None:
    leads = [leads_to("/"), html("<p>a</p>")]
    site.page("/a", lambda _asked: leads.pop(0))
    client = client_of(site)

    with pytest.raises(Unfetchable):
        client.fetch(site.url("/a"))

    assert isinstance(client.fetch(site.url("/a")), Fetched)


def test_no_more_is_taken_in_than_allowed(site: LocalSite) -> None:
    long = b"a" * (LARGEST + 1)
    site.page("/stated", Answer(body=long))

    site.page("/just", Answer(body=long[1:]))

    assert refusal(site, "/stated").code == Refusal.TOO_LARGE
    assert len(fetched(site, "/just").data) == LARGEST


@pytest.mark.parametrize("packing", ["gzip", "deflate", "raw deflate"])
def test_packed_pages_are_unpacked_and_bombs_are_not(site: LocalSite, packing: str) -> None:
    def packed(data: bytes) -> Answer:
        raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        body = {
            "gzip": gzip.compress(data),
            "deflate": zlib.compress(data),
            "raw deflate": raw.compress(data) + raw.flush(),
        }[packing]
        return Answer(body=body, headers={"Content-Encoding": packing.rpartition(" ")[2]})

    site.page("/page", packed(b"<p>Nho</p>" * 5000))
    site.page("/bomb", packed(bytes(20_000_000)))

    assert fetched(site, "/page").data == b"<p>Nho</p>" * 5000
    assert refusal(site, "/bomb").code == Refusal.TOO_LARGE


def test_broken_packings_are_told(site: LocalSite) -> None:
    whole = gzip.compress(b"<p>Nho</p>" * 5000)
    site.page("/cut", Answer(body=whole[:-9], headers={"Content-Encoding": "gzip"}))
    site.page("/no", Answer(body=b"<p>Nho</p>", headers={"Content-Encoding": "gzip"}))
    site.page("/other", Answer(body=whole, headers={"Content-Encoding": "br"}))
    site.page("/twice", Answer(body=whole, headers={"Content-Encoding": "gzip, gzip"}))

    assert (refusal(site, "/cut").code, refusal(site, "/cut").may_pass) == ("no_answer", True)
    for path in ("/no", "/other", "/twice"):
        assert (refusal(site, path).code, refusal(site, path).may_pass) == ("no_answer", False)


def test_what_cannot_be_an_article_is_not_taken_in(site: LocalSite) -> None:
    for kind in ("video/mp4", "audio/mpeg", "image/png"):
        site.page(f"/{kind}", Answer(body=b"x" * 1000, headers={"Content-Type": kind}))
    site.page("/empty", Answer(body=b" \n"))

    assert refusal(site, "/video/mp4").code == Refusal.UNSUPPORTED
    assert refusal(site, "/audio/mpeg").code == Refusal.UNSUPPORTED
    assert refusal(site, "/image/png").code == Refusal.PICTURE
    assert refusal(site, "/empty").code == Refusal.EMPTY


def test_nobody_waits_for_a_slow_site_for_long(site: LocalSite) -> None:
    site.page("/silent", Answer(seconds=3))
    site.page("/dripping", Answer(body=b"a" * 100, in_pieces=0.05))
    site.page("/cut", Answer(body=b"<p>a</p>", cut_off=True))

    for path in ("/silent", "/dripping", "/cut"):
        refused = refusal(site, path, total=0.5)
        assert (refused.code, refused.may_pass) == (Refusal.NO_ANSWER, True), path


def test_a_site_that_is_not_there_may_come_back() -> None:
    with serving() as site:
        gone = site
    refused = refusal(gone, "/a")

    assert (refused.code, refused.may_pass) == (Refusal.NO_ANSWER, True)


def test_robots_are_obeyed_and_asked_for_once(site: LocalSite) -> None:
    rules = "User-agent: *\nDisallow: /kin\n\nUser-agent: Duyet\nDisallow: /rieng\nCrawl-delay: 7"
    site.page("/robots.txt", Answer(body=rules.encode()))
    for path in ("/kin", "/rieng", "/mo"):
        site.page(path, "<p>a</p>")
    client = client_of(site)

    client.fetch(site.url("/mo"))
    client.fetch(site.url("/kin"))
    with pytest.raises(Unfetchable) as refused:
        client.fetch(site.url("/rieng/a"))

    assert (refused.value.code, refused.value.may_pass) == (Refusal.NOT_ALLOWED, False)
    assert site.paths() == ["/robots.txt", "/mo", "/kin"]


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        (Answer(404), True),
        (Answer(403), True),
        (leads_to("/robots.txt"), True),
        (leads_to("/"), True),
        (Answer(body=b"\xff\xfe\x00 no rules at all"), True),
        (Answer(body=b"\xef\xbb\xbfUser-agent: *\nDisallow: /"), False),
        (Answer(body=b"User-agent: *\nDisallow: /\n" + b"# " + b"a" * 2_000_000), False),
    ],
)
def test_a_site_without_rules_allows_everything(
    site: LocalSite, robots: Answer, allowed: bool
) -> None:
    site.page("/robots.txt", robots)
    site.page("/a", "<p>a</p>")

    if allowed:
        assert fetched(site, "/a").data == b"<p>a</p>"
    else:
        assert refusal(site, "/a").code == Refusal.NOT_ALLOWED


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_site_whose_rules_cannot_be_told_now_is_asked_later(site: LocalSite, status: int) -> None:
    site.page("/robots.txt", Answer(status))
    site.page("/a", "<p>a</p>")

    refused = refusal(site, "/a")

    assert refused.may_pass
    assert site.paths() == ["/robots.txt"]


def test_environment_names_no_proxy(site: LocalSite, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", "")
    site.page("/a", "<p>a</p>")

    assert fetched(site, "/a").data == b"<p>a</p>"


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for bao.example, and its key."""
    path = tmp_path / "bao.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=bao.example", "-addext", "subjectAltName=DNS:bao.example"),
            *("-keyout", str(tmp_path / "key.pem"), "-out", str(path)),
        ],
        check=True,
        capture_output=True,
    )
    path.write_text(path.read_text() + (tmp_path / "key.pem").read_text())
    return path


def test_tls_is_with_the_name_though_the_number_is_connected_to(
    site: LocalSite, certificate: Path
) -> None:
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate)
    site.socket = server.wrap_socket(site.socket, server_side=True)
    site.page("/a", "<p>a</p>")
    hosts = [f"{name}.example:{site.port}" for name in ("bao", "khac")]
    client = Client(
        Rules(own=Own(hosts)),
        Alone(),
        resolve=lambda _host, _port: ["127.0.0.1"],
        tls=ssl.create_default_context(cafile=str(certificate)),
    )

    page = client.fetch(f"https://{hosts[0]}/a")
    with pytest.raises(Unfetchable) as refused:
        client.fetch(f"https://{hosts[1]}/a")

    assert isinstance(page, Fetched)
    assert (refused.value.code, refused.value.may_pass) == (Refusal.NO_ANSWER, False)
