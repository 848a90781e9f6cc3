"""Each hostile file ends with its own message, alone and at once."""

import pytest
from django.conf import LazySettings

from articles.actions.imports import start_import
from articles.models import Article
from tests.articles.hostile.file import Hostile, ends_of
from tests.articles.hostile.table import HOSTILE
from tests.articles.importing import FILES, run_all

pytestmark = pytest.mark.django_db


def test_there_are_enough_of_them() -> None:
    assert len(HOSTILE) >= 60
    assert len({one.name for one in HOSTILE}) == len(HOSTILE)


@pytest.mark.parametrize("one", HOSTILE, ids=lambda one: one.name)
def test_it_ends_as_it_should(one: Hostile, settings: LazySettings) -> None:
    settings.IMPORT_READ_SECONDS = 20.0
    job = start_import(None, FILES, [one.upload()])
    run_all(job)
    assert ends_of(job) == [(one.end, list(one.members))]
    assert set(job.items.values_list("attempts", flat=True)) <= {0, 1}
    for article in Article.objects.select_related("text"):
        assert article.text is not None
        assert "root:" not in article.text.body  # of /etc/passwd
        assert "haha" not in article.text.body
