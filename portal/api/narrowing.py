"""Having only some of what there is."""

from typing import Any, TypeVar

from django.db.models import Exists, Model, OuterRef, QuerySet

from portal.models import Edition, EditionEntry, EditionEntryDocument, EditionEntryTheme
from portal.queries import editions as published
from portal.queries.documents import published_document

M = TypeVar("M", bound=Model)


def on_days(rows: QuerySet[M], asked: dict[str, Any], field: str) -> QuerySet[M]:
    """Leave what is dated from one day to another, both included."""
    if since := asked.get("from"):
        rows = rows.filter(**{f"{field}__gte": since})
    if until := asked.get("to"):
        rows = rows.filter(**{f"{field}__lte": until})
    return rows


def on_the_theme(entries: QuerySet[EditionEntry], slug: str) -> QuerySet[EditionEntry]:
    """Leave what has the theme, also under the names of those that were merged into it."""
    theme = published.published_theme(slug)
    if theme is None:
        return entries.none()
    named = EditionEntryTheme.objects.filter(entry=OuterRef("pk"), slug__in=theme.slugs)
    return entries.filter(Exists(named))


def said_editions(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """Bring along all that is said of editions."""
    return editions.select_related("picture").prefetch_related("corrections__entry")


def said_entries(entries: QuerySet[EditionEntry]) -> QuerySet[EditionEntry]:
    return entries.prefetch_related("themes", "known_documents", "corrections__entry")


def narrowed(entries: QuerySet[EditionEntry], asked: dict[str, Any]) -> QuerySet[EditionEntry]:
    entries = on_days(entries, asked, "published_on")
    if slug := asked.get("theme"):
        entries = on_the_theme(entries, slug)
    if publisher := asked.get("publisher"):
        entries = entries.filter(publisher=publisher)
    if slug := asked.get("document"):
        document = published_document(slug)
        numbers = document.numbers if document else []
        cited = EditionEntryDocument.objects.filter(
            entry=OuterRef("pk"), document_number__in=numbers
        )
        entries = entries.filter(Exists(cited))
    return entries
