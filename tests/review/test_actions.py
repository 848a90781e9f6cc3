"""What people do about tasks, and how they are refused."""

from collections.abc import Callable
from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection

from articles.models import Article, ArticleText, OfficialDocument
from articles.refusal import NotAllowed, Refused
from portal.people.models import User
from review.actions.articles import SeveralPlaces, add_missed, sign_off
from review.actions.decisions import decide, settle, withdraw
from review.actions.desk import change_approvals_needed
from review.actions.holding import ChangedMeanwhile
from review.actions.versions import Wording, rewrite, wording_of
from review.models import Decision, ExtractedTask, TaskVersion
from review.queries import standing_sign_off
from tests.factories import (
    EditorFactory,
    LeadFactory,
    ManagingEditorFactory,
    PersonFactory,
    ReviewerFactory,
)
from tests.review.factories import (
    BODY,
    LINES,
    approve,
    approved_task,
    article_with_tasks,
    task_in_article,
    text_of,
    wording_now,
)

pytestmark = pytest.mark.django_db

APPROVE, REJECT, UNSURE = Decision.Verdict.values
OPEN, WITH_LEAD, APPROVED, REJECTED = ExtractedTask.State.values


def says(person: User, task: ExtractedTask, verdict: str, reason: str = "") -> ExtractedTask:
    return decide(person, task.pk, wording_now(task).pk, verdict, reason)


def settles(lead: User, task: ExtractedTask, verdict: str, reason: str = "") -> ExtractedTask:
    return settle(lead, task.pk, wording_now(task).pk, verdict, reason)


def words(task: ExtractedTask, wording: str) -> Wording:
    return Wording(wording, due=wording_now(task).due, due_to=wording_now(task).due_to)


def edits(person: User, task: ExtractedTask, wording: str) -> ExtractedTask:
    return rewrite(person, task.pk, wording_now(task).pk, words(task, wording))


def decision_of(person: User, task: ExtractedTask) -> Decision:
    return Decision.objects.get(person=person, version=task.version_id, withdrawal=None)


# -- Deciding ------------------------------------------------------------------------------------


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


# -- Taking back ---------------------------------------------------------------------------------


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


# -- Settling ------------------------------------------------------------------------------------


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


# -- Rewording -----------------------------------------------------------------------------------


def test_an_edit_writes_the_next_version_and_its_writer_is_in_favour() -> None:
    task, writer = approved_task(), ReviewerFactory()
    task = edits(writer, task, "Rà soát đội ngũ cán bộ.")
    assert task.state == OPEN
    assert (wording_now(task).number, wording_now(task).written_by) == (2, writer)
    assert says(ReviewerFactory(), task, APPROVE).state == APPROVED


def test_nobody_approves_their_own_wording_even_where_one_is_enough() -> None:
    change_approvals_needed(PersonFactory(is_superuser=True), 1)
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


# -- The whole article ---------------------------------------------------------------------------


def test_a_missed_task_quotes_the_text_and_has_its_writer_in_favour() -> None:
    article, person = article_with_tasks(2), ReviewerFactory()
    pasted = LINES[2].replace(" tham mưu ", "\r\n  tham mưu\u00a0")
    task = add_missed(person, text_of(article).pk, pasted)
    task.refresh_from_db()
    assert (task.quote, task.state, task.rule) == (LINES[2], OPEN, "person")
    assert wording_now(task).written_by == person
    assert approve(task, ReviewerFactory()).state == APPROVED


def test_words_that_stand_there_more_than_once_need_a_place() -> None:
    article, person = article_with_tasks(1), ReviewerFactory()
    with pytest.raises(SeveralPlaces) as refusal:
        add_missed(person, text_of(article).pk, "Huyện ủy")
    second = refusal.value.places[1]
    assert second.before.endswith("Ban Tuyên giáo ")
    task = add_missed(person, text_of(article).pk, "Huyện ủy", second.start)
    assert task.start == second.start


def test_words_that_stand_everywhere_are_too_few() -> None:
    article = article_with_tasks(1)
    with pytest.raises(Refused, match="very often"):
        add_missed(ReviewerFactory(), text_of(article).pk, "n")


