"""Telling the two people behind a publication at a set time what became of it."""

from portal.models import ScheduledPublication
from portal.notices import AT_A_SET_TIME
from review.actions.notices import tell_about


def tell_of_publication(publication: ScheduledPublication) -> None:
    """Leave a notice to whoever submitted the list and whoever approved it."""
    both = {publication.submitted_by_id, publication.approved_by_id}
    tell_about(both, AT_A_SET_TIME, about=publication.pk)
