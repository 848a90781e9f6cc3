"""How the tasks of a body are chosen and put in order on its page."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters.filters import BooleanFilter, ChoiceFilter, DateFilter
from django_filters.filterset import FilterSet

from review.models import ExtractedTask, VersionOrganisation
from review.queries.naming import tasks_of, versions_naming, with_due_days

if TYPE_CHECKING:
    from datetime import date

Tasks = QuerySet[Any]
State = ExtractedTask.State
STATES = [(state.value, state.label) for state in State if state != State.RETIRED]
ORDERS: dict[str, list[Any]] = {
    "due": [F("last_day").asc(nulls_last=True), F("first_day").asc(nulls_last=True), "pk"],
    "-due": [F("last_day").desc(nulls_last=True), F("first_day").desc(nulls_last=True), "-pk"],
    "-found": ["-pk"],
}


class BodyTasks(FilterSet):
    """A task is due in a time when its days and those of the time have one in common."""

    due_from = DateFilter(
        label=_("Due from"),
        method="ends_after",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    due_to = DateFilter(
        label=_("Due until"),
        method="begins_before",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    undated = BooleanFilter(
        label=_("Time"),
        method="with_or_without_days",
        widget=forms.Select(
            choices=[("", _("any")), ("false", _("with a time")), ("true", _("without a time"))]
        ),
    )
    state = ChoiceFilter(label=_("State"), choices=STATES, empty_label=_("all states"))
    role = ChoiceFilter(
        label=_("Role"),
        choices=VersionOrganisation.Role.choices,
        method="in_role",
        empty_label=_("any role"),
    )
    order = ChoiceFilter(
        label=_("Order"),
        choices=[
            ("due", _("the first due first")),
            ("-due", _("the last due first")),
            ("-found", _("the newest first")),
        ],
        method="in_order",
        empty_label=None,
    )

    class Meta:
        model = ExtractedTask
        fields: list[str] = []

    def __init__(self, asked: Any, body_id: int) -> None:
        super().__init__(asked, queryset=tasks_of(body_id))  # type: ignore[no-untyped-call]
        self.body_id = body_id

    @property
    def qs(self) -> Any:
        tasks = super().qs
        return tasks if self.form.cleaned_data.get("order") else tasks.order_by(*ORDERS["due"])

    def filter_queryset(self, queryset: Tasks) -> Any:
        return super().filter_queryset(with_due_days(queryset))  # type: ignore[no-untyped-call]

    def ends_after(self, tasks: Tasks, _name: str, day: "date") -> Tasks:
        return tasks.filter(last_day__gte=day)

    def begins_before(self, tasks: Tasks, _name: str, day: "date") -> Tasks:
        return tasks.filter(first_day__lte=day)

    def with_or_without_days(self, tasks: Tasks, _name: str, without: bool) -> Tasks:
        none = Q(version__due_from=None, version__due_to=None)
        return tasks.filter(none) if without else tasks.exclude(none)

    def in_role(self, tasks: Tasks, _name: str, role: str) -> Tasks:
        named = versions_naming(self.body_id).filter(role=role)
        return tasks.filter(version__in=named.values("version"))

    def in_order(self, tasks: Tasks, _name: str, order: str) -> Tasks:
        return tasks.order_by(*ORDERS[order])
