"""What people say of an article as a whole, and which role may act at all."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection

from articles.refusal import NotAllowed, Refused
from portal.people.models import User
from review.actions.articles import add_missed, sign_off
from review.actions.decisions import withdraw
from review.actions.desk import change_desk
from review.actions.pointing import SeveralPlaces
from review.models import ExtractedTask
from review.queries import standing_sign_off
from tests.factories import (
    EditorFactory,
    LeadFactory,
    ManagingEditorFactory,
    PersonFactory,
    ReviewerFactory,
)
from tests.review.factories import (
    LINES,
    approve,
    article_with_tasks,
    task_in_article,
    text_of,
    wording_now,
)
from tests.review.voices import (
    APPROVE,
    APPROVED,
    OPEN,
    REJECT,
    UNSURE,
    decision_of,
    edits,
    says,
    settles,
)

pytestmark = pytest.mark.django_db

# -- The whole article -----------------------------------------------------------------------------


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
    assert standing_sign_off(text_of(article).pk) is not None


def test_a_reopened_task_suspends_the_sign_off_and_a_missed_one_voids_it() -> None:
    article, person = article_with_tasks(1), ReviewerFactory()
    text = text_of(article)
    assert text is not None
    task = approve(article.tasks.get())
    sign_off(person, text.pk)
    says(person, task, UNSURE)
    assert standing_sign_off(text.pk) is None
    withdraw(person, decision_of(person, task).pk)
    assert standing_sign_off(text.pk) is not None
    missed = add_missed(person, text.pk, LINES[1])
    approve(missed, ReviewerFactory())
    assert standing_sign_off(text.pk) is None
    assert sign_off(person, text.pk).signed_by == person
    connection.check_constraints()


# -- Who may ---------------------------------------------------------------------------------------

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
        (lambda who, _task: change_desk(who, approvals_needed=3), set()),
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
