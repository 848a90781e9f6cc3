"""What people do about tasks, and how they are refused."""

from datetime import date

import pytest

from articles.models import Article, ArticleText, OfficialDocument
from articles.refusal import Refused
from review.actions.decisions import withdraw
from review.actions.desk import change_desk
from review.actions.holding import ChangedMeanwhile
from review.actions.versions import Wording, rewrite, wording_of
from review.models import Decision, TaskVersion
from tests.factories import (
    LeadFactory,
    PersonFactory,
    ReviewerFactory,
)
from tests.review.factories import (
    BODY,
    LINES,
    approve,
    approved_task,
    task_in_article,
    wording_now,
)
from tests.review.voices import (
    APPROVE,
    APPROVED,
    OPEN,
    REJECT,
    REJECTED,
    UNSURE,
    WITH_LEAD,
    decision_of,
    edits,
    says,
    settles,
)

pytestmark = pytest.mark.django_db

# -- Deciding --------------------------------------------------------------------------------------


def test_the_second_approval_approves() -> None:
    task = task_in_article()
    assert says(ReviewerFactory(), task, APPROVE).state == OPEN
    assert says(ReviewerFactory(), task, APPROVE).state == APPROVED


def test_nobody_decides_twice_on_one_wording() -> None:
    task, person = task_in_article(), ReviewerFactory()
    says(person, task, APPROVE)
    with pytest.raises(Refused, match="already decided"):
        says(person, task, REJECT, "Trùng")


def test_a_rejection_says_why() -> None:
    task = task_in_article()
    with pytest.raises(Refused, match="Say why"):
        says(ReviewerFactory(), task, REJECT, "  ")
    assert says(ReviewerFactory(), task, REJECT, " Trùng việc ").state == REJECTED
    assert Decision.objects.get().reason == "Trùng việc"


def test_there_are_three_verdicts_and_no_more() -> None:
    with pytest.raises(Refused, match="no such decision"):
        says(ReviewerFactory(), task_in_article(), "maybe")


def test_a_doubt_goes_to_the_lead() -> None:
    assert says(ReviewerFactory(), task_in_article(), UNSURE).state == WITH_LEAD


def test_a_decision_on_a_wording_that_has_changed_is_refused() -> None:
    task, first, second = task_in_article(), ReviewerFactory(), ReviewerFactory()
    edits(first, task, "Rà soát cán bộ.")
    with pytest.raises(ChangedMeanwhile):
        says(second, task, APPROVE)


def test_nothing_is_decided_on_an_article_that_was_taken_down() -> None:
    task = task_in_article()
    Article.objects.update(state="taken_down", taken_down_reason="Sai nguồn")
    with pytest.raises(Refused, match="taken down"):
        says(ReviewerFactory(), task, APPROVE)


def test_nothing_is_decided_on_a_text_that_the_article_has_left_behind() -> None:
    task = task_in_article()
    following = ArticleText.objects.create(article=task.article, number=2, body=BODY)
    Article.objects.update(text=following)
    with pytest.raises(Refused, match="text of this article has changed"):
        says(ReviewerFactory(), task, APPROVE)


def test_an_approval_can_be_contradicted_until_a_lead_settles_it() -> None:
    task = approved_task()
    assert says(ReviewerFactory(), task, REJECT, "Không phải việc được giao").state == WITH_LEAD


# -- Taking back -----------------------------------------------------------------------------------


def test_whoever_takes_their_decision_back_may_decide_anew() -> None:
    task, person = approve(task_in_article(), ReviewerFactory()), ReviewerFactory()
    says(person, task, APPROVE)
    assert withdraw(person, decision_of(person, task).pk).state == OPEN
    assert says(person, task, REJECT, "Trùng").state == WITH_LEAD
    assert Decision.objects.filter(person=person).count() == 2


def test_only_ones_own_decision_can_be_taken_back() -> None:
    task, person = task_in_article(), ReviewerFactory()
    says(person, task, UNSURE)
    with pytest.raises(Refused, match="Only the person who decided"):
        withdraw(LeadFactory(), decision_of(person, task).pk)


def test_a_decision_is_taken_back_once() -> None:
    task, person = task_in_article(), ReviewerFactory()
    says(person, task, UNSURE)
    decision = decision_of(person, task)
    withdraw(person, decision.pk)
    with pytest.raises(Refused, match="taken back already"):
        withdraw(person, decision.pk)


# -- Settling --------------------------------------------------------------------------------------


def test_a_lead_settles_what_differs() -> None:
    task = approve(task_in_article(), ReviewerFactory())
    says(ReviewerFactory(), task, REJECT, "Trùng")
    assert settles(LeadFactory(), task, APPROVE).state == APPROVED


def test_a_leads_approval_is_one_voice_and_never_two() -> None:
    task = task_in_article()
    says(ReviewerFactory(), task, UNSURE)
    assert settles(LeadFactory(), task, APPROVE).state == OPEN
    assert says(ReviewerFactory(), task, APPROVE).state == APPROVED


