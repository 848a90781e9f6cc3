"""What was said and written stays: PostgreSQL refuses to change, delete or empty it."""

import pytest
from django.db import connection

from articles.models import Article, Erasure, OfficialDocument
from review.actions.articles import sign_off
from review.actions.decisions import decide, withdraw
from review.actions.versions import Wording, rewrite
from review.models import (
    Decision,
    ExtractedTask,
    SignOff,
    Withdrawal,
)
from tests.articles.factories import ArticleFactory
from tests.factories import PersonFactory, ReviewerFactory
from tests.review.factories import (
    BODY,
    approve,
    article_with_tasks,
    text_of,
    wording_now,
)
from tests.review.wrongdoing import refused, sql

pytestmark = pytest.mark.django_db

APPEND_ONLY = [
    "review_decision",
    "review_signoff",
    "review_taskversion",
    "review_versiondocument",
    "review_versionorganisation",
    "review_withdrawal",
]


# -- The record ------------------------------------------------------------------------------------


def a_whole_record() -> Article:
    """One article with at least one row in every table of the record."""
    article = article_with_tasks(1)
    task = article.tasks.get()
    document = OfficialDocument.objects.create(kind="Chỉ thị", number="05-CT/TW", key="k")
    text_of(article).citations.create(
        document=document, kind="Chỉ thị", number="05", start=0, end=1, quote="N", confidence=1
    )
    first, second = ReviewerFactory.create_batch(2)
    decide(first, task.pk, wording_now(task).pk, Decision.Verdict.APPROVE)
    withdraw(first, Decision.objects.get(version=task.version_id).pk)
    wording = Wording("Rà soát.", ("Ban Tổ chức",), documents=frozenset({document.pk}))
    task = rewrite(second, task.pk, wording_now(task).pk, wording)
    approve(task, first)
    sign_off(first, text_of(article).pk)
    connection.check_constraints()
    return article


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_the_record_is_never_changed(table: str) -> None:
    a_whole_record()
    with refused("never changes"):
        sql(f"UPDATE {table} SET id = -id")


@pytest.mark.parametrize("table", [*APPEND_ONLY, "review_extractedtask"])
def test_the_record_is_never_deleted(table: str) -> None:
    a_whole_record()
    with refused("leaves only when its article is erased"):
        sql(f"DELETE FROM {table}")


@pytest.mark.parametrize("table", [*APPEND_ONLY, "review_extractedtask"])
def test_the_record_is_never_emptied(table: str) -> None:
    a_whole_record()
    with refused("is never emptied"):
        sql(f"TRUNCATE {table} CASCADE")


def test_an_article_with_tasks_is_not_deleted_unless_it_is_erased() -> None:
    article = a_whole_record()
    with refused("leaves only when its article is erased"):
        article.delete()


def test_erasing_an_article_takes_its_whole_record_with_it() -> None:
    erased, other = a_whole_record(), article_with_tasks(1)
    Erasure.objects.create(
        article_number=erased.pk, reason="Theo yêu cầu", erased_by=PersonFactory()
    )
    with refused("leaves only when its article is erased"):
        ExtractedTask.objects.filter(article=other).delete()
    erased.delete()
    connection.check_constraints()
    assert not SignOff.objects.exists()
    assert not Withdrawal.objects.exists()
    assert not Decision.objects.exists()
    assert list(ExtractedTask.objects.values_list("article", flat=True)) == [other.pk]


def test_no_task_is_made_for_an_article_that_was_erased() -> None:
    erased = article_with_tasks(1)
    number = erased.pk
    Erasure.objects.create(article_number=number, reason="x", erased_by=PersonFactory())
    erased.delete()
    connection.check_constraints()
    with refused("was erased"):
        again = ArticleFactory(pk=number, body=BODY)
        ExtractedTask.objects.create(
            article=again, text=again.text, start=0, end=8, quote="Nhiệm vụ", confidence=1
        )


# -- Sign-off --------------------------------------------------------------------------------------


def test_nobody_signs_off_while_a_task_waits() -> None:
    article = article_with_tasks(2)
    approve(article.tasks.order_by("start")[0])
    with refused("wait for a decision"):
        SignOff.objects.create(text=text_of(article), signed_by=ReviewerFactory())


def test_the_database_writes_how_many_tasks_were_signed_off() -> None:
    article = article_with_tasks(2)
    for task in article.tasks.all():
        approve(task)
    signed = SignOff.objects.create(text=text_of(article), tasks=9, signed_by=ReviewerFactory())
    signed.refresh_from_db()
    assert signed.tasks == 2
