"""Saying that a worker or beat lives, in database time."""

from datetime import timedelta
from typing import Final

from django.db import transaction
from django.db.models.functions import Now

from articles.models import WorkerPulse

FORGOTTEN_AFTER: Final = timedelta(days=1)


@transaction.atomic
def beat(name: str, kind: WorkerPulse.Kind, *, slots: int = 0) -> None:
    """Note that one lives, or with no slots that it has stopped; forget those long gone."""
    told = {"kind": kind, "slots": slots, "last_at": Now()}
    name = name[:200]
    if not WorkerPulse.objects.filter(name=name).update(**told):
        WorkerPulse.objects.bulk_create([WorkerPulse(name=name, **told)], ignore_conflicts=True)
        WorkerPulse.objects.filter(last_at__lt=Now() - FORGOTTEN_AFTER).delete()
