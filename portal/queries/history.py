"""The history of one object: its own events and those of what belongs to it, newest first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pghistory.core
from django.contrib.auth import get_user_model
from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import CharField, OuterRef, Subquery, Value

from articles.models import ArticleText
from review.models import ExtractedTask
from review.queries.blindness import seen_by

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from django.contrib.auth.models import AbstractUser

EVENTS_ON_A_PAGE = 50
LONG: dict[type[models.Model], list[str]] = {
    ArticleText: ["body", "lead", "headings", "dropped", "search"]
}
"""Fields that are not read when a row is only to be named."""

Model = type[models.Model]
Key = tuple[Model, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One field: what it was, and what it became. What was not there is None."""

    field: models.Field[Any, Any]
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Happening:
    """One event, as people read it."""

    at: datetime
    label: str
    """`insert`, `update` or `delete`."""
    model: Model
    of: models.Model | None
    """The row, as it was then, where it is not the object itself but belongs to it."""
    person: models.Model | None
    address: str
    url: str
    changes: list[Change]


def history_of(
    row: models.Model, page: str | int | None, reader: AbstractUser | None = None
) -> Page[Happening]:
    """Read a page of it. The number of queries depends on the models only, not on the events.

    With a reader, what would sway them is left out.
    """
    sources = _sources(row)
    tasks = _label_of(ExtractedTask)
    if reader and tasks in sources:
        sources[tasks] = _unswaying(sources[tasks], reader)
    numbered = _together(sources)
    chosen: Page[Any] = Paginator(numbered, EVENTS_ON_A_PAGE).get_page(page)
    reading = _Reading(row, chosen.object_list)
    chosen.object_list = reading.happenings()
    return chosen


def _sources(row: models.Model) -> dict[str, models.QuerySet[Any]]:
    """Give the events of the object, and those of rows that would be deleted with it."""
    model = type(row)
    sources = {}
    for event in _event_models():
        links = ["pgh_obj"] if event.pgh_tracked_model is model else _owners(event, model)
        wanted = models.Q()
        for link in links:
            wanted |= models.Q(**{link: row.pk})
        if links:
            sources[event._meta.label] = event._default_manager.filter(wanted)
    return sources


def _unswaying(events: models.QuerySet[Any], reader: AbstractUser) -> models.QuerySet[Any]:
    """Leave out who made a task change its state, for who has not decided on it yet."""
    seen = seen_by(reader, ExtractedTask.objects.all())
    return events.filter(models.Q(pgh_label="insert") | models.Q(pgh_obj__in=seen.values("pk")))


def _label_of(model: Any) -> str:
    label: str = model.pgh_event_model._meta.label
    return label


def _event_models() -> list[Any]:
    return list(pghistory.core.event_models())


def _owners(event: Any, model: Model) -> list[str]:
    return [
        field.name
        for field in event.pgh_tracked_model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
        and field.related_model is model
        and field.remote_field.on_delete is models.CASCADE
    ]


def _together(sources: dict[str, models.QuerySet[Any]]) -> Any:
    """Give (number, model) of all events, newest first."""
    parts = [
        events.order_by()
        .annotate(event=Value(label, output_field=CharField()))
        .values_list("pgh_created_at", "pgh_id", "event")
        for label, events in sources.items()
    ]
    if not parts:
        return []
    return parts[0].union(*parts[1:], all=True).order_by("-pgh_created_at", "-pgh_id")


