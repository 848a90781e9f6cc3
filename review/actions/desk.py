"""What the desk agrees on."""

from typing import TYPE_CHECKING, TypedDict, Unpack

from django.db import transaction

from articles.history import by
from articles.refusal import require
from review.models import DeskSettings

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


class Agreed(TypedDict, total=False):
    """What may be agreed on; what is not named stays as it is."""

    approvals_needed: int
    """How many people a wording needs. Wordings that are written already keep their number."""

    seeded_errors: int
    """How many known-wrong tasks are mixed into a hundred. Fewer take none away that stands."""

    usual_reasons: str
    """The reasons, a line each, that a digit chooses while reviewing."""


@transaction.atomic
def change_desk(person: "AbstractUser", **agreed: Unpack[Agreed]) -> DeskSettings:
    require(person, "review.change_desksettings")
    with by(person):
        settings, _made = DeskSettings.objects.update_or_create(pk=1, defaults=agreed)
    return settings
