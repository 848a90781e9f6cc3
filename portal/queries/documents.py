"""Official documents as readers find them: what was published that cites them or carries them out.

Nothing here looks at anything but editions, and which documents were found to be one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When

from articles.models import OfficialDocument
from portal.models import EditionEntry, EditionEntryDocument
from portal.queries.editions import newest_entries


@dataclass(frozen=True)
class PublishedDocument:
    newest: EditionEntryDocument
    """As its newest entry calls it."""
    numbers: Sequence[int]
    """Its own, and those of the documents that were merged into it."""

    @property
    def slug(self) -> str:
        return self.newest.slug


def published_document(slug: str) -> PublishedDocument | None:
    """Give the document at this address, or at the one it was merged into."""
    asked = _standing().filter(slug=slug).order_by("-entry").first()
    if asked is None:
        return None
    own, numbers = _joined(asked.document_number)
    its_own_first = Case(When(document_number=own, then=0), default=1)
    named = _standing().filter(document_number__in=numbers).order_by(its_own_first, "-entry")
    return PublishedDocument(named[0], numbers)


def published_documents() -> QuerySet[EditionEntryDocument]:
    """Each document once, as its newest entry calls it."""
    newer = _standing().filter(
        document_number=OuterRef("document_number"), entry__gt=OuterRef("entry")
    )
    return _standing().filter(~Exists(newer))


def entries_citing(document: PublishedDocument, kind: EditionEntry.Kind) -> QuerySet[EditionEntry]:
    """Articles that cite it, or tasks that carry it out: those whose newest entry says so."""
    cited = EditionEntryDocument.objects.filter(
        entry=OuterRef("pk"), document_number__in=document.numbers
    )
    return newest_entries().filter(Exists(cited), kind=kind)


def _standing() -> QuerySet[EditionEntryDocument]:
    return EditionEntryDocument.objects.filter(entry__edition__withdrawal=None)


def _joined(number: int) -> tuple[int, list[int]]:
    """Give the number of the one that stands for it, and of all that it stands for."""
    one_of_them = Q(pk=number) | Q(merged=number)
    final = OfficialDocument.objects.filter(one_of_them, same_as=None).first()
    if final is None:
        return number, [number]
    return final.pk, [final.pk, *final.merged.values_list("pk", flat=True)]
