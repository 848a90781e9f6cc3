"""That something which readers see has changed, so that what they and caches hold may be old.

Triggers write it, so no path forgets it, and in the transaction of the change: who sees the row
sees the change. Rows and not a counter, since nobody has to wait for whoever publishes meanwhile.
"""

import pgtrigger
from django.db import models
from django.db.models.functions import Now

from articles.guards import Guard
from articles.models import OfficialDocument, Publisher, Theme

_NOTE = "INSERT INTO portal_publicchange DEFAULT VALUES; RETURN NULL;"


class PublicChange(models.Model):
    at = models.DateTimeField(db_default=Now())

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.at)


def seen_by_readers() -> Guard:
    """Give the trigger for what is published by adding a row."""
    return Guard(
        name="readers_see_it",
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        func=_NOTE,
    )


def _seen_when_it_changes(*columns: str) -> Guard:
    return Guard(
        name="readers_see_it",
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf(*columns),
        condition=pgtrigger.AnyChange(*columns),
        func=_NOTE,
    )


class MergedTheme(Theme):
    """Its page shows what stands under the names of those that were merged into it."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [_seen_when_it_changes("merged_into_id", "name", "slug")]


class MergedDocument(OfficialDocument):
    """Likewise."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [_seen_when_it_changes("same_as_id")]


class AllowingPublisher(Publisher):
    """Whole texts are shown for as long as their publisher allows it."""

    class Meta:
        proxy = True
        default_permissions = ()
        triggers = [_seen_when_it_changes("full_text_allowed")]
