"""Counts that cost the same however many rows there are."""

from typing import Any, Final, NamedTuple

from django.db.models import Count, Expression, IntegerField, QuerySet, Subquery
from django.db.models.functions import Coalesce

MOST_COUNTED: Final = 1_000


class Counted(NamedTuple):
    """How many there are, and whether counting stopped there."""

    number: int
    is_capped: bool

    @property
    def told(self) -> str:
        return f"{self.number}+" if self.is_capped else str(self.number)


def capped(rows: QuerySet[Any], most: int = MOST_COUNTED) -> Counted:
    """Count no further than so many."""
    count = rows.order_by()[: most + 1].count()
    return Counted(min(count, most), count > most)


def counted(rows: QuerySet[Any], group: str) -> Expression:
    """Count related rows in a subquery: a join would count for all rows before the page is cut."""
    counts = rows.order_by().values(group).annotate(number=Count("pk", distinct=True))
    return Coalesce(Subquery(counts.values("number"), output_field=IntegerField()), 0)
