"""What people add to an official document. Which one it is, its citations say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from articles.history import by
from articles.models import OfficialDocument
from articles.refusal import require
from articles.vietnamese import on_one_line

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@transaction.atomic
def title_document(
    person: AbstractUser, document: OfficialDocument, title: str
) -> OfficialDocument:
    require(person, "articles.change_officialdocument")
    document = OfficialDocument.objects.select_for_update().get(pk=document.pk)
    document.title = on_one_line(title)
    with by(person):
        document.save(update_fields=["title"])
    return document
