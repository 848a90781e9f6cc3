"""Saying that two official documents are one, or two after all.

A merged document stays as a row that points at the one that stands for it, so that wordings and
history that name it stay true; the database takes its citations along (`articles.models.joining`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.actions.doubts import doubt_again
from articles.actions.locks import again_after_deadlock
from articles.history import by
from articles.models import DocumentDistinction, OfficialDocument
from articles.refusal import Refused, require

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

PERMISSION = "articles.change_officialdocument"


@again_after_deadlock
def merge_documents(
    person: AbstractUser, document: OfficialDocument, into: OfficialDocument
) -> OfficialDocument:
    """Say that a document is the same as another, which stands for both from now on."""
    require(person, PERMISSION)
    document, into = _held_apart(document, into)
    if document == into:
        raise Refused(_("A document cannot be merged with itself."))
    with by(person):
        _between(document, into).delete()
        for merged in document.merged.all():
            _point(merged, into)
        _point(document, into)
    doubt_again([(each.series, each.figures) for each in (document, into)])
    return into


@again_after_deadlock
def split_document(person: AbstractUser, document: OfficialDocument) -> OfficialDocument:
    """Undo a merge wholly: the document stands for itself again, with all that names it."""
    require(person, PERMISSION)
    stood_for_it = OfficialDocument.objects.filter(merged=document.pk).first()
    if stood_for_it is None:
        raise Refused(_("This document is not merged with another."))
    document, stood_for_it = _held(document, stood_for_it)
    if document.same_as_id != stood_for_it.pk:
        raise Refused(_("One of them has been merged meanwhile."))
    with by(person):
        _point(document, None)
        distinguish(person, document, stood_for_it)
    doubt_again([(each.series, each.figures) for each in (document, stood_for_it)])
    return document


@again_after_deadlock
def keep_apart(person: AbstractUser, first: OfficialDocument, second: OfficialDocument) -> None:
    """Say that these are two documents, so that nobody is asked again whether they are one."""
    require(person, PERMISSION)
    if first == second:
        raise Refused(_("A document cannot be kept apart from itself."))
    first, second = _held_apart(first, second)
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


def _held_apart(*documents: OfficialDocument) -> list[OfficialDocument]:
    """Lock documents that stand for themselves."""
    held = _held(*documents)
    if any(document.same_as_id is not None for document in held):
        raise Refused(_("One of them has been merged meanwhile."))
    return held


def _held(*documents: OfficialDocument) -> list[OfficialDocument]:
    """Lock them, and what is merged with them, in one order; give them in the order asked."""
    numbers = [document.pk for document in documents]
    family = OfficialDocument.objects.filter(Q(pk__in=numbers) | Q(same_as__in=numbers))
    rows = {row.pk: row for row in family.select_for_update(no_key=True).order_by("pk")}
    return [rows[number] for number in numbers]


def _point(document: OfficialDocument, into: OfficialDocument | None) -> None:
    document.same_as = into
    document.doubtful = False
    document.save(update_fields=["same_as", "doubtful"])
