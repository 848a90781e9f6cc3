"""Items with an address: fetched in turn, known again, and failed in words."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.conf import LazySettings
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from articles.actions.articles import take_down_articles
from articles.actions.erasing import erase_article
from articles.actions.fetching import start_import_of_addresses
from articles.actions.rereading import reread
from articles.actions.retrying import retry_item
from articles.actions.running import run_item
from articles.fetching import Refusal
from articles.models import Article, ArticleAddress, ImportItem, Original, SeenRedirect, Site
from articles.refusal import Refused
from tests.articles.bundled import zipped
from tests.articles.factories import ArticleFactory
from tests.articles.fetching.desk import (
    ADDRESSES,
    again,
    article_page,
    fetched,
    run_to_its_end,
    start,
)
from tests.articles.fetching.hostile import HOSTILE, known_names
from tests.articles.fetching.local_site import Answer, Asked, LocalSite, html, leads_to, serving
from tests.articles.importing import imported, ring_for, stored_files
from tests.articles.reading.words import TITLE
from tests.articles.texts import secret_page, upload
from tests.at_once import at_once
from tests.factories import EditorFactory, ManagingEditorFactory, ReviewerFactory

pytestmark = pytest.mark.django_db

State, Problem = ImportItem.State, ImportItem.Problem


@pytest.fixture
def site(settings: LazySettings) -> Iterator[LocalSite]:
    settings.FETCH_PAUSE_SECONDS = 0
    settings.FETCH_SECONDS = 3
    with serving() as running:
        settings.FETCH_OWN_HOSTS = [running.own_host]
        yield running


def addresses_of(article: Article | None) -> list[str]:
    assert article is not None
    return sorted(article.addresses.values_list("address", flat=True))


class TestAnAddress:
    def test_becomes_an_article_like_any_file(self, site: LocalSite) -> None:
        address = site.page("/tin/bai-1.html?utm_source=zalo", article_page())

        (item,) = fetched(address)

        assert (item.state, item.problem) == (State.IMPORTED, "")
        article = item.article
        assert article is not None
        assert article.title == TITLE
        assert article.source_url == address
        assert str(article.publisher) == "127.0.0.1"
        assert addresses_of(article) == [site.url("/tin/bai-1.html")]
        assert article.original.address == address
        assert article.original.name == "bai-1.html"
        assert item.name == address.removeprefix("http://")
        with default_storage.open(str(article.original.file)) as file:
            assert file.read() == article_page().encode()

    def test_keeps_its_address_when_it_is_read_again(self, site: LocalSite) -> None:
        (item,) = fetched(site.page("/a", article_page()))
        assert item.article is not None

        reread(item.article.pk)

        item.article.refresh_from_db()
        assert item.article.source_url == site.url("/a")

    def test_says_to_the_reader_which_letters_its_server_named(self, site: LocalSite) -> None:
        page = article_page().replace('<meta charset="utf-8">', "").encode("cp1258", "ignore")
        site.page(
            "/a", Answer(body=page, headers={"Content-Type": "text/html; charset=windows-1258"})
        )

        (item,) = fetched(site.url("/a"))

        assert item.original is not None
        assert item.original.media_type == "text/html; charset=windows-1258"

    def test_needs_the_right_to_import(self) -> None:
        with pytest.raises(Refused):
            start_import_of_addresses(ReviewerFactory(), ADDRESSES, ["https://a.example/"])

        job = start_import_of_addresses(EditorFactory(), ADDRESSES, ["https://a.example/"])
        assert job.source == ADDRESSES

    def test_may_lead_to_an_archive(self, site: LocalSite, tmp_path: Any) -> None:
        site.page("/bai.zip", Answer(body=zipped({"a.html": article_page().encode()})))

        (item,) = fetched(site.url("/bai.zip"))

        assert item.state == State.UNPACKED
        assert item.unpacked.count() == 1


class TestWhatIsNoArticle:
    @pytest.mark.parametrize(
        ("path", "answer", "problem"),
        [
            ("/khong-co", Answer(404), Problem.NOT_FOUND),
            ("/kin", Answer(403), Problem.REFUSED_BY_SITE),
            ("/rieng", leads_to("/dang-nhap"), Problem.REFUSED_BY_SITE),
            ("/het", leads_to("/"), Problem.NOT_FOUND),
            ("/trong", html(""), Problem.EMPTY),
            ("/rong", html("<p> </p>"), Problem.NO_BODY),
            ("/vong", leads_to("/vong"), Problem.LEADS_NOWHERE),
            ("/trong-nha", leads_to("http://169.254.169.254/"), Problem.FORBIDDEN_ADDRESS),
            ("/cua-khac", leads_to("http://1.1.1.1:22/"), Problem.CLOSED_PORT),
            ("/anh", Answer(body=b"x", headers={"Content-Type": "image/png"}), Problem.PICTURE),
            ("/anh-that", Answer(body=b"\x89PNG\r\n\x1a\n" + bytes(99)), Problem.PICTURE),
            ("/nhac", Answer(headers={"Content-Type": "audio/aac"}), Problem.UNSUPPORTED),
            ("/lon", Answer(body=b"x" * 60_000), Problem.TOO_LARGE),
        ],
    )  # fmt: skip
    def test_fails_with_its_reason(
        self,
        site: LocalSite,
        settings: LazySettings,
        path: str,
        answer: Answer,
        problem: ImportItem.Problem,
    ) -> None:
        settings.IMPORT_MAX_BYTES = 50_000
        (item,) = fetched(site.page(path, answer))

        assert (item.state, item.problem) == (State.FAILED, problem)
        assert item.article is None
        assert site.paths().count(path) == 1, "what does not pass is not tried again"

    def test_is_not_fetched_against_the_rules_of_its_site(self, site: LocalSite) -> None:
        site.page("/robots.txt", "User-agent: *\nDisallow: /noi-bo/")
        address = site.page("/noi-bo/a", article_page())

        (item,) = fetched(address)

        assert (item.state, item.problem) == (State.FAILED, Problem.NOT_ALLOWED)
        assert site.paths() == ["/robots.txt"]

    @pytest.mark.parametrize(("address", "refusal"), HOSTILE[::4])
    def test_hostile_addresses_fail_at_once_with_their_message(
        self, address: str, refusal: Refusal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(
            "socket.getaddrinfo",
            lambda host, port, **_: [
                (0, 0, 0, "", (place, port)) for place in known_names(host, port)
            ],
        )

        (item,) = start([address])
        if item.state != State.FAILED:
            item = run_to_its_end(item)

        assert (item.state, item.problem) == (State.FAILED, Problem(refusal.value))

    def test_a_secret_page_leaves_nothing(
        self, site: LocalSite, django_capture_on_commit_callbacks: Any
    ) -> None:
        body = "".join(f"<p>{line}</p>" for line in secret_page().split("\n"))
        address = site.page("/ke-hoach-thach-luu-do", f"<html><body>{body}</body></html>")

        with django_capture_on_commit_callbacks(execute=True):
            (item,) = fetched(address)

        item = again(item)
        assert (item.state, item.problem) == (State.FAILED, Problem.SECRET)
        assert (item.name, item.address, item.original) == ("", "", None)
        assert not stored_files()


class TestWhatMayPass:
    def test_is_tried_again(self, site: LocalSite) -> None:
        answers = [Answer(500), Answer(503), html(article_page())]
        address = site.page("/a", lambda _asked: answers.pop(0))

        (item,) = fetched(address)

        assert item.state == State.IMPORTED
        assert site.paths() == ["/robots.txt", "/a", "/a", "/a"]

    def test_but_not_for_ever(self, site: LocalSite) -> None:
        (item,) = fetched(site.page("/a", Answer(500)))

        assert (item.state, item.problem) == (State.FAILED, Problem.NO_ANSWER)
        assert "500" in item.last_error

    def test_waits_as_long_as_the_site_wishes(self, site: LocalSite) -> None:
        address = site.page("/a", Answer(429, headers={"Retry-After": "900"}))
        (item,) = start([address])
        run_item(item.pk, "test")  # robots.txt
        Site.objects.update(free_at="2020-01-01T00:00:00Z")
        ring_for(item)
        run_item(item.pk, "test")

        item = again(item)
        assert item.state == State.WAITING
        assert item.leased_until is not None
        assert _seconds_until(item) > 890
        (other,) = start([site.page("/b", article_page())])
        run_item(other.pk, "test")
        assert _seconds_until(again(other)) > 500, "so do all others"
        assert "/b" not in site.paths()

    def test_waiting_for_a_site_is_no_attempt(
        self, site: LocalSite, settings: LazySettings
    ) -> None:
        settings.FETCH_PAUSE_SECONDS = 60
        (item,) = start([site.page("/a", article_page())])

        for _run in range(20):
            run_item(item.pk, "test")

        item = again(item)
        assert (item.state, item.attempts, item.announced) == (State.WAITING, 0, False)
        assert site.paths() == ["/robots.txt"]


class TestTryingAgain:
    def test_asks_the_site_once_more(self, site: LocalSite) -> None:
        address = site.page("/1.html", html("<p>Trang đang bảo trì.</p>"))
        (item,) = fetched(address)
        assert (item.problem, len(stored_files())) == (Problem.NO_BODY, 1)

        site.page("/1.html", article_page())
        retry_item(None, item)
        assert not Original.objects.exists()
        assert run_to_its_end(item).state == State.IMPORTED

    def test_keeps_the_bytes_that_somebody_else_needs(self, site: LocalSite) -> None:
        page = "<p>Trang đang bảo trì.</p>"
        first, second = fetched(site.page("/1.html", html(page)), site.page("/2.html", html(page)))
        assert first.original == second.original
        retry_item(None, first)
        assert again(first).original is None
        assert again(second).original == first.original


class TestOnePageOneArticle:
    def test_a_known_address_is_not_fetched_again(self, site: LocalSite) -> None:
        address = site.page("/a", article_page())
        (first,) = fetched(address)
        asked = len(site.asked)

        again_ = fetched(address, f"{address}?fbclid=1#x", f"{address}?utm_source=zalo")

        assert [item.state for item in again_] == [State.DUPLICATE] * 3
        assert {item.article for item in again_} == {first.article}
        assert len(site.asked) == asked

    def test_an_address_that_leads_there_is_noted(self, site: LocalSite) -> None:
        site.page("/a", article_page())
        site.page("/ngan", leads_to("/a"))
        (first,) = fetched(site.url("/a"))

        (second,) = fetched(site.url("/ngan"))

        assert (second.state, second.article) == (State.DUPLICATE, first.article)
        assert addresses_of(first.article) == [site.url("/a"), site.url("/ngan")]
        assert second.original is None, "its bytes were no news"

    def test_the_same_text_elsewhere_is_the_same_article(self, site: LocalSite) -> None:
        site.page("/a", article_page())
        site.page("/in", article_page().replace("<body>", "<body><!-- bản in -->"))

        first, second = fetched(site.url("/a"), site.url("/in"))

        assert (second.state, second.article) == (State.DUPLICATE, first.article)
        assert addresses_of(first.article) == [site.url("/a"), site.url("/in")]

    def test_what_a_page_calls_itself_counts_on_its_own_site(self, site: LocalSite) -> None:
        named = f'<link rel="canonical" href="{site.url("/that")}">'
        site.page("/a", article_page(head=named))
        site.page("/amp", article_page(head=named, more="Bản cho điện thoại."))

        first, second = fetched(site.url("/a"), site.url("/amp"))

        assert (second.state, second.article) == (State.DUPLICATE, first.article)
        assert addresses_of(first.article) == [site.url(path) for path in ("/a", "/amp", "/that")]
        assert fetched(site.url("/that"))[0].state == State.DUPLICATE

    def test_but_not_where_it_names_another_site(self, site: LocalSite) -> None:
        named = '<link rel="canonical" href="https://baokhac.example/bai">'

        (item,) = fetched(site.page("/a", article_page(head=named)))

        assert addresses_of(item.article) == [site.url("/a")]

    def test_nor_where_all_pages_call_themselves_the_same(self, site: LocalSite) -> None:
        named = f'<link rel="canonical" href="{site.url("/chuyen-muc")}">'
        for number in range(3):
            site.page(f"/{number}", article_page(f"Bài thứ {number} trong năm", head=named))

        items = fetched(*[site.url(f"/{number}") for number in range(3)])

        assert [item.state for item in items] == [State.IMPORTED] * 3

    def test_the_front_page_of_a_site_is_no_article_for_good(self, site: LocalSite) -> None:
        site.page("/", article_page("Tin sáng nay ở tỉnh"))
        fetched(site.url("/"))
        site.page("/", article_page("Tin chiều nay ở tỉnh"))

        (item,) = fetched(site.url("/"))

        assert item.state == State.IMPORTED
        assert addresses_of(item.article) == []

    def test_a_file_that_names_its_address_is_found_by_it(self, site: LocalSite) -> None:
        named = '<link rel="canonical" href="https://baotinh.example/bai-1?utm_source=x">'
        (file,) = imported(upload(article_page(head=named), "a.html", "text/html"))

        (item,) = fetched("https://baotinh.example/bai-1")

        assert (item.state, item.article) == (State.DUPLICATE, file.article)

    def test_what_was_taken_down_stays_known(self, site: LocalSite) -> None:
        address = site.page("/a", article_page())
        (first,) = fetched(address)
        assert first.article is not None
        take_down_articles(ManagingEditorFactory(), [first.article], "Sai nội dung")

        assert fetched(address)[0].article == first.article

    def test_what_was_erased_leaves_no_address(self, site: LocalSite) -> None:
        address = site.page("/a", article_page())
        site.page("/ngan", leads_to("/a"))
        (item,) = fetched(site.url("/ngan"))
        assert item.article is not None

        erase_article(ManagingEditorFactory(), item.article, "Theo yêu cầu")

        item = again(item)
        assert (item.address, item.name) == ("", "")
        assert not ArticleAddress.objects.exists()
        assert not SeenRedirect.objects.exists()
        assert fetched(address)[0].state == State.IMPORTED

    @pytest.mark.django_db(transaction=True)
    def test_two_workers_at_once_make_one(self, site: LocalSite, settings: LazySettings) -> None:
        """Each gets a page of its own: nothing but the address says that they are one."""
        settings.FETCH_AT_ONCE = 2
        served: list[Asked] = []

        def counted(asked: Asked) -> Answer:
            served.append(asked)
            return html(article_page(more=f"Lượt đọc: {len(served)}, và còn nữa."))

        site.page("/a", counted)
        items = start([site.url("/a"), site.url("/a?utm_source=x")])
        site.page("/a?utm_source=x", counted)

        def run(item: ImportItem, barrier: Any) -> None:
            barrier.wait()
            run_to_its_end(item)

        errors = at_once(*[lambda barrier, item=item: run(item, barrier) for item in items])

        assert errors == [None, None]
        assert sorted(again(item).state for item in items) == [State.DUPLICATE, State.IMPORTED]
        assert Article.objects.count() == 1
        assert len(stored_files()) == Original.objects.count()

    def test_articles_that_are_there_already_are_known_by_what_they_name(self) -> None:
        named = [
            ArticleFactory(source_url=url)
            for url in ("https://b.example/bai?utm_source=x", "https://b.example/bai", "", "x:y")
        ]
        migration = import_module("articles.migrations.0024_addresses_of_articles")

        migration.note(apps, connection.schema_editor())

        assert list(ArticleAddress.objects.values_list("address", "article")) == [
            ("https://b.example/bai", named[0].pk)
        ]


def _seconds_until(item: ImportItem) -> float:
    assert item.leased_until is not None
    return (item.leased_until - timezone.now()).total_seconds()
