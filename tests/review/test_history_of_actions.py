"""History knows who did it also where nobody asked through a screen."""

from collections.abc import Callable
from typing import Any

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


def person_of_the_last_event(model: str) -> int | None:
    events: Any = apps.get_model("review", f"{model}Event")
    person: int | None = events.objects.values_list(
        "pgh_context__metadata__user", flat=True
    ).latest("pk")
    return person


def takes_back(person: User, task: ExtractedTask) -> None:
    says(person, task, REJECT, "Trùng")
    withdraw(person, decision_of(person, task).pk)


def settles_what_differs(person: User, task: ExtractedTask) -> None:
    says(ReviewerFactory(), task, UNSURE)
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

    act(person, task)

    assert [person_of_the_last_event(model) for model in models] == [person.pk] * len(models)
