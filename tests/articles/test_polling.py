"""Looking into feeds, sitemaps and folders: what is new is imported, once."""

import os
import time
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.db.models.functions import Now

from articles.actions.polling import _leads_inside, look_into, ring_due_sources
from articles.fetching import Own, parse
from articles.models import ImportItem, ImportJob, SeenEntry, SeenRedirect, WatchedSource
from articles.watching import files_in
from tests.articles.fetching.local_site import Answer, Asked, LocalSite, serving
from tests.articles.watching.offered import index, rss, sitemap

Kind, Trouble, Problem = WatchedSource.Kind, WatchedSource.Trouble, ImportItem.Problem

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("silent")]


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("celery.current_app.send_task", lambda *_args, **_options: None)


@pytest.fixture
def site(settings: LazySettings) -> Iterator[LocalSite]:
    with serving() as running:
        settings.FETCH_OWN_HOSTS = [running.own_host]
        settings.FETCH_PAUSE_SECONDS = 0.0
        yield running


def xml(data: bytes, **headers: str) -> Answer:
    return Answer(body=data, headers={"Content-Type": "text/xml"} | headers)


def source_of(kind: str, place: str, **values: Any) -> WatchedSource:
    return WatchedSource.objects.create(kind=kind, name="Báo", place=place, due_at=Now(), **values)


def look(source: WatchedSource) -> WatchedSource:
    """Look until a round is over, as often as the site asks to come back."""
    WatchedSource.objects.filter(pk=source.pk).update(due_at=Now())
    for _time in range(100):
        look_into(source.pk)
        source.refresh_from_db()
        if source.due_at is None or source.due_at - _now() > timedelta(minutes=1):
            return source
        time.sleep(0.02)
    raise AssertionError("never done")


def _now() -> Any:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        return cursor.fetchone()[0]


def addresses() -> list[str]:
    return list(ImportItem.objects.order_by("pk").values_list("address", flat=True))


def names() -> list[str]:
    return list(ImportItem.objects.order_by("pk").values_list("name", flat=True))


# -- Feeds -----------------------------------------------------------------------------------


def test_what_a_feed_names_is_imported_once(site: LocalSite) -> None:
    one, two = site.url("/1.html"), site.url("/2.html")
    source = source_of(Kind.FEED, site.page("/rss", xml(rss(one))))
    look(source)
    assert addresses() == [one]
    job = ImportJob.objects.get()
    assert (job.source, job.watched, job.created_by) == ("watched", source, None)

    site.page("/rss", xml(rss(two, one)))
    look(source)
    look(source)
    assert addresses() == [one, two]
    assert (source.found, source.problem, source.failures) == (2, "", 0)


def test_a_page_is_the_same_whatever_says_where_a_reader_came_from(site: LocalSite) -> None:
    page = site.url("/1.html")
    source = source_of(Kind.FEED, site.page("/rss", xml(rss(page, f"{page}?utm_source=rss"))))
    look(source)
    assert ImportItem.objects.count() == 1


def test_a_feed_that_has_not_changed_is_not_read_again(site: LocalSite) -> None:
    def conditional(asked: Asked) -> Answer:
        same = asked.headers.get("if-none-match") == '"1"'
        return Answer(304) if same else xml(rss(site.url("/1")), ETag='"1"')

    source = source_of(Kind.FEED, site.page("/rss", conditional))
    look(source)
    first_look = source.looked_at
    look(source)
    assert source.etag == '"1"'
    assert source.looked_at
    assert first_look
    assert source.looked_at > first_look
    assert ImportItem.objects.count() == 1


def test_a_feed_of_nothing_new_orders_nothing(site: LocalSite) -> None:
    source = source_of(Kind.FEED, site.page("/rss", xml(rss())))
    look(source)
    assert not ImportJob.objects.exists()
    assert source.looked_at


def test_an_entry_that_cannot_be_fetched_is_told(site: LocalSite) -> None:
    look(source_of(Kind.FEED, site.page("/rss", xml(rss("http://169.254.169.254/")))))
    item = ImportItem.objects.get()
    assert (item.state, item.problem) == ("failed", Problem.FORBIDDEN_ADDRESS)


