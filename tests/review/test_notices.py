"""What people are told, and when not."""

import pytest
from django.db import transaction

from portal.people.models import User
from review.actions.notices import choose_mail, read, tell, tell_leads
from review.models import MailChoice, Notice
from tests.factories import LeadFactory, PersonFactory, ReviewerFactory
from tests.review.factories import task_in_article

pytestmark = pytest.mark.django_db

Kind = Notice.Kind


def told(person: User) -> list[str]:
    return list(Notice.objects.filter(person=person, read_at=None).values_list("kind", flat=True))


def test_people_are_told_but_not_who_did_it() -> None:
    task, doer, other = task_in_article(), ReviewerFactory(), ReviewerFactory()

    tell([doer, other.pk, None], Kind.ASSIGNED, task=task, by=doer)

    assert told(doer) == []
    assert told(other) == [Kind.ASSIGNED]


def test_nobody_is_told_of_a_task_that_they_may_not_see() -> None:
    task = task_in_article()
    stranger, gone = PersonFactory(), ReviewerFactory(is_active=False)

    tell([stranger, gone], Kind.ASSIGNED, task=task)

    assert not Notice.objects.exists()


def test_the_same_is_told_again_only_after_it_was_read() -> None:
    task, person = task_in_article(), ReviewerFactory()

    for _time in range(2):
        tell([person], Kind.ASSIGNED, task=task)
    assert told(person) == [Kind.ASSIGNED]

    assert read(person) == 1
    assert told(person) == []
    tell([person], Kind.ASSIGNED, task=task)
    assert told(person) == [Kind.ASSIGNED]


def test_it_is_told_with_what_it_tells_or_not_at_all() -> None:
    task, person = task_in_article(), ReviewerFactory()

    def fail_after_telling() -> None:
        with transaction.atomic():
            tell([person], Kind.ASSIGNED, task=task)
            raise LookupError

    with pytest.raises(LookupError):
        fail_after_telling()

    assert told(person) == []


def test_leads_are_all_who_may_settle() -> None:
    task, lead, doer = task_in_article(), LeadFactory(), LeadFactory()
    chief, reviewer = PersonFactory(is_superuser=True), ReviewerFactory()

    tell_leads(Kind.DISPUTED, task=task, by=doer)

    assert told(lead) == told(chief) == [Kind.DISPUTED]
    assert told(doer) == told(reviewer) == []


def test_people_read_only_their_own_notices() -> None:
    task, one, other = task_in_article(), ReviewerFactory(), ReviewerFactory()
    tell([one, other], Kind.ASSIGNED, task=task)
    tell([one], Kind.VOIDED, task=task)

    read(one, Notice.objects.exclude(person=one, kind=Kind.VOIDED).values_list("pk", flat=True))

    assert told(one) == [Kind.VOIDED]
    assert told(other) == [Kind.ASSIGNED]


def test_mail_can_be_chosen_off_and_on() -> None:
    person = ReviewerFactory()

    for choice in (False, False, True):
        choose_mail(person, by_mail=choice)
        assert MailChoice.objects.get(person=person).by_mail is choice
