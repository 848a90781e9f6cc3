"""Whose work a task is."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.refusal import NotAllowed, Refused
from portal.people.models import User
from review.actions.assigning import assign, assign_article, lift
from review.models import Assignment, AssignmentEvent, Notice  # type: ignore[attr-defined]
from review.queries.assigning import Assignee
from tests.factories import EditorFactory, LeadFactory, ReviewerFactory
from tests.review.factories import approve, approved_task, article_with_tasks, task_in_article
from tests.review.screens import body, page_of, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def to(person: User) -> Assignee:
    return Assignee(person_id=person.pk)


def test_a_lead_assigns_and_whoever_has_it_then_is_told() -> None:
    task, lead, person = task_in_article(), LeadFactory(), ReviewerFactory()
    tomorrow = timezone.localdate() + timedelta(days=1)
    assignment = assign(lead, task.pk, to(person), tomorrow)
    assert (assignment.person, assignment.due_on, assignment.assigned_by) == (
        person,
        tomorrow,
        lead,
    )
    assert list(Notice.objects.values_list("person", "kind")) == [(person.pk, Notice.Kind.ASSIGNED)]


def test_all_who_have_a_role_are_told() -> None:
    people = ReviewerFactory.create_batch(2)
    assign(LeadFactory(), task_in_article().pk, Assignee(role_id=people[0].groups.get().pk))
    told = Notice.objects.values_list("person", flat=True)
    assert set(told) == {person.pk for person in people}


def test_one_stands_and_the_changes_are_on_record() -> None:
    task, lead = task_in_article(), LeadFactory()
    first, second = ReviewerFactory.create_batch(2)
    assign(lead, task.pk, to(first))
    assign(lead, task.pk, to(second))
    assert lift(lead, task.pk)
    assert not lift(lead, task.pk)
    events = AssignmentEvent.objects.order_by("pgh_id").values_list("pgh_label", "person")
    assert list(events) == [
        ("insert", first.pk),
        ("update", second.pk),
        ("delete", second.pk),
    ]


def test_only_leads_assign() -> None:
    task = task_in_article()
    for person in (ReviewerFactory(), EditorFactory()):
        with pytest.raises(NotAllowed):
            assign(person, task.pk, to(ReviewerFactory()))
        with pytest.raises(NotAllowed):
            lift(person, task.pk)


def test_what_makes_no_sense_is_refused() -> None:
    lead, task = LeadFactory(), task_in_article()
    gone = ReviewerFactory(is_active=False)
    for nobody in (to(EditorFactory()), to(gone), Assignee(role_id=0), Assignee()):
        with pytest.raises(Refused, match="who may decide"):
            assign(lead, task.pk, nobody)
    yesterday = timezone.localdate() - timedelta(days=1)
    with pytest.raises(Refused, match="has passed"):
        assign(lead, task.pk, to(ReviewerFactory()), yesterday)
    with pytest.raises(Refused, match="decided already"):
        assign(lead, approved_task().pk, to(ReviewerFactory()))
    for written in ("", "person-", "3", "person-x", "role-1 "):
        with pytest.raises(Refused, match="Choose a person"):
            Assignee.read(written)


def test_an_article_is_assigned_as_far_as_it_is_not_decided() -> None:
    article, lead, person = article_with_tasks(3), LeadFactory(), ReviewerFactory()
    done = approve(article.tasks.order_by("pk")[0])
    assert assign_article(lead, article.pk, to(person)) == 2
    assert not Assignment.objects.filter(task=done).exists()
    assert assign_article(lead, article.pk, None) == 2
    assert not Assignment.objects.exists()


def test_the_page_of_an_article_assigns_it_and_shows_to_whom() -> None:
    article, person, client = article_with_tasks(2), ReviewerFactory(), signed_in(LeadFactory())
    day = timezone.localdate() + timedelta(days=3)
    asked = {"assignee": f"person-{person.pk}", "due_on": str(day)}
    response = client.post(reverse("admin:review_assign", args=[article.pk]), asked, follow=True)
    page = body(response)
    assert "2 tasks assigned." in page
    assert page.count(f"for {person}") == 1
    assert "Assign its tasks" in page
    assert "Assign its tasks" not in body(signed_in().get(page_of(article)))


@pytest.mark.parametrize(
    "asked",
    [
        {"assignee": "person-0"},
        {"assignee": ""},
        {},
        {"assignee": "nobody", "due_on": "32/13/2021"},
    ],
)
def test_a_form_that_says_nothing_assigns_nothing(asked: dict[str, str]) -> None:
    article = article_with_tasks(1)
    address = reverse("admin:review_assign", args=[article.pk])
    response = signed_in(LeadFactory()).post(address, asked, follow=True)
    assert "Choose a person or a role" in body(response)
    assert not Assignment.objects.exists()
