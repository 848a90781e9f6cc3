"""Two people at once, on connections of their own: neither may slip past the other."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import IntegrityError, connection, transaction

from articles.refusal import Refused
from portal.people.models import User
from review.actions.decisions import decide
from review.actions.organisations import body_key, find_or_make, save_organisation
from review.models import Decision, ExtractedTask, Organisation, OrganisationSpelling, Withdrawal
from tests.at_once import at_once, one_behind_the_other
from tests.factories import LeadFactory, ReviewerFactory
from tests.review.factories import approve, task_in_article, wording_now

pytestmark = pytest.mark.django_db(transaction=True)


def holds(task: ExtractedTask) -> bool:
    """Tell whether the rule holds in what was committed, worked out anew."""
    task.refresh_from_db()
    said = Decision.objects.filter(version=task.version, verdict="approve", withdrawal=None)
    people = said.values("person").distinct().count()
    return task.state != ExtractedTask.State.APPROVED or people >= 2


def test_of_two_people_who_approve_at_once_the_second_completes_the_approval() -> None:
    task = task_in_article()
    first, second = ReviewerFactory.create_batch(2)

    def approves(person: object) -> Callable[[threading.Barrier], None]:
        def work(barrier: threading.Barrier) -> None:
            barrier.wait()
            decide(person, task.pk, wording_now(task).pk, Decision.Verdict.APPROVE)  # type: ignore[arg-type]

        return work

    assert at_once(approves(first), approves(second)) == [None, None]
    task.refresh_from_db()
    assert task.state == ExtractedTask.State.APPROVED


def test_one_person_in_two_windows_decides_once() -> None:
    task, person = task_in_article(), ReviewerFactory()

    def decides(barrier: threading.Barrier) -> None:
        barrier.wait()
        Decision.objects.create(version=wording_now(task), person=person, verdict="approve")

    results = at_once(*[decides] * 4)
    assert sum(isinstance(result, IntegrityError) for result in results) == 3
    assert Decision.objects.filter(version=task.version).count() == 1


def test_calling_it_approved_while_another_takes_their_approval_back() -> None:
    """Each sees an honest state before the other commits; only a lock keeps both from passing."""
    for _ in range(5):
        first, second = ReviewerFactory.create_batch(2)
        task = task_in_article()
        said = [
            Decision.objects.create(version=wording_now(task), person=person, verdict="approve")
            for person in (first, second)
        ]

        def calls_it_approved(barrier: threading.Barrier) -> None:
            with transaction.atomic():
                barrier.wait()
                ExtractedTask.objects.filter(pk=task.pk).update(state="approved")  # noqa: B023

        def takes_back(barrier: threading.Barrier) -> None:
            with transaction.atomic():
                barrier.wait()
                Withdrawal.objects.create(decision=said[0], withdrawn_by=first)  # noqa: B023

        results = at_once(calls_it_approved, takes_back)
        assert holds(task)
        assert any(results), "one of the two must have been refused"


def test_two_who_take_back_one_of_three_approvals_each() -> None:
    people = ReviewerFactory.create_batch(3)
    task = approve(task_in_article(), *people)
    said = list(Decision.objects.filter(version=task.version).order_by("pk"))

    def takes_back(decision: Decision) -> Callable[[threading.Barrier], None]:
        def work(barrier: threading.Barrier) -> None:
            with transaction.atomic():
                barrier.wait()
                with connection.cursor() as cursor:
                    cursor.execute(
                        "INSERT INTO review_withdrawal (decision_id, withdrawn_by_id, withdrawn_at)"
                        " VALUES (%s, %s, now())",
                        [decision.pk, decision.person_id],
                    )

        return work

    results = at_once(takes_back(said[0]), takes_back(said[1]))
    assert holds(task)
    assert [type(result) for result in results if result] == [IntegrityError]


@contextmanager
def at_level(level: str) -> Iterator[None]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET TRANSACTION ISOLATION LEVEL {level}")
        yield


@pytest.mark.parametrize("level", ["REPEATABLE READ", "SERIALIZABLE"])
def test_an_old_snapshot_is_refused(level: str) -> None:
    task, person = task_in_article(), ReviewerFactory()
    ready = approve(task_in_article(), ReviewerFactory())
    with pytest.raises(IntegrityError, match="read committed"), at_level(level):
        Decision.objects.create(version=wording_now(task), person=person, verdict="approve")
    with pytest.raises(IntegrityError, match="read committed"), at_level(level):
        ExtractedTask.objects.filter(pk=ready.pk).update(state="approved")


def test_two_imports_that_name_the_same_new_body_make_it_once() -> None:
    def imports(names: list[str]) -> Callable[[threading.Barrier], None]:
        def work(barrier: threading.Barrier) -> None:
            barrier.wait()
            with transaction.atomic():
                find_or_make(names)

        return work

    bodies = ["Ban Tổ chức Huyện ủy", "Ban Dân vận Huyện uỷ", "Văn phòng Huyện ủy"]
    results = at_once(imports(bodies), imports(bodies[::-1]), imports(bodies[1:]))
    assert results == [None, None, None]
    assert sorted(Organisation.objects.values_list("name", flat=True)) == sorted(bodies)


@pytest.mark.usefixtures("english")
def test_one_spelling_that_two_people_give_to_two_bodies() -> None:
    known = find_or_make(["Ban Dân vận", "Văn phòng"])
    first, second = LeadFactory.create_batch(2)

    def spells(person: User, name: str) -> Callable[[], None]:
        body = known[body_key(name)]
        return lambda: save_organisation(person, body, [OrganisationSpelling(text="BDV")])

    saved, refused = one_behind_the_other(spells(first, "Ban Dân vận"), spells(second, "Văn phòng"))

    assert saved is None
    assert isinstance(refused, Refused)
    assert str(refused) == "This is a spelling of “Ban Dân vận”."


@pytest.mark.usefixtures("english")
def test_one_name_that_two_people_give_to_two_bodies() -> None:
    first, second = LeadFactory.create_batch(2)

    saved, refused = one_behind_the_other(
        lambda: save_organisation(first, Organisation(name="Ban Dân vận")),
        lambda: save_organisation(second, Organisation(name="BAN DÂN VẬN")),
    )

    assert saved is None
    assert isinstance(refused, Refused)
    assert Organisation.objects.count() == 1
