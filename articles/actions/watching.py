"""Watched sources: adding one, changing it, looking into it at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from articles.actions.fetching import address_problem
from articles.actions.naming import named
from articles.actions.polling import ring_due_sources
from articles.history import by
from articles.models import WatchedSource
from articles.queries.watching import opened_folder
from articles.refusal import Refused, require

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

Kind, Trouble = WatchedSource.Kind, WatchedSource.Trouble


@dataclass(frozen=True, slots=True)
class Watching:
    """What a person says of a source."""

    kind: str
    name: str
    place: str
    every: int
    since: date | None = None
    active: bool = True


def watch(person: AbstractUser, asked: Watching) -> WatchedSource:
    require(person, "articles.add_watchedsource")
    return _saved(person, WatchedSource(created_by_id=person.pk), asked)


@transaction.atomic
def change_watching(person: AbstractUser, source: WatchedSource, asked: Watching) -> WatchedSource:
    require(person, "articles.change_watchedsource")
    source = WatchedSource.objects.select_for_update().get(pk=source.pk)
    return _saved(person, source, asked)


@transaction.atomic
def look_now(person: AbstractUser, source: WatchedSource) -> None:
    """Have a source looked into as soon as a worker is free."""
    require(person, "articles.change_watchedsource")
    source = WatchedSource.objects.select_for_update().get(pk=source.pk)
    if not source.active:
        raise Refused(_("This source is not watched at present."))
    source.due_at = Now()
    source.save(update_fields=["due_at"])
    transaction.on_commit(ring_due_sources, robust=True)


def _saved(person: AbstractUser, source: WatchedSource, asked: Watching) -> WatchedSource:
    name, place = named(asked.name), _checked_place(asked)
    if (source.kind, source.place) != (asked.kind, place):
        source.kind, source.place = asked.kind, place
        source.etag = source.last_modified = source.problem = source.last_error = ""
        source.pending, source.failures = [], 0
    if source.since != asked.since:  # the same pages are looked through once more
        source.etag = source.last_modified = ""
    source.name, source.every, source.since = name, asked.every, asked.since
    source.active = asked.active
    source.due_at = Now() if asked.active else None
    source.claim += 1  # whoever looks into it at this moment looks in vain
    try:
        with by(person), transaction.atomic():
            source.save()
    except IntegrityError:
        raise Refused(_("This is watched already.")) from None
    source.refresh_from_db()
    transaction.on_commit(ring_due_sources, robust=True)
    return source


def _checked_place(asked: Watching) -> str:
    place = asked.place.strip()
    if asked.kind != Kind.FOLDER:
        problem = address_problem(place)
        if problem:
            raise Refused(str(problem.label))
        return place
    if opened_folder(Path(place)) is None:
        raise Refused(_folders_that_may())
    return str(Path(place))


def _folders_that_may() -> str:
    if not settings.WATCHED_FOLDERS:
        return _("No folder may be watched here: whoever runs the desk sets WATCHED_FOLDERS.")
    return _("Only folders in %(folders)s may be watched.") % {
        "folders": ", ".join(settings.WATCHED_FOLDERS)
    }