@pytest.mark.parametrize(
    ("pasted", "message"),
    [(" ", "Paste the words"), ("Bốn là", "do not stand in"), (LINES[0], "task already")],
)
def test_words_that_are_no_missed_task_are_refused(pasted: str, message: str) -> None:
    article = article_with_tasks(1)
    with pytest.raises(Refused, match=message):
        add_missed(ReviewerFactory(), text_of(article).pk, pasted)


def test_an_article_is_signed_off_when_all_is_decided() -> None:
    article, person = article_with_tasks(2), ReviewerFactory()
    first, second = article.tasks.order_by("start")
    approve(first)
    with pytest.raises(Refused, match="still wait"):
        sign_off(person, text_of(article).pk)
    says(ReviewerFactory(), second, REJECT, "Trùng")
    sign_off(person, text_of(article).pk)
    with pytest.raises(Refused, match="signed off already"):
        sign_off(person, text_of(article).pk)


def test_an_article_without_tasks_can_be_signed_off() -> None:
    article = article_with_tasks(0)
    sign_off(ReviewerFactory(), text_of(article).pk)
    assert standing_sign_off(text_of(article)) is not None


def test_a_reopened_task_suspends_the_sign_off_and_a_missed_one_voids_it() -> None:
    article, person = article_with_tasks(1), ReviewerFactory()
    text = text_of(article)
    assert text is not None
    task = approve(article.tasks.get())
    sign_off(person, text.pk)
    says(person, task, UNSURE)
    assert standing_sign_off(text) is None
    withdraw(person, decision_of(person, task).pk)
    assert standing_sign_off(text) is not None
    missed = add_missed(person, text.pk, LINES[1])
    approve(missed, ReviewerFactory())
    assert standing_sign_off(text) is None
    assert sign_off(person, text.pk).signed_by == person
    connection.check_constraints()


# -- Who may -------------------------------------------------------------------------------------

NOBODY, EDITOR, REVIEWER, LEAD, MANAGING_EDITOR = (
    PersonFactory,
    EditorFactory,
    ReviewerFactory,
    LeadFactory,
    ManagingEditorFactory,
)


Act = Callable[[User, ExtractedTask], object]


def signs_off_another(person: User, _task: ExtractedTask) -> object:
    return sign_off(person, article_with_tasks(0).texts.get().pk)


@pytest.mark.parametrize("role", [NOBODY, EDITOR, REVIEWER, LEAD, MANAGING_EDITOR])
@pytest.mark.parametrize(
    ("act", "allowed"),
    [
        (lambda who, task: says(who, task, UNSURE), {REVIEWER, LEAD}),
        (lambda who, task: edits(who, task, "Rà soát."), {REVIEWER, LEAD}),
        (lambda who, task: add_missed(who, task.text_id, LINES[2]), {REVIEWER, LEAD}),
        (lambda who, task: settles(who, task, APPROVE), {LEAD}),
        (signs_off_another, {REVIEWER, LEAD}),
        (lambda who, _task: change_approvals_needed(who, 3), set()),
    ],
    ids=["decide", "edit", "add", "settle", "sign off", "change the desk"],
)
def test_each_role_does_what_is_its_own(
    role: type[PersonFactory], act: Act, allowed: set[type[PersonFactory]]
) -> None:
    task = task_in_article()
    says(ReviewerFactory(), task, UNSURE)
    if role in allowed:
        act(role(), task)
    else:
        with pytest.raises(NotAllowed):
            act(role(), task)


def test_nobody_takes_back_what_they_said_once_they_lost_the_right() -> None:
    task, person = task_in_article(), ReviewerFactory()
    says(person, task, APPROVE)
    person.groups.clear()
    with pytest.raises(NotAllowed):
        withdraw(User.objects.get(pk=person.pk), decision_of(person, task).pk)


def test_somebody_who_is_not_signed_in_may_nothing() -> None:
    with pytest.raises(NotAllowed):
        says(AnonymousUser(), task_in_article(), APPROVE)  # type: ignore[arg-type]
