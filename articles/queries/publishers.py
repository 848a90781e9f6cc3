"""Finding publishers."""

from django.db.models import OuterRef, QuerySet

from articles.models import Article, Publisher
from articles.models.search import ForSearch
from articles.queries.counting import counted
from articles.vietnamese import for_search, normalise


def search_publishers(publishers: QuerySet[Publisher], words: str) -> QuerySet[Publisher]:
    """Give the publishers with all the words in their name, typed with marks or without."""
    publishers = publishers.alias(plain=ForSearch("name"))
    for word in for_search(normalise(words)).split():
        publishers = publishers.filter(plain__contains=word)
    return publishers


def with_counts(publishers: QuerySet[Publisher]) -> QuerySet[Publisher]:
    """Count the articles of each publisher."""
    return publishers.annotate(
        articles_count=counted(Article.objects.filter(publisher=OuterRef("pk")), "publisher")
    )
