"""Ways of looking at the queue that somebody has saved."""

from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from review.models import SavedFilter

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

MOST_SHOWN = 100


def filters_for(person: "AbstractUser") -> QuerySet[SavedFilter]:
    """Give one's own, and what others share."""
    seen = Q(owner=person.pk) | Q(is_shared=True)
    return (
        SavedFilter.objects.filter(seen).select_related("owner").order_by("name", "pk")[:MOST_SHOWN]
    )
