"""An erasure frees the record of what is erased, whole and on the record, and of nothing else."""

import pytest
from django.db import connection

from tests.factories import ReviewerFactory
from tests.review.factories import approved_task, task_in_article
from tests.review.wrongdoing import refused, sql

pytestmark = pytest.mark.django_db


def names_of(guard: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgname LIKE %s", [f"%{guard}%"])
        return [name for (name,) in cursor.fetchall()]


def write_an_erasure(article: int) -> None:
    sql(
        "INSERT INTO articles_erasure (article_number, reason, erased_by_id, erased_at)"
        " VALUES (%s, 'x', %s, now())",
        article,
        ReviewerFactory().pk,
    )


IGNORING_ALL = """
    SELECT set_config('pgtrigger.ignore', array_agg(tgname::text)::text, true) FROM pg_trigger
    WHERE NOT tgisinternal
"""
SHADOWING = """
    CREATE TEMP TABLE articles_article (id bigint);
    SET LOCAL search_path = pg_temp, public
"""


@pytest.mark.parametrize("way_around", [IGNORING_ALL, SHADOWING])
def test_an_erasure_of_what_stands_frees_no_decision(way_around: str) -> None:
    task = approved_task()
    connection.check_constraints()
    with refused("has an erasure but still stands"):
        sql(way_around)
        write_an_erasure(task.article_id)
        sql("DELETE FROM review_decision WHERE version_id = %s", task.version_id)


def test_an_approval_outlasts_no_decision_even_under_an_erasure() -> None:
    task = approved_task()
    connection.check_constraints()
    with refused("without enough people in favour"):
        sql("SET CONSTRAINTS ALL DEFERRED")
        write_an_erasure(task.article_id)
        for name in names_of("approval_outlasts"):
            sql(f"SET CONSTRAINTS {name} IMMEDIATE")
        sql("DELETE FROM review_decision WHERE version_id = %s", task.version_id)


def test_an_erasure_is_of_an_article_that_stands() -> None:
    article = task_in_article().article_id
    with refused("there is no article"):
        write_an_erasure(article + 1000)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles_erasure SET reason = 'y'",
        "DELETE FROM articles_erasure",
        "TRUNCATE articles_erasure",
    ],
)
def test_an_erasure_stays(statement: str) -> None:
    article = task_in_article().article
    write_an_erasure(article.pk)
    article.delete()
    connection.check_constraints()
    sql(IGNORING_ALL)
    with refused("never changes|is never emptied"):
        sql(statement)


def test_the_number_of_an_erased_article_is_not_given_again() -> None:
    article = task_in_article().article
    number = article.pk
    write_an_erasure(number)
    article.delete()
    article.pk = number
    with refused("its number is not given again"):
        article.save(force_insert=True)
