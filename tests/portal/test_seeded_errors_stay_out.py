"""A seeded error comes into no list and no edition, whoever asks."""

import pytest
from django.db import IntegrityError, connection, transaction

from articles.refusal import Refused
from portal.actions import Pick, arrange_entries
from portal.models import Entry
from portal.queries.lists import tasks_to_pick
from portal.queries.proofs import proof_of
from review.models import Decision
from tests.articles.factories import ArticleFactory
from tests.factories import ManagingEditorFactory, ReviewerFactory
from tests.portal.factories import draft_list, found_task
from tests.review.seeds import Fault, sown
from tests.review.wrongdoing import insert_decision

pytestmark = pytest.mark.django_db


def refused_by_postgresql(statement: str, *values: int) -> None:
    with (
        pytest.raises(IntegrityError, match="stands in no list"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, values)


@pytest.mark.parametrize("fault", Fault.values)
def test_it_is_never_offered_and_never_put_in(fault: str) -> None:
    task, editor = sown(fault).task, ManagingEditorFactory()
    for person in ReviewerFactory.create_batch(3):
        insert_decision(task.version_id, person.pk, Decision.Verdict.APPROVE)
    assert not tasks_to_pick("").exists()
    made = draft_list()
    with pytest.raises(Refused):
        arrange_entries(editor, made, [Pick(task=task)], expected=made.revision)


@pytest.mark.parametrize("fault", Fault.values)
def test_raw_sql_puts_none_in_a_list(fault: str) -> None:
    task = sown(fault).task
    made = draft_list(Pick(article=ArticleFactory()))
    refused_by_postgresql(
        "INSERT INTO portal_entry (curated_list_id, position, task_id, note)"
        " VALUES (%s, 1, %s, '')",
        made.pk,
        task.pk,
    )
    refused_by_postgresql("UPDATE portal_entry SET article_id = NULL, task_id = %s", task.pk)
    with pytest.raises(IntegrityError, match="stands in no list"), transaction.atomic():
        Entry.objects.bulk_create([Entry(curated_list=made, position=1, task=task)])
    assert len(proof_of(made).entries) == 1


def test_any_other_task_may_stand_in_a_draft() -> None:
    made = draft_list()
    Entry.objects.create(curated_list=made, position=1, task=found_task())
    assert made.entries.count() == 1
