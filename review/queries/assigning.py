"""Whom a task can be assigned to: people who may decide, and roles that let one decide."""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from review.models import Assignment
from review.queries.people import who_may

_DECIDES = Q(
    permissions__codename="decide_extractedtask", permissions__content_type__app_label="review"
)


def roles_that_decide() -> QuerySet[Group]:
    return Group.objects.filter(_DECIDES).order_by("name")


def people_who_decide() -> "QuerySet[AbstractUser]":
    return who_may("review.decide_extractedtask").order_by("first_name", "last_name", "pk")


def people_of(role_id: int) -> "QuerySet[AbstractUser]":
    return people_who_decide().filter(groups=role_id)


def assignment_of(task_id: int) -> Assignment | None:
    return Assignment.objects.filter(task=task_id).select_related("person", "group").first()


def assignee_choices() -> list[tuple[str, Any]]:
    """Offer roles and people, as `review.actions.assigning.Assignee` reads them."""
    roles = [(f"role-{role.pk}", gettext(role.name)) for role in roles_that_decide()]
    people = [(f"person-{person.pk}", str(person)) for person in people_who_decide()]
    return [(gettext("Roles"), roles), (gettext("People"), people)]
