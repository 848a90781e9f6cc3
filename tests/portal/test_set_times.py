"""Publishing and withdrawing at a set time. The clock is moved where what is due is looked for."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from celery import current_app
from django.conf import LazySettings
from django.contrib.auth.models import AbstractUser
from django.db import IntegrityError, connection, transaction
from django.db.models.functions import Now
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from articles.refusal import NotAllowed, Refused
from portal.actions import (
    Pick,
    arrange_entries,
    cancel_publication,
    cancel_withdrawal,
    publish_list,
    schedule_publication,
    schedule_withdrawal,
    submit_list,
    withdraw_edition,
)
from portal.actions.publishing import publish_locked
from portal.jobs import do_what_is_due
from portal.models import (
    CuratedList,
    Edition,
    EditionWithdrawal,
    ScheduledPublication,
    ScheduledWithdrawal,
)
from portal.queries.proofs import proof_of
from portal.queries.schedules import longest_overdue
from review.models import Notice
from review.queries.notices import notices_of, told
from tests.articles.factories import ArticleFactory
from tests.at_once import at_once
from tests.factories import EditorFactory, ManagingEditorFactory
from tests.portal.factories import approved_task, draft_list, published_edition, submitted_list
from tests.review.factories import lose_approval
from tests.workers import Workers, wait_until

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

Problem = ScheduledPublication.Problem


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Let so much time pass."""

    def moved(by: timedelta) -> None:
        monkeypatch.setattr("portal.queries.schedules.Now", lambda: Now() + by)

    return moved


def tomorrow() -> datetime:
    return timezone.now() + timedelta(days=1)


def scheduled(
    curated_list: CuratedList | None = None,
    *,
    by: AbstractUser | None = None,
    at: datetime | None = None,
) -> ScheduledPublication:
    curated_list = curated_list or submitted_list()
    return schedule_publication(
        by or ManagingEditorFactory(),
        curated_list,
        at=at or tomorrow(),
        expected=proof_of(curated_list).fingerprint,
    )


def words_told(person: AbstractUser) -> list[str]:
    return [each.words for each in told(person, notices_of(person))]


# -- Publishing ----------------------------------------------------------------------------------


def test_what_was_approved_is_published_when_its_time_has_come(
    clock: Callable[[timedelta], None],
) -> None:
    publication = scheduled()
    do_what_is_due()
    assert not Edition.objects.exists()

    clock(timedelta(days=2))
    do_what_is_due()

    edition = Edition.objects.get()
    publication.refresh_from_db()
    assert publication.state == "done"
    assert publication.edition == edition
    assert edition.published_by == publication.approved_by
    assert edition.submitted_by == publication.submitted_by
    for person in (edition.published_by, edition.submitted_by):
        (words,) = words_told(person)
        assert "as edition 1" in words


def test_the_next_ring_publishes_nothing_more(clock: Callable[[timedelta], None]) -> None:
    scheduled()
    clock(timedelta(days=2))

    for _ring in range(3):
        do_what_is_due()
    assert Edition.objects.count() == 1
    assert Notice.objects.count() == 2


def test_whoever_submitted_a_list_sets_no_time_for_it() -> None:
    person = ManagingEditorFactory()

    with pytest.raises(Refused, match="somebody else"):
        scheduled(submitted_list(by=person), by=person)


def test_the_database_too_wants_two_people_and_the_list_as_it_was_submitted() -> None:
    submitted, draft = submitted_list(), draft_list()
    row: dict[str, Any] = {
        "curated_list": submitted,
        "fingerprint": "x",
        "submitted_by": submitted.submitted_by,
        "submitted_at": submitted.submitted_at,
        "approved_by": ManagingEditorFactory(),
        "due_at": tomorrow(),
    }
    for other, why in (
        ({"approved_by": submitted.submitted_by}, "publication_by_two_people"),
        ({"curated_list": draft}, "was not submitted so"),
        ({"submitted_by": ManagingEditorFactory()}, "was not submitted so"),
        ({"submitted_at": timezone.now()}, "was not submitted so"),
        ({"state": "done"}, "waits for it first"),
    ):
        with pytest.raises(IntegrityError, match=why), transaction.atomic():
            ScheduledPublication.objects.create(**row | other)