# -- What goes wrong -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "answer", "problem"),
    [
        (Kind.FEED, xml(b"<a/>"), Trouble.NO_FEED),
        (Kind.SITEMAP, xml(b"<a/>"), Trouble.NO_SITEMAP),
        (Kind.FEED, Answer(404), Problem.NOT_FOUND),
        (Kind.FEED, Answer(403), Problem.REFUSED_BY_SITE),
        (Kind.FEED, Answer(500), Problem.NO_ANSWER),
        (Kind.FEED, Answer(302, headers={"Location": "http://10.0.0.1/"}), "forbidden_address"),
    ],
)
def test_what_goes_wrong_is_said_and_tried_again_later_and_later(
    site: LocalSite, kind: str, answer: Answer, problem: str
) -> None:
    source = look(source_of(kind, site.page("/rss", answer)))
    assert (source.problem, source.failures) == (problem, 1)
    assert source.get_problem_display() != problem
    assert source.due_at
    first_pause = source.due_at - _now()
    look(source)
    assert source.due_at - _now() > 1.5 * first_pause

    SeenRedirect.objects.all().delete()  # as an hour does
    site.page("/rss", xml(_nothing(kind)))
    look(source)
    assert (source.problem, source.last_error, source.failures) == ("", "", 0)


def _nothing(kind: str) -> bytes:
    return rss() if kind == Kind.FEED else sitemap()


def test_a_feed_that_is_too_big_to_be_read_says_so(site: LocalSite) -> None:
    big = rss(site.url("/1")) + b" " * 5 * 1024 * 1024
    source = look(source_of(Kind.FEED, site.page("/rss", xml(big))))
    assert (source.problem, source.found) == (Trouble.FEED_TOO_LARGE, 0)


def test_an_address_that_is_too_long_is_left_out(site: LocalSite) -> None:
    page, part = site.url("/1.html"), site.page("/1.xml", xml(sitemap(site.url("/2.html"))))
    long = "x" * 2_000
    feed = look(source_of(Kind.FEED, site.page("/rss", xml(rss(page + long, page)))))
    maps = look(source_of(Kind.SITEMAP, site.page("/s.xml", xml(index(part + long, part)))))
    assert addresses() == [page, site.url("/2.html")]
    assert feed.problem == maps.problem == ""


def test_a_page_that_names_its_feed_says_which(site: LocalSite) -> None:
    page = '<html><link rel="alternate" type="application/rss+xml" href="/tin.rss"></html>'
    source = look(source_of(Kind.FEED, site.page("/", page)))
    assert source.problem == Trouble.NO_FEED
    assert source.last_error == site.url("/tin.rss")


# -- Sitemaps --------------------------------------------------------------------------------


def test_the_sitemaps_of_an_index_are_read_one_after_the_other(site: LocalSite) -> None:
    parts = [site.page(f"/{n}.xml", xml(sitemap(site.url(f"/{n}.html")))) for n in range(3)]
    source = look(source_of(Kind.SITEMAP, site.page("/sitemap.xml", xml(index(*parts)))))
    assert addresses() == [site.url(f"/{n}.html") for n in range(3)]
    assert (source.pending, source.found) == ([], 3)
    look(source)
    assert ImportItem.objects.count() == 3


def test_one_sitemap_that_is_away_does_not_hold_up_the_others(site: LocalSite) -> None:
    good = site.page("/good.xml", xml(sitemap(site.url("/1.html"))))
    parts = index(site.url("/away.xml"), good)
    source = look(source_of(Kind.SITEMAP, site.page("/sitemap.xml", xml(parts))))
    assert addresses() == [site.url("/1.html")]
    assert source.pending == []


def test_an_index_that_has_not_changed_has_its_sitemaps_read_all_the_same(site: LocalSite) -> None:
    part = site.page("/1.xml", xml(sitemap(site.url("/1.html"))))

    def conditional(asked: Asked) -> Answer:
        same = asked.headers.get("if-none-match") == '"1"'
        return Answer(304) if same else xml(index(part), ETag='"1"')

    source = look(source_of(Kind.SITEMAP, site.page("/sitemap.xml", conditional)))
    site.page("/1.xml", xml(sitemap(site.url("/1.html"), site.url("/2.html"))))
    look(source)
    assert addresses() == [site.url("/1.html"), site.url("/2.html")]


