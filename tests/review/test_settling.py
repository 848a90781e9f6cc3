"""The screen on which leads settle what others differ on."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.people.models import User
from review.actions.comments import comment
from review.models import ExtractedTask
from tests.factories import LeadFactory, ReviewerFactory
from tests.review.factories import task_in_article, wording_now
from tests.review.screens import body, signed_in, verdict
from tests.review.voices import APPROVE, APPROVED, REJECT, REJECTED, UNSURE, edits, says, settles

pytestmark = pytest.mark.django_db


def disputed() -> ExtractedTask:
    task = task_in_article()
    edits(ReviewerFactory(), task, "Ban Tổ chức rà soát cán bộ.")
    task.refresh_from_db()
    says(ReviewerFactory(), task, REJECT, "Không phải nhiệm vụ")
    return task


def page(lead: User, **asked: Any) -> str:
    return body(signed_in(lead).get(reverse("admin:review_disputes"), asked))


def send(lead: User, task: ExtractedTask, said: str, reason: str = "") -> Any:
    address = reverse("admin:review_settle_dispute", args=[task.pk])
    return signed_in(lead).post(address, verdict(task, said, reason))


def test_verdicts_reasons_comments_and_wordings_are_in_one_view() -> None:
    task = disputed()
    comment(ReviewerFactory(), task.pk, "Nên hỏi lại tòa soạn.")

    shown = page(LeadFactory())

    assert "Không phải nhiệm vụ" in shown
    assert "Nên hỏi lại tòa soạn." in shown
    assert "Ban Tổ chức rà soát cán bộ." in shown
    assert task.quote in shown, "the finder's wording stands beside it"
    assert "<del>" in shown
    assert "1 of 1" in shown


def test_a_lead_settles_by_form_and_goes_on_to_the_next() -> None:
    first, second, lead = disputed(), disputed(), LeadFactory()

    answer = send(lead, first, APPROVE)
    shown = body(signed_in(lead).get(answer["Location"]))

    first.refresh_from_db()
    assert first.state == APPROVED
    assert reverse("admin:review_settle_dispute", args=[second.pk]) in shown

    send(lead, second, REJECT, "Đúng là không phải.")
    second.refresh_from_db()
    assert second.state == REJECTED
    assert "Nothing waits for a lead." in page(lead)


def test_what_was_typed_stays_when_it_is_refused() -> None:
    task, lead = disputed(), LeadFactory()
    seen = verdict(task, REJECT, "Lý do <của tôi>")
    edits(ReviewerFactory(), task, "Ban Tổ chức rà soát toàn bộ cán bộ.")
    task.refresh_from_db()
    says(ReviewerFactory(), task, UNSURE)

    answer = signed_in(lead).post(reverse("admin:review_settle_dispute", args=[task.pk]), seen)

    assert answer.status_code == 409
    assert 'value="Lý do &lt;của tôi&gt;"' in body(answer)
    assert f'name="version" value="{wording_now(task).pk}"' in body(answer)


@pytest.mark.parametrize("typed", [{}, {"version": "x"}, {"verdict": "maybe", "version": "1"}])
def test_what_cannot_be_read_settles_nothing(typed: dict[str, str]) -> None:
    task = disputed()
    address = reverse("admin:review_settle_dispute", args=[task.pk])

    assert signed_in(LeadFactory()).post(address, typed).status_code == 409
    task.refresh_from_db()
    assert task.state == ExtractedTask.State.WITH_LEAD


def test_what_was_settled_meanwhile_is_said() -> None:
    task, lead = disputed(), LeadFactory()
    other = disputed()
    settles(LeadFactory(), task, REJECT, "Không.")

    answer = send(lead, task, APPROVE)

    assert answer["Location"] == reverse("admin:review_disputes")
    assert reverse("admin:review_settle_dispute", args=[other.pk]) in page(lead, task=task.pk)


def test_a_lead_does_not_settle_in_favour_of_their_own_wording() -> None:
    task, lead = task_in_article(), LeadFactory()
    edits(lead, task, "Ban Tổ chức rà soát cán bộ.")
    task.refresh_from_db()
    says(ReviewerFactory(), task, UNSURE)

    assert 'data-key="a"' not in page(lead)
    assert 'data-key="a"' in page(LeadFactory())
    assert send(lead, task, APPROVE).status_code == 409


def test_only_leads_come_here() -> None:
    task, reviewer = disputed(), ReviewerFactory()

    assert signed_in(reviewer).get(reverse("admin:review_disputes")).status_code == 403
    assert send(reviewer, task, APPROVE).status_code == 403


def test_many_voices_and_wordings_cost_as_much_as_few() -> None:
    task, lead = disputed(), LeadFactory()
    client = signed_in(lead)

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse("admin:review_disputes")).status_code == 200
        return len(asked)

    comment(ReviewerFactory(), task.pk, "Lời bàn")
    few = cost()
    for number in range(4):
        edits(ReviewerFactory(), task, f"Ban Tổ chức rà soát lần {number}.")
        task.refresh_from_db()
        says(ReviewerFactory(), task, UNSURE)
        says(ReviewerFactory(), task, APPROVE)
        comment(ReviewerFactory(), task.pk, "Lời bàn")
        disputed()

    assert cost() == few
