"""Who sees what others said, before their own word stands."""

import pytest

from portal.people.models import User
from review.actions.decisions import withdraw
from review.models import Decision, ExtractedTask
from review.queries.blindness import (
    decisions_seen_by,
    has_said,
    seen_by,
    sees_others,
    with_sight,
)
from tests.factories import (
    EditorFactory,
    LeadFactory,
    PersonFactory,
    ReviewerFactory,
)
from tests.review.factories import task_in_article, wording_now
from tests.review.voices import APPROVE, REJECT, decision_of, edits, says

pytestmark = pytest.mark.django_db


def sees(person: User, task: ExtractedTask) -> bool:
    """Ask in every way; all have to say the same."""
    person = User.objects.get(pk=person.pk)
    task.refresh_from_db()
    tasks = ExtractedTask.objects.filter(pk=task.pk)
    answer = sees_others(person, task)
    assert seen_by(person, tasks).exists() == answer
    assert list(with_sight(person, tasks).values_list("is_seen", flat=True)) == [answer]  # type: ignore[misc]
    of_others = Decision.objects.exclude(person=person)
    assert set(decisions_seen_by(person, of_others)) == (set(of_others) if answer else set())
    return answer


def test_a_reviewer_sees_what_others_said_only_after_deciding() -> None:
    task, early, late = task_in_article(), ReviewerFactory(), ReviewerFactory()
    says(early, task, APPROVE)

    assert sees(early, task)
    assert not sees(late, task)

    says(late, task, REJECT, "Không phải nhiệm vụ.")

    assert sees(late, task)


def test_whoever_takes_their_word_back_is_blind_again() -> None:
    task, person = task_in_article(), ReviewerFactory()
    says(ReviewerFactory(), task, APPROVE)
    says(person, task, REJECT, "Không phải nhiệm vụ.")

    withdraw(person, decision_of(person, task).pk)

    assert not sees(person, task)


def test_a_new_wording_makes_everybody_blind_but_who_wrote_it() -> None:
    task, early, writer = task_in_article(), ReviewerFactory(), ReviewerFactory()
    says(early, task, APPROVE)
    edits(writer, task, "Rà soát đội ngũ cán bộ.")

    assert not sees(early, task)
    assert sees(writer, task)


def test_a_decided_task_hides_from_those_who_took_no_part() -> None:
    task = task_in_article()
    says(ReviewerFactory(), task, REJECT, "Không phải nhiệm vụ.")

    assert not sees(ReviewerFactory(), task)


def test_leads_see_all_and_so_does_who_has_no_word_in_it() -> None:
    task = task_in_article()
    says(ReviewerFactory(), task, APPROVE)

    assert sees(LeadFactory(), task)
    assert sees(EditorFactory(), task)
    assert sees(PersonFactory(is_superuser=True), task)
    assert not sees(PersonFactory(), task)


def test_ones_own_decisions_are_never_hidden() -> None:
    task, person = task_in_article(), ReviewerFactory()
    says(person, task, APPROVE)
    mine = decision_of(person, task)
    edits(ReviewerFactory(), task, "Rà soát đội ngũ cán bộ.")
    task.refresh_from_db()
    says(LeadFactory(), task, APPROVE)

    assert list(decisions_seen_by(person, Decision.objects.all())) == [mine]


def test_it_is_told_from_decisions_at_hand_too() -> None:
    task, person, other = task_in_article(), ReviewerFactory(), ReviewerFactory()
    says(person, task, APPROVE)
    version = wording_now(task)
    at_hand = list(version.decisions.all())

    assert has_said(person.pk, version, at_hand)
    assert not has_said(other.pk, version, at_hand)
