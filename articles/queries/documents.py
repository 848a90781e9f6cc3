"""Finding official documents, and the articles that cite them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Expression,
    F,
    Func,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Greatest, Length, Substr
from django.db.models.lookups import GreaterThan

from articles.models import (
    Article,
    ArticleText,
    Citation,
    CitationDecision,
    DocumentDistinction,
    OfficialDocument,
)
from articles.queries.counting import counted
from articles.vietnamese import for_search, normalise

CONTEXT = 120
"""Characters shown on either side of a citation."""
SPELLINGS = 12
DECISIONS = 50


def search_documents(
    documents: QuerySet[OfficialDocument], words: str
) -> QuerySet[OfficialDocument]:
    """Give the documents with all the words in what is known of them, with marks or without."""
    for word in for_search(normalise(words)).split():
        documents = documents.filter(plain__contains=word)
    return documents


def with_counts(documents: QuerySet[OfficialDocument]) -> QuerySet[OfficialDocument]:
    """Count, for each document, the articles that cite it."""
    citing = Article.objects.filter(text__citations__document=OuterRef("pk"), merged_into=None)
    return documents.annotate(articles_count=counted(citing, "text__citations__document"))


def kinds() -> list[str]:
    documents = OfficialDocument.objects.order_by("kind").distinct()
    return list(documents.values_list("kind", flat=True))


def citing_articles(document: OfficialDocument) -> QuerySet[Article]:
    """Give the articles whose current text cites the document, how often, and the words."""
    quoted = in_context(Citation.objects.filter(document=document).order_by("start"))
    return (
        Article.objects.filter(text__citations__document=document, merged_into=None)
        .defer("search")
        .select_related("publisher")
        .prefetch_related(
            Prefetch("text", ArticleText.objects.only("pk", "article")),
            Prefetch("text__citations", quoted, to_attr="quoted"),
        )
        .annotate(times=Count("text__citations"))
        .order_by("-published_on", "-pk")
    )


def in_context(citations: QuerySet[Citation]) -> QuerySet[Citation]:
    """Add the words `before` and `after` each citation; not the whole text."""
    first = Greatest(F("start") - CONTEXT, 0)
    before = Substr("text__body", first + 1, F("start") - first)
    after = Substr("text__body", F("end") + 1, CONTEXT)
    goes_on = GreaterThan(Length("text__body"), F("end") + CONTEXT)
    return citations.annotate(
        before=Case(When(start__gt=CONTEXT, then=_Cut(before, r"^\S*\s", "…")), default=before),
        after=Case(When(goes_on, then=_Cut(after, r"\s\S*$", "…")), default=after),
    )


class _Cut(Func):
    """Words from the middle of a text, without the part of a word at their end."""

    function = "regexp_replace"
    output_field = CharField()

    def __init__(self, words: Expression, part: str, sign: str) -> None:
        super().__init__(words, Value(part), Value(sign))


def spellings_of(document: OfficialDocument) -> list[Any]:
    """Give the ways in which articles write it, the most frequent first."""
    rows = Citation.objects.filter(document=document, text__current_of__isnull=False)
    return list(
        rows.values("quote").annotate(times=Count("pk")).order_by("-times", "quote")[:SPELLINGS]
    )


def decisions_on(document: OfficialDocument) -> list[CitationDecision]:
    """Give what editors last said of citations and this document, or one merged with it."""
    rows = CitationDecision.objects.filter(Q(document=document) | Q(document__same_as=document))
    return list(
        rows.select_related("article", "decided_by").order_by("-decided_at", "-pk")[:DECISIONS]
    )


def kept_apart_from(document: OfficialDocument) -> list[OfficialDocument]:
    """Give the documents that editors said are others, however alike they look."""
    rows = DocumentDistinction.objects.filter(Q(first=document) | Q(second=document))
    rows = rows.select_related("first", "second").order_by("pk")[:DECISIONS]
    return [row.second if row.first == document else row.first for row in rows]


def described(numbers: Iterable[int]) -> dict[int, OfficialDocument]:
    """Give documents to choose among by number, with how many articles cite each."""
    return with_counts(OfficialDocument.objects.all()).in_bulk(list(set(numbers)))
