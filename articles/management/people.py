"""Who gives an order on the command line."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.core.management.base import CommandError
from django.utils.translation import gettext as _


def person_called(username: str | None) -> AbstractUser | None:
    """Give the active person of this name; nobody is the system."""
    if username is None:
        return None
    person = get_user_model().objects.filter(username=username, is_active=True).first()
    if person is None:
        raise CommandError(_("There is nobody called “%(name)s”.") % {"name": username})
    return person
