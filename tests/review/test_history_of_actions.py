"""History knows who did it also where nobody asked through a screen."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps

from portal.people.models import User
from review.actions.articles import add_missed
from review.actions.decisions import withdraw
from review.actions.desk import change_desk
from review.actions.organisations import save_organisation
from review.actions.placing import place_task, retire_task
from review.models import ExtractedTask, Organisation
from tests.factories import PersonFactory, ReviewerFactory
from tests.review.factories import BODY, LINES, found, next_text, task_in_article, text_of
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


def loses_its_place(task: ExtractedTask) -> int | None:
    says(ReviewerFactory(), task, UNSURE)
    next_text(task.article, "Một là, việc khác.")
    return text_of(task.article).pk


def places(person: User, task: ExtractedTask) -> None:
    place_task(person, task.pk, loses_its_place(task) or 0, "việc khác")


def retires(person: User, task: ExtractedTask) -> None:
    retire_task(person, task.pk, loses_its_place(task) or 0, "Bài đã sửa")


def test_a_task_that_only_moves_along_to_a_new_text_is_no_news() -> None:
    task = task_in_article()
    says(ReviewerFactory(), task, UNSURE)
    events: Any = apps.get_model("review", "ExtractedTaskEvent")
    before = events.objects.count()
    next_text(task.article, f"Mở đầu.\n{BODY}", found(f"Mở đầu.\n{BODY}", LINES[0], confidence=0.5))
    task.refresh_from_db()
    assert (task.text.number, task.confidence) == (2, 0.5)
    assert events.objects.count() == before


@pytest.mark.parametrize(
    ("act", "models"),
    [
        (lambda who, task: says(who, task, UNSURE), ["ExtractedTask"]),
        (lambda who, task: edits(who, task, "Rà soát."), ["ExtractedTask"]),
        (lambda who, task: add_missed(who, task.text_id, LINES[2]), ["ExtractedTask"]),
        (places, ["ExtractedTask"]),
        (retires, ["ExtractedTask"]),
        (takes_back, ["ExtractedTask"]),
        (settles_what_differs, ["ExtractedTask"]),
        (
            lambda who, _task: save_organisation(who, Organisation(name="Văn phòng Huyện ủy")),
            ["Organisation", "OrganisationSpelling"],
        ),
        (lambda who, _task: change_desk(who, approvals_needed=3), ["DeskSettings"]),
    ],
    ids=[
        "decide",
        "rewrite",
        "add",
        "place",
        "retire",
        "withdraw",
        "settle",
        "correct a body",
        "change the desk",
    ],
)
def test_each_action_says_whose_it_is(act: Act, models: list[str]) -> None:
    person = PersonFactory(is_superuser=True)
    task = task_in_article()

    act(person, task)

    assert [person_of_the_last_event(model) for model in models] == [person.pk] * len(models)