@pytest.mark.parametrize(
    "change",
    [
        {"fingerprint": "y"},
        {"due_at": datetime(2020, 1, 1, tzinfo=timezone.get_default_timezone())},
        {"state": "done", "ended_at": Now()},
    ],
)
def test_what_was_approved_is_not_changed_behind_the_back_of_who_approved_it(
    change: dict[str, Any],
) -> None:
    rows = ScheduledPublication.objects.filter(pk=scheduled().pk)

    with pytest.raises(IntegrityError, match=r"approved as it is|has not been done"):
        rows.update(**change)


def test_what_has_ended_does_not_wait_again() -> None:
    publication = scheduled()
    cancel_publication(ManagingEditorFactory(), publication.curated_list)

    with pytest.raises(IntegrityError, match="approved as it is"):
        ScheduledPublication.objects.update(state="waiting", ended_at=None)


def test_setting_a_time_takes_the_right_to_publish() -> None:
    submitted = submitted_list()

    with pytest.raises(NotAllowed):
        scheduled(submitted, by=EditorFactory())
    scheduled(submitted)
    with pytest.raises(NotAllowed):
        cancel_publication(EditorFactory(), submitted)


@pytest.mark.parametrize(
    ("away", "why"),
    [(timedelta(minutes=-1), "has passed"), (timedelta(days=4000), "is the year right")],
)
def test_a_time_that_nobody_means_is_refused(away: timedelta, why: str) -> None:
    with pytest.raises(Refused, match=why):
        scheduled(at=timezone.now() + away)
    with pytest.raises(Refused, match=why):
        schedule_withdrawal(
            ManagingEditorFactory(), published_edition(), at=timezone.now() + away, reason="Vì thế."
        )


def test_what_was_not_seen_is_not_approved() -> None:
    article = ArticleFactory()
    submitted = submitted_list(Pick(article=article))
    seen = proof_of(submitted).fingerprint
    Article.objects.filter(pk=article.pk).update(title="Tên sửa vào phút chót")

    with pytest.raises(Refused, match="look again"):
        schedule_publication(ManagingEditorFactory(), submitted, at=tomorrow(), expected=seen)


# -- What is not published -----------------------------------------------------------------------


def not_published(publication: ScheduledPublication) -> str:
    """Give why, as both are told."""
    do_what_is_due()
    assert not Edition.objects.exists()
    publication.refresh_from_db()
    assert publication.state == "failed"
    words = {*words_told(publication.approved_by), *words_told(publication.submitted_by)}
    assert len(words) == 1
    return words.pop()


def test_a_list_that_draws_on_what_has_changed_since_is_not_published(
    clock: Callable[[timedelta], None],
) -> None:
    article = ArticleFactory()
    publication = scheduled(submitted_list(Pick(article=article)))
    Article.objects.filter(pk=article.pk).update(title="Tên sửa vào phút chót")
    clock(timedelta(days=2))

    assert "no longer what was approved" in not_published(publication)
    assert publication.problem == Problem.CHANGED


def test_a_list_that_was_changed_and_submitted_again_is_not_published(
    clock: Callable[[timedelta], None],
) -> None:
    publication = scheduled()
    curated_list = CuratedList.objects.get()
    arrange_entries(
        ManagingEditorFactory(),
        curated_list,
        [Pick(article=ArticleFactory())],
        expected=curated_list.revision,
    )
    curated_list.refresh_from_db()
    submit_list(publication.submitted_by, curated_list, expected=curated_list.revision)
    clock(timedelta(days=2))

    assert "changed or sent back after" in not_published(publication)
    assert publication.problem == Problem.OTHER_SUBMISSION


