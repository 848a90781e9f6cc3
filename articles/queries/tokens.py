"""Reads of access tokens, and of what came under their keys."""

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from articles.models import ApiToken, ImportKey

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


def token_in_use(**known_by: Any) -> ApiToken | None:
    """A token that was not revoked, of somebody who is still there."""
    tokens = ApiToken.objects.select_related("person")
    return tokens.filter(revoked_at=None, person__is_active=True, **known_by).first()


def tokens_shown_to(person: "AbstractUser") -> QuerySet[ApiToken]:
    """People see their own tokens, a superuser everybody's."""
    tokens = ApiToken.objects.select_related("person")
    return tokens if person.is_superuser else tokens.filter(person=person.pk)


def sent_as(token: ApiToken, key: str) -> ImportKey | None:
    """What the system sent under this key before."""
    return ImportKey.objects.select_related("job").filter(token=token, key=key).first()


def is_usable(token: ApiToken) -> bool:
    """Whether whoever shows it may import: it is in use, and its person may."""
    return token.revoked_at is None and token.person.has_perm("articles.add_importjob")
