"""Publishers: the newspapers and offices whose articles come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.actions.naming import named
from articles.history import by
from articles.models import Publisher
from articles.refusal import Refused, require
from articles.signals import text_permission_changed
from articles.vietnamese import same_word_key, sort_key

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


def create_publisher(
    person: AbstractUser, name: str, *, website: str = "", full_text_allowed: bool = False
) -> Publisher:
    require(person, "articles.add_publisher")
    made = Publisher(website=website, full_text_allowed=full_text_allowed)
    return _saved(person, made, name)


@transaction.atomic
def change_publisher(
    person: AbstractUser,
    publisher: Publisher,
    *,
    name: str,
    website: str,
    full_text_allowed: bool,
) -> Publisher:
    require(person, "articles.change_publisher")
    publisher = Publisher.objects.select_for_update().get(pk=publisher.pk)
    did_allow = publisher.full_text_allowed
    publisher.website, publisher.full_text_allowed = website, full_text_allowed
    changed = _saved(person, publisher, name)
    if did_allow != full_text_allowed:
        text_permission_changed.send(sender=Publisher, publisher=changed)
    return changed


def _saved(person: AbstractUser, publisher: Publisher, name: str) -> Publisher:
    name = named(name)
    key = same_word_key(name)
    publisher.name, publisher.key, publisher.sort_key = name, key, sort_key(name)
    try:
        with by(person), transaction.atomic():
            publisher.save()
    except IntegrityError:
        other = Publisher.objects.filter(key=key).exclude(pk=publisher.pk).first()
        if other is None:
            raise
        raise Refused(
            _("There is a publisher of this name already: %(name)s.") % {"name": other.name}
        ) from None
    return publisher
