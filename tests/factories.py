"""People for tests."""

from typing import Any

import factory
from django.contrib.auth.models import Group

from portal.people.models import User
from portal.people.roles import EDITORS, LEADS, MANAGING_EDITORS, REVIEWERS


class PersonFactory(factory.django.DjangoModelFactory[User]):
    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"person{n}")
    last_name = "Trần"
    first_name = factory.Sequence(lambda n: f"Văn {n}")
    is_staff = True

    roles: list[str] = []

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, roles: list[str], **values: Any) -> User:
        person: User = super()._create(model_class, *args, **values)
        person.groups.set(Group.objects.filter(name__in=roles))
        return person


class EditorFactory(PersonFactory):
    roles = [EDITORS]


class ReviewerFactory(PersonFactory):
    roles = [REVIEWERS]


class LeadFactory(PersonFactory):
    roles = [LEADS]


class ManagingEditorFactory(PersonFactory):
    roles = [MANAGING_EDITORS]
