"""The queues: what waits for whom, in which order, and a page of it that costs the same anywhere.

All of it reads `QueueRow`, which triggers keep.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from django.core.exceptions import ValidationError
from django.db.models import DateField, Exists, Field, FloatField, OuterRef, Q, QuerySet
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.asked import number
from articles.queries.counting import Counted, capped
from review.models import Claim, QueueRow
from review.queries.blindness import sees_all

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.utils.functional import _StrPromise

Stage = QueueRow.Stage
Rows = QuerySet[QueueRow]

PLACED: Final = (Stage.OPEN, Stage.WITH_LEAD, Stage.APPROVED, Stage.REJECTED)
LOW_CONFIDENCE: Final = 0.8
SOON: Final = timedelta(days=14)
SOON_TO_BE_DECIDED: Final = timedelta(days=7)
STAYS_SENT_BACK: Final = timedelta(days=14)
BETWEEN: Final = "_"


@dataclass(frozen=True, slots=True)
class Asker:
    """Who looks at the queue, as far as it matters there."""

    pk: int
    groups: tuple[int, ...]
    may_decide: bool
    may_settle: bool
    sees_all: bool

    @classmethod
    def of(cls, person: "AbstractUser") -> "Asker":
        return cls(
            person.pk,
            tuple(person.groups.values_list("pk", flat=True)),
            person.has_perm("review.decide_extractedtask"),
            person.has_perm("review.settle_extractedtask"),
            sees_all(person),
        )


# -- What waits for whom ---------------------------------------------------------------------------


def to_decide(asker: Asker) -> Q:
    """Open, and this person has said nothing of its wording."""
    return Q(stage=Stage.OPEN) & ~Q(said_by__contains=[asker.pk])


def to_do(asker: Asker) -> Q:
    """All that this person can move on: decide, and settle where they may."""
    return to_decide(asker) | Q(stage=Stage.WITH_LEAD) if asker.may_settle else to_decide(asker)


def assigned_to(asker: Asker) -> Q:
    return Q(assigned_person=asker.pk) | Q(assigned_group__in=asker.groups)


def for_others_first(asker: Asker) -> Q:
    """Assigned to others, none of whom has said anything yet."""
    person = Q(assigned_person__isnull=False) & ~Q(assigned_person=asker.pk)
    group = Q(assigned_group__isnull=False) & ~Q(assigned_group__in=asker.groups)
    return Q(said_by=[]) & (person | group)


def held_by_others(asker: Asker) -> Exists:
    """Somebody else is looking at the article."""
    held = Claim.objects.filter(article=OuterRef("article"), leased_until__gt=Now())
    return Exists(held.exclude(person=asker.pk))


def _mine(asker: Asker) -> Q:
    return assigned_to(asker) & to_do(asker)


def _unclaimed(asker: Asker) -> Q:
    return to_decide(asker) & ~for_others_first(asker) & ~Q(held_by_others(asker))


def _second(asker: Asker) -> Q:
    return to_decide(asker) & ~Q(said_by=[])


def _sent_back(asker: Asker) -> Q:
    """A wording that one stood behind has another after it, or was rejected lately."""
    lately = Q(stage=Stage.REJECTED, state_since__gte=timezone.now() - STAYS_SENT_BACK)
    theirs = ~Q(sent_back_to=[]) & Q(sent_back_to__contains=[asker.pk])  # as its index has it
    return theirs & (Q(stage__in=[Stage.OPEN, Stage.WITH_LEAD]) | lately)


def _soon(_asker: Asker) -> Q:
    """Not decided, and the day that the text names, or by which to decide, is near."""
    today = timezone.localdate()
    near = Q(due_to__range=(today, today + SOON))
    return Q(stage__in=[Stage.OPEN, Stage.WITH_LEAD]) & (
        near | Q(decide_by__lte=today + SOON_TO_BE_DECIDED)
    )


@dataclass(frozen=True, slots=True)
class Queue:
    label: "_StrPromise"
    rows: Callable[[Asker], Q]
    order: str = "new"
    only_who_decides: bool = False


QUEUES: Final[dict[str, Queue]] = {
    "mine": Queue(_("assigned to me"), _mine, only_who_decides=True),
    "waiting": Queue(_("needs my decision"), _unclaimed, only_who_decides=True),
    "second": Queue(_("second opinion wanted"), _second, only_who_decides=True),
    "back": Queue(_("sent back to me"), _sent_back, only_who_decides=True),
    "lead": Queue(_("with the lead"), lambda _asker: Q(stage=Stage.WITH_LEAD)),
    "unsure": Queue(
        _("found with little certainty"),
        lambda asker: to_decide(asker) & Q(confidence__lt=LOW_CONFIDENCE),
        "certainty",
        only_who_decides=True,
    ),
    "soon": Queue(_("due soon"), _soon, "due"),
    "unplaced": Queue(_("lost their place"), lambda _asker: Q(stage=Stage.UNPLACED)),
}


def in_queue(name: str, asker: Asker) -> Rows:
    """Give a queue; without a name all tasks that have their place, since the others need one."""
    if name:
        return QueueRow.objects.filter(QUEUES[name].rows(asker))
    return QueueRow.objects.filter(stage__in=PLACED)


def queues_for(asker: Asker) -> list[str]:
    return [
        name for name, queue in QUEUES.items() if asker.may_decide or not queue.only_who_decides
    ]


def counts_of(asker: Asker) -> dict[str, Counted]:
    """Count each queue, a thousand at most."""
    return {name: capped(in_queue(name, asker)) for name in queues_for(asker)}


# -- Orders, and where a page begins ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Order:
    """An order in which no two rows are equal, and so a place in it for each row."""

    label: "_StrPromise"
    fields: tuple[str, ...]

    def sort(self, rows: Rows, *, backwards: bool = False) -> Rows:
        return rows.order_by(*(_turned(field) if backwards else field for field in self.fields))

    def past(self, rows: Rows, place: Sequence[Any], *, backwards: bool = False) -> Rows:
        """Give the rows behind a place, or before it."""
        behind, same = Q(), Q()
        for field, value in zip(self.fields, place, strict=True):
            name = field.removeprefix("-")
            after = "lt" if field.startswith("-") != backwards else "gt"
            behind |= same & Q((f"{name}__{after}", value))
            same &= Q((name, value))
        first = self.fields[0]
        bound = "lte" if first.startswith("-") != backwards else "gte"
        # All that is behind is also beyond this: said so, for the index.
        return rows.filter(Q((f"{first.removeprefix('-')}__{bound}", place[0])), behind)

    def place_of(self, row: QueueRow) -> tuple[Any, ...]:
        return tuple(getattr(row, _column(field).attname) for field in self.fields)

    def written(self, row: QueueRow) -> str:
        """Say the place of a row in an address."""
        return BETWEEN.join(map(str, self.place_of(row)))

    def read(self, text: str) -> tuple[Any, ...] | None:
        """Give the place that an address names, or None where it is none."""
        parts = text.split(BETWEEN)
        if len(parts) != len(self.fields):
            return None
        values = [
            _value(_column(field), part) for field, part in zip(self.fields, parts, strict=True)
        ]
        return None if None in values else tuple(values)


ORDERS: Final[dict[str, Order]] = {
    "new": Order(_("newest articles first"), ("-article_id", "start", "task_id")),
    "old": Order(_("oldest articles first"), ("article_id", "start", "task_id")),
    "published": Order(
        _("last published first"), ("-published_order", "-article_id", "start", "task_id")
    ),
    "due": Order(pgettext_lazy("tasks", "due first"), ("due_order", "task_id")),
    "certainty": Order(_("least certain first"), ("confidence", "task_id")),
}


def _turned(field: str) -> str:
    return field[1:] if field.startswith("-") else f"-{field}"


def _column(field: str) -> "Field[Any, Any]":
    found: Field[Any, Any] = QueueRow._meta.get_field(field.removeprefix("-"))  # type: ignore[assignment]
    return found


def _value(column: "Field[Any, Any]", text: str) -> int | float | date | None:
    if not isinstance(column, DateField | FloatField):
        return number(text)
    try:
        value: float | date | None = column.to_python(text)
    except ValidationError:
        return None
    return value


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows, and how the addresses of the pages before and after begin."""

    rows: list[QueueRow]
    before: str
    after: str


def page_of(rows: Rows, order: Order, *, before: str, after: str, size: int) -> Page:
    """Give the rows behind the place `after`, or those right before the place `before`."""
    backwards = bool(before) and not after
    place = order.read(before if backwards else after)
    if place:
        rows = order.past(rows, place, backwards=backwards)
    backwards = backwards and place is not None
    found = list(order.sort(rows, backwards=backwards)[: size + 1])
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    if not found:
        return Page([], "", "")
    is_first = not more if backwards else place is None
    is_last = False if backwards else not more
    return Page(
        found,
        "" if is_first else order.written(found[0]),
        "" if is_last else order.written(found[-1]),
    )
