"""Whom a task can be assigned to: people who may decide, and roles that let one decide."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import Group
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from articles.refusal import Refused
from review.models import Assignment
from review.queries.people import who_may

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

_DECIDES = Q(
    permissions__codename="decide_extractedtask", permissions__content_type__app_label="review"
)
_WRITTEN = re.compile(r"(role|person)-(\d{1,18})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Assignee:
    """One person, or all who have a role."""

    person_id: int | None = None
    role_id: int | None = None

    @classmethod
    def read(cls, written: str) -> "Assignee":
        """Give whom a form means by `person-3` or `role-1`."""
        found = _WRITTEN.fullmatch(written)
        if found is None:
            raise Refused(_("Choose a person or a role."))
        number = int(found[2])
        return cls(person_id=number) if found[1] == "person" else cls(role_id=number)


def roles_that_decide() -> QuerySet[Group]:
    return Group.objects.filter(_DECIDES).order_by("name")


def people_who_decide() -> "QuerySet[AbstractUser]":
    return who_may("review.decide_extractedtask").order_by("first_name", "last_name", "pk")


def people_of(role_id: int) -> "QuerySet[AbstractUser]":
    return people_who_decide().filter(groups=role_id)


def assignments_in(article_id: int) -> QuerySet[Assignment]:
    """Give whose work the undecided tasks of an article are; each pair of whom and when once."""
    undecided = Assignment.objects.filter(
        task__article=article_id, task__state__in=["open", "with_lead"]
    )
    once = undecided.order_by("person", "group", "due_on").distinct("person", "group", "due_on")
    return once.select_related("person", "group")


def assignee_choices() -> list[tuple[str, Any]]:
    """Offer roles and people, as `Assignee` reads them."""
    roles = [(f"role-{role.pk}", _(role.name)) for role in roles_that_decide()]
    people = [(f"person-{person.pk}", str(person)) for person in people_who_decide()]
    return [(_("Roles"), roles), (_("People"), people)]
