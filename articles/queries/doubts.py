"""Joins that only an editor can make: what they are offered, found by kind and number.

Citations and documents carry `doubtful` where something can be offered, so that the queue costs the
same however many there are. `articles.actions.doubts` keeps that true.
"""

from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    CharField,
    DateField,
    Exists,
    Expression,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
)

from articles.models import (
    Article,
    Citation,
    CitationDecision,
    DocumentDistinction,
    OfficialDocument,
)
from articles.queries.counting import Counted, capped, counted

FEW = 5
"""Where more documents than that could be meant, nobody is asked."""


class Asked(NamedTuple):
    """How many citations and documents editors are asked about."""

    citations: Counted
    documents: Counted

    @property
    def number(self) -> int:
        return self.citations.number + self.documents.number

    @property
    def told(self) -> str:
        return f"{self.number}+" if any(each.is_capped for each in self) else str(self.number)


def for_citations() -> QuerySet[OfficialDocument]:
    """Give, in a query of citations, the documents that one's words could mean."""
    refused = CitationDecision.objects.filter(
        article=OuterRef(OuterRef("text__article")),
        words_key=OuterRef(OuterRef("words_key")),
        document=OuterRef("pk"),
        means_it=False,
    )
    published = ExpressionWrapper(OuterRef("text__article__published_on"), DateField())
    return (
        _alike()
        .alias(published=published)
        .filter(Q(issued_on=None) | Q(published=None) | Q(issued_on__lte=F("published")))
        .exclude(Exists(refused))
    )


def for_documents() -> QuerySet[OfficialDocument]:
    """Give, in a query of documents, those that could be the same and say more (or are older)."""
    kept_apart = DocumentDistinction.objects.filter(
        Q(first=OuterRef("pk"), second=OuterRef(OuterRef("pk")))
        | Q(second=OuterRef("pk"), first=OuterRef(OuterRef("pk")))
    )
    older = Q(pk__lt=OuterRef("pk"))
    return (
        _alike()
        .exclude(pk=OuterRef("pk"))
        .filter(Q(asked_day=None, issued_on__isnull=False) | (older & _is_dated_alike()))
        .exclude(Exists(kept_apart))
    )


def number_offered(candidates: QuerySet[OfficialDocument]) -> Expression:
    return counted(candidates, "series")


def doubtful_citations() -> QuerySet[Any]:
    """Give the citations to ask about, one for all of the same words in an article."""
    earlier = Citation.objects.filter(
        text=OuterRef("text"), words_key=OuterRef("words_key"), start__lt=OuterRef("start")
    )
    return _all_doubtful_citations().filter(~Exists(earlier)).order_by("-pk")


def doubtful_citation(number: int) -> QuerySet[Any]:
    return _all_doubtful_citations().filter(pk=number)


def _all_doubtful_citations() -> QuerySet[Any]:
    return Citation.objects.filter(
        doubtful=True,
        text__current_of__isnull=False,
        text__article__state=Article.State.ACTIVE,
    )


def doubtful_documents() -> QuerySet[Any]:
    return OfficialDocument.objects.filter(doubtful=True, same_as=None).order_by("-pk")


def doubts_counted() -> Asked:
    return Asked(capped(doubtful_citations()), capped(doubtful_documents()))


def with_offers(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Add the numbers of the documents that each of them could be joined with."""
    candidates = for_citations() if rows.model is Citation else for_documents()
    numbers = candidates.order_by("issued_on", "pk").values("pk")
    asked: QuerySet[Any] = rows.annotate(offered=ArraySubquery(numbers))
    return asked


def _alike() -> QuerySet[OfficialDocument]:
    """Give the documents of the same kind and number of which nothing says that they are others."""
    documents = OfficialDocument.objects.filter(
        same_as=None, series=OuterRef("series"), figures=OuterRef("figures")
    ).alias(asked_day=ExpressionWrapper(OuterRef("issued_on"), DateField()))
    for name in ("year", "term", "code", "body", "mark"):
        asked = f"asked_{name}"
        documents = documents.alias(**{asked: ExpressionWrapper(OuterRef(name), CharField())})
        documents = documents.filter(Q(**{name: F(asked)}) | Q(**{name: ""}) | Q(**{asked: ""}))
    return documents.filter(Q(issued_on=None) | Q(asked_day=None) | Q(issued_on=F("asked_day")))


def _is_dated_alike() -> Q:
    return Q(asked_day=None, issued_on=None) | Q(issued_on=F("asked_day"))
