"""Files that a process wrote before it died, and that no original names."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from threading import Thread

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, transaction

from articles.actions.originals import keep
from articles.actions.strays import remove_some_strays, remove_strays
from articles.models import Original
from articles.models.originals import path_of
from tests.articles.importing import imported, stored_files
from tests.articles.texts import upload

pytestmark = pytest.mark.django_db

DATA = b"Viet xong thi mat dien."
SHA256 = hashlib.sha256(DATA).hexdigest()
AT_ONCE = timedelta()


@pytest.fixture
def stray() -> str:
    return default_storage.save(path_of(SHA256), ContentFile(DATA))


def test_a_file_without_an_original_is_removed_and_others_stay(stray: str) -> None:
    imported(upload())
    assert remove_strays(older_than=AT_ONCE) == 1
    assert not default_storage.exists(stray)
    assert len(stored_files()) == Original.objects.count() == 1


def test_one_that_was_just_written_is_left_alone(stray: str) -> None:
    assert remove_strays() == 0
    assert default_storage.exists(stray)


def test_the_sweeper_looks_through_one_folder(stray: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.actions.strays.randrange", lambda _count: int(SHA256[:2], 16))
    monkeypatch.setattr("articles.actions.strays._is_old", lambda *_file: True)
    assert remove_some_strays() == 1
    assert not default_storage.exists(stray)


def test_what_has_another_name_is_nobodys_business_here(stray: str) -> None:
    other = default_storage.save(f"{stray}.bak", ContentFile(DATA))
    assert remove_strays([SHA256[:2]], AT_ONCE) == 1
    assert default_storage.exists(other)


@pytest.mark.django_db(transaction=True)
def test_one_that_is_being_imported_at_this_moment_stays(stray: str) -> None:
    removed: list[int] = []
    sweeper = Thread(target=_closing(lambda: removed.append(remove_strays([SHA256[:2]], AT_ONCE))))
    with transaction.atomic():
        keep({SHA256: upload(DATA)})
        sweeper.start()
        sweeper.join(1.0)
        assert sweeper.is_alive()  # it waits to see what becomes of it
    sweeper.join(30.0)
    assert removed == [0]
    assert default_storage.exists(stray)


def _closing(act: Callable[[], object]) -> Callable[[], None]:
    def closing() -> None:
        try:
            act()
        finally:
            connection.close()

    return closing
