"""A document that bears a mark of secrecy leaves nothing behind."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.db import connection

from articles.actions.originals import forget_refused
from articles.models import (
    ImportItem,
    Original,
)
from tests.articles.importing import imported, run, start, stored_files
from tests.articles.texts import SECRET_WORD, secret_page, upload

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
