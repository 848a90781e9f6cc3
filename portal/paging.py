"""Keyset paging: the next page starts below the last row seen, however many there are."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest

SIZE = 20
_BIGGEST = 2**63 - 1

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Page(Generic[M]):
    rows: list[M]
    next: int | None
    """What `before` has to say to get the next page."""
    first: bool


def newest_first(rows: QuerySet[M], request: HttpRequest, *, size: int = SIZE) -> Page[M]:
    """Return the page below the number that the address gives in `before`."""
    before = request.GET.get("before", "")
    if before:
        rows = rows.filter(pk__lt=_number(before))
    found = list(rows.order_by("-pk")[: size + 1])
    more = len(found) > size
    return Page(found[:size], found[size - 1].pk if more else None, first=not before)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > len(str(_BIGGEST)):
        raise Http404
    return min(int(text), _BIGGEST)
