"""People tag articles: one by its form, many at once."""

import pytest
from pytest_django import DjangoAssertNumQueries

from articles.actions.themes import tag_articles, untag_articles
from articles.models import Article, ArticleTheme, Theme, ThemeDecision
from articles.refusal import NotAllowed
from tests.articles.factories import ArticleFactory, ThemeFactory
from tests.factories import EditorFactory, ReviewerFactory

pytestmark = pytest.mark.django_db


def found(article: Article, theme: Theme) -> None:
    ArticleTheme.objects.create(content_object=article, tag=theme, source="finder")


def decisions() -> set[tuple[str, str, int | None]]:
    return set(ThemeDecision.objects.values_list("theme__name", "verdict", "decided_by"))


def test_many_articles_are_tagged_at_once_and_those_that_had_the_theme_are_counted_apart() -> None:
    articles, theme, editor = (
        ArticleFactory.create_batch(3),
        ThemeFactory(name="a"),
        EditorFactory(),
    )
    found(articles[0], theme)

    tagged = tag_articles(editor, articles, [theme])

    assert (tagged.changed, tagged.unchanged) == (2, 1)
    assert all(theme in article.themes.all() for article in articles)
    assert ThemeDecision.objects.filter(verdict="confirmed", decided_by=editor).count() == 3


def test_many_articles_are_untagged_at_once() -> None:
    articles, theme, editor = ArticleFactory.create_batch(3), ThemeFactory(), EditorFactory()
    for article in articles[:2]:
        found(article, theme)

    tagged = untag_articles(editor, articles, [theme])

    assert (tagged.changed, tagged.unchanged) == (2, 1)
    assert not ArticleTheme.objects.exists()
    assert ThemeDecision.objects.filter(verdict="removed", decided_by=editor).count() == 2


@pytest.mark.parametrize("number", [2, 9])
def test_tagging_costs_the_same_number_of_queries_for_any_number_of_articles(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    articles, themes = ArticleFactory.create_batch(number), ThemeFactory.create_batch(2)
    editor = EditorFactory()
    editor.get_all_permissions()

    with django_assert_num_queries(7):
        tag_articles(editor, articles, themes)


def test_reviewers_do_not_tag() -> None:
    article, theme, reviewer = ArticleFactory(), ThemeFactory(), ReviewerFactory()

    for refused in (tag_articles, untag_articles):
        with pytest.raises(NotAllowed):
            refused(reviewer, [article], [theme])
