"""What the desk agrees on."""

from typing import TYPE_CHECKING

from django.db import transaction

from articles.history import by
from articles.refusal import require
from review.models import DeskSettings

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@transaction.atomic
def change_approvals_needed(person: "AbstractUser", people: int) -> DeskSettings:
    """Set how many people a wording needs. Wordings that are written already keep their number."""
    require(person, "review.change_desksettings")
    with by(person):
        settings, _made = DeskSettings.objects.update_or_create(
            pk=1, defaults={"approvals_needed": people}
        )
    return settings


@transaction.atomic
def change_seeded_errors(person: "AbstractUser", hundredths: int) -> DeskSettings:
    """Set how many known-wrong tasks are mixed into a hundred; none takes those away that stand."""
    require(person, "review.change_desksettings")
    with by(person):
        settings, _made = DeskSettings.objects.update_or_create(
            pk=1, defaults={"seeded_errors": hundredths}
        )
    return settings


@transaction.atomic
def change_usual_reasons(person: "AbstractUser", reasons: str) -> DeskSettings:
    """Write down the reasons, a line each, that a digit chooses while reviewing."""
    require(person, "review.change_desksettings")
    with by(person):
        settings, _made = DeskSettings.objects.update_or_create(
            pk=1, defaults={"usual_reasons": reasons.strip()}
        )
    return settings
