"""What becomes of tasks when their article steps aside for another that says the same."""

import pytest

from articles.actions.likeness import merge_articles, split_article
from articles.models import Article, Likeness
from articles.refusal import Refused
from review.actions.decisions import decide
from review.models import Decision, ExtractedTask
from review.queries import current_tasks
from tests.articles.factories import ArticleFactory
from tests.at_once import one_behind_the_other
from tests.factories import EditorFactory, ReviewerFactory
from tests.review.factories import approve, article_with_tasks, wording_now

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]


def alike(one: Article, other: Article) -> int:
    first, second = sorted([one, other], key=lambda article: article.pk)
    pair = Likeness.objects.create(first=first, second=second, way="repost", jaccard=1, contained=1)
    return pair.pk


def a_task_of(article: Article) -> ExtractedTask:
    return ExtractedTask.objects.filter(article=article).select_related("version")[0]


def test_what_only_the_finder_has_seen_steps_aside_and_comes_back() -> None:
    stays, aside = article_with_tasks(), article_with_tasks()
    before = list(ExtractedTask.objects.order_by("pk").values())
    merge_articles(EditorFactory(), alike(stays, aside))
    assert {task.article for task in current_tasks()} == {stays}

    split_article(EditorFactory(), aside)

    assert list(ExtractedTask.objects.order_by("pk").values()) == before
    assert {task.article for task in current_tasks()} == {stays, aside}


def test_who_is_asked_to_merge_lets_the_one_stay_that_people_worked_on() -> None:
    untouched, worked_on = article_with_tasks(), article_with_tasks()
    approve(a_task_of(worked_on))
    assert merge_articles(EditorFactory(), alike(untouched, worked_on)) == (untouched, worked_on)


def test_approved_work_does_not_step_aside() -> None:
    stays, aside = article_with_tasks(), article_with_tasks()
    approve(a_task_of(aside))
    with pytest.raises(Refused, match="People have worked on 1 of its tasks"):
        merge_articles(EditorFactory(), alike(stays, aside), stays.pk)


def test_where_people_worked_on_both_neither_steps_aside() -> None:
    one, other = article_with_tasks(), article_with_tasks()
    for article in (one, other):
        approve(a_task_of(article))
    with pytest.raises(Refused, match="cannot step aside"):
        merge_articles(EditorFactory(), alike(one, other))


def test_what_was_rejected_keeps_nobody() -> None:
    stays, aside = article_with_tasks(), article_with_tasks()
    task = a_task_of(aside)
    reviewer = ReviewerFactory()
    decide(reviewer, task.pk, wording_now(task).pk, Decision.Verdict.REJECT, reason="Không phải.")
    assert merge_articles(EditorFactory(), alike(stays, aside)) == (aside, stays)


def test_nobody_decides_on_tasks_of_an_article_that_stepped_aside() -> None:
    stays, aside = article_with_tasks(), article_with_tasks()
    merge_articles(EditorFactory(), alike(stays, aside))
    task = a_task_of(aside)
    with pytest.raises(Refused, match="was merged into"):
        decide(ReviewerFactory(), task.pk, wording_now(task).pk, Decision.Verdict.APPROVE)


@pytest.mark.django_db(transaction=True)
def test_a_decision_at_the_same_instant_is_not_lost() -> None:
    stays, aside = article_with_tasks(), article_with_tasks()
    task, reviewer, editor = a_task_of(aside), ReviewerFactory(), EditorFactory()
    pair = alike(stays, aside)
    decided, refused = one_behind_the_other(
        lambda: decide(reviewer, task.pk, wording_now(task).pk, Decision.Verdict.APPROVE),
        lambda: merge_articles(editor, pair, stays.pk),
    )
    assert decided is None
    assert isinstance(refused, Refused)


def test_articles_without_tasks_are_merged() -> None:
    one, other = ArticleFactory(), ArticleFactory()
    assert merge_articles(EditorFactory(), alike(one, other)) == (other, one)
