"""What can be picked for a list, for the page where it is searched."""

from django.db.models import Prefetch, QuerySet

from articles.models import Article, ArticleTheme
from portal.models import CuratedList, Entry
from portal.queries.everything import articles_with, tasks_with
from portal.queries.lists import articles_to_pick, tasks_to_pick
from portal.searching.asking import Asked
from review.models import ExtractedTask


def articles_on_offer(asked: Asked, among: QuerySet[Article] | None) -> QuerySet[Article]:
    """Give the active articles that have what is asked for, with all that a row says of them."""
    rows = articles_with(articles_to_pick(""), asked)
    if among is not None:
        rows = rows.filter(pk__in=among.values("pk"))
    return rows.defer("search").prefetch_related(Prefetch("article_themes", _themes()))


def tasks_on_offer(asked: Asked, among: QuerySet[Article] | None) -> QuerySet[ExtractedTask]:
    """Give the approved tasks, of these articles, whose wording has it, likewise."""
    rows = tasks_with(tasks_to_pick(""), asked)
    if among is not None:
        rows = rows.filter(article__in=among.values("pk"))
    told = rows.select_related("article__publisher", "version")
    return told.defer("article__search", "version__search").prefetch_related(
        Prefetch("article__article_themes", _themes()), "version__bodies"
    )


def entries_of(curated_list: CuratedList) -> QuerySet[Entry]:
    """Give what stands in a list, in its order, with what it is called."""
    return curated_list.entries.select_related("article", "task__version")


def _themes() -> QuerySet[ArticleTheme]:
    return ArticleTheme.objects.select_related("tag").order_by("tag__sort_key")
