"""Lists and editions, when an article steps aside for another that says the same."""

import pytest

from articles.actions.likeness import merge_articles
from articles.models import Article, Likeness
from articles.refusal import Refused
from portal.actions import Pick, arrange_entries
from portal.models import EditionEntry
from portal.queries.proofs import proof_of
from tests.articles.factories import ArticleFactory
from tests.factories import EditorFactory, ManagingEditorFactory
from tests.portal.factories import approved_task, draft_list, published_edition

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]


def alike(one: Article, other: Article) -> int:
    pair = Likeness.objects.create(first=one, second=other, way="repost", jaccard=1, contained=1)
    return pair.pk


def test_an_article_in_a_list_does_not_step_aside() -> None:
    stays, aside = ArticleFactory(), ArticleFactory()
    draft_list(Pick(article=aside), title="Nêu gương quý IV")
    with pytest.raises(Refused, match="stands in the list “Nêu gương quý IV”"):
        merge_articles(EditorFactory(), alike(stays, aside), stays.pk)


def test_it_is_the_one_that_stays_unless_somebody_says_otherwise() -> None:
    one, other = ArticleFactory(), ArticleFactory()
    draft_list(Pick(article=other))
    assert merge_articles(EditorFactory(), alike(one, other)) == (one, other)


def test_an_article_with_a_task_in_a_list_does_not_either() -> None:
    stays, aside = ArticleFactory(), ArticleFactory()
    draft_list(Pick(task=approved_task(aside)))
    with pytest.raises(Refused, match="stands in the list"):
        merge_articles(EditorFactory(), alike(stays, aside), stays.pk)


def test_what_was_published_stays_as_it_was() -> None:
    stays, aside = ArticleFactory(), ArticleFactory()
    edition = published_edition(Pick(article=aside))
    before = list(EditionEntry.objects.values())
    arrange_entries(
        ManagingEditorFactory(), edition.curated_list, [], expected=edition.curated_list.revision
    )
    merge_articles(EditorFactory(), alike(stays, aside))
    assert list(EditionEntry.objects.values()) == before


def test_what_stepped_aside_is_put_in_no_list() -> None:
    stays, aside = ArticleFactory(), ArticleFactory()
    merge_articles(EditorFactory(), alike(stays, aside))
    aside.refresh_from_db()
    with pytest.raises(Refused, match="was merged into another"):
        draft_list(Pick(article=aside))


def test_a_list_that_got_hold_of_it_all_the_same_says_so() -> None:
    stays, aside = ArticleFactory(), ArticleFactory()
    merge_articles(EditorFactory(), alike(stays, aside))
    made = draft_list(Pick(article=aside))  # it was loaded before
    assert "was merged into another" in proof_of(made).problems[0]
