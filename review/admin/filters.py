"""Filters of the task queue."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.generic import person
from articles.asked import number
from articles.models import Theme
from review.models import ExtractedTask, Organisation
from review.queries import placed, unplaced, waiting_for

Tasks = QuerySet[ExtractedTask]
LOW_CONFIDENCE = 0.8
SOON = timedelta(days=14)


class QueueFilter(admin.SimpleListFilter):
    """What somebody who sits down to review asks for first. What lost its place is there apart."""

    title = _("queue")
    parameter_name = "queue"

    def lookups(self, _request: HttpRequest, _model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("mine", _("needs my decision")),
            ("lead", _("with the lead")),
            ("unplaced", _("lost their place")),
            ("unsure", _("found with little certainty")),
            ("soon", _("due within two weeks")),
        ]

    def queryset(self, request: HttpRequest, tasks: Tasks) -> Tasks:
        if self.value() == "unplaced":
            return unplaced(tasks)
        tasks, today = placed(tasks), timezone.localdate()
        chosen: dict[str | None, Callable[[], Tasks]] = {
            "mine": lambda: waiting_for(person(request), tasks),
            "lead": lambda: tasks.filter(state=ExtractedTask.State.WITH_LEAD),
            "unsure": lambda: tasks.filter(confidence__lt=LOW_CONFIDENCE),
            "soon": lambda: tasks.filter(version__due_to__range=(today, today + SOON)),
        }
        return chosen.get(self.value(), lambda: tasks)()


class StateFilter(admin.ChoicesFieldListFilter):
    """The states that tasks of the queue can have."""

    def choices(self, changelist: Any) -> Iterator[Any]:
        retired = str(ExtractedTask.State.RETIRED.label)
        return (choice for choice in super().choices(changelist) if choice["display"] != retired)


class ThemeFilter(admin.SimpleListFilter):
    title = _("theme")
    parameter_name = "theme"

    def lookups(self, _request: HttpRequest, _model_admin: Any) -> list[tuple[str, Any]]:
        return [(str(pk), name) for pk, name in Theme.objects.standing().values_list("pk", "name")]

    def queryset(self, _request: HttpRequest, tasks: Tasks) -> Tasks:
        chosen = number(self.value())
        return tasks.filter(article__article_themes__tag=chosen) if chosen else tasks


class OrganisationFilter(admin.SimpleListFilter):
    """Reached from a body's own page; offers nothing by itself, since bodies are many."""

    title = _("organisation")
    parameter_name = "body"

    def lookups(self, request: HttpRequest, _model_admin: Any) -> list[tuple[str, Any]]:
        body = Organisation.objects.filter(pk=number(request.GET.get("body")) or 0).first()
        return [(str(body.pk), body.name)] if body else []

    def queryset(self, _request: HttpRequest, tasks: Tasks) -> Tasks:
        chosen = number(self.value())
        if not chosen:
            return tasks
        named = Organisation.objects.filter(pk=chosen).values("versions__version")
        return tasks.filter(version__in=named)