def test_a_site_out_there_names_no_page_of_our_own_network(
    site: LocalSite, settings: LazySettings
) -> None:
    inside, outside = "http://intranet.example/mật", site.url("/1.html")
    source = source_of(Kind.FEED, site.page("/rss", xml(rss(inside, outside))))
    settings.FETCH_OWN_HOSTS = [site.own_host, "intranet.example"]
    look(source)
    assert inside in addresses()  # the site is one of our own itself

    ours = Own(settings.FETCH_OWN_HOSTS)
    within, beside = parse(inside, own=ours), parse(outside, own=ours)
    stranger = parse("https://bao.example/rss")
    assert _leads_inside(ours, stranger, within)
    assert not _leads_inside(ours, beside, within)
    assert not _leads_inside(ours, stranger, parse("https://bao.example/1.html"))


def test_older_pages_are_left_out_where_a_day_is_said(site: LocalSite) -> None:
    pages: list[str | tuple[str, str]] = [
        (site.url("/old"), "2020-01-01"),
        (site.url("/new"), "2026-11-20"),
        site.url("/any"),
    ]
    source = source_of(
        Kind.SITEMAP, site.page("/s.xml", xml(sitemap(*pages))), since=date(2026, 11, 20)
    )
    look(source)
    assert addresses() == [site.url("/new"), site.url("/any")]


# -- Folders ---------------------------------------------------------------------------------


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    moment = time.time() - 60
    os.utime(path, (moment, moment))


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.WATCHED_FOLDERS = [str(tmp_path)]
    folder = tmp_path / "vào"
    folder.mkdir()
    return folder


def test_files_that_are_put_into_a_folder_are_imported_once(folder: Path) -> None:
    put(folder / "a.txt", "Một")
    source = look(source_of(Kind.FOLDER, str(folder)))
    put(folder / "tháng 11" / "b.txt", "Hai")
    look(source)
    look(source)
    assert names() == ["a.txt", "tháng 11/b.txt"]
    assert (folder / "a.txt").exists()


def test_a_file_that_was_changed_is_imported_again(folder: Path) -> None:
    put(folder / "a.txt", "Một")
    source = look(source_of(Kind.FOLDER, str(folder)))
    put(folder / "a.txt", "Một, sửa lại")
    look(source)
    assert ImportItem.objects.count() == 2


