"""Asking readers not to rely on an edition any more."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from articles.refusal import Refused, require
from articles.vietnamese import normalise
from portal.models import Edition, EditionWithdrawal

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@transaction.atomic
def withdraw_edition(person: "AbstractUser", edition: Edition, *, reason: str) -> EditionWithdrawal:
    """Put a row beside the edition; the edition itself never changes."""
    require(person, "portal.withdraw_edition")
    locked = Edition.objects.select_for_update().get(pk=edition.pk)
    words = normalise(reason).strip()
    if not words:
        raise Refused(_("Readers will see why: please give a reason."))
    if EditionWithdrawal.objects.filter(edition=locked).exists():
        raise Refused(_("This edition has been withdrawn already."))
    return EditionWithdrawal.objects.create(edition=locked, reason=words, withdrawn_by_id=person.pk)
