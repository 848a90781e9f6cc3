"""Reads of web addresses: which article a page is."""

from collections.abc import Collection

from articles.fetching import canonical
from articles.models import Article, ArticleAddress


def article_at(addresses: Collection[str], *, besides: Article | None = None) -> Article | None:
    """The article that is known by one of these (in canonical form), other than the one given.

    Where that one was merged into another, it is the other.
    """
    known = ArticleAddress.objects.filter(address__in=addresses).order_by("pk")
    for row in known.select_related("article__merged_into"):
        if row.article.standing != besides:
            return row.article.standing
    return None


def addresses_of(article: Article) -> list[str]:
    """Where an article's page is: what it says itself first, then what else led to it."""
    stated = [article.source_url] if article.source_url else []
    known = {canonical(article.source_url), article.source_url}
    others = article.addresses.order_by("pk").values_list("address", flat=True)
    return [*stated, *(address for address in others if address not in known)]
