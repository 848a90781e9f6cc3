"""Saved filters: give what was chosen on the queue page a name, share it, forget it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.utils.translation import gettext as _

from articles.refusal import NotAllowed, Refused, require
from articles.vietnamese import normalise
from review.models import SavedFilter

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

LONGEST_NAME: Final = 80
LONGEST_VALUE: Final = 200
MOST_OF_ONE_PERSON: Final = 100
NOT_KEPT: Final = {"before", "after", "name", "is_shared", "csrfmiddlewaretoken"}


@transaction.atomic
def save_filter(
    person: "AbstractUser", name: str, chosen: Mapping[str, str], *, is_shared: bool = False
) -> SavedFilter:
    """Keep what was chosen; a name that the person has used means this from now on."""
    require(person, "review.view_extractedtask")
    name = " ".join(normalise(name).split())[:LONGEST_NAME]
    if not name:
        raise Refused(_("Give it a name."))
    kept = {key: value for key, value in chosen.items() if value and key not in NOT_KEPT}
    if any(len(value) > LONGEST_VALUE for value in kept.values()):
        raise Refused(_("This is too long."))
    mine = SavedFilter.objects.filter(owner=person.pk)
    if mine.exclude(name=name).count() >= MOST_OF_ONE_PERSON:
        raise Refused(_("You have saved a hundred filters: remove one first."))
    saved, _made = SavedFilter.objects.update_or_create(
        owner_id=person.pk, name=name, defaults={"chosen": kept, "is_shared": is_shared}
    )
    return saved


@transaction.atomic
def remove_filter(person: "AbstractUser", number: int) -> None:
    """Forget one's own filter; a lead may forget any that is shared."""
    require(person, "review.view_extractedtask")
    saved = SavedFilter.objects.select_for_update().filter(pk=number).first()
    if saved is None:
        return
    is_lead = saved.is_shared and person.has_perm("review.settle_extractedtask")
    if saved.owner_id != person.pk and not is_lead:
        raise NotAllowed(_("Only who saved it can remove it."))
    saved.delete()
