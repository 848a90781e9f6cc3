"""Finding official documents, and the articles that cite them."""

from django.db.models import Count, F, OuterRef, QuerySet, Value
from django.db.models.functions import Concat

from articles.models import Article, OfficialDocument
from articles.models.search import ForSearch
from articles.queries.counting import counted
from articles.vietnamese import for_search, normalise


def search_documents(
    documents: QuerySet[OfficialDocument], words: str
) -> QuerySet[OfficialDocument]:
    """Give the documents with all the words in what is known of them, with marks or without."""
    blank = Value(" ")
    known = Concat(F("kind"), blank, F("number"), blank, F("issuer"), blank, F("title"))
    documents = documents.alias(plain=ForSearch(known))
    for word in for_search(normalise(words)).split():
        documents = documents.filter(plain__contains=word)
    return documents


def citing_articles(document: OfficialDocument) -> QuerySet[Article]:
    """Give the articles whose current text cites the document, and how often."""
    return (
        Article.objects.filter(text__citations__document=document)
        .defer("search")
        .select_related("publisher")
        .annotate(times=Count("text__citations"))
        .order_by("-published_on", "-pk")
    )


def with_counts(documents: QuerySet[OfficialDocument]) -> QuerySet[OfficialDocument]:
    """Count, for each document, the articles that cite it."""
    citing = Article.objects.filter(text__citations__document=OuterRef("pk"))
    return documents.annotate(articles_count=counted(citing, "text__citations__document"))
