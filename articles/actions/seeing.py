"""Noting that whoever started an import saw how it ended."""

from typing import TYPE_CHECKING

from django.db.models.functions import Now

from articles.models import ImportJob

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


def see_end(person: "AbstractUser", job: ImportJob) -> None:
    """Tell them no more of it. That somebody else saw it does not count."""
    if job.created_by_id == person.pk and job.seen_at is None:
        ImportJob.objects.filter(pk=job.pk, seen_at=None).update(seen_at=Now())
