"""What somebody chooses on the queue page: a queue, filters, and an order, from an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters.filters import CharFilter, ChoiceFilter
from django_filters.filterset import FilterSet

from articles.admin.filters import DayFilter, NameField, NameFilter, PublisherFilter, ThemeFilter
from articles.models import Article, Citation, OfficialDocument
from articles.queries.articles import beginning_with
from articles.queries.counting import capped
from articles.queries.documents import search_documents
from articles.vietnamese import for_search, normalise, same_word_key
from review.models import Organisation, QueueRow, TaskVersion
from review.queries.assigning import Assignee, assignee_choices
from review.queries.naming import bodies_found, standing_bodies, versions_naming
from review.queries.queue import ORDERS, PLACED, QUEUES, Asker, Order, Rows, in_queue

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

MOST_WORDS = 20
LONGEST_WORD = 100
MOST_FOUND_FIRST = 5_000
"""What has words that are more common is not found first: rows are looked at in their order."""


class BodyField(NameField):
    def find(self, words: str) -> QuerySet[Any]:
        bodies = standing_bodies()
        return bodies_found(bodies, words) if words else bodies.order_by("sort_key")

    def exact(self, words: str) -> Model | None:
        spelled = Organisation.objects.filter(spellings__key=same_word_key(words))
        body = spelled.select_related("merged_into").first()
        return body.standing if body else None


class BodyFilter(NameFilter):
    field_class = BodyField  # type: ignore[assignment]


def _assignees() -> list[tuple[str, Any]]:
    return [("me", gettext("me or my role")), ("nobody", gettext("nobody")), *assignee_choices()]


class QueueFilters(FilterSet):
    """Which tasks of a queue to list."""

    words = CharFilter(
        method="with_words", max_length=200, label=_("Words of the task or of the title")
    )
    stage = ChoiceFilter(
        field_name="stage",
        choices=[(stage.value, stage.label) for stage in PLACED],
        label=_("State"),
        empty_label=_("all"),
    )
    theme = ThemeFilter("theme", field_name="article__article_themes__tag", label=_("Theme"))
    publisher = PublisherFilter("publisher", field_name="publisher", label=_("Publisher"))
    document = CharFilter(
        method="citing", max_length=200, label=_("Document that the article cites")
    )
    body = BodyFilter("body", method="naming", label=_("Organisation"))
    assignee = ChoiceFilter(
        method="assigned", choices=_assignees, label=_("Assigned to"), empty_label=_("all")
    )
    published_from = DayFilter(
        field_name="published_on", lookup_expr="gte", label=_("Published from")
    )
    published_to = DayFilter(field_name="published_on", lookup_expr="lte", label=_("Published to"))
    found_from = DayFilter(field_name="found_at", lookup_expr="date__gte", label=_("Found from"))
    found_to = DayFilter(field_name="found_at", lookup_expr="date__lte", label=_("Found to"))
    due_from = DayFilter(field_name="due_to", lookup_expr="gte", label=_("Due from"))
    due_to = DayFilter(field_name="due_order", lookup_expr="lte", label=_("Due to"))

    class Meta:
        model = QueueRow
        fields: list[str] = []

    def __init__(self, *args: Any, asker: Asker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        self.asker = asker

    def with_words(self, rows: Rows, _name: str, words: str) -> Rows:
        """Find all the words in the task, or all in the title; each may go on."""
        typed = for_search(normalise(words)).split()[:MOST_WORDS]
        every = reduce(and_, (beginning_with(word[:LONGEST_WORD]) for word in typed))
        worded = TaskVersion.objects.filter(search=every).order_by()
        titled = Article.objects.filter(search=every).order_by()
        if any(capped(each, MOST_FOUND_FIRST).is_capped for each in (worded, titled)):
            # A page is full long before all of them would be found.
            has = {"has": Q(search=every)}
            in_task = TaskVersion.objects.filter(pk=OuterRef("version")).order_by().values(**has)
            in_title = Article.objects.filter(pk=OuterRef("article")).order_by().values(**has)
            return rows.filter(Q(Subquery(in_task)) | Q(Subquery(in_title)))
        found = worded.filter(current_of__isnull=False).values("task")
        return rows.filter(
            task__in=found.union(QueueRow.objects.filter(article__in=titled).values("task"))
        )

    def citing(self, rows: Rows, _name: str, words: str) -> Rows:
        documents = search_documents(OfficialDocument.objects.all(), words)
        return rows.filter(
            Exists(Citation.objects.filter(text=OuterRef("article_text"), document__in=documents))
        )

    def naming(self, rows: Rows, _name: str, body: Organisation) -> Rows:
        return rows.filter(version__in=versions_naming(body.pk).values("version"))

    def assigned(self, rows: Rows, _name: str, to: str) -> Rows:
        if to == "nobody":
            return rows.filter(assigned_person=None, assigned_group=None)
        if to == "me":
            me = Q(assigned_person=self.asker.pk) | Q(assigned_group__in=self.asker.groups)
            return rows.filter(me)
        one = Assignee.read(to)
        return rows.filter(assigned_person=one.person_id, assigned_group=one.role_id)


class OrderForm(forms.Form):
    order = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[("", _("as usual here")), *((name, each.label) for name, each in ORDERS.items())],
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen, and the rows that it means; none where a filter says what cannot be."""

    asker: Asker
    queue: str
    order: Order
    filters: QueueFilters
    ordering: OrderForm
    rows: Rows

    @classmethod
    def of(cls, person: AbstractUser, data: Mapping[str, str]) -> Choice:
        asker = Asker.of(person)
        queue = data.get("queue", "")
        queue = queue if queue in QUEUES else ""
        rows = in_queue(queue, asker)
        filters = QueueFilters(data, rows, asker=asker)
        usual = QUEUES[queue].order if queue else "new"
        order = ORDERS.get(data.get("order", ""), ORDERS[usual])
        chosen: Rows = filters.qs if filters.form.is_valid() else rows.none()
        return cls(asker, queue, order, filters, OrderForm(data), chosen)

    @property
    def is_filtered(self) -> bool:
        return any(value not in (None, "") for value in self.filters.form.cleaned_data.values())
