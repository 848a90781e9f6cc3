"""An approved task whose words are no longer in its article: what editors of lists are told."""

import pytest

from articles.refusal import Refused
from portal.actions import Pick, arrange_entries
from portal.queries.lists import tasks_to_pick
from portal.queries.proofs import proof_of
from portal.queries.today import waiting_for
from review.models import ExtractedTask
from tests.factories import EditorFactory, ManagingEditorFactory, ReviewerFactory
from tests.portal.factories import approved_task, draft_list, publish, submitted_list
from tests.review.factories import next_text

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]


def lose_its_place(task: ExtractedTask) -> None:
    next_text(task.article, "Bài đã được viết lại.")


def test_the_proof_of_a_list_warns_of_it() -> None:
    task = approved_task()
    made = draft_list(Pick(task=task, note="Nên đọc."))
    assert proof_of(made).warnings == []
    lose_its_place(task)
    (warning,) = proof_of(made).warnings
    assert warning.startswith("Entry 1: the words of the task")
    assert proof_of(made).problems == []


def test_it_can_be_published_since_its_wording_is_approved() -> None:
    task = approved_task()
    made = submitted_list(Pick(task=task))
    lose_its_place(task)
    assert publish(made).entries.get().wording == "Rà soát quy chế làm việc của cấp ủy"


def test_it_is_not_offered_for_a_list() -> None:
    task = approved_task()
    assert list(tasks_to_pick("")) == [task]
    lose_its_place(task)
    assert list(tasks_to_pick("")) == []


def test_it_is_not_hung_into_a_list_either() -> None:
    task = approved_task()
    lose_its_place(task)
    with pytest.raises(Refused, match="no longer in its article"):
        draft_list(Pick(task=ExtractedTask.objects.get(pk=task.pk)))


def test_a_list_that_has_it_already_keeps_it_when_it_is_arranged() -> None:
    task = approved_task()
    made = draft_list(Pick(task=task))
    lose_its_place(task)
    now = ExtractedTask.objects.get(pk=task.pk)
    arranged = arrange_entries(
        ManagingEditorFactory(), made, [Pick(task=now, note="Nên đọc.")], expected=made.revision
    )
    assert arranged.entries.get().note == "Nên đọc."


def test_reviewers_are_told_on_the_first_page_of_the_desk() -> None:
    lose_its_place(approved_task())
    told = {thing.words: thing.count for thing in waiting_for(ReviewerFactory())}
    assert told["task has lost its place in its text"] == "1"
    assert waiting_for(EditorFactory()) == []
