"""Which pictures may be shown to whom."""

from django.db.models import Exists, OuterRef, QuerySet

from portal.models import Edition, Picture


def shown_pictures() -> QuerySet[Picture]:
    """Give the pictures above editions that were not withdrawn."""
    editions = Edition.objects.filter(picture=OuterRef("pk"), withdrawal=None)
    return Picture.objects.filter(Exists(editions))


def published_picture(key: str) -> Picture | None:
    """Give the picture if it may be shown to everybody."""
    return shown_pictures().filter(key=key).first()
