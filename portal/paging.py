"""Keyset paging: the next page starts below the last row seen, however many there are."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest

from articles.asked import number

SIZE = 20

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Page(Generic[M]):
    rows: list[M]
    next: int | None
    """What the address has to say to get the next page, under the name `asked`."""
    first: bool
    asked: str


def newest_first(
    rows: QuerySet[M], request: HttpRequest, *, size: int = SIZE, asked: str = "before"
) -> Page[M]:
    """Return the page below the number that the address gives in `before`, or as it is `asked`."""
    before = request.GET.get(asked, "")
    if before:
        last = number(before)
        if last is None:
            raise Http404
        rows = rows.filter(pk__lt=last)
    found = list(rows.order_by("-pk")[: size + 1])
    more = len(found) > size
    return Page(found[:size], found[size - 1].pk if more else None, not before, asked)
