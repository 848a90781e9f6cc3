"""History knows who did it also where nobody asked through a screen."""

from collections.abc import Callable

import pytest
from django.apps import apps

from portal.people.models import User
from review.actions.articles import add_missed
from review.actions.decisions import withdraw
from review.actions.desk import change_approvals_needed
from review.actions.organisations import save_organisation
from review.models import ExtractedTask, Organisation
from tests.factories import PersonFactory, ReviewerFactory
from tests.review.factories import LINES, task_in_article
from tests.review.voices import APPROVE, REJECT, UNSURE, decision_of, edits, says, settles

pytestmark = pytest.mark.django_db

Act = Callable[[User, ExtractedTask], object]


def people_in_history_of(*models: str) -> set[int | None]:
    rows = [apps.get_model("review", f"{model}Event").objects for model in models]
    contexts = [row.values_list("pgh_context__metadata__user", flat=True) for row in rows]
    return {person for people in contexts for person in people}


def forget(*models: str) -> None:
    for model in models:
        apps.get_model("review", f"{model}Event").objects.all().delete()


def takes_back(person: User, task: ExtractedTask) -> None:
    says(person, task, REJECT, "Trùng")
    forget("ExtractedTask")
    withdraw(person, decision_of(person, task).pk)


def settles_what_differs(person: User, task: ExtractedTask) -> None:
    says(ReviewerFactory(), task, UNSURE)
    forget("ExtractedTask")
    settles(person, task, APPROVE)


@pytest.mark.parametrize(
    ("act", "models"),
    [
        (lambda who, task: says(who, task, UNSURE), ["ExtractedTask"]),
        (lambda who, task: edits(who, task, "Rà soát."), ["ExtractedTask"]),
        (lambda who, task: add_missed(who, task.text_id, LINES[2]), ["ExtractedTask"]),
        (takes_back, ["ExtractedTask"]),
        (settles_what_differs, ["ExtractedTask"]),
        (
            lambda who, _task: save_organisation(who, Organisation(name="Văn phòng Huyện ủy")),
            ["Organisation", "OrganisationSpelling"],
        ),
        (lambda who, _task: change_approvals_needed(who, 3), ["DeskSettings"]),
    ],
    ids=["decide", "rewrite", "add", "withdraw", "settle", "correct a body", "change the desk"],
)
def test_each_action_says_whose_it_is(act: Act, models: list[str]) -> None:
    person = PersonFactory(is_superuser=True)
    task = task_in_article()
    forget(*models)
    act(person, task)
    assert people_in_history_of(*models) == {person.pk}
