"""Counts beside the rows of a list, made for the rows of one page only."""

from typing import Any

from django.db.models import Count, Expression, IntegerField, QuerySet, Subquery
from django.db.models.functions import Coalesce


def counted(rows: QuerySet[Any], group: str) -> Expression:
    """Count related rows in a subquery: a join would count for all rows before the page is cut."""
    counts = rows.order_by().values(group).annotate(number=Count("pk", distinct=True))
    return Coalesce(Subquery(counts.values("number"), output_field=IntegerField()), 0)
