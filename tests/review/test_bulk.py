"""Many tasks at once: the same rules, a result for each, and nothing half done."""

from typing import Any

import pytest
from django.urls import reverse

from articles.refusal import NotAllowed, Refused
from portal.people.models import User
from review.actions.bulk import Chosen, assign_all, decide_on, let_go_of
from review.actions.claiming import renew
from review.actions.decisions import decide
from review.actions.versions import Wording, rewrite
from review.models import Assignment, Decision, ExtractedTask
from review.queries.assigning import Assignee
from review.queries.claims import holder_of
from tests.factories import EditorFactory, LeadFactory, ReviewerFactory
from tests.review.factories import approve, approved_task, task_in_article, wording_now
from tests.review.screens import body, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

BULK = "admin:review_bulk"


def as_seen(*tasks: ExtractedTask) -> list[Chosen]:
    return [Chosen(task.pk, wording_now(task).pk) for task in tasks]


def chosen(*tasks: ExtractedTask) -> list[str]:
    return [f"{each.task_id}-{each.version_id}" for each in as_seen(*tasks)]


def send(person: User, *tasks: ExtractedTask, **said: str) -> Any:
    return signed_in(person).post(reverse(BULK), {"chosen": chosen(*tasks), **said})


def test_each_has_its_own_result_by_the_same_rules() -> None:
    person = ReviewerFactory()
    fine, said, own = task_in_article(), approve(task_in_article(), person), task_in_article()
    own = rewrite(person, own.pk, wording_now(own).pk, Wording("Rà soát."))
    changed = task_in_article()
    old = as_seen(changed)
    rewrite(ReviewerFactory(), changed.pk, wording_now(changed).pk, Wording("Khác."))
    gone = Chosen(2**40, 1)

    results = decide_on(person, [*as_seen(fine, said, own), *old, gone], "approve")

    refusals = {result.task_id: result.refusal for result in results}
    assert refusals == {
        fine.pk: "",
        said.pk: "You have already decided on this wording.",
        own.pk: "You wrote this wording: somebody else approves it.",
        changed.pk: "Somebody has changed the wording meanwhile: look again.",
        2**40: "This task is no longer in the article: look at its tasks again.",
    }
    assert Decision.objects.filter(person=person).count() == 2


def test_what_fails_in_the_middle_has_not_happened(monkeypatch: pytest.MonkeyPatch) -> None:
    tasks = [task_in_article() for _ in range(3)]

    def fails_at_the_last(person: Any, task_id: int, *said: Any) -> None:
        decide(person, task_id, *said)
        if task_id == tasks[-1].pk:
            raise RuntimeError

    monkeypatch.setattr("review.actions.bulk.decide", fails_at_the_last)
    with pytest.raises(RuntimeError):
        decide_on(ReviewerFactory(), as_seen(*tasks), "approve")
    assert not Decision.objects.exists()


def test_two_approve_many_and_they_are_approved() -> None:
    tasks = [task_in_article() for _ in range(5)]
    for person in ReviewerFactory.create_batch(2):
        response = send(person, *tasks, act="approve")
        assert "5 tasks done." in body(response)
    assert set(ExtractedTask.objects.values_list("state", flat=True)) == {"approved"}


def test_many_are_rejected_for_one_reason_and_never_without() -> None:
    tasks = [task_in_article() for _ in range(2)]
    refused = send(ReviewerFactory(), *tasks, act="reject", reason=" ")
    assert refused.status_code == 409
    assert "Say why you reject them. Nothing was done." in body(refused)
    send(ReviewerFactory(), *tasks, act="reject", reason="Trùng")
    assert list(Decision.objects.values_list("reason", flat=True)) == ["Trùng", "Trùng"]


def test_many_go_to_the_lead() -> None:
    task = task_in_article()
    send(ReviewerFactory(), task, act="unsure")
    task.refresh_from_db()
    assert task.state == "with_lead"


def test_a_lead_assigns_many_and_takes_it_back() -> None:
    lead, person = LeadFactory(), ReviewerFactory()
    tasks = [task_in_article(), task_in_article(), approved_task()]
    page = body(send(lead, *tasks, act="assign", assignee=f"person-{person.pk}"))
    assert "2 tasks done. 1 was not: see why." in page
    assert "This task is decided already." in page
    assert set(Assignment.objects.values_list("person", flat=True)) == {person.pk}
    send(lead, *tasks, act="assign", assignee="nobody")
    assert not Assignment.objects.exists()


def test_one_lets_go_of_what_one_holds() -> None:
    person, other = ReviewerFactory.create_batch(2)
    mine, theirs = task_in_article(), task_in_article()
    renew(person, mine.article_id)
    renew(other, theirs.article_id)
    results = let_go_of(person, as_seen(mine, theirs))
    assert [result.is_done for result in results] == [True, False]
    assert holder_of(mine.article_id) is None
    assert holder_of(theirs.article_id)


def test_who_may_not_does_nothing() -> None:
    task = task_in_article()
    editor, reviewer = EditorFactory(), ReviewerFactory()
    with pytest.raises(NotAllowed):
        decide_on(editor, as_seen(task), "approve")
    with pytest.raises(NotAllowed):
        let_go_of(editor, as_seen(task))
    with pytest.raises(NotAllowed):
        assign_all(reviewer, as_seen(task), Assignee(person_id=reviewer.pk))
    for act in ("approve", "reject", "unsure", "let_go", "assign"):
        response = send(editor, task, act=act, reason="Trùng", assignee="nobody")
        assert response.status_code == 403
    assert not Decision.objects.exists()


def test_there_is_an_end_to_many() -> None:
    with pytest.raises(Refused, match="At most 200"):
        decide_on(ReviewerFactory(), [Chosen(n, 1) for n in range(201)], "approve")


@pytest.mark.parametrize(
    "sent",
    [
        {"act": "approve"},
        {"act": "approve", "chosen": ["x"]},
        {"act": "approve", "chosen": ["1"]},
        {"act": "approve", "chosen": ["1-"]},
        {"act": "approve", "chosen": ["1-²"]},
        {"act": "approve", "chosen": ["1-99999999999999999999999"]},
        {"act": "nonsense", "chosen": ["1-1"]},
        {"chosen": ["1-1"]},
        {"act": "assign", "chosen": ["1-1"], "assignee": "person-0"},
        {"act": "reject", "chosen": ["1-1"], "reason": "x" * 3000},
    ],
)
def test_what_cannot_be_read_does_nothing(sent: dict[str, Any]) -> None:
    response = signed_in(LeadFactory()).post(reverse(BULK), sent)
    assert response.status_code == 409
    assert "Nothing was done." in body(response)


def test_the_way_back_keeps_the_filters() -> None:
    task = task_in_article()
    response = signed_in().post(
        f"{reverse(BULK)}?queue=waiting&order=due", {"act": "approve", "chosen": chosen(task)}
    )
    assert "?queue=waiting&amp;order=due" in body(response)
    assert signed_in().get(reverse(BULK)).status_code == 405
