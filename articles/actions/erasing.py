"""Erasing an article for good: of what `articles` keeps, only the record that it was erased stays.

What others froze of it is theirs to tell: `articles.signals.what_erasing_leaves`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import pghistory.core
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Q
from django.db.models.deletion import CASCADE
from django.utils.translation import gettext as _

from articles.actions.likeness import withdraw_handed_on
from articles.actions.originals import forget_names
from articles.actions.sites import forget_redirects
from articles.actions.strays import remove_file
from articles.models import Article, Erasure, ImportItem, Original
from articles.queries.articles import Gone, hanging_on
from articles.refusal import Refused, require
from articles.signals import article_being_erased
from articles.vietnamese import normalise

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@transaction.atomic
def erase_article(person: AbstractUser, article: Article, reason: str) -> Erasure:
    """Erase the article with all that hangs on it, its history and its original included."""
    require(person, "articles.erase_article")
    reason = normalise(reason).strip()
    if not reason:
        raise Refused(_("Say why the article is erased."))
    # A plain lock, which also keeps new rows from being hung on the article.
    locked = Article.objects.select_for_update().filter(pk=article.pk).first()
    if locked is None:
        raise Refused(_("This article was erased already."))
    if locked.merged.exists():
        raise Refused(_("Other articles were merged into this one. Split them off first."))
    erasure = Erasure.objects.create(
        article_number=locked.pk, reason=reason, erased_by_id=person.pk
    )
    article_being_erased.send(sender=Article, article=locked)
    withdraw_handed_on(locked)
    gone, brought = hanging_on(locked), _brought(locked)
    locked.delete()
    gone[Original] = _forget_originals(brought)
    _forget_history(gone)
    return erasure


@dataclass(frozen=True, slots=True)
class _Brought:
    """By number, since deleting the article makes the items forget which one they brought."""

    items: set[int]
    originals: set[int]


def _brought(article: Article) -> _Brought:
    """Give the items that brought the article, duplicates too, and the bytes that hold it."""
    rows = list(article.import_items.values_list("pk", "original"))
    originals = {article.original_id, *(original for _item, original in rows if original)}
    return _Brought({item for item, _original in rows}, originals)


def _forget_originals(brought: _Brought) -> set[int]:
    """Forget the bytes that no other article needs, and what they and their bundles were called."""
    originals = list(Original.objects.filter(pk__in=brought.originals, articles=None))
    numbers = {original.pk for original in originals}
    named = Q(pk__in=brought.items) | Q(original__in=numbers)
    items = set(ImportItem.objects.filter(named).values_list("pk", flat=True))
    ImportItem.objects.filter(pk__in=items).update(name="", address="", last_error="")
    forget_redirects()
    bundles = ImportItem.objects.filter(pk__in=items).values("unpacked_from")
    forget_names(ImportItem.objects.filter(pk__in=bundles))
    for original in originals:
        original.delete()
        transaction.on_commit(partial(remove_file, original.sha256))
    return numbers


def _forget_history(gone: Gone) -> None:
    for event in pghistory.core.event_models():
        for link in _links(event, gone):
            rows = event._default_manager.filter(**{f"{link.name}__in": gone[link.related_model]})
            rows.delete()
    for model, numbers in gone.items():
        LogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(model), object_id__in=map(str, numbers)
        ).delete()


def _links(event: type[models.Model], gone: Gone) -> list[Any]:
    """Say by which fields events belong to what is gone, or would have gone with it."""
    tracked: type[models.Model] = event.pgh_tracked_model  # type: ignore[attr-defined]
    return [
        field
        for field in event._meta.get_fields()
        if isinstance(field, models.ForeignKey)
        and field.related_model in gone
        and (field.name == "pgh_obj" or _cascades(tracked, field.name))
    ]


def _cascades(model: type[models.Model], name: str) -> bool:
    remote: Any = getattr(model._meta.get_field(name), "remote_field", None)
    return remote is not None and remote.on_delete is CASCADE
