"""Keyset paging: a page begins behind the last row of the one before, however many there are."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet

from articles.asked import BIGGEST
from portal.api.parameters import ROWS
from portal.api.problems import not_found

M = TypeVar("M", bound=Model)
T = TypeVar("T")


@dataclass(frozen=True)
class Page(Generic[T]):
    rows: list[T]
    next: str | None
    """The cursor of the next page."""


def downwards(name: str, rows: QuerySet[M], asked: dict[str, Any]) -> Page[M]:
    """Newest first, by the number of the row."""
    if (last := last_seen(name, asked, int)) is not None:
        rows = rows.filter(pk__lt=last)
    return _page(name, rows.order_by("-pk"), asked, "pk")


def by_position(name: str, rows: QuerySet[M], asked: dict[str, Any]) -> Page[M]:
    if (last := last_seen(name, asked, int)) is not None:
        rows = rows.filter(position__gt=last)
    return _page(name, rows.order_by("position"), asked, "position")


def by_slug(name: str, rows: Sequence[T], asked: dict[str, Any]) -> Page[T]:
    """Go through what is sorted already, and begins behind the one of that slug."""
    last = last_seen(name, asked, str)
    slugs = [getattr(row, "slug") for row in rows]  # noqa: B009  (any row that has one)
    if last is not None and last not in slugs:
        raise not_found()
    return _page(name, rows[slugs.index(last) + 1 :] if last else rows, asked, "slug")


def _page(name: str, rows: Any, asked: dict[str, Any], key: str) -> Page[Any]:
    size = asked.get("limit", ROWS)
    found = list(rows[: size + 1])
    more = len(found) > size
    return Page(found[:size], cursor_of(name, getattr(found[size - 1], key)) if more else None)


def cursor_of(name: str, last: int | str) -> str:
    said = json.dumps([name, last], separators=(",", ":")).encode()
    return urlsafe_b64encode(said).decode().rstrip("=")


def last_seen(name: str, asked: dict[str, Any], kind: type[T]) -> T | None:
    """Read the cursor; one of elsewhere, or one that was made up, leads nowhere."""
    cursor = asked.get("cursor")
    if cursor is None:
        return None
    try:
        of, last = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (ValueError, TypeError, RecursionError):
        raise not_found() from None
    if of != name or type(last) is not kind or (isinstance(last, int) and abs(last) > BIGGEST):
        raise not_found()
    return last
