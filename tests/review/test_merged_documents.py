"""Wordings keep the documents they were written with; the next ones name what stands for them."""

import pytest

from articles.actions.merging import merge_documents
from articles.models import OfficialDocument
from review.actions.versions import Wording, rewrite, wording_of
from review.models import ExtractedTask
from review.queries import documents_for
from tests.factories import EditorFactory, ReviewerFactory
from tests.review.factories import task_in_article, wording_now

pytestmark = pytest.mark.django_db


def cited(task: ExtractedTask) -> list[OfficialDocument]:
    """Let a wording cite a document that is merged with another afterwards."""
    first, second = (
        OfficialDocument.objects.create(kind="Chỉ thị", number="05-CT/TW", key=str(n))
        for n in range(2)
    )
    task.text.citations.create(
        document=first, kind="Chỉ thị", number="05", start=0, end=1, quote="N", confidence=1
    )
    version = task.version
    assert version is not None
    wording = Wording(wording=version.wording, documents=frozenset([first.pk]))
    rewrite(ReviewerFactory(), task.pk, version.pk, wording)
    merge_documents(EditorFactory(), first, second)
    task.refresh_from_db()
    return [first, second]


def test_a_wording_stays_as_it_was_written() -> None:
    task = task_in_article()
    first, _second = cited(task)
    assert list(wording_now(task).documents.all()) == [first]


def test_the_next_wording_names_the_one_that_stands_for_it() -> None:
    task = task_in_article()
    _first, second = cited(task)
    version = wording_now(task)
    assert list(documents_for(task.text_id, version.pk)) == [second]
    assert wording_of(version).documents == {second.pk}
    wording = Wording(wording="Nói lại cho gọn.", documents=frozenset([second.pk]))
    rewrite(ReviewerFactory(), task.pk, version.pk, wording)
    task.refresh_from_db()
    assert list(wording_now(task).documents.all()) == [second]
