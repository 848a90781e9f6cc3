"""Whole texts, for as long as their publishers let readers have them."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from articles.models import Publisher
from portal.models import EditionEntry, EditionEntryText


def shown_text(entry: EditionEntry) -> EditionEntryText | None:
    if not entry.has_full_text:
        return None
    return shown_texts().filter(entry=entry).first()


def shown_texts() -> QuerySet[EditionEntryText]:
    return EditionEntryText.objects.filter(allowed("publisher_number"))


def shown_bodies(entries: Iterable[int]) -> dict[int, str]:
    """Give the whole text of each entry that readers may have one of, by the entry's number."""
    return dict(shown_texts().filter(entry__in=list(entries)).values_list("entry", "body"))


def allowed(publisher_number: str) -> Exists:
    """Whether the publisher with the number in this column lets readers have whole texts."""
    return Exists(Publisher.objects.filter(pk=OuterRef(publisher_number), full_text_allowed=True))
