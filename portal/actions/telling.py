"""Telling the two people behind a publication at a set time what became of it."""

from portal.models import ScheduledPublication


def tell_of_publication(publication: ScheduledPublication) -> None:
    """Leave a notice to whoever submitted the list and whoever approved it."""
