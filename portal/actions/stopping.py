"""Ending what waits for a set time without doing it."""

from typing import TYPE_CHECKING

from django.db.models.functions import Now

from portal.models import CuratedList, Edition, ScheduledPublication, ScheduledWithdrawal

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


def stop_publication(locked: CuratedList, person: "AbstractUser") -> bool:
    """Let a list that is locked wait for no time any more; say whether it did."""
    waiting = ScheduledPublication.objects.filter(curated_list=locked, state="waiting")
    return bool(waiting.update(state="cancelled", ended_at=Now(), ended_by=person.pk))


def stop_withdrawal(locked: Edition, person: "AbstractUser") -> bool:
    """Let an edition that is locked wait for no withdrawal any more; say whether it did."""
    waiting = ScheduledWithdrawal.objects.filter(edition=locked, state="waiting")
    return bool(waiting.update(state="cancelled", ended_at=Now(), ended_by=person.pk))