def test_a_leads_rejection_is_the_last_word_on_a_wording() -> None:
    task = approve(task_in_article(), ReviewerFactory())
    says(ReviewerFactory(), task, UNSURE)
    assert settles(LeadFactory(), task, REJECT, "Không phải nhiệm vụ").state == REJECTED
    with pytest.raises(Refused, match="A lead has settled"):
        says(ReviewerFactory(), task, APPROVE)
    assert edits(ReviewerFactory(), task, "Rà soát cán bộ.").state == OPEN


def test_a_lead_who_had_decided_settles_in_place_of_it() -> None:
    task, lead = approve(task_in_article(), ReviewerFactory()), LeadFactory()
    says(lead, task, UNSURE)
    assert settles(lead, task, APPROVE).state == APPROVED


def test_a_lead_takes_a_settlement_back() -> None:
    task, lead = approve(task_in_article(), ReviewerFactory()), LeadFactory()
    says(ReviewerFactory(), task, UNSURE)
    settles(lead, task, REJECT, "Trùng")
    assert withdraw(lead, decision_of(lead, task).pk).state == WITH_LEAD


def test_only_what_is_with_the_lead_can_be_settled() -> None:
    with pytest.raises(Refused, match="not with the lead"):
        settles(LeadFactory(), task_in_article(), APPROVE)


def test_a_lead_settles_one_way_or_the_other() -> None:
    task = task_in_article()
    says(ReviewerFactory(), task, UNSURE)
    with pytest.raises(Refused, match="one way or the other"):
        settles(LeadFactory(), task, UNSURE)
    with pytest.raises(Refused, match="Say why"):
        settles(LeadFactory(), task, REJECT)


def test_no_lead_settles_in_favour_of_their_own_wording() -> None:
    lead = LeadFactory()
    task = edits(lead, task_in_article(), "Rà soát cán bộ.")
    says(ReviewerFactory(), task, REJECT, "Thiếu thời hạn")
    with pytest.raises(Refused, match="another lead"):
        settles(lead, task, APPROVE)
    assert settles(LeadFactory(), task, APPROVE).state == APPROVED


# -- Rewording -------------------------------------------------------------------------------------


def test_an_edit_writes_the_next_version_and_its_writer_is_in_favour() -> None:
    task, writer = approved_task(), ReviewerFactory()
    task = edits(writer, task, "Rà soát đội ngũ cán bộ.")
    assert task.state == OPEN
    assert (wording_now(task).number, wording_now(task).written_by) == (2, writer)
    assert says(ReviewerFactory(), task, APPROVE).state == APPROVED


def test_nobody_approves_their_own_wording_even_where_one_is_enough() -> None:
    change_desk(PersonFactory(is_superuser=True), approvals_needed=1)
    writer = ReviewerFactory()
    task = edits(writer, task_in_article(), "Rà soát.")
    assert task.state == OPEN
    with pytest.raises(Refused, match="somebody else approves it"):
        says(writer, task, APPROVE)
    assert says(ReviewerFactory(), task, APPROVE).state == APPROVED


def test_an_edit_keeps_everything_it_was_given() -> None:
    task = task_in_article()
    document = OfficialDocument.objects.create(kind="Chỉ thị", number="05-CT/TW", key="ct05")
    task.text.citations.create(
        document=document, kind="Chỉ thị", number="05", start=0, end=1, quote="N", confidence=1
    )
    wording = Wording(
        "Rà soát đội ngũ cán bộ.",
        ("Ban Tổ chức Huyện ủy", "Ban Dân vận"),
        ("Ban Tổ chức Huyện uỷ",),
        "quý IV/2021",
        date(2021, 10, 1),
        date(2021, 12, 31),
        frozenset({document.pk}),
    )
    task = rewrite(ReviewerFactory(), task.pk, wording_now(task).pk, wording)
    assert wording_of(wording_now(task)) == wording
    first, second, taking_part = wording_now(task).bodies.order_by("role", "position")
    assert first.organisation == taking_part.organisation != second.organisation


@pytest.mark.parametrize(
    ("wording", "message"),
    [
        (Wording(" "), "needs words"),
        (Wording("x", due_from=date(2022, 1, 2), due_to=date(2022, 1, 1)), "after the last"),
        (Wording("x", documents=frozenset({-1})), "documents that the article cites"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused(wording: Wording, message: str) -> None:
    task = task_in_article()
    with pytest.raises(Refused, match=message):
        rewrite(ReviewerFactory(), task.pk, wording_now(task).pk, wording)


def test_an_edit_that_changes_nothing_is_refused() -> None:
    task = task_in_article()
    with pytest.raises(Refused, match="Nothing was changed"):
        edits(ReviewerFactory(), task, LINES[0])
    assert TaskVersion.objects.count() == 1
