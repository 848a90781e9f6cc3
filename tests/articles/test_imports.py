"""Imports: saved before anybody hears of them, done once, and each item ends in words."""

import unicodedata
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from celery import current_app
from django.apps import apps
from django.conf import LazySettings
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection
from django.db.models.functions import Now
from django.test.utils import CaptureQueriesContext

from articles.actions import running
from articles.actions.imports import ANNOUNCED_AT_ONCE, ring_waiting_items, start_import
from articles.actions.originals import Upload, forget_refused
from articles.actions.running import ATTEMPTS, run_item
from articles.finding import Findings, find
from articles.models import (
    Article,
    ArticleText,
    ArticleTheme,
    Citation,
    ImportItem,
    ImportJob,
    Mention,
    OfficialDocument,
    Original,
    Publisher,
    ThemeDecision,
)
from articles.refusal import NotAllowed
from articles.signals import text_saved
from tests.articles.factories import ThemeFactory
from tests.articles.texts import SECRET_WORD, page, pages, secret_page, upload
from tests.factories import EditorFactory, ReviewerFactory

pytestmark = pytest.mark.django_db

State, Problem = ImportItem.State, ImportItem.Problem
FILES = ImportJob.Source.FILES


def start(*uploads: Upload) -> list[ImportItem]:
    return list(start_import(None, FILES, uploads).items.order_by("position"))


def run(item: ImportItem) -> ImportItem:
    run_item(item.pk, "test")
    return ImportItem.objects.select_related("article").get(pk=item.pk)


def imported(*uploads: Upload) -> list[ImportItem]:
    return [run(item) for item in start(*uploads)]


