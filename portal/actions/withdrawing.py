"""Asking readers not to rely on an edition any more."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from articles.refusal import Refused, require
from articles.vietnamese import normalise
from portal.actions.indexing import index_edition
from portal.actions.stopping import stop_withdrawal
from portal.models import Edition, EditionWithdrawal

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@transaction.atomic
def withdraw_edition(person: "AbstractUser", edition: Edition, *, reason: str) -> EditionWithdrawal:
    """Put a row beside the edition; the edition itself never changes."""
    require(person, "portal.withdraw_edition")
    locked = standing_edition(edition)
    words = public_reason(reason)
    stop_withdrawal(locked, person)
    return withdraw_locked(locked, reason=words, by=person.pk)


def withdraw_locked(locked: Edition, *, reason: str, by: int) -> EditionWithdrawal:
    """Withdraw an edition that is locked and stands, now or as was set some time ago."""
    withdrawal = EditionWithdrawal.objects.create(edition=locked, reason=reason, withdrawn_by_id=by)
    index_edition(locked.pk)
    return withdrawal


def standing_edition(edition: Edition) -> Edition:
    """Give the edition, locked; refuse if it was withdrawn."""
    locked = Edition.objects.select_for_update().get(pk=edition.pk)
    if EditionWithdrawal.objects.filter(edition=locked).exists():
        raise Refused(_("This edition has been withdrawn already."))
    return locked


def public_reason(reason: str) -> str:
    words = normalise(reason).strip()
    if not words:
        raise Refused(_("Readers will see why: please give a reason."))
    return words
