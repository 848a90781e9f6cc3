"""PostgreSQL refuses, whoever asks: every rule of `review.models.guards`, tried the wrong way."""

from typing import Any

import pytest
from django.db import connection

from articles.models import OfficialDocument
from review.actions.versions import Wording, rewrite
from review.models import (
    Decision,
    DeskSettings,
    ExtractedTask,
    TaskVersion,
    VersionDocument,
    VersionOrganisation,
    Withdrawal,
)
from tests.factories import ReviewerFactory
from tests.review.factories import (
    LINES,
    approve,
    approved_task,
    article_with_tasks,
    task_in_article,
    wording_now,
)
from tests.review.wrongdoing import insert_decision, refused, sql

pytestmark = pytest.mark.django_db


def another_task_in(task: ExtractedTask) -> ExtractedTask:
    """A task on the first words of the same text, which has no version yet."""
    return ExtractedTask.objects.create(
        article=task.article,
        text=task.text,
        start=0,
        end=4,
        quote=task.text.body[:4],
        confidence=1,
    )


# -- Approval --------------------------------------------------------------------------------------


@pytest.mark.parametrize("approvals", [0, 1])
def test_nothing_is_called_approved_with_too_few_in_favour(approvals: int) -> None:
    task = task_in_article()
    for person in ReviewerFactory.create_batch(approvals):
        approve(task, person)
    with refused("without enough people in favour"):
        sql("UPDATE review_extractedtask SET state = 'approved' WHERE id = %s", task.pk)
    with refused("without enough people in favour"):
        ExtractedTask.objects.filter(pk=task.pk).update(state="approved")
    task.state = ExtractedTask.State.APPROVED
    with refused("without enough people in favour"):
        ExtractedTask.objects.bulk_update([task], ["state"])
    with refused("without enough people in favour"):
        task.save()


def test_two_in_favour_are_enough() -> None:
    task = approved_task()
    connection.check_constraints()
    assert task.state == ExtractedTask.State.APPROVED


def test_an_approved_task_cannot_be_made_in_one_go() -> None:
    task = task_in_article()
    with refused("without enough people in favour"):
        ExtractedTask.objects.create(
            article=task.article,
            text=task.text,
            start=0,
            end=4,
            quote="Nhiệ",
            confidence=1,
            state=ExtractedTask.State.APPROVED,
        )


def test_an_approval_that_is_taken_back_takes_the_state_with_it() -> None:
    task = approved_task()
    decision = Decision.objects.filter(version=task.version_id).first()
    assert decision is not None
    with refused("without enough people in favour"):
        Withdrawal.objects.create(decision=decision, withdrawn_by=decision.person)


def test_a_rejection_is_not_counted_in_favour() -> None:
    task = task_in_article()
    insert_decision(task.version_id, ReviewerFactory().pk)
    insert_decision(task.version_id, ReviewerFactory().pk, "reject")
    with refused("without enough people in favour"):
        ExtractedTask.objects.filter(pk=task.pk).update(state="approved")


def test_the_approval_of_one_wording_is_not_the_approval_of_the_next() -> None:
    task = approved_task()
    following = TaskVersion.objects.create(
        task=task, number=2, wording="Khác", written_by=ReviewerFactory()
    )
    with refused("without enough people in favour"):
        ExtractedTask.objects.filter(pk=task.pk).update(version=following)


def test_a_writer_who_says_no_to_their_own_wording_is_not_in_favour_of_it() -> None:
    task, writer = task_in_article(), ReviewerFactory()
    task = rewrite(writer, task.pk, wording_now(task).pk, Wording("Rà soát đội ngũ cán bộ."))
    connection.check_constraints()  # what it did stands, before anything is said of it
    insert_decision(task.version_id, writer.pk, "reject")
    insert_decision(task.version_id, ReviewerFactory().pk)
    with refused("without enough people in favour"):
        ExtractedTask.objects.filter(pk=task.pk).update(state="approved")


# -- People needed ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("setting", "by_a_person", "needed"),
    [(1, False, 1), (1, True, 2), (2, False, 2), (2, True, 2), (3, False, 3), (3, True, 3)],
)
def test_the_database_writes_how_many_people_a_version_needs(
    setting: int, by_a_person: bool, needed: int
) -> None:
    DeskSettings.objects.update_or_create(pk=1, defaults={"approvals_needed": setting})
    task = task_in_article()
    version = TaskVersion.objects.create(
        task=another_task_in(task),
        number=1,
        wording="Rà soát.",
        needed=1 if needed > 1 else 3,
        written_by=ReviewerFactory() if by_a_person else None,
    )
    version.refresh_from_db()
    assert version.needed == needed


def test_only_a_first_version_can_be_the_finders() -> None:
    DeskSettings.objects.update_or_create(pk=1, defaults={"approvals_needed": 1})
    with refused("the finder writes the first version only, not 50"):
        TaskVersion.objects.create(task=task_in_article(), number=50, wording="Của riêng tôi.")


def test_without_a_setting_two_are_needed() -> None:
    DeskSettings.objects.all().delete()
    version = wording_now(task_in_article())
    assert version.needed == 2


def test_changing_the_setting_leaves_what_is_written_alone() -> None:
    task = approve(task_in_article(), ReviewerFactory())
    DeskSettings.objects.update_or_create(pk=1, defaults={"approvals_needed": 1})
    with refused("without enough people in favour"):
        ExtractedTask.objects.filter(pk=task.pk).update(state="approved")