def pass_time(item: ImportItem) -> None:
    """Let the item's lease run out."""
    ImportItem.objects.filter(pk=item.pk).update(leased_until=Now() - timedelta(seconds=1))


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Collect what the broker is told, in its stead."""
    told: list[int] = []

    def send(name: str, args: list[int], **options: object) -> None:
        assert name == "articles.jobs.import_item"
        told.extend(args)

    monkeypatch.setattr(current_app, "send_task", send)
    return told


class TestStarting:
    def test_saves_an_item_for_each_thing_in_its_order(self) -> None:
        editor = EditorFactory()
        job = start_import(editor, FILES, [upload(name="b.txt"), upload("Khác.", name="a.txt")])
        assert job.created_by == editor
        assert [(i.position, i.name, i.state) for i in job.items.order_by("position")] == [
            (1, "b.txt", State.WAITING),
            (2, "a.txt", State.WAITING),
        ]

    def test_keeps_the_bytes_as_they_came(self) -> None:
        data = page().encode("utf-16")
        (item,) = start(upload(data, "bài.txt"))
        assert item.original is not None
        with item.original.file.open() as file:
            assert file.read() == data
        assert item.original.size == len(data)
        assert item.original.sha256 in str(item.original.file)

    def test_keeps_the_same_bytes_once(self) -> None:
        items = [*start(upload(name="a.txt"), upload(name="b.txt")), *start(upload(name="c.txt"))]
        assert len({item.original_id for item in items}) == 1
        assert Original.objects.count() == 1

    def test_writes_again_what_a_crash_cut_off(self) -> None:
        (first,) = start(upload())
        assert first.original is not None
        path = Path(first.original.file.path)
        whole = path.read_bytes()
        path.write_bytes(whole[:10])
        start(upload())
        assert path.read_bytes() == whole

    def test_takes_any_name_that_a_file_can_have(self) -> None:
        decomposed, undecodable = unicodedata.normalize("NFD", "bài.txt"), "h\udce1t.txt"
        names = [decomposed, undecodable, "a" * 300 + ".txt"]
        items = start(*(upload(f"Bài {n}.", name) for n, name in enumerate(names)))
        assert [item.name[-7:] for item in items] == ["bài.txt", "h\ufffdt.txt", "aaa.txt"]

    def test_needs_the_permission(self) -> None:
        with pytest.raises(NotAllowed):
            start_import(ReviewerFactory(), FILES, [upload()])
        assert not ImportJob.objects.exists()

    def test_leaves_no_file_when_the_rows_cannot_be_saved(self) -> None:
        reads = iter([b"two", None])

        def read_once() -> bytes:
            data = next(reads)
            if data is None:
                raise OSError("gone")
            return data

        breaking = Upload("b.txt", "text/plain", 3, read_once)
        with pytest.raises(OSError, match="gone"):
            start_import(None, FILES, [upload(), breaking])
        assert not ImportJob.objects.exists()
        assert stored_files() == []

    def test_says_at_once_what_cannot_be_imported_and_keeps_nothing_of_it(
        self, settings: LazySettings
    ) -> None:
        settings.IMPORT_MAX_BYTES = 2000
        items = start(
            upload("bảng tính", "so-lieu.xlsx"),
            upload(b"x" * 2001, "dai.txt"),
            Upload("rong.txt", "text/plain", 0, bytes),
            upload("Ngắn.", "NGẮN.TXT"),
        )
        assert [item.problem for item in items] == [
            Problem.UNSUPPORTED,
            Problem.TOO_LARGE,
            Problem.EMPTY,
            "",
        ]
        assert Original.objects.count() == 1

    def test_many_items_take_few_queries(self) -> None:
        def queries(count: int) -> int:
            with CaptureQueriesContext(connection) as context:
                start(*pages(count))
            return len(context)

        assert queries(3) == queries(60)


class TestRinging:
    @pytest.mark.django_db(transaction=True)
    def test_rings_once_all_is_saved(self, rung: list[int]) -> None:
        items = start(*pages(3))
        assert rung == [item.pk for item in items]

    @pytest.mark.django_db(transaction=True)
    def test_rings_for_a_bounded_number_at_once(self, rung: list[int]) -> None:
        start(*pages(ANNOUNCED_AT_ONCE + 5))
        assert len(rung) == ANNOUNCED_AT_ONCE
        assert ring_waiting_items() == 0

        run(ImportItem.objects.get(pk=rung[0]))
        assert ring_waiting_items() == 1
        assert len(set(rung)) == ANNOUNCED_AT_ONCE + 1

    @pytest.mark.django_db(transaction=True)
    def test_a_broker_that_is_down_fails_nothing(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        monkeypatch.setenv("CELERY_BROKER_URL", "redis://127.0.0.1:1/0")
        (item,) = start(upload())
        assert "Connection refused" in caplog.text
        assert ImportItem.objects.get(pk=item.pk).state == State.WAITING

    @pytest.mark.django_db(transaction=True)
    def test_the_sweeper_rings_for_what_nobody_came_for(self, rung: list[int]) -> None:
        _first, second = start(*pages(2))
        rung.clear()
        assert ring_waiting_items() == 0
        pass_time(second)
        assert ring_waiting_items() == 1
        assert rung == [second.pk]

    @pytest.mark.django_db(transaction=True)
    def test_the_sweeper_takes_an_item_from_a_worker_that_is_gone(self, rung: list[int]) -> None:
        (item,) = start(upload())
        rung.clear()
        ImportItem.objects.filter(pk=item.pk).update(state=State.RUNNING, attempts=1)
        ring_waiting_items()
        assert rung == []
        pass_time(item)
        ring_waiting_items()
        assert rung == [item.pk]
        assert run(item).state == State.IMPORTED


class TestRunning:
    def test_makes_an_article_with_all_that_was_found(self) -> None:
        theme = ThemeFactory(name="Nêu gương")
        editor = EditorFactory()
        job = start_import(editor, FILES, [upload()])
        item = run(job.items.get())

        assert item.state == State.IMPORTED
        article = item.article
        assert article is not None
        assert article.title == "Đông Khê giữ nếp nêu gương"
        assert str(article.published_on) == "2021-10-02"
        assert str(article.publisher) == "SLO"
        assert article.created_by == editor
        assert article.text is not None
        assert (article.text.number, article.text.created_by) == (1, None)
        assert "02-10-2021" not in article.text.body
        assert {dropped["reason"] for dropped in article.text.dropped} >= {"title", "date"}
        assert list(article.themes.all()) == [theme]
        assert article.article_themes.get().source == ArticleTheme.Source.FINDER
        places: list[Mention | Citation] = list(article.text.mentions.all())
        assert places
        for place in [*places, *article.text.citations.all()]:
            assert article.text.body[place.start : place.end] == place.quote
        assert {str(c.document) for c in article.text.citations.all()} == {"Quy định 08-QĐi/TW"}
        assert article.original.encoding == "utf-8"

    def test_history_says_who_and_by_which_item(self) -> None:
        editor = EditorFactory()
        item = run(start_import(editor, FILES, [upload()]).items.get())
        event = apps.get_model("articles", "ArticleEvent").objects.get(pgh_label="insert")
        assert event.pgh_context.metadata == {
            "user": editor.pk,
            "job": item.job_id,
            "item": item.pk,
        }

    def test_the_same_bytes_make_one_article(self) -> None:
        first, second = imported(upload(name="a.txt"), upload(name="b.txt"))
        assert second.state == State.DUPLICATE
        assert second.article == first.article
        assert Article.objects.count() == 1

    def test_the_same_cleaned_text_makes_one_article(self) -> None:
        first, second = imported(upload(), upload("\ufeff" + page().replace("\n", "\r\n")))
        assert second.original != first.original
        assert (second.state, second.article) == (State.DUPLICATE, first.article)

    def test_running_twice_does_no_harm(self) -> None:
        (item,) = imported(upload())
        again = run(item)
        assert (again.state, again.attempts) == (State.IMPORTED, 1)
        assert ArticleText.objects.count() == 1

    def test_leaves_alone_what_another_worker_has(self) -> None:
        (item,) = start(upload())
        ImportItem.objects.filter(pk=item.pk).update(
            state=State.RUNNING, leased_until=Now() + timedelta(minutes=1), worker="another"
        )
        assert run(item).worker == "another"

    @pytest.mark.parametrize(
        ("data", "problem"),
        [
            (b"   \n\n", Problem.EMPTY),
            (b"%PDF-1.4\n%\xe2\xe3", Problem.UNSUPPORTED),
            (bytes(range(256)) * 20, Problem.NOT_TEXT),
        ],
    )
    def test_a_broken_item_fails_alone_with_its_reason(self, data: bytes, problem: str) -> None:
        broken, whole = imported(upload(data), upload())
        assert (broken.state, broken.problem) == (State.FAILED, problem)
        assert whole.state == State.IMPORTED

    def test_what_fails_for_no_known_reason_is_tried_a_few_times(
        self, failing_listener: None, caplog: pytest.LogCaptureFixture
    ) -> None:
        (item,) = start(upload())
        states = [run(item).state for _ in range(ATTEMPTS)]
        assert states == [State.WAITING, State.WAITING, State.FAILED]
        assert run(item).problem == Problem.ERROR
        assert f"Item {item.pk} of import {item.job_id}" in caplog.text

    def test_a_listener_that_fails_leaves_nothing_saved(self, failing_listener: None) -> None:
        imported(upload())
        assert not Article.objects.exists()
        assert not Citation.objects.exists()

    def test_an_item_that_ends_its_workers_is_given_up(self) -> None:
        (item,) = start(upload())
        ImportItem.objects.filter(pk=item.pk).update(state=State.RUNNING, attempts=ATTEMPTS)
        pass_time(item)
        assert run(item).problem == Problem.GAVE_UP

    def test_a_worker_that_lost_its_lease_saves_nothing(self) -> None:
        (item,) = start(upload())

        def lose_it(**_kwargs: object) -> None:
            ImportItem.objects.filter(pk=item.pk).update(attempts=2)

        text_saved.connect(lose_it)
        try:
            assert run(item).state == State.RUNNING
        finally:
            text_saved.disconnect(lose_it)
        assert not Article.objects.exists()

    def test_a_theme_that_a_person_removed_is_not_added(self) -> None:
        theme = ThemeFactory(name="Nêu gương")
        (item,) = imported(upload())
        assert item.article is not None
        item.article.themes.remove(theme)
        assert ThemeDecision.objects.get().verdict == ThemeDecision.Verdict.REMOVED
        imported(upload())
        assert not item.article.themes.exists()

    def test_sees_a_spelling_that_was_added_since(self) -> None:
        imported(upload())
        ThemeFactory(name="Bám bản", spellings=["bám bản làng"])
        imported(upload(page(body="Cán bộ bám bản làng.")))
        assert [m.quote for m in Mention.objects.all()] == ["bám bản làng", "bám bản"]

    def test_takes_a_number_of_queries_that_does_not_grow(self) -> None:
        ThemeFactory(name="Nêu gương")

        def queries(upload: Upload) -> int:
            (item,) = start(upload)
            with CaptureQueriesContext(connection) as context:
                assert run(item).state == State.IMPORTED
            return len(context)

        imported(*pages(3))
        before = queries(upload(page("Trước")))
        imported(*pages(12))
        many = "\n".join(f"Quy định số {n}-QĐ/TW ngày 01/02/2021 về nêu gương." for n in range(9))
        assert queries(upload(page("Sau", body=many))) <= before + 2


class TestTwoWorkers:
    """Both have read and found before either saves: the database decides."""

    @pytest.fixture
    def together(self, monkeypatch: pytest.MonkeyPatch) -> None:
        both = Barrier(2, timeout=30)

        def find_together(*args: Any, **kwargs: Any) -> Findings:
            both.wait()
            return find(*args, **kwargs)

        monkeypatch.setattr(running, "find", find_together)

    def run_both(self, items: list[ImportItem]) -> None:
        def run_and_close(item: ImportItem) -> None:
            try:
                run_item(item.pk, "test")
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as workers:
            list(workers.map(run_and_close, items))

    @pytest.mark.django_db(transaction=True)
    def test_the_same_text_makes_one_article_and_a_duplicate(
        self, together: None, rung: list[int]
    ) -> None:
        ThemeFactory(name="Nêu gương")
        items = start(upload(), upload("\n" + page()))
        self.run_both(items)
        ended = ImportItem.objects.values_list("state", flat=True)
        assert sorted(ended) == [State.DUPLICATE, State.IMPORTED]
        assert len(set(ImportItem.objects.values_list("article", flat=True))) == 1
        assert ArticleText.objects.count() == 1

    @pytest.mark.django_db(transaction=True)
    def test_two_articles_share_a_new_publisher_and_document(
        self, together: None, rung: list[int]
    ) -> None:
        self.run_both(start(*pages(2)))
        assert set(ImportItem.objects.values_list("state", flat=True)) == {State.IMPORTED}
        assert Publisher.objects.count() == 1
        assert OfficialDocument.objects.count() == 1


@pytest.fixture
def failing_listener() -> Iterator[None]:
    def fail(**_kwargs: object) -> None:
        raise IntegrityError("not today")

    text_saved.connect(fail)
    yield
    text_saved.disconnect(fail)


class TestSecrecy:
    def test_nothing_of_a_secret_document_is_kept(
        self,
        django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]],
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        name = f"{SECRET_WORD}.txt"
        items = start(upload(secret_page(), name), upload(secret_page(), f"bản hai {name}"))
        with django_capture_on_commit_callbacks(execute=True):
            run(items[0])
        assert not Original.objects.exists()

        for item in map(run, items):
            assert (item.state, item.problem) == (State.FAILED, Problem.SECRET)
            assert (item.original, item.name, item.article) == (None, "", None)
        assert stored_files() == []
        assert places_of(SECRET_WORD) == []
        assert SECRET_WORD.lower() not in caplog.text.lower()

    def test_an_interrupted_removal_is_finished_by_the_sweeper(self) -> None:
        (item,) = imported(upload(secret_page()))  # as if ended before the removal
        assert item.original is not None
        forget_refused()
        assert stored_files() == []
        assert places_of(SECRET_WORD) == []

    def test_only_refused_originals_are_removed(self) -> None:
        imported(upload(), upload(b"   \n\n"))
        forget_refused()
        assert len(stored_files()) == Original.objects.count() == 2


def stored_files() -> list[str]:
    root = Path(default_storage.location)  # type: ignore[attr-defined]
    return [str(path) for path in root.rglob("*") if path.is_file()]


def places_of(word: str) -> list[str]:
    """Every table that has the word in any column of any row."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        found = []
        for table in tables:
            cursor.execute(
                f'SELECT count(*) FROM "{table}" AS its WHERE its::text ILIKE %s', [f"%{word}%"]
            )
            if cursor.fetchone()[0]:
                found.append(table)
    return found
