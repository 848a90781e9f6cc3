"""Tokens of other systems: making one, revoking it, and knowing whose it is."""

import hashlib
import math
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.db.models.functions import Greatest, Now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.actions.naming import named
from articles.history import by
from articles.models import ApiToken
from articles.queries.tokens import token_in_use, tokens_shown_to
from articles.refusal import NotAllowed, Refused, require

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

PREFIX: Final = "duyet_"
"""So that people and programs that look for lost secrets know what it is."""
_RANDOM_BYTES: Final = 32
_LETTERS_KEPT: Final = 6
_USE_NOTED_EVERY: Final = timedelta(minutes=1)


class UnknownToken(Refused):
    """There is no such token, or it is of no use any more."""

    def __init__(self) -> None:
        super().__init__(_("This token is not known, or it was revoked."))


def make_token(person: "AbstractUser", name: str) -> tuple[ApiToken, str]:
    """Make a token for the person's own use. Itself it is given this once, and kept nowhere."""
    require(person, "articles.add_apitoken")
    require(person, "articles.add_importjob")
    name = named(name)
    secret = PREFIX + secrets.token_urlsafe(_RANDOM_BYTES)
    token = ApiToken(
        person_id=person.pk,
        name=name,
        beginning=secret[: len(PREFIX) + _LETTERS_KEPT],
        sha256=_hash(secret),
    )
    try:
        with by(person), transaction.atomic():
            token.save()
    except IntegrityError:
        if not ApiToken.objects.filter(person=person.pk, name=name, revoked_at=None).exists():
            raise
        raise Refused(
            _("You have a token of this name already. Revoke it first, or choose another name.")
        ) from None
    return token, secret


@transaction.atomic
def revoke_token(person: "AbstractUser", token: ApiToken) -> None:
    """Make a token useless for good. One's own; a superuser may revoke any."""
    require(person, "articles.add_apitoken")
    locked = tokens_shown_to(person).select_for_update(of=("self",)).filter(pk=token.pk).first()
    if locked is None:
        raise NotAllowed(_("You are not allowed to do this."))
    if locked.revoked_at is not None:
        raise Refused(_("This token is revoked already."))
    locked.revoked_at = Now()
    with by(person):
        locked.save(update_fields=["revoked_at"])


def recognise(secret: str) -> ApiToken:
    """Give the token that somebody shows, and note that it is used; or raise as below."""
    token = usable_token(sha256=_hash(secret))
    long_ago = Q(last_used_at=None) | Q(last_used_at__lt=Now() - _USE_NOTED_EVERY)
    ApiToken.objects.filter(long_ago, pk=token.pk).update(last_used_at=Now())
    return token


class TooOften(Refused):
    """It has sent as much as it may for now."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        words = ngettext(
            "This token has sent too much at once. Try again in %(seconds)d second.",
            "This token has sent too much at once. Try again in %(seconds)d seconds.",
            seconds,
        )
        super().__init__(words % {"seconds": seconds})


def keep_pace(token: ApiToken) -> None:
    """Count one request of the token, or raise `TooOften`.

    Each takes its part of a minute from then on, when what came before is done; a minute of that
    may pile up. One statement counts, so of two at once each is counted, by whichever process.
    """
    if not settings.API_IMPORTS_PER_MINUTE:
        return
    each = timedelta(minutes=1) / settings.API_IMPORTS_PER_MINUTE
    most_ahead = timedelta(minutes=1) - each
    row = ApiToken.objects.filter(pk=token.pk)
    has_room = Q(busy_until=None) | Q(busy_until__lte=Now() + most_ahead)
    free_at = Greatest("busy_until", Now())  # of nothing and now, PostgreSQL says now
    if row.filter(has_room).update(busy_until=free_at + each):
        return
    wait = row.values_list(F("busy_until") - Now() - most_ahead, flat=True).get()
    raise TooOften(max(1, math.ceil(wait.total_seconds())))


def usable_token(**known_by: Any) -> ApiToken:
    """Give a token with its person, or raise `UnknownToken`, or `NotAllowed` to the person."""
    token = token_in_use(**known_by)
    if token is None:
        raise UnknownToken
    require(token.person, "articles.add_importjob")
    return token


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
