"""Keeping true which citations and documents editors are asked about."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import F, Model, Q, QuerySet

from articles.models import Citation, OfficialDocument
from articles.queries.doubts import FEW, for_citations, for_documents, number_offered

Cell = tuple[str, str]
"""The series and the figures of documents that could be confused."""


def doubt_again(cells: Iterable[Cell], *, article_id: int | None = None) -> None:
    """Ask about citations and documents of these kinds and numbers where that helps.

    With an article, about all that its texts cite as well: only the present one counts.
    """
    if article_id is not None:
        _mark(Citation.objects.filter(text__article=article_id), for_citations())
    wanted = [Q(series=series, figures=figures) for series, figures in sorted(set(cells))]
    if wanted:
        some = reduce(or_, wanted)
        _mark(OfficialDocument.objects.filter(some), for_documents())
        _mark(Citation.objects.filter(some, named=None), for_citations())


def _mark(rows: QuerySet[Any], candidates: QuerySet[OfficialDocument]) -> None:
    """Set `doubtful` where it is not what it should be; mostly it is."""
    told = rows.annotate(open=_is_open(rows.model), offers=number_offered(candidates))
    wrong = [
        number
        for number, doubtful, is_open, offers in told.values_list(
            "pk", "doubtful", "open", "offers"
        )
        if doubtful != (is_open and 1 <= offers <= FEW)
    ]
    if wrong:
        rows.model._default_manager.filter(pk__in=wrong).update(doubtful=~F("doubtful"))


def _is_open(model: type[Model]) -> Q:
    if model is Citation:
        return Q(named=None, text__current_of__isnull=False) & ~Q(figures="")
    return Q(same_as=None)
