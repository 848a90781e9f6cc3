"""Who works at the desk, and who of them may do what."""

from typing import TYPE_CHECKING, Any, cast

from django.contrib.auth import get_user_model
from django.db.models import QuerySet, Value
from django.db.models.functions import Concat, Lower

from articles.models.search import ForSearch
from articles.vietnamese import for_search, normalise
from review.mentions import may_be_meant

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser, UserManager

OFFERED = 8


def who_may(permission: str) -> "QuerySet[AbstractUser]":
    """Give the people who hold a permission (`app.codename`), by a role or for themselves."""
    people = cast("UserManager[Any]", get_user_model()._default_manager)
    return people.with_perm(permission)


def mentioned_in(words: str) -> "QuerySet[AbstractUser]":
    """Give the people whom these words name and who may see tasks."""
    named = _who_see_tasks().annotate(small=Lower("username"))
    return named.filter(small__in=may_be_meant(words)).order_by("pk")


def people_like(words: str) -> "list[AbstractUser]":
    """Give some of those who may be named, whose name has these words, whatever their tones."""
    name = Concat("username", Value(" "), "last_name", Value(" "), "first_name")
    named = _who_see_tasks().annotate(folded=ForSearch(name))
    sought = for_search(normalise(words)).strip()
    return list(named.filter(folded__contains=sought).order_by("username")[:OFFERED])


def _who_see_tasks() -> "QuerySet[AbstractUser]":
    return who_may("review.view_extractedtask")