def test_a_task_that_lost_its_approval_is_named_to_both(
    clock: Callable[[timedelta], None], settings: LazySettings
) -> None:
    settings.LANGUAGE_CODE = "en"
    task = approved_task(wording="Mở lớp bồi dưỡng")
    publication = scheduled(submitted_list(Pick(task=task)))
    lose_approval(task)
    clock(timedelta(days=2))

    assert "Entry 1: the task “Mở lớp bồi dưỡng”" in not_published(publication)
    assert publication.problem == Problem.NOT_FIT


def test_who_may_no_longer_publish_does_not_publish_at_a_set_time(
    clock: Callable[[timedelta], None],
) -> None:
    publication = scheduled()
    publication.approved_by.groups.clear()
    clock(timedelta(days=2))

    do_what_is_due()
    publication.refresh_from_db()
    assert publication.problem == Problem.MAY_NOT
    assert not Edition.objects.exists()


def test_an_error_leaves_it_due_and_the_others_are_published(
    clock: Callable[[timedelta], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = scheduled(), scheduled()
    clock(timedelta(days=2))
    really = publish_locked

    def breaks(person: Any, locked: CuratedList, *, expected: str) -> Edition:
        if locked.pk == first.curated_list_id:
            raise RuntimeError("the disk is full")
        return really(person, locked, expected=expected)

    monkeypatch.setattr("portal.actions.due.publish_locked", breaks)
    do_what_is_due()
    assert Edition.objects.get().curated_list_id == second.curated_list_id
    late = longest_overdue()
    assert late
    assert timedelta(hours=23) < late < timedelta(hours=25)

    monkeypatch.undo()
    clock(timedelta(days=2))
    do_what_is_due()
    assert Edition.objects.count() == 2
    assert longest_overdue() is None


# -- Calling it off, another time ----------------------------------------------------------------


def test_another_time_takes_the_place_of_the_first(clock: Callable[[timedelta], None]) -> None:
    first = scheduled()
    second = scheduled(first.curated_list, at=timezone.now() + timedelta(days=5))
    first.refresh_from_db()
    assert (first.state, first.ended_by) == ("cancelled", second.approved_by)

    clock(timedelta(days=2))
    do_what_is_due()
    assert not Edition.objects.exists()
    clock(timedelta(days=6))
    do_what_is_due()
    assert Edition.objects.get().published_by == second.approved_by


def test_whoever_submitted_it_may_call_it_off(clock: Callable[[timedelta], None]) -> None:
    publication = scheduled()
    cancel_publication(publication.submitted_by, publication.curated_list)
    clock(timedelta(days=2))
    do_what_is_due()

    assert not Edition.objects.exists()
    with pytest.raises(Refused, match="does not wait"):
        cancel_publication(publication.submitted_by, publication.curated_list)


def test_publishing_by_hand_ends_the_waiting(clock: Callable[[timedelta], None]) -> None:
    publication = scheduled()
    curated_list = publication.curated_list
    publish_list(ManagingEditorFactory(), curated_list, expected=publication.fingerprint)
    clock(timedelta(days=2))
    do_what_is_due()

    assert Edition.objects.count() == 1
    assert not Notice.objects.exists()


# -- At the same instant -------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_two_rings_at_once_publish_and_withdraw_once(clock: Callable[[timedelta], None]) -> None:
    edition = published_edition()
    schedule_withdrawal(ManagingEditorFactory(), edition, at=tomorrow(), reason="Hết hạn.")
    scheduled()
    clock(timedelta(days=2))

    def ring(together: Any) -> None:
        together.wait()
        do_what_is_due()

    assert at_once(ring, ring, ring) == [None, None, None]
    do_what_is_due()
    assert Edition.objects.count() == 2
    assert EditionWithdrawal.objects.count() == 1
    assert Notice.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_list_that_somebody_holds_holds_up_no_other(clock: Callable[[timedelta], None]) -> None:
    held, free = scheduled(), scheduled()
    clock(timedelta(days=2))
    found: list[int] = []

    def ring(_together: Any) -> None:
        do_what_is_due()
        found.extend(Edition.objects.values_list("curated_list", flat=True))

    with transaction.atomic():
        CuratedList.objects.select_for_update().get(pk=held.curated_list_id)
        assert at_once(ring) == [None]
    assert found == [free.curated_list_id]


@pytest.mark.django_db(transaction=True)
def test_workers_publish_what_was_missed_once_however_often_they_are_rung_for(
    workers: Workers,
) -> None:
    submitted = submitted_list()
    missed: dict[str, Any] = {
        "curated_list": submitted,
        "fingerprint": proof_of(submitted).fingerprint,
        "submitted_by": submitted.submitted_by,
        "submitted_at": submitted.submitted_at,
        "approved_by": ManagingEditorFactory(),
        "due_at": timezone.now() - timedelta(hours=1),
    }
    ScheduledPublication.objects.create(**missed)
    for _ring in range(6):
        current_app.send_task("portal.jobs.do_what_is_due", ["what a later release adds"])
    workers.start()

    wait_until(lambda: Notice.objects.count() == 2, 60)
    assert Edition.objects.get().curated_list_id == submitted.pk
    assert ScheduledPublication.objects.get().state == "done"


# -- Withdrawing ---------------------------------------------------------------------------------


def test_an_edition_is_withdrawn_at_its_time_for_the_reason_given(
    clock: Callable[[timedelta], None],
) -> None:
    edition, person = published_edition(), ManagingEditorFactory()
    schedule_withdrawal(person, edition, at=tomorrow(), reason=" Hết hạn\u00a0dùng. ")
    do_what_is_due()
    assert not EditionWithdrawal.objects.exists()

    clock(timedelta(days=2))
    do_what_is_due()
    do_what_is_due()
    withdrawal = EditionWithdrawal.objects.get()
    assert (withdrawal.edition, withdrawal.withdrawn_by) == (edition, person)
    assert withdrawal.reason == "Hết hạn dùng."
    assert ScheduledWithdrawal.objects.get().state == "done"


def test_a_withdrawal_wants_a_reason_beforehand_and_the_right_to() -> None:
    edition = published_edition()

    with pytest.raises(Refused, match="reason"):
        schedule_withdrawal(ManagingEditorFactory(), edition, at=tomorrow(), reason=" ")
    with pytest.raises(NotAllowed):
        schedule_withdrawal(EditorFactory(), edition, at=tomorrow(), reason="Vì thế.")
    schedule_withdrawal(ManagingEditorFactory(), edition, at=tomorrow(), reason="Vì thế.")
    with pytest.raises(NotAllowed):
        cancel_withdrawal(EditorFactory(), edition)


def test_a_withdrawal_is_set_anew_called_off_or_overtaken_by_hand(
    clock: Callable[[timedelta], None],
) -> None:
    edition, person = published_edition(), ManagingEditorFactory()
    schedule_withdrawal(person, edition, at=tomorrow(), reason="Một.")
    schedule_withdrawal(person, edition, at=tomorrow(), reason="Hai.")
    cancel_withdrawal(person, edition)
    with pytest.raises(Refused, match="does not wait"):
        cancel_withdrawal(person, edition)
    schedule_withdrawal(person, edition, at=tomorrow(), reason="Ba.")
    withdraw_edition(person, edition, reason="Ngay bây giờ.")
    clock(timedelta(days=2))
    do_what_is_due()

    assert EditionWithdrawal.objects.get().reason == "Ngay bây giờ."
    assert set(ScheduledWithdrawal.objects.values_list("state", flat=True)) == {"cancelled"}


def test_what_is_said_of_a_withdrawal_to_come_does_not_change() -> None:
    schedule_withdrawal(
        ManagingEditorFactory(), published_edition(), at=tomorrow(), reason="Vì thế."
    )
    for change in ({"reason": "Khác."}, {"state": "done", "ended_at": Now()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ScheduledWithdrawal.objects.update(**change)


def test_looking_for_what_is_due_costs_the_same_with_more_that_waits() -> None:
    for _number in range(3):
        scheduled()
    with CaptureQueriesContext(connection) as queries:
        do_what_is_due()
    assert len(queries) == 2
