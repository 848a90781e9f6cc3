"""What somebody has decided of late, and may take back."""

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from articles.models import Article
from review.models import Decision, ExtractedTask

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

REMEMBERED = 10


def last_decisions(person: "AbstractUser") -> QuerySet[Decision]:
    """Give a person's last decisions that still count, the newest first."""
    standing = Decision.objects.filter(
        person=person.pk,
        withdrawal=None,
        version__current_of__isnull=False,
        version__task__article__state=Article.State.ACTIVE,
    ).exclude(version__task__state=ExtractedTask.State.RETIRED)
    return standing.select_related("version__task__article").order_by("-pk")[:REMEMBERED]
