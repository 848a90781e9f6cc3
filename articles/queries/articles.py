"""Finding articles, and what the page of one shows."""

from functools import reduce
from operator import and_, or_
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import DEFAULT_DB_ALIAS
from django.db.models import F, Func, Model, Q, QuerySet
from django.db.models.deletion import Collector
from django.utils.translation import gettext as _

from articles.models import Article
from articles.vietnamese import for_search, normalise

Gone = dict[type[Model], set[int]]

MOST_WORDS = 20
LONGEST_WORD = 100


class _BeginningQuery(SearchQuery):
    """Words of which the last one may still go on.

    Written without a subselect, so that the planner knows the words and how rare they are.
    """

    def as_sql(self, *args: Any, **options: Any) -> tuple[str, Any]:
        query, params = super().as_sql(*args, **options)
        sql = (
            f"(CASE WHEN numnode({query}) = 0 THEN {query}"
            f" ELSE ({query}::text || ':*')::tsquery END)"
        )
        return sql, [*params, *params, *params]


class _Together(Func):
    """Two search vectors as one."""

    template = "(%(expressions)s)"
    arg_joiner = " || "
    output_field = SearchVectorField()


def search(articles: QuerySet[Article], words: str) -> QuerySet[Article]:
    """Give the articles with all the words in title or text, typed with or without marks.

    The last word may be the beginning of one. Numbers of documents (`09-NQ/TU`) are taken apart
    as they are in the texts, and their parts stand next to each other.
    """
    typed = for_search(normalise(words)).split()[:MOST_WORDS]
    if not typed:
        return articles
    queries = [_query(SearchQuery, word) for word in typed[:-1]]
    queries.append(_query(_BeginningQuery, typed[-1]))
    return with_words(articles, reduce(and_, queries), reduce(or_, queries))


def with_words(articles: QuerySet[Article], every: Any, some: Any) -> QuerySet[Article]:
    """Give the articles whose title and text together fit the query; `some` fits any part."""
    in_text = Article.objects.filter(text__search=every)
    # Two ways, since no index can answer for words of which one is in the title, one in the text.
    in_both = Article.objects.filter(search=some).alias(
        everything=_Together(F("search"), F("text__search"))
    )
    in_both = in_both.filter(Q(search=every) | Q(everything=every))  # the cheap way first
    found = in_text.values("pk").union(in_both.values("pk"))
    return articles.filter(pk__in=found)


def beginning_with(words: str) -> Any:
    """Give the query for these words next to each other, of which the last may still go on."""
    return _BeginningQuery(for_search(words), config="simple", search_type="phrase")


def why_not_at_the_desk(article: Article) -> str | None:
    """Say, where nothing more can be done with an article, why not."""
    if article.state == Article.State.TAKEN_DOWN:
        return _("This article has been taken down.")
    if article.state == Article.State.MERGED:
        return _("This article was merged into “%(article)s”.") % {"article": article.merged_into}
    return None


def hanging_on(article: Article) -> Gone:
    """Give the rows, of all apps, that are deleted with the article."""
    collector = Collector(using=DEFAULT_DB_ALIAS)
    collector.collect([article])
    gone: Gone = {model: {row.pk for row in rows} for model, rows in collector.data.items()}
    for rows in collector.fast_deletes:
        gone.setdefault(rows.model, set()).update(rows.values_list("pk", flat=True))
    return gone


def _query(kind: type[SearchQuery], word: str) -> Any:
    return kind(word[:LONGEST_WORD], config="simple", search_type="phrase")
