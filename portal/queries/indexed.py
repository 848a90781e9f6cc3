"""How what search looks into differs from what is published."""

from django.db.models import Exists, F, OuterRef, QuerySet

from portal.models import EditionEntry, SearchRow
from portal.queries.editions import newest_entries
from portal.queries.texts import allowed


def missing_entries() -> QuerySet[EditionEntry]:
    """What is published and not found."""
    kept = SearchRow.objects.filter(entry=OuterRef("pk"))
    return newest_entries().prefetch_related(None).filter(~Exists(kept))


def stale_rows() -> QuerySet[SearchRow]:
    """What is found and not published, or not as this."""
    spoken = newest_entries().filter(pk=OuterRef("entry"))
    return SearchRow.objects.filter(~Exists(spoken))


def rows_against_permission() -> QuerySet[SearchRow]:
    """What search finds by a whole text that is not shown, or does not find by one that is."""
    with_texts = SearchRow.objects.filter(entry__full_text__isnull=False)
    shown = with_texts.alias(is_shown=allowed("entry__full_text__publisher_number"))
    return shown.exclude(has_text=F("is_shown"))
