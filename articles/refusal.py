"""How actions say no: an exception whose message is meant for the person who asked."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


class Refused(Exception):  # noqa: N818  (a refusal is an answer, not an error)
    """The action was not done, and nothing was changed. `str()` says why, in words for a person."""


class NotAllowed(Refused):
    """The person lacks the permission."""


def require(person: "AbstractUser", permission: str) -> None:
    """Raise `NotAllowed` unless the person holds the permission (`app.codename`)."""
    if not person.has_perm(permission):
        raise NotAllowed(_("You are not allowed to do this."))
