"""People for tests."""

import factory
from django.contrib.auth.models import Group

from portal.people.models import User
from portal.people.roles import EDITORS, LEADS, MANAGING_EDITORS, REVIEWERS


class PersonFactory(factory.django.DjangoModelFactory[User]):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"person{n}")
    last_name = "Trần"
    first_name = factory.Sequence(lambda n: f"Văn {n}")
    is_staff = True

    @factory.post_generation
    def roles(self: User, create: bool, names: list[str] | None) -> None:
        if create and names:
            self.groups.set(Group.objects.filter(name__in=names))


class EditorFactory(PersonFactory):
    roles = [EDITORS]


class ReviewerFactory(PersonFactory):
    roles = [REVIEWERS]


class LeadFactory(PersonFactory):
    roles = [LEADS]


class ManagingEditorFactory(PersonFactory):
    roles = [MANAGING_EDITORS]
