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
