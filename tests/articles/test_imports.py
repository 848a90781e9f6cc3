"""Imports are saved before anybody hears of them, and announced until they are done."""

import unicodedata
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.actions.imports import ring_waiting_items, start_import
from articles.actions.originals import Upload
from articles.models import (
    ImportItem,
    ImportJob,
    Original,
)
from articles.queries.turns import ALWAYS_UNDER_WAY
from articles.refusal import NotAllowed
from tests.articles.importing import FILES, pass_time, run, start, stored_files
from tests.articles.texts import page, pages, upload
from tests.factories import EditorFactory, ReviewerFactory

pytestmark = pytest.mark.django_db

State, Problem = ImportItem.State, ImportItem.Problem


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
            upload("bảng tính", "so-lieu.ods"),
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
        start(*pages(ALWAYS_UNDER_WAY + 5))
        assert len(rung) == ALWAYS_UNDER_WAY
        assert ring_waiting_items() == 0

        run(ImportItem.objects.get(pk=rung[0]))
        assert ring_waiting_items() == 1
        assert len(set(rung)) == ALWAYS_UNDER_WAY + 1

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
