"""Who works at the desk, and who of them may do what."""

from typing import TYPE_CHECKING, Any, cast

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser, UserManager


def who_may(permission: str) -> "QuerySet[AbstractUser]":
    """Give the people who hold a permission (`app.codename`), by a role or for themselves."""
    people = cast("UserManager[Any]", get_user_model()._default_manager)
    return people.with_perm(permission)
