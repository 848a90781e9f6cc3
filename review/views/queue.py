"""The queue: which tasks wait for whom, filtered, in order, and what is done to many at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.admin.generic import person
from articles.queries.counting import Counted
from review.choosing import Choice
from review.models import (
    Assignment,
    Claim,
    ExtractedTask,
    QueueRow,
    TaskVersion,
    VersionOrganisation,
)
from review.queries import with_people_in_favour
from review.queries.claims import holders_of
from review.queries.queue import QUEUES, Asker, counts_of, page_of
from review.queries.saved_filters import filters_for
from review.views.bulk import BulkForm
from review.views.saved_filters import SaveForm

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """A task on the page, with what this person may see of it."""

    task: ExtractedTask
    row: QueueRow
    holder: Claim | None
    is_mine: bool
    sees_others: bool

    @property
    def version(self) -> TaskVersion:
        assert self.task.version is not None  # noqa: S101  (no task is in the queue without one)
        return self.task.version

    @property
    def chosen_as(self) -> str:
        return f"{self.task.pk}-{self.version.pk}"

    @property
    def responsible(self) -> str:
        return "; ".join(self.version.bodies_as(VersionOrganisation.Role.RESPONSIBLE))

    @property
    def assignment(self) -> Assignment | None:
        return getattr(self.task, "assignment", None)


@dataclass(frozen=True, slots=True)
class Tab:
    """A queue with how many wait in it; without a name, all tasks."""

    name: str
    label: Any
    counted: Counted | None
    is_chosen: bool


def show(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("review.view_extractedtask"):
        raise PermissionDenied
    choice = Choice.of(person(request), request.GET)
    asker = choice.asker
    page = page_of(
        choice.rows,
        choice.order,
        before=request.GET.get("before", ""),
        after=request.GET.get("after", ""),
        size=ON_A_PAGE,
    )
    rest = request.GET.copy()
    for place in ("before", "after"):
        rest.pop(place, None)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": _("Tasks"),
        "opts": ExtractedTask._meta,
        "choice": choice,
        "form": choice.filters.form,
        "tabs": _tabs(asker, choice.queue),
        "lines": _lines(page.rows, asker),
        "page": page,
        "rest": rest.urlencode(),
        "saved": filters_for(person(request)),
        "save_form": SaveForm(),
        "bulk_form": BulkForm(),
        "may_assign": request.user.has_perm("review.assign_extractedtask"),
    }
    return TemplateResponse(request, "review/queue.html", context)


def _tabs(asker: Asker, chosen: str) -> list[Tab]:
    counts = counts_of(asker)
    tabs = [Tab(name, QUEUES[name].label, counts[name], name == chosen) for name in counts]
    return [*tabs, Tab("", _("all tasks"), None, not chosen)]


def _lines(rows: Iterable[QueueRow], asker: Asker) -> list[Line]:
    rows = list(rows)
    holders = holders_of({row.article_id for row in rows})
    tasks = _tasks([row.pk for row in rows])
    return [
        Line(
            tasks[row.pk],
            row,
            holder := holders.get(row.article_id),
            is_mine=holder is not None and holder.person_id == asker.pk,
            sees_others=asker.sees_all or asker.pk in row.said_by,
        )
        for row in rows
    ]


def _tasks(numbers: list[int]) -> dict[int, ExtractedTask]:
    tasks = with_people_in_favour(ExtractedTask.objects.filter(pk__in=numbers))
    tasks = tasks.select_related(
        "article__publisher", "version", "assignment__person", "assignment__group"
    ).defer("article__search", "version__search")
    return {task.pk: task for task in tasks.order_by().prefetch_related("version__bodies")}
