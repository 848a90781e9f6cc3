"""Known-wrong tasks look like any other until they are judged; then who judged is told."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from articles.actions.erasing import erase_article
from articles.models import Article
from review.actions.articles import sign_off
from review.actions.decisions import decide, withdraw
from review.actions.desk import change_desk
from review.actions.reshaping import move_boundary, split_task
from review.actions.seeding import sow_in, sow_seeded_errors
from review.actions.unmasking import sweep_seeded_errors
from review.actions.versions import rewrite, wording_of
from review.models import (
    DeskSettings,
    ExtractedTask,
    QueueRow,
    SeededError,
    SeededVerdict,
    TaskVersion,
)
from review.queries import tasks_to_show
from review.queries.seeding import ended_verdicts, is_wrong, verdicts_to_show
from tests.factories import LeadFactory, ManagingEditorFactory, ReviewerFactory
from tests.review.factories import approve, found, next_text, wording_now
from tests.review.seeds import BODY, DONE, FIRST, Fault, sown, standing, untouched_article
from tests.review.voices import APPROVE, REJECT, UNSURE, decision_of, says

pytestmark = pytest.mark.django_db
Commit = DjangoCaptureOnCommitCallbacks


@pytest.fixture
def committing(django_capture_on_commit_callbacks: Commit) -> Any:
    """Do what is done after a commit, in a test that never commits."""

    def do(act: Any, *args: Any, **more: Any) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return act(*args, **more)

    return do


def rate(hundredths: int) -> None:
    DeskSettings.objects.update_or_create(pk=1, defaults={"seeded_errors": hundredths})


def verdicts(seeded: SeededError) -> dict[Any, bool]:
    return dict(SeededVerdict.objects.filter(seeded_error=seeded).values_list("person", "caught"))


# -- Sowing ----------------------------------------------------------------------------------------


def test_none_are_sown_unless_the_desk_says_so() -> None:
    untouched_article()
    assert sow_seeded_errors() == 0
    assert not SeededError.objects.exists()


def test_as_many_are_sown_as_the_desk_says_and_one_in_an_article() -> None:
    for _each in range(12):
        untouched_article()
    rate(10)  # of 36 tasks
    assert sow_seeded_errors(Random(4)) == 4
    assert sow_seeded_errors(Random(4)) == 0
    articles = SeededError.objects.values_list("task__article", flat=True)
    assert len(set(articles)) == 4


def test_only_where_nobody_has_said_a_word_or_looks() -> None:
    article = untouched_article()
    says(ReviewerFactory(), standing(article)[0], UNSURE)
    rate(10)
    assert sow_seeded_errors() == 0
    assert sow_in(article.pk, Random(1)) is None


def test_a_wrong_body_is_one_that_the_article_names_for_something_else() -> None:
    seeded = sown(Fault.WRONG_BODY)
    named = {body.printed for body in wording_now(seeded.task).bodies.all()}
    assert len(named) == 1
    assert not any(name in seeded.task.quote for name in named)
    assert all(name in BODY for name in named)


def test_a_wrong_time_is_not_what_the_article_says() -> None:
    seeded = sown(Fault.WRONG_DUE)
    said = wording_now(seeded.task)
    assert said.due
    assert said.due not in BODY


def test_what_was_done_is_given_out_as_a_task() -> None:
    seeded = sown(Fault.NO_TASK)
    assert seeded.task.quote == DONE
    assert wording_now(seeded.task).wording == DONE


@pytest.mark.parametrize("fault", Fault.values)
def test_it_looks_like_any_other(fault: str) -> None:
    """As many tasks as before (and one, if it is none), with the same times, rule and certainty."""
    article = untouched_article()
    before = {(task.created_at, task.rule, task.confidence) for task in standing(article)}
    times = set(TaskVersion.objects.filter(task__article=article).values_list("written_at"))
    task = sown(fault, article).task
    assert (task.created_at, task.rule, task.confidence) in before
    assert (wording_now(task).written_at,) in times
    assert wording_now(task).written_by is None
    assert task in tasks_to_show(article)
    row = QueueRow.objects.get(task=task)
    assert (row.stage, row.found_at) == (QueueRow.Stage.OPEN, task.created_at)
    assert len(standing(article)) == (4 if fault == Fault.NO_TASK else 3)


# -- Judging ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", Fault.values)
@pytest.mark.parametrize("verdict", [REJECT, UNSURE])
def test_who_does_not_approve_has_caught_it_and_it_goes(
    committing: Any, fault: str, verdict: str
) -> None:
    seeded, person = sown(fault), ReviewerFactory()
    before = wording_of(seeded.instead_of.version) if seeded.instead_of else None  # type: ignore[arg-type]
    committing(says, person, seeded.task, verdict, "sai")
    seeded.task.refresh_from_db()
    assert seeded.task.state == "retired"
    assert verdicts(seeded) == {person.pk: True}
    truths = [task for task in standing(seeded.task.article) if task.start == seeded.task.start]
    assert [wording_of(wording_now(truth)) for truth in truths] == ([before] if before else [])
    assert all(truth.state == "open" for truth in truths)


@pytest.mark.parametrize("fault", Fault.values)
def test_who_approves_has_missed_it_and_it_is_never_approved(committing: Any, fault: str) -> None:
    seeded, people = sown(fault), ReviewerFactory.create_batch(2)
    committing(says, people[0], seeded.task, APPROVE)
    seeded.task.refresh_from_db()
    assert seeded.task.state == "open"
    committing(says, people[1], seeded.task, APPROVE)
    seeded.task.refresh_from_db()
    assert seeded.task.state == "retired"
    assert verdicts(seeded) == {people[0].pk: False, people[1].pk: False}
    assert not ExtractedTask.objects.filter(state="approved").exists()


def test_the_first_word_counts_and_taking_it_back_changes_nothing(committing: Any) -> None:
    seeded, person = sown(Fault.NO_TASK), ReviewerFactory()
    committing(says, person, seeded.task, APPROVE)
    committing(withdraw, person, decision_of(person, seeded.task).pk)
    committing(says, person, seeded.task, REJECT, "sai")
    assert verdicts(seeded) == {person.pk: False}


def test_who_puts_the_body_right_has_caught_it_and_their_wording_lives_on(committing: Any) -> None:
    seeded, person = sown(Fault.WRONG_BODY), ReviewerFactory()
    said = replace(
        wording_of(wording_now(seeded.task)), responsible=("Tổ giúp việc",), wording="Rà soát."
    )
    committing(rewrite, person, seeded.task.pk, seeded.task.version_id, said)
    assert verdicts(seeded) == {person.pk: True}
    [truth] = [task for task in standing(seeded.task.article) if task.start == seeded.task.start]
    assert wording_of(wording_now(truth)) == said
    assert (wording_now(truth).number, wording_now(truth).written_by) == (2, person)
    approve(truth, ReviewerFactory())
    assert truth.state == "approved"


def test_who_only_puts_back_what_was_found_writes_no_wording_of_their_own(committing: Any) -> None:
    seeded, person = sown(Fault.WRONG_DUE), ReviewerFactory()
    assert seeded.instead_of
    assert seeded.instead_of.version
    true = wording_of(seeded.instead_of.version)
    committing(rewrite, person, seeded.task.pk, seeded.task.version_id, true)
    [truth] = [task for task in standing(seeded.task.article) if task.start == seeded.task.start]
    assert wording_now(truth).number == 1
    assert wording_of(wording_now(truth)) == true


def test_who_changes_something_else_has_missed_it_and_it_stands(committing: Any) -> None:
    seeded, person = sown(Fault.WRONG_BODY), ReviewerFactory()
    said = replace(wording_of(wording_now(seeded.task)), wording="Rà soát cán bộ.")
    committing(rewrite, person, seeded.task.pk, seeded.task.version_id, said)
    seeded.task.refresh_from_db()
    assert verdicts(seeded) == {person.pk: False}
    assert seeded.task.state == "open"
    assert is_wrong(seeded, wording_now(seeded.task))


def test_nobody_is_told_before_it_goes_then_they_and_leads_are(committing: Any) -> None:
    seeded, (one, other, third) = sown(Fault.NO_TASK), ReviewerFactory.create_batch(3)
    lead = LeadFactory()
    committing(says, one, seeded.task, APPROVE)
    assert not ended_verdicts().exists()
    committing(says, other, seeded.task, REJECT, "không phải nhiệm vụ")
    assert [verdict.person for verdict in verdicts_to_show(one)] == [one]
    assert {verdict.person for verdict in verdicts_to_show(lead)} == {one, other}
    assert not verdicts_to_show(third).exists()


# -- What it must not stand in the way of ----------------------------------------------------------


@pytest.mark.parametrize("fault", Fault.values)
def test_it_goes_when_nothing_else_waits_in_the_article(committing: Any, fault: str) -> None:
    seeded, people = sown(fault), ReviewerFactory.create_batch(2)
    article = seeded.task.article
    for task in standing(article):
        for person in people if task != seeded.task else ():
            committing(says, person, task, APPROVE)
    seeded.task.refresh_from_db()
    assert seeded.task.state == "retired"
    for task in standing(article):
        if task.state == "open":
            approve(task, *people)
    sign_off(people[0], article.text_id)  # type: ignore[arg-type]


def test_a_sentence_that_is_no_task_does_not_stand_in_the_way_of_a_sign_off() -> None:
    """Though no commit was followed by a look at it, as after a kill."""
    seeded = sown(Fault.NO_TASK)
    for task in standing(seeded.task.article):
        if task != seeded.task:
            approve(task)
    sign_off(ReviewerFactory(), seeded.task.text_id)
    seeded.task.refresh_from_db()
    assert seeded.task.state == "retired"


def test_a_kill_after_the_verdict_loses_nothing() -> None:
    seeded, person = sown(Fault.WRONG_DUE), ReviewerFactory()
    rate(10)
    says(person, seeded.task, REJECT, "sai ngày")
    seeded.task.refresh_from_db()
    assert seeded.task.state == "open"
    sweep_seeded_errors()
    seeded.task.refresh_from_db()
    assert seeded.task.state == "retired"
    assert verdicts(seeded) == {person.pk: True}


def test_turning_it_off_takes_those_away_that_stand() -> None:
    seeded = sown(Fault.WRONG_BODY)
    rate(0)
    sweep_seeded_errors()
    assert next(task.quote for task in standing(seeded.task.article)) == FIRST
    assert not SeededError.objects.exclude(task__state="retired").exists()
    assert not SeededVerdict.objects.exists()


def test_the_next_text_has_the_true_tasks_and_no_report_of_them() -> None:
    article = untouched_article()
    whole = [found(BODY, line) for line in BODY.split("\n")[2:]]
    next_text(article, BODY, *whole)
    seeded = sown(Fault.NO_TASK, Article.objects.get(pk=article.pk))
    told = next_text(article, BODY, *whole)
    assert told == []
    seeded.task.refresh_from_db()
    assert seeded.task.state == "retired"
    assert len(standing(article)) == 3


@pytest.mark.parametrize("fault", Fault.values)
def test_an_article_is_erased_with_its_seeded_errors(committing: Any, fault: str) -> None:
    seeded = sown(fault)
    committing(says, ReviewerFactory(), seeded.task, REJECT, "sai")
    erase_article(ManagingEditorFactory(), seeded.task.article, "Thử")
    assert not SeededError.objects.exists()
    assert not SeededVerdict.objects.exists()


def test_only_who_keeps_the_settings_of_the_desk_sets_the_rate() -> None:
    from articles.refusal import NotAllowed

    with pytest.raises(NotAllowed):
        change_desk(LeadFactory(), seeded_errors=5)


def test_a_decision_costs_the_same_with_a_seeded_error_in_the_article(
    django_assert_max_num_queries: Any,
) -> None:
    seeded = sown(Fault.NO_TASK)
    person = ReviewerFactory()
    person.has_perm("review.decide_extractedtask")
    task = standing(seeded.task.article)[1]
    with django_assert_max_num_queries(15):
        decide(person, task.pk, wording_now(task).pk, APPROVE)


# -- Cutting it otherwise --------------------------------------------------------------------------


def test_who_cuts_it_otherwise_cuts_the_true_task() -> None:
    seeded, person = sown(Fault.WRONG_BODY), ReviewerFactory()
    assert seeded.instead_of
    assert seeded.instead_of.version
    true = wording_of(seeded.instead_of.version)
    task = seeded.task
    cut = move_boundary(person, task.pk, task.version_id or 0, task.start, task.end - 1)
    assert wording_of(wording_now(cut)).responsible == true.responsible
    task.refresh_from_db()
    assert task.state == "retired"
    assert not SeededError.objects.filter(task=cut).exists()


def test_who_makes_two_tasks_of_a_sentence_that_is_none_says_so_and_others_decide() -> None:
    seeded, person = sown(Fault.NO_TASK), ReviewerFactory()
    task = seeded.task
    middle = task.quote.index("đã tổ chức")
    parts = split_task(person, task.pk, task.version_id or 0, task.start + middle)
    task.refresh_from_db()
    assert task.state == "retired"
    assert [(part.state, wording_now(part).written_by) for part in parts] == [("open", person)] * 2
