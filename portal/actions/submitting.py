"""Handing a list to a second person, and handing it back."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.history import by
from articles.refusal import Refused, require
from articles.vietnamese import normalise
from portal.actions.locking import locked_list, mark_changed
from portal.models import CuratedList
from portal.queries.proofs import proof_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@transaction.atomic
def submit_list(person: "AbstractUser", curated_list: CuratedList, *, expected: int) -> CuratedList:
    require(person, "portal.submit_curatedlist")
    locked = locked_list(curated_list, expected=expected)
    if locked.state == CuratedList.State.SUBMITTED:
        raise Refused(_("This list has been submitted already."))
    problems = proof_of(locked).problems
    if problems:
        raise Refused(" ".join(problems))
    locked.state = CuratedList.State.SUBMITTED
    locked.submitted_by_id = person.pk
    locked.submitted_at = timezone.now()
    locked.sent_back_note = ""
    locked.revision += 1
    with by(person):
        locked.save()
    return locked


@transaction.atomic
def send_back(
    person: "AbstractUser", curated_list: CuratedList, *, note: str, expected: int
) -> CuratedList:
    """Return a submitted list to those who make it, and say what it still wants."""
    require(person, "portal.publish_curatedlist")
    locked = locked_list(curated_list, expected=expected)
    if locked.state != CuratedList.State.SUBMITTED:
        raise Refused(_("This list is not submitted."))
    words = normalise(note).strip()
    if not words:
        raise Refused(_("Say what the list still wants."))
    mark_changed(locked)
    locked.sent_back_note = words
    with by(person):
        locked.save()
    return locked
