"""What PostgreSQL refuses around articles that are alike, whoever asks."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles.actions.likeness import merge_articles
from articles.models import Article, Likeness
from tests.articles.alike import pair_alike
from tests.articles.factories import ArticleFactory
from tests.factories import EditorFactory

pytestmark = pytest.mark.django_db


def refused(what: str, match: str, *numbers: int) -> None:
    with pytest.raises(IntegrityError, match=match), transaction.atomic():
        _done(what, numbers)


def _done(what: str, numbers: tuple[int, ...]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(what, numbers)


BY_SOMEBODY = "decided_at = now(), decided_by_id = (SELECT min(id) FROM people_user)"
MERGE = "UPDATE articles_article SET state = 'merged', merged_into_id = %s WHERE id = %s"


def test_an_article_steps_aside_on_the_record_only() -> None:
    one, other = ArticleFactory(), ArticleFactory()
    refused(MERGE, "merged by nobody", one.pk, other.pk)


def test_it_leads_to_one_that_stands() -> None:
    reported, reposted, likeness = pair_alike()
    merge_articles(EditorFactory(), likeness.pk)
    third = ArticleFactory()
    refused(MERGE, "standing one only", reposted.pk, third.pk)
    refused(MERGE, "standing one only", third.pk, reported.pk)
    refused(MERGE, "standing one only", third.pk, third.pk)


@pytest.mark.parametrize(
    "change",
    [
        "state = 'active'",
        "merged_into_id = NULL",
    ],
)
def test_its_state_says_that_it_does(change: str) -> None:
    _reported, reposted, likeness = pair_alike()
    merge_articles(EditorFactory(), likeness.pk)
    refused(
        f"UPDATE articles_article SET {change} WHERE id = %s",
        "article_merged_into_another",
        reposted.pk,
    )


def test_what_was_decided_stays() -> None:
    _reported, _reposted, likeness = pair_alike()
    merge_articles(EditorFactory(), likeness.pk)
    refused("DELETE FROM articles_likeness", "only when its article is erased")
    refused("TRUNCATE articles_likeness CASCADE", "never emptied")


def test_it_is_always_of_the_same_two() -> None:
    pair_alike()
    other = ArticleFactory()
    refused("UPDATE articles_likeness SET second_id = %s", "same two", other.pk)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ("state = 'kept_apart'", "likeness_decided_by_somebody"),
        ("decided_at = now()", "likeness_decided_by_somebody"),
        ("aside_id = first_id", "likeness_merged_with_one_aside"),
        (f"state = 'merged', {BY_SOMEBODY}", "likeness_merged_with_one_aside"),
    ],
)
def test_somebody_decided_or_nobody_did(change: str, rule: str) -> None:
    pair_alike()
    EditorFactory()
    refused(f"UPDATE articles_likeness SET {change}", rule)


def test_a_pair_stands_once_in_its_order() -> None:
    reported, reposted, _likeness = pair_alike()
    for first, second in [(reported, reposted), (reposted, reported), (reported, reported)]:
        with pytest.raises(IntegrityError), transaction.atomic():
            Likeness.objects.create(
                first=first, second=second, way="repost", jaccard=1, contained=1
            )


def test_an_article_steps_aside_once() -> None:
    _reported, reposted, likeness = pair_alike()
    editor = EditorFactory()
    merge_articles(editor, likeness.pk)
    third: Article = ArticleFactory()
    with pytest.raises(IntegrityError, match="aside"), transaction.atomic():
        Likeness.objects.create(
            first=reposted, second=third, way="repost", jaccard=1, contained=1, state="merged",
            aside=reposted, decided_by=editor, decided_at=timezone.now(),
        )  # fmt: skip
