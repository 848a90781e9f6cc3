"""PostgreSQL refuses to have tasks moved, placed or retired in the wrong way, whoever asks."""

import time
from typing import Any

import pytest
from django.db import connection

from articles.actions.erasing import erase_article
from articles.models import Article, ArticleText
from review.actions.placing import place_task, retire_task
from review.models import ExtractedTask, Placing, Retirement, TaskVersion
from tests.articles.factories import ArticleFactory
from tests.factories import ManagingEditorFactory, ReviewerFactory
from tests.review.factories import (
    BODY,
    LINES,
    approve,
    article_with_tasks,
    found_again,
    next_text,
    task_in_article,
    text_of,
)
from tests.review.wrongdoing import insert_decision, refused, sql

pytestmark = pytest.mark.django_db

LONGER = f"Mở đầu.\n{BODY}"
CHANGED = BODY.replace(LINES[0], "Một là, việc khác.")


def new_text(article: Article, body: str) -> ArticleText:
    """Give the article another text without telling anybody."""
    number = article.texts.count() + 1
    text = ArticleText.objects.create(article=article, number=number, body=body)
    Article.objects.filter(pk=article.pk).update(text=text)
    return text


def move(task: ExtractedTask, text: ArticleText, words: str, **more: Any) -> None:
    start = text.body.index(words)
    said = {"start": start, "end": start + len(words), "quote": words, **more}
    ExtractedTask.objects.filter(pk=task.pk).update(text=text, **said)


def lost_task() -> ExtractedTask:
    task = approve(task_in_article())
    next_text(task.article, CHANGED)
    return ExtractedTask.objects.select_related("article").get(pk=task.pk)


# -- Moving ----------------------------------------------------------------------------------------


def test_a_task_moves_to_the_new_text_with_its_words() -> None:
    task = task_in_article()
    move(task, new_text(task.article, LONGER), LINES[0])
    task.refresh_from_db()
    assert task.quote == LINES[0]


def test_a_task_moves_with_words_whose_signs_and_blanks_are_others() -> None:
    task = task_in_article()
    now = LINES[0].replace(", ", " –\n").upper()
    move(task, new_text(task.article, BODY.replace(LINES[0], now)), now)


def test_a_task_does_not_move_to_other_words() -> None:
    task = task_in_article()
    with refused("only people give it others"):
        move(task, new_text(task.article, LONGER), LINES[1])


def test_a_task_does_not_move_within_its_text_not_even_to_the_same_words() -> None:
    task = task_in_article()
    with refused("never changes within a text"):
        move(task, task.text, LINES[0], start=0, end=len(LINES[0]))


def test_a_task_does_not_move_back() -> None:
    task = task_in_article()
    old = task.text
    move(task, new_text(task.article, LONGER), LINES[0])
    with refused("never changes within a text"):
        move(task, old, LINES[0])
    Article.objects.filter(pk=task.article_id).update(text=old)
    with refused("never changes within a text"):
        move(task, old, LINES[0])


def test_a_task_moves_only_to_the_text_that_its_article_has() -> None:
    task = task_in_article()
    draft = ArticleText.objects.create(article=task.article, number=2, body=LONGER)
    with refused("never changes within a text"):
        move(task, draft, LINES[0])
    other = article_with_tasks(0)
    with refused("never changes within a text"):
        move(task, text_of(other), LINES[0])


@pytest.mark.parametrize(
    "wrong", [{"start": 0, "end": 9}, {"quote": LINES[0].upper()}, {"end": 10_000}]
)
def test_a_task_quotes_its_text_word_for_word_where_it_moves_to(wrong: dict[str, Any]) -> None:
    task = task_in_article()
    with refused("word for word"):
        move(task, new_text(task.article, LONGER), LINES[0], **wrong)


def test_of_many_tasks_in_one_statement_none_may_be_wrong() -> None:
    article = article_with_tasks(3)
    rows = [
        (line, BODY.index(line), BODY.index(line) + len(line)) for line in ("Một là", "Hai", "Ba")
    ]
    wrong = [*rows, ("Bốn là", 0, 6)]
    statement = (
        'INSERT INTO review_extractedtask (article_id, text_id, quote, start, "end", heading,'
        " marker, rule, confidence, state, created_at)"
        " SELECT %s, %s, q, s, e, '', '', '', 1, 'open', now()"
        " FROM unnest(%s::text[], %s::int[], %s::int[]) AS made (q, s, e)"
    )
    with refused("word for word"):
        sql(statement, article.pk, article.text_id, *map(list, zip(*wrong, strict=True)))
    sql(statement, article.pk, article.text_id, *map(list, zip(*rows, strict=True)))


def test_far_down_a_long_text_a_task_is_quoted_word_for_word_too() -> None:
    lines = [
        f"Việc {n}: Ban số {n * 7919 % 10007} rà soát đội ngũ cán bộ ở xã." for n in range(900)
    ]
    body = "\n".join(lines)
    article = ArticleFactory(body=body)

    def task(line: str, **wrong: Any) -> ExtractedTask:
        start = body.index(line)
        said = {"start": start, "end": start + len(line), "quote": line, **wrong}
        return ExtractedTask(article=article, text=article.text, confidence=1, **said)

    right = [task(line) for line in lines[::-1]]
    with refused("word for word"):
        ExtractedTask.objects.bulk_create([*right, task(lines[0], quote=lines[0][1:] + "!", end=5)])
    with refused("word for word"):
        ExtractedTask.objects.bulk_create([*right[1:], task(lines[899], start=0, end=41)])
    ExtractedTask.objects.bulk_create(right)