class _Reading:
    """The events of one page, with all that is needed to tell them."""

    def __init__(self, row: models.Model, numbered: Iterable[tuple[datetime, int, str]]) -> None:
        self._row = row
        self._order = [(label, number) for _at, number, label in numbered]
        self._models = {event._meta.label: event for event in _event_models()}

    def happenings(self) -> list[Happening]:
        return [self._happening(self._events[key]) for key in self._order]

    def _happening(self, event: Any) -> Happening:
        said = event.pgh_context.metadata if event.pgh_context else {}
        return Happening(
            at=event.pgh_created_at,
            label=event.pgh_label,
            model=event.pgh_tracked_model,
            of=None if self._is_own(event) else self._as_it_was(event),
            person=self._people.get(said.get("user")),
            address=said.get("address") or "",
            url=said.get("url") or "",
            changes=self._changes(event),
        )

    def _changes(self, event: Any) -> list[Change]:
        if event.pgh_label == "delete" or (event.pgh_label == "insert" and not self._is_own(event)):
            return []  # its name says it
        before = self._before.get((event._meta.label, event.previous))
        changes = []
        for field in self._told(event):
            old = None if before is None else self._value(before, field)
            new = self._value(event, field)
            if old != new and not (before is None and new in (None, "", [])):
                changes.append(Change(field, old, new))
        return changes

    def _told(self, event: Any) -> list[models.Field[Any, Any]]:
        """Leave out what is told elsewhere: to whom the row belongs, who did it, and when."""
        fields = _fields(event)
        if self._is_own(event):
            return fields
        told_elsewhere = (type(self._row), get_user_model())
        return [
            field
            for field in fields
            if field.related_model not in told_elsewhere
            and not (getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False))
        ]

    def _is_own(self, event: Any) -> bool:
        own: bool = event.pgh_tracked_model is type(self._row) and event.pgh_obj_id == self._row.pk
        return own

    def _value(self, event: Any, field: models.Field[Any, Any]) -> Any:
        value = getattr(event, field.attname)
        if value is None or not isinstance(field, models.ForeignKey):
            return value
        return self._named.get((field.related_model, value), f"#{value}")

    def _as_it_was(self, event: Any) -> models.Model:
        """Build the row that the event tells of, so that it can be named."""
        row: models.Model = event.pgh_tracked_model(pk=event.pgh_obj_id)
        for field in _fields(event):
            value = self._value(event, field)
            if isinstance(value, models.Model):
                setattr(row, field.name, value)
            else:
                setattr(row, field.attname, getattr(event, field.attname))
        return row

    @cached_property
    def _events(self) -> dict[tuple[str, int], Any]:
        found = {}
        for label, numbers in self._numbers.items():
            model: Any = self._models[label]
            earlier = model.objects.filter(
                pgh_obj=OuterRef("pgh_obj"), pgh_id__lt=OuterRef("pgh_id")
            ).order_by("-pgh_id")
            events = model.objects.filter(pk__in=numbers).select_related("pgh_context")
            for event in events.annotate(previous=Subquery(earlier.values("pgh_id")[:1])):
                found[label, event.pk] = event
        return found

    @cached_property
    def _numbers(self) -> dict[str, list[int]]:
        numbers = defaultdict(list)
        for label, number in self._order:
            numbers[label].append(number)
        return numbers

    @cached_property
    def _before(self) -> dict[tuple[str, int], Any]:
        wanted = defaultdict(list)
        for (label, _number), event in self._events.items():
            wanted[label].append(event.previous)
        return {
            (label, event.pk): event
            for label, numbers in wanted.items()
            for event in self._models[label]._default_manager.filter(pk__in=numbers)
        }

    @cached_property
    def _people(self) -> dict[Any, models.Model]:
        contexts = (event.pgh_context for event in self._events.values())
        numbers = {context.metadata.get("user") for context in contexts if context}
        return dict(get_user_model()._default_manager.in_bulk(list(numbers - {None})))

    @cached_property
    def _named(self) -> dict[Key, models.Model]:
        """Every row that a foreign key of these events names, if it is still there."""
        wanted: dict[Model, set[Any]] = defaultdict(set)
        for event in (*self._events.values(), *self._before.values()):
            for field in _fields(event):
                if isinstance(field, models.ForeignKey):
                    wanted[field.related_model].add(getattr(event, field.attname))
        return {
            (model, row.pk): row
            for model, numbers in wanted.items()
            for row in model._default_manager.filter(pk__in=numbers).defer(*LONG.get(model, []))
        }


def _fields(event: Any) -> list[models.Field[Any, Any]]:
    """Give the fields of the tracked model that the event keeps, but for its number."""
    kept = {field.name for field in event._meta.concrete_fields}
    return [
        field
        for field in event.pgh_tracked_model._meta.concrete_fields
        if field.name in kept and not field.primary_key
    ]
