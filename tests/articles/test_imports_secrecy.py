"""A document that bears a mark of secrecy leaves nothing behind."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.db import connection

from articles.actions import unpacking
from articles.actions.originals import forget_refused
from articles.models import (
    ImportItem,
    Original,
)
from tests.articles.bundled import BODY, workbook, zipped
from tests.articles.importing import imported, pass_time, run, start, stored_files
from tests.articles.texts import SECRET_WORD, page, secret_page, upload

pytestmark = pytest.mark.django_db

State, Problem = ImportItem.State, ImportItem.Problem


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


Commits = Callable[..., AbstractContextManager[object]]
FILES = {
    f"{SECRET_WORD}/{SECRET_WORD}.txt": secret_page(),
    f"{SECRET_WORD}/bai.txt": page(),
}


class TestSecrecyInBundles:
    def test_a_secret_document_leaves_nothing_in_its_archive(
        self, django_capture_on_commit_callbacks: Commits
    ) -> None:
        (bundle,) = start(upload(zipped(FILES), f"{SECRET_WORD}.zip"))
        with django_capture_on_commit_callbacks(execute=True):
            run(bundle)
        with django_capture_on_commit_callbacks(execute=True):
            secret, good = (run(item) for item in bundle.unpacked.order_by("member"))

        assert (secret.problem, good.state) == (Problem.SECRET, State.IMPORTED)
        assert_only_the_good_one_is_left(bundle)

    def test_one_found_while_its_archive_is_still_unpacked_leaves_nothing_either(
        self, django_capture_on_commit_callbacks: Commits, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(unpacking, "SECONDS_AT_ONCE", -1.0)
        monkeypatch.setattr(unpacking, "UNPACKED_AT_ONCE", 1)
        (bundle,) = start(upload(zipped(FILES), f"{SECRET_WORD}.zip"))
        for state in (State.WAITING, State.WAITING, State.UNPACKED):
            with django_capture_on_commit_callbacks(execute=True):
                assert run(bundle).state == state
            with django_capture_on_commit_callbacks(execute=True):
                list(map(run, bundle.unpacked.all()))

        assert_only_the_good_one_is_left(bundle)

    def test_one_found_in_an_archive_that_was_given_up_half_unpacked_leaves_nothing_either(
        self, django_capture_on_commit_callbacks: Commits, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(unpacking, "SECONDS_AT_ONCE", -1.0)
        monkeypatch.setattr(unpacking, "UNPACKED_AT_ONCE", 1)
        (bundle,) = start(upload(zipped(FILES), f"{SECRET_WORD}.zip"))
        with django_capture_on_commit_callbacks(execute=True):
            run(bundle)
        with django_capture_on_commit_callbacks(execute=True):
            (secret,) = map(run, bundle.unpacked.all())
        assert secret.problem == Problem.SECRET

        ImportItem.objects.filter(pk=bundle.pk).update(state=State.RUNNING, attempts=3)
        pass_time(bundle)
        assert run(bundle).problem == Problem.GAVE_UP
        forget_refused()
        assert stored_files() == []
        assert places_of(SECRET_WORD) == []

    def test_a_secret_row_leaves_nothing_in_its_table(
        self, django_capture_on_commit_callbacks: Commits
    ) -> None:
        rows = [
            ["Tiêu đề", "Độ mật", "Nội dung"],
            [SECRET_WORD, "Tối mật", f"{SECRET_WORD}. {BODY}"],
            ["Nêu gương", "", BODY],
        ]
        (bundle,) = start(upload(workbook(Bài=rows), "bai.xlsx"))
        with django_capture_on_commit_callbacks(execute=True):
            run(bundle)
        with django_capture_on_commit_callbacks(execute=True):
            states = [run(item).state for item in bundle.unpacked.order_by("member")]

        assert states == [State.FAILED, State.IMPORTED]
        assert places_of(SECRET_WORD) == []
        assert len(stored_files()) == 1

    def test_a_mark_on_the_table_itself_refuses_all_of_it(
        self, django_capture_on_commit_callbacks: Commits
    ) -> None:
        rows = [["TỈNH ỦY SÔNG LAM"], ["TỐI MẬT"], [SECRET_WORD], ["STT", SECRET_WORD]]
        (bundle,) = start(upload(workbook(Bài=rows), f"{SECRET_WORD}.xlsx"))
        with django_capture_on_commit_callbacks(execute=True):
            run(bundle)

        bundle.refresh_from_db()
        assert (bundle.state, bundle.problem, bundle.name) == (State.FAILED, Problem.SECRET, "")
        assert bundle.columns == []
        assert stored_files() == []
        assert places_of(SECRET_WORD) == []


def assert_only_the_good_one_is_left(bundle: ImportItem) -> None:
    assert places_of(SECRET_WORD) == []
    items = [run(bundle), *map(run, bundle.unpacked.order_by("member"))]
    assert [(item.name, item.state) for item in items] == [
        ("", State.UNPACKED),
        ("", State.FAILED),
        ("bai.txt", State.IMPORTED),
    ]
    assert Original.objects.get().name == "bai.txt"
    assert len(stored_files()) == 1


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