def test_two_thousand_tasks_take_hardly_longer_in_a_long_text_than_in_a_short_one() -> None:
    """A row at a time, they took six times as long."""

    def seconds(body: str, apart: int) -> float:
        article = ArticleFactory(body=body)
        places = [(n * apart, n * apart + 90) for n in range(2000)]
        tasks = [
            ExtractedTask(
                article=article, text=article.text, start=s, end=e, quote=body[s:e], confidence=1
            )
            for s, e in places
        ]
        begin = time.perf_counter()
        ExtractedTask.objects.bulk_create(tasks)
        return time.perf_counter() - begin

    line = "Các chi bộ ở thôn rà soát đội ngũ cán bộ. "
    pairs = [(seconds(line * 10_000, 209), seconds(line * 55, 1)) for _ in range(3)]
    assert min(long / short for long, short in pairs) < 2.5


# -- Placing by people -----------------------------------------------------------------------------


def test_words_that_a_person_has_pointed_at_are_the_tasks_words() -> None:
    task = lost_task()
    place_task(ReviewerFactory(), task.pk, text_of(task.article).pk, "Một là, việc khác.")
    connection.check_constraints()


def test_words_beside_those_that_a_person_has_pointed_at_are_not() -> None:
    task = lost_task()
    text = text_of(task.article)
    Placing.objects.create(task=task, text=text, start=0, end=8, placed_by=ReviewerFactory())
    with refused("only people give it others"):
        move(task, text, "Một là, việc khác.")


def test_people_place_and_retire_only_what_has_lost_its_place() -> None:
    task, person = approve(task_in_article()), ReviewerFactory()
    with refused("has not lost its place"):
        Placing.objects.create(task=task, text=task.text, start=0, end=1, placed_by=person)
    with refused("has not lost its place"):
        Retirement.objects.create(task=task, reason="Bài đã sửa", retired_by=person)


def test_nobody_places_a_task_in_the_text_of_another_article() -> None:
    task, other = lost_task(), article_with_tasks(0)
    with refused("has not lost its place"):
        Placing.objects.create(
            task=task, text=text_of(other), start=0, end=1, placed_by=ReviewerFactory()
        )


def test_what_people_said_of_places_stays() -> None:
    placed, gone, person = lost_task(), lost_task(), ReviewerFactory()
    place_task(person, placed.pk, text_of(placed.article).pk, "Một là, việc khác.")
    retire_task(person, gone.pk, text_of(gone.article).pk, "Bài đã sửa")
    for table in ("review_placing", "review_retirement"):
        with refused("never changes"):
            sql(f"UPDATE {table} SET task_id = task_id")
        with refused("leaves only when its article is erased"):
            sql(f"DELETE FROM {table}")
    for task in (placed, gone):
        erase_article(ManagingEditorFactory(), task.article, "Theo yêu cầu")
    connection.check_constraints()
    assert not Placing.objects.exists()
    assert not Retirement.objects.exists()


def test_a_retirement_needs_a_reason() -> None:
    with refused("retirement_with_a_reason"):
        Retirement.objects.create(task=lost_task(), reason="", retired_by=ReviewerFactory())


# -- Retiring --------------------------------------------------------------------------------------


def retire(task: ExtractedTask) -> None:
    ExtractedTask.objects.filter(pk=task.pk).update(state="retired")


def test_what_nobody_touched_can_be_retired() -> None:
    retire(task_in_article())


def test_what_people_touched_is_retired_on_a_persons_word_only() -> None:
    decided, reworded = approve(task_in_article(), ReviewerFactory()), task_in_article()
    TaskVersion.objects.create(
        task=reworded, number=2, wording="Khác", written_by=ReviewerFactory()
    )
    for task in (decided, reworded, lost_task()):
        with refused("only people retire it"):
            retire(task)


@pytest.mark.parametrize(
    "change", [{"state": "open"}, {"heading": "Khác"}, {"start": 0}, {"version": None}]
)
def test_what_is_retired_never_changes(change: dict[str, Any]) -> None:
    task = task_in_article()
    retire(task)
    with refused("is retired and no longer changes"):
        ExtractedTask.objects.filter(pk=task.pk).update(**change)


def test_nobody_decides_on_what_is_retired() -> None:
    task = task_in_article()
    retire(task)
    with refused("is retired"):
        insert_decision(task.version_id, ReviewerFactory().pk)


def test_a_place_holds_one_task_that_stands_and_any_that_are_retired() -> None:
    article = article_with_tasks(1)
    task = article.tasks.get()
    place = {"article": article, "text": text_of(article), "start": task.start, "end": task.end}
    with refused("task_place_once"):
        ExtractedTask.objects.create(**place, quote=task.quote, confidence=1)
    found_again(article)
    ExtractedTask.objects.create(**place, quote=task.quote, confidence=1)


def test_nobody_signs_off_a_text_in_which_a_task_has_no_place() -> None:
    task = lost_task()
    with refused("has lost the place of tasks"):
        sql(
            "INSERT INTO review_signoff (text_id, tasks, signed_by_id, signed_at)"
            " VALUES (%s, 0, %s, now())",
            text_of(task.article).pk,
            ReviewerFactory().pk,
        )
