"""Saying that two official documents are one, or two after all.

A merged document stays as a row that points at the one that stands for it, so that wordings and
history that name it stay true; the database takes its citations along (`articles.models.joining`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils.translation import gettext as _

from articles.actions.doubts import doubt_again
from articles.history import by
from articles.models import DocumentDistinction, OfficialDocument
from articles.refusal import Refused, require

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

PERMISSION = "articles.change_officialdocument"


@transaction.atomic
def merge_documents(
    person: AbstractUser, document: OfficialDocument, into: OfficialDocument
) -> OfficialDocument:
    """Say that a document is the same as another, which stands for both from now on."""
    require(person, PERMISSION)
    document, into = _held(document, into)
    if document.same_as_id is not None or into.same_as_id is not None:
        raise Refused(_("One of them has been merged meanwhile."))
    if document == into:
        raise Refused(_("A document cannot be merged with itself."))
    with by(person):
        _between(document, into).delete()
        for merged in document.merged.all():
            _point(merged, into)
        _point(document, into)
    doubt_again([(each.series, each.figures) for each in (document, into)])
    return into


@transaction.atomic
def split_document(person: AbstractUser, document: OfficialDocument) -> OfficialDocument:
    """Undo a merge wholly: the document stands for itself again, with all that names it."""
    require(person, PERMISSION)
    document = OfficialDocument.objects.select_for_update(of=("self",)).get(pk=document.pk)
    stood_for_it = document.same_as
    if stood_for_it is None:
        raise Refused(_("This document is not merged with another."))
    with by(person):
        _point(document, None)
        distinguish(person, document, stood_for_it)
    doubt_again([(each.series, each.figures) for each in (document, stood_for_it)])
    return document


@transaction.atomic
def keep_apart(person: AbstractUser, first: OfficialDocument, second: OfficialDocument) -> None:
    """Say that these are two documents, so that nobody is asked again whether they are one."""
    require(person, PERMISSION)
    if first == second:
        raise Refused(_("A document cannot be kept apart from itself."))
    with by(person):
        distinguish(person, first, second)
    doubt_again([(each.series, each.figures) for each in (first, second)])


def distinguish(person: AbstractUser, one: OfficialDocument, other: OfficialDocument) -> None:
    first, second = sorted([one.pk, other.pk])
    DocumentDistinction.objects.get_or_create(
        first_id=first, second_id=second, defaults={"decided_by_id": person.pk}
    )


def _between(
    one: OfficialDocument, other: OfficialDocument
) -> models.QuerySet[DocumentDistinction]:
    first, second = sorted([one.pk, other.pk])
    return DocumentDistinction.objects.filter(first=first, second=second)


def _held(*documents: OfficialDocument) -> list[OfficialDocument]:
    """Lock them in one order, so that nobody waits in a ring; give them in the order asked."""
    numbers = [document.pk for document in documents]
    rows = OfficialDocument.objects.select_for_update().order_by("pk").in_bulk(numbers)
    return [rows[number] for number in numbers]


def _point(document: OfficialDocument, into: OfficialDocument | None) -> None:
    document.same_as = into
    document.doubtful = False
    document.save(update_fields=["same_as", "doubtful"])