def test_many_files_come_in_several_imports(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.actions.polling.FILES_AT_ONCE", 2)
    for number in range(5):
        put(folder / f"{number}.txt", f"Bài {number}")
    look(source_of(Kind.FOLDER, str(folder)))
    assert ImportJob.objects.count() == 3
    assert ImportItem.objects.count() == 5


def test_a_folder_is_gone_through_once_for_all_that_is_new(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.actions.polling.FILES_AT_ONCE", 1)
    scans: list[Path] = []

    def counted(place: Path, *more: Any) -> Any:
        scans.append(place)
        return files_in(place, *more)

    monkeypatch.setattr("articles.actions.polling.files_in", counted)
    for number in range(5):
        put(folder / f"{number}.txt", f"Bài {number}")
    source = look(source_of(Kind.FOLDER, str(folder)))
    assert (len(scans), source.found) == (1, 5)


def test_where_the_new_files_take_long_the_next_look_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.actions.polling.FILES_AT_ONCE", 2)
    monkeypatch.setattr("articles.actions.polling.GOES_ON_FOR", -1.0)
    for number in range(5):
        put(folder / f"{number}.txt", f"Bài {number}")
    source = source_of(Kind.FOLDER, str(folder))
    look_into(source.pk)
    assert ImportItem.objects.count() == 2
    assert look(source).found == ImportItem.objects.count() == 5


def test_a_file_that_is_closed_to_us_does_not_hold_up_the_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.actions.polling.FILES_AT_ONCE", 2)
    for name in ("a.txt", "b.txt", "c.txt"):
        put(folder / name, name)
    source = source_of(Kind.FOLDER, str(folder))
    with monkeypatch.context() as closed:  # whoever runs the tests may be root
        closed.setattr(os, "open", partial(_open_but, "a.txt", os.open))
        look(source)
        assert names() == ["b.txt", "c.txt"]
        assert look(source).problem == Trouble.CLOSED_FILES
        assert (source.last_error, source.failures) == (str(folder / "a.txt"), 0)
    assert look(source).problem == source.last_error == ""
    assert names() == ["b.txt", "c.txt", "a.txt"]


def _open_but(closed: str, opens: Any, path: Any, *args: Any, **named: Any) -> int:
    if path == closed:
        raise PermissionError(13, "Permission denied", path)
    file: int = opens(path, *args, **named)
    return file


def test_a_folder_that_is_not_there_or_not_open_says_so(
    folder: Path, settings: LazySettings
) -> None:
    source = source_of(Kind.FOLDER, str(folder / "không có"))
    assert look(source).problem == Trouble.NO_FOLDER
    settings.WATCHED_FOLDERS = []
    assert look(source).problem == Trouble.OTHER_FOLDER


# -- Who looks, and when ---------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_only_what_is_due_is_rung_for_and_once(
    site: LocalSite, monkeypatch: pytest.MonkeyPatch, settings: LazySettings
) -> None:
    rung: list[Any] = []
    monkeypatch.setattr(
        "celery.current_app.send_task", lambda _name, args, **_options: rung.extend(args)
    )
    due = source_of(Kind.FEED, site.url("/a"))
    later = source_of(Kind.FEED, site.url("/b"))
    WatchedSource.objects.filter(pk=later.pk).update(due_at=Now() + timedelta(hours=1))
    WatchedSource.objects.create(kind=Kind.FEED, name="Tắt", place=site.url("/c"), active=False)
    assert ring_due_sources() == 1
    assert rung == [due.pk]
    assert [ring_due_sources() for _sweep in range(3)] == [0, 0, 0]

    WatchedSource.objects.filter(pk=due.pk).update(due_at=Now())  # somebody cannot wait
    assert ring_due_sources() == 1
    settings.IMPORT_RING_AGAIN_SECONDS = 0  # the broker lost it
    assert ring_due_sources() == 1
    assert rung == [due.pk] * 3


def test_what_is_not_due_is_not_looked_into(site: LocalSite) -> None:
    source = source_of(Kind.FEED, site.page("/rss", xml(rss(site.url("/1")))))
    WatchedSource.objects.filter(pk=source.pk).update(due_at=Now() + timedelta(hours=1))
    look_into(source.pk)
    assert site.paths() == []


def test_a_source_that_was_changed_meanwhile_is_not_imported_from(site: LocalSite) -> None:
    def changes(_asked: Asked) -> Answer:
        return xml(rss(site.url("/1")))

    source = source_of(Kind.FEED, site.page("/rss", changes))
    look(source)
    SeenEntry.objects.all().delete()
    ImportJob.objects.all().delete()
    WatchedSource.objects.filter(pk=source.pk).update(active=False, due_at=None)
    look_into(source.pk)
    assert not ImportJob.objects.exists()


def test_a_feed_made_to_be_slow_is_set_aside_with_the_reason(
    site: LocalSite, settings: LazySettings
) -> None:
    settings.IMPORT_READ_SECONDS = 0.2
    slow = rss().replace(b"<channel>", b"<channel>" + b"<a>" * 200_000)
    source = look(source_of(Kind.FEED, site.page("/rss", xml(slow))))
    assert (source.problem, source.failures) == (Problem.TOOK_TOO_LONG, 1)


def test_one_that_kills_whoever_looks_into_it_is_looked_into_less_and_less(
    site: LocalSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_args: Any, **_options: Any) -> None:
        raise SystemExit  # as far as a test can die

    source = source_of(Kind.FEED, site.page("/rss", xml(rss())))
    pauses = []
    with monkeypatch.context() as deadly:
        deadly.setattr("articles.actions.polling.offer_apart", die)
        for _time in range(3):
            with pytest.raises(SystemExit):
                look(source)
            source.refresh_from_db()
            assert source.due_at
            pauses.append(round((source.due_at - _now()) / timedelta(hours=1)))
    assert (pauses, source.failures) == ([0, 2, 4], 3)
    assert look(source).failures == 0


@pytest.mark.django_db(transaction=True)
def test_two_workers_that_look_at_once_order_one_import(site: LocalSite) -> None:
    entries = [site.url(f"/{number}") for number in range(50)]
    source = source_of(Kind.FEED, site.page("/rss", xml(rss(*entries))))

    def work() -> None:
        try:
            look_into(source.pk)
        finally:
            connection.close()

    for _round in range(5):
        WatchedSource.objects.filter(pk=source.pk).update(due_at=Now())
        threads = [Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    look(source)
    assert ImportJob.objects.count() == 1
    assert ImportItem.objects.count() == SeenEntry.objects.count() == 50
