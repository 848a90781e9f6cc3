"""Holding a list while it changes, and telling a stale form."""

from django.utils.translation import gettext as _

from articles.refusal import Refused
from portal.models import CuratedList


def locked_list(curated_list: CuratedList, *, expected: int | None = None) -> CuratedList:
    """Return the list as it is now, locked; refuse if it is not the revision that was seen."""
    locked = CuratedList.objects.select_for_update().filter(pk=curated_list.pk).first()
    if locked is None:
        raise Refused(_("This list has been deleted meanwhile."))
    if expected is not None and locked.revision != expected:
        raise Refused(
            _("Somebody else has changed this list meanwhile. Nothing of yours was saved.")
        )
    return locked


def mark_changed(locked: CuratedList) -> None:
    """Count the change; what was submitted is no longer what stands here."""
    locked.revision += 1
    locked.state = CuratedList.State.DRAFT
    locked.submitted_by = None
    locked.submitted_at = None
