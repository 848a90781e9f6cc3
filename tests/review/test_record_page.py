"""Everything that happened to a task, on one page."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.people.models import User
from review.actions.assigning import assign
from review.actions.claiming import let_go, renew
from review.actions.comments import comment
from review.actions.decisions import withdraw
from review.queries.assigning import Assignee
from review.queries.story import story_of
from tests.factories import LeadFactory, PersonFactory, ReviewerFactory
from tests.review.factories import task_in_article, wording_now
from tests.review.screens import body, signed_in
from tests.review.voices import APPROVE, REJECT, decision_of, edits, says

pytestmark = pytest.mark.django_db


def page(person: User, task: Any) -> str:
    address = reverse("admin:review_extractedtask_change", args=[task.pk])
    return body(signed_in(person).get(address))


def a_long_story() -> Any:
    task, first, second = task_in_article(), ReviewerFactory(), ReviewerFactory()
    says(first, task, REJECT, "Lý do thứ nhất")
    withdraw(first, decision_of(first, task).pk)
    comment(second, task.pk, "Lời bàn thứ hai")
    edits(second, task, "Ban Tổ chức rà soát toàn bộ cán bộ.")
    task.refresh_from_db()
    return task


def test_it_is_told_in_order() -> None:
    task, lead = a_long_story(), LeadFactory()

    story = story_of(lead, task)

    assert [each.what for each in story.happenings] == [
        "wording",
        "decision",
        "withdrawal",
        "comment",
        "wording",
    ]
    assert not story.is_blind


def test_words_that_an_edit_changed_are_marked() -> None:
    task = task_in_article()
    edits(ReviewerFactory(), task, wording_now(task).wording.replace("đội ngũ", "toàn bộ"))

    shown = page(LeadFactory(), task)

    assert "<del>đội</del><ins>toàn</ins> <del>ngũ</del><ins>bộ</ins>" in shown


def test_what_others_said_is_hidden_until_one_has_decided() -> None:
    task, person = a_long_story(), ReviewerFactory()

    shown = page(person, task)
    assert "Ban Tổ chức rà soát toàn bộ cán bộ." in shown, "wordings are never hidden"
    assert "Lý do thứ nhất" not in shown
    assert "took it back" not in shown
    assert "Lời bàn thứ hai" not in shown
    assert "You see what others say once you have decided" in shown

    says(person, task, APPROVE)
    shown = page(person, task)
    assert "Lý do thứ nhất" in shown
    assert "took it back" in shown
    assert "Lời bàn thứ hai" in shown


def test_the_stock_history_leads_here_and_tells_nothing_itself() -> None:
    task = a_long_story()
    address = reverse("admin:review_extractedtask_history", args=[task.pk])

    answer = signed_in().get(address)

    assert answer["Location"] == reverse("admin:review_extractedtask_change", args=[task.pk])


def test_claims_and_assignments_are_told() -> None:
    task, lead = task_in_article(), LeadFactory(last_name="Hoàng", first_name="Bảo")
    person = ReviewerFactory(last_name="Lê", first_name="An")

    assign(lead, task.pk, Assignee(person_id=person.pk))
    renew(person, task.article_id)
    let_go(person, task.article_id)

    shown = page(lead, task)
    assert "<strong>Hoàng Bảo</strong> assigned it to Lê An" in shown
    assert "<strong>Lê An</strong> took the article to look at" in shown
    assert "<strong>Lê An</strong> let the article go" in shown


def test_strangers_and_wrong_numbers_find_nothing() -> None:
    task = task_in_article()
    address = reverse("admin:review_extractedtask_change", args=[task.pk])

    assert signed_in(PersonFactory()).get(address).status_code == 403
    gone = reverse("admin:review_extractedtask_change", args=["9" * 30])
    assert signed_in().get(gone).status_code in (302, 404)


def test_a_long_record_costs_as_much_as_a_short_one() -> None:
    task, lead = a_long_story(), LeadFactory()
    client = signed_in(lead)
    address = reverse("admin:review_extractedtask_change", args=[task.pk])

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    short = cost()
    for number in range(6):
        task.refresh_from_db()
        says(ReviewerFactory(), task, REJECT, "Sai")
        comment(ReviewerFactory(), task.pk, "Lời bàn")
        edits(ReviewerFactory(), task, f"Ban Tổ chức rà soát lần {number}.")

    assert cost() == short
