"""Whole texts, for as long as their publishers let readers have them."""

from django.db.models import Exists, OuterRef, QuerySet

from articles.models import Publisher
from portal.models import EditionEntry, EditionEntryText


def shown_text(entry: EditionEntry) -> EditionEntryText | None:
    if not entry.has_full_text:
        return None
    return shown_texts().filter(entry=entry).first()


def shown_texts() -> QuerySet[EditionEntryText]:
    allows = Publisher.objects.filter(pk=OuterRef("publisher_number"), full_text_allowed=True)
    return EditionEntryText.objects.filter(Exists(allows))
