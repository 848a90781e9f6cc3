"""Keeping true which citations and documents editors are asked about."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import F, Q, QuerySet

from articles.models import Citation, OfficialDocument
from articles.queries.doubts import FEW, for_citations, for_documents, number_offered

Cell = tuple[str, str]
"""The series and the figures of documents that could be confused."""


def doubt_again(cells: Iterable[Cell], *, article_id: int | None = None) -> None:
    """Ask about citations and documents of these kinds and numbers where that helps.

    With an article, about all that its texts cite as well: only the present one counts.
    """
    wanted = [Q(series=series, figures=figures) for series, figures in sorted(set(cells))]
    scopes = [Q(text__article=article_id)] if article_id is not None else []
    if wanted:
        some = reduce(or_, wanted)
        documents = OfficialDocument.objects.filter(some, same_as=None)
        _mark(documents, documents.alias(offers=number_offered(for_documents())))
        scopes.append(some & Q(named=None))
    if scopes:
        citations = Citation.objects.filter(reduce(or_, scopes))
        unknown = citations.filter(named=None, text__current_of__isnull=False).exclude(figures="")
        _mark(citations, unknown.alias(offers=number_offered(for_citations())))


def _mark(rows: QuerySet[Any], offered: QuerySet[Any]) -> None:
    doubtful = offered.filter(offers__range=(1, FEW)).values("pk")
    wrong = Q(doubtful=True) & ~Q(pk__in=doubtful) | Q(doubtful=False) & Q(pk__in=doubtful)
    rows.filter(wrong).update(doubtful=~F("doubtful"))