# -- Decisions -------------------------------------------------------------------------------------


def test_nobody_has_two_decisions_on_one_version() -> None:
    task, person = task_in_article(), ReviewerFactory()
    insert_decision(task.version_id, person.pk)
    with refused("has decided on version"):
        insert_decision(task.version_id, person.pk)
    with refused("has decided on version"):
        insert_decision(task.version_id, person.pk, "reject")


def test_not_even_in_one_statement() -> None:
    task, person = task_in_article(), ReviewerFactory()
    with refused("has decided on version"):
        Decision.objects.bulk_create(
            Decision(version=wording_now(task), person=person, verdict="approve") for _ in range(2)
        )


def test_nobody_approves_what_they_wrote() -> None:
    task, writer = task_in_article(), ReviewerFactory()
    task = rewrite(writer, task.pk, wording_now(task).pk, Wording("Rà soát."))
    with refused("wrote version"):
        insert_decision(task.version_id, writer.pk)


def test_nobody_decides_on_a_wording_that_is_not_the_current_one() -> None:
    task = task_in_article()
    first = wording_now(task).pk
    assert first is not None
    rewrite(ReviewerFactory(), task.pk, first, Wording("Rà soát."))
    with refused("is not the current one"):
        insert_decision(first, ReviewerFactory().pk)


def test_nobody_takes_back_what_another_person_said() -> None:
    task = approve(task_in_article(), ReviewerFactory())
    decision = Decision.objects.get(version=task.version_id)
    with refused("is another person's"):
        Withdrawal.objects.create(decision=decision, withdrawn_by=ReviewerFactory())


def test_a_rejection_needs_a_reason() -> None:
    with refused("decision_reject_with_a_reason"):
        Decision.objects.create(
            version=wording_now(task_in_article()), person=ReviewerFactory(), verdict="reject"
        )


# -- Places and versions ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "value"), [("start", 0), ("end", 5), ("quote", "Khác"), ("article_id", 0)]
)
def test_the_place_of_a_task_never_changes(column: str, value: Any) -> None:
    task = task_in_article()
    with refused("never changes"):
        sql(f'UPDATE review_extractedtask SET "{column}" = %s WHERE id = %s', value, task.pk)


@pytest.mark.parametrize("quote", ["Nhiệm vụ khác", "nhiệm vụ", "Nhiệm vụ t"])
def test_a_task_quotes_its_text_word_for_word(quote: str) -> None:
    task = task_in_article()
    with refused("word for word"):
        ExtractedTask.objects.create(
            article=task.article, text=task.text, start=0, end=8, quote=quote, confidence=1
        )


def test_a_task_quotes_the_text_of_its_own_article() -> None:
    task, other = task_in_article(), task_in_article()
    with refused("word for word"):
        ExtractedTask.objects.create(
            article=other.article, text=task.text, start=0, end=8, quote="Nhiệm vụ", confidence=1
        )


def test_the_version_is_one_of_the_task_itself() -> None:
    task, other = task_in_article(), approved_task()
    with refused("later version of its own"):
        ExtractedTask.objects.filter(pk=task.pk).update(version=other.version, state="approved")


def test_the_version_never_goes_back_or_away() -> None:
    task = approved_task()
    first = wording_now(task).pk
    assert first is not None
    rewrite(ReviewerFactory(), task.pk, first, Wording("Rà soát."))
    with refused("later version of its own"):
        ExtractedTask.objects.filter(pk=task.pk).update(version=first)
    with refused("later version of its own"):
        ExtractedTask.objects.filter(pk=task.pk).update(version=None)


def test_a_wording_in_use_gets_no_further_bodies_or_documents() -> None:
    task = task_in_article(responsible=("Ban Tổ chức Huyện ủy Đông Khê",))
    body = wording_now(task).bodies.get().organisation
    document = OfficialDocument.objects.create(kind="Chỉ thị", number="05-CT/TW", key="k")
    with refused("is in use and no longer changes"):
        VersionOrganisation.objects.create(
            version=wording_now(task), organisation=body, role="takes_part", printed="Ban Tổ chức"
        )
    with refused("is in use and no longer changes"):
        VersionDocument.objects.create(version=wording_now(task), document=document)


# -- Ways around -----------------------------------------------------------------------------------


def test_ignoring_triggers_is_no_way_around() -> None:
    task = task_in_article()
    with connection.cursor() as cursor:
        cursor.execute("SELECT array_agg(tgname::text) FROM pg_trigger WHERE NOT tgisinternal")
        (names,) = cursor.fetchone()
    sql("SELECT set_config('pgtrigger.ignore', %s, true)", "{" + ",".join(names) + "}")
    with refused("without enough people in favour"):
        ExtractedTask.objects.filter(pk=task.pk).update(state="approved")
    approve(task)
    with refused("leaves only when its article is erased"):
        sql("DELETE FROM review_decision")


def test_a_table_that_shadows_the_real_one_is_no_way_around() -> None:
    task = approve(task_in_article(), ReviewerFactory())
    sql("CREATE TEMP TABLE review_decision (LIKE public.review_decision INCLUDING ALL)")
    for person in ReviewerFactory.create_batch(2):
        insert_decision(task.version_id, person.pk)
    with refused("without enough people in favour"):
        ExtractedTask.objects.filter(pk=task.pk).update(state="approved")


def test_every_line_of_the_sample_text_is_a_task() -> None:
    assert [task.quote for task in article_with_tasks(3).tasks.order_by("start")] == LINES
