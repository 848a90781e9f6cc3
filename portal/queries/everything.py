"""Searching all that is at the desk: articles, tasks, documents and lists, the best few of each.

What is asked for is understood as on the public page; the indexes are those of the desk's own rows.
"""

from collections.abc import Callable, Iterable
from functools import reduce
from operator import and_, or_
from typing import Any, Final, NamedTuple, TypeVar

from django.contrib.postgres.search import SearchQuery
from django.db.models import Model, Q, QuerySet, TextField, Value
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils.http import urlencode

from articles.models import Article, OfficialDocument
from articles.models.search import ForSearch
from articles.queries.articles import with_words
from articles.vietnamese import for_search
from portal import markdown
from portal.models import CuratedList
from portal.searching.asking import Asked, Term
from portal.searching.marking import Piece, excerpt, is_as_typed, is_said, marked
from review.models import ExtractedTask
from review.queries import current_tasks

R = TypeVar("R")
M = TypeVar("M", bound=Model)

SHOWN: Final = 10
LOOKED_AT: Final = 60
"""Of each kind; the best of these are shown, with the marks that were typed first."""


class Row(NamedTuple):
    address: str
    called: list[Piece]
    beside: str
    excerpt: list[Piece]


class Section(NamedTuple):
    rows: list[Row]
    more: str
    """Where all of this kind are searched, if that is anywhere."""


def articles_with(articles: QuerySet[Article], asked: Asked) -> QuerySet[Article]:
    """Give those that have in title or text what is asked for; all of them where no word was."""
    for query in _queries(asked.refused):
        articles = articles.exclude(Q(search=query) | Q(text__search=query))
    terms = _groups(asked)
    return with_words(articles, reduce(and_, terms), reduce(or_, terms)) if terms else articles


def tasks_with(tasks: QuerySet[ExtractedTask], asked: Asked) -> QuerySet[ExtractedTask]:
    """Give those whose wording has what is asked for."""
    for query in _groups(asked):
        tasks = tasks.filter(version__search=query)
    for query in _queries(asked.refused):
        tasks = tasks.exclude(version__search=query)
    return tasks


def articles(asked: Asked) -> Section:
    standing = Article.objects.exclude(state=Article.State.MERGED)
    rows = standing.select_related("publisher", "text").defer("search", "text__search")
    fitting = articles_with(rows, asked)
    every = reduce(and_, _groups(asked))
    found = {row.pk: row for row in fitting.filter(search=every).order_by("-pk")[:LOOKED_AT]}
    found |= {row.pk: row for row in fitting.order_by("-pk")[:LOOKED_AT] if row.pk not in found}
    best = _best(found.values(), asked, lambda row: (row.title, _body(row)))
    made = [
        Row(
            reverse("admin:articles_article_change", args=[row.pk]),
            marked(row.title, asked),
            " · ".join(str(one) for one in (row.publisher, row.published_on) if one),
            excerpt(_body(row), asked),
        )
        for row in best
    ]
    return Section(made, _more("articles_article", asked))


def tasks(asked: Asked) -> Section:
    standing = current_tasks().select_related("article", "version").defer("version__search")
    rows = tasks_with(standing, asked)
    best = _best(rows.order_by("-pk")[:LOOKED_AT], asked, lambda row: (row.words, ""))
    made = [
        Row(
            reverse("admin:review_extractedtask_change", args=[row.pk]),
            marked(row.words, asked),
            row.get_state_display(),
            marked(row.article.title, asked),
        )
        for row in best
    ]
    return Section(made, "")


def documents(asked: Asked) -> Section:
    rows = _holding(OfficialDocument.objects.filter(same_as=None), "plain", asked)
    best = _best(rows.order_by("-pk")[:LOOKED_AT], asked, lambda row: (str(row), row.title))
    made = [
        Row(
            reverse("admin:articles_officialdocument_change", args=[row.pk]),
            marked(str(row), asked),
            row.issuer,
            excerpt(row.title, asked),
        )
        for row in best
    ]
    return Section(made, _more("articles_officialdocument", asked))


def lists(asked: Asked) -> Section:
    said = ForSearch(Concat("title", Value(" "), "introduction", output_field=TextField()))
    rows = _holding(CuratedList.objects.alias(said=said), "said", asked)
    best = _best(rows.order_by("-pk")[:LOOKED_AT], asked, lambda row: (row.title, row.introduction))
    made = [
        Row(
            reverse("admin:portal_curatedlist_change", args=[row.pk]),
            marked(row.title, asked),
            row.get_state_display(),
            excerpt(markdown.words(row.introduction), asked),
        )
        for row in best
    ]
    return Section(made, "")


def _best(rows: Iterable[R], asked: Asked, said: Callable[[R], tuple[str, str]]) -> list[R]:
    """Put first what has the marks that were typed, then what is called so."""
    placed = []
    for row in rows:
        called, beside = said(row)
        is_written = is_as_typed(f"{called}\n{beside}", asked)
        placed.append((is_written, is_said(called, asked), row))
    placed.sort(key=lambda place: place[:2], reverse=True)  # the newest stay first among equals
    return [row for *_place, row in placed][:SHOWN]


def _holding(rows: QuerySet[M], folded: str, asked: Asked) -> QuerySet[M]:
    """Give the rows that have the words in a column without marks."""
    for group in asked.wanted:
        said = (Q(**{f"{folded}__contains": for_search(term.typed)}) for term in group)
        rows = rows.filter(reduce(or_, said))
    for term in asked.refused:
        rows = rows.exclude(**{f"{folded}__contains": for_search(term.typed)})
    return rows


def _groups(asked: Asked) -> list[Any]:
    return [reduce(or_, _queries(group)) for group in asked.wanted]


def _queries(terms: Iterable[Term]) -> list[Any]:
    """Ask as the desk's indexes were made: by PostgreSQL's own parser, without marks."""
    return [
        SearchQuery(for_search(term.typed), config="simple", search_type="phrase") for term in terms
    ]


def _body(article: Article) -> str:
    return article.text.body if article.text else ""


def _more(model: str, asked: Asked) -> str:
    return f"{reverse(f'admin:{model}_changelist')}?{urlencode({'q': asked.text})}"
