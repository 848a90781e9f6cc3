"""The page on which people read what they were told, and its count in the head of every page."""

import re
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.people.models import User
from review.actions.comments import comment
from review.actions.notices import tell
from review.models import MailChoice, Notice
from tests.factories import LeadFactory, PersonFactory, ReviewerFactory
from tests.review.factories import task_in_article, wording_now
from tests.review.screens import body, signed_in
from tests.review.voices import APPROVE, UNSURE, says

pytestmark = pytest.mark.django_db

Kind = Notice.Kind


def page(person: User, **asked: str) -> str:
    return body(signed_in(person).get(reverse("admin:review_notices"), asked))


def send(person: User, name: str, **typed: Any) -> Any:
    return signed_in(person).post(reverse(f"admin:{name}"), typed)


def test_it_tells_in_words_and_leads_to_where_something_can_be_done() -> None:
    task, lead = task_in_article(), LeadFactory()
    says(ReviewerFactory(), task, UNSURE)
    tell([lead], Kind.ASSIGNED, task=task, by=ReviewerFactory(last_name="Lê", first_name="An"))

    shown = page(lead)

    assert "Lê An assigned a task to you." in shown
    assert f"{reverse('admin:review_article', args=[task.article_id])}?task={task.pk}#" in shown
    assert f'href="{reverse("admin:review_disputes")}?task={task.pk}"' in shown
    assert wording_now(task).wording in shown


def test_a_comment_is_shown_only_once_one_has_decided() -> None:
    task, person = task_in_article(), ReviewerFactory(username="an")
    comment(ReviewerFactory(), task.pk, "@an: rõ ràng là sai.")

    assert "rõ ràng là sai" not in page(person)
    says(person, task, APPROVE)
    assert "rõ ràng là sai" in page(person)


def test_the_head_of_a_page_counts_what_is_unread() -> None:
    task, person = task_in_article(), ReviewerFactory()

    def head() -> str:
        return body(signed_in(person).get(reverse("admin:index")))

    assert 'class="desk-unread"' not in head()
    tell([person], Kind.ASSIGNED, task=task)
    tell([person], Kind.VOIDED, task=task)
    assert 'title="unread">2</strong>' in head()


def test_one_or_all_are_marked_as_read_by_form() -> None:
    person, other = ReviewerFactory(), ReviewerFactory()
    for _number in range(3):
        tell([person, other], Kind.ASSIGNED, task=task_in_article())
    first, second, last = Notice.objects.filter(person=person).order_by("pk")

    send(person, "review_notices_read", notice=second.pk)
    assert list(Notice.objects.filter(person=person, read_at=None)) == [last, first]

    send(person, "review_notices_read", up_to=first.pk)
    assert list(Notice.objects.filter(person=person, read_at=None)) == [last]
    assert Notice.objects.filter(person=other, read_at=None).count() == 3
    assert "Mark as read: Somebody assigned" in page(person)
    assert page(person).count("<time") == 1
    assert page(person, all="").count("<time") == 3


@pytest.mark.parametrize("typed", [{}, {"notice": "x"}, {"up_to": "-1"}, {"notice": "9" * 40}])
def test_what_means_nothing_marks_nothing(typed: dict[str, str]) -> None:
    person = ReviewerFactory()
    tell([person], Kind.ASSIGNED, task=task_in_article())

    assert send(person, "review_notices_read", **typed).status_code == 302
    assert Notice.objects.filter(read_at=None).count() == 1


def test_mail_is_chosen_by_form(settings: LazySettings) -> None:
    person = ReviewerFactory(email="an@toasoan.example")
    settings.DESK_URL = "https://duyet.example"
    assert 'name="by_mail" checked' in page(person)

    send(person, "review_notices_mail")
    assert not MailChoice.objects.get().by_mail
    assert 'name="by_mail" checked' not in page(person)

    send(person, "review_notices_mail", by_mail="on")
    assert MailChoice.objects.get().by_mail


def test_the_language_of_the_mail_is_chosen_too() -> None:
    person = ReviewerFactory(email="an@toasoan.example")

    send(person, "review_notices_mail", by_mail="on", language="en")
    assert MailChoice.objects.get().language == "en"
    assert re.search(r'<option value="en"[^>]* selected>', page(person))

    client, address = signed_in(person), reverse("admin:review_notices_mail")
    answer = client.post(address, {"language": "tlh"}, follow=True)
    assert "Choose a language that the desk speaks." in body(answer)
    assert MailChoice.objects.get().by_mail


def test_strangers_are_turned_away() -> None:
    stranger = PersonFactory()

    assert signed_in(stranger).get(reverse("admin:review_notices")).status_code == 403
    assert send(stranger, "review_notices_read", up_to=1).status_code == 403
    assert send(stranger, "review_notices_mail").status_code == 403


def test_many_notices_cost_as_much_as_few() -> None:
    person = ReviewerFactory(username="an")
    client = signed_in(person)

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("admin:review_notices"))
        return len(asked)

    costs = []
    for number in (3, 9):
        for _time in range(number):
            comment(ReviewerFactory(), task_in_article().pk, "@an xem")
        costs.append(cost())

    assert costs[0] == costs[1]
