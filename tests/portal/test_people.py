"""People, and the roles that a migration fills."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from portal.people.models import User
from portal.people.roles import ROLES, fill_groups
from tests.factories import EditorFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ROLES)
def test_every_role_holds_all_its_permissions(role: str) -> None:
    held = Group.objects.get(name=role).permissions.values_list(
        "content_type__app_label", "codename"
    )
    assert {f"{app}.{name}" for app, name in held} == ROLES[role]


def test_filling_the_roles_again_takes_away_what_is_not_theirs() -> None:
    group = Group.objects.get(name="Editors")
    group.permissions.set(Group.objects.get(name="Managing editors").permissions.all())
    fill_groups()
    assert group.permissions.count() == len(ROLES["Editors"])


def test_a_vietnamese_name_begins_with_the_family_name() -> None:
    assert str(User(last_name="Trần", first_name="Thị Lý")) == "Trần Thị Lý"


def test_somebody_without_a_name_goes_by_the_user_name() -> None:
    assert str(User(username="ly", last_name="", first_name="")) == "ly"


@pytest.mark.parametrize("people", [3, 12])
def test_the_list_of_people_costs_the_same_for_few_and_many(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, people: int
) -> None:
    client.force_login(PersonFactory(is_superuser=True))
    EditorFactory.create_batch(people)
    with django_assert_num_queries(8):
        client.get(reverse("admin:people_user_changelist"))
