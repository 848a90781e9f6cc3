"""Reads of web addresses: which article a page is."""

from collections.abc import Collection

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
