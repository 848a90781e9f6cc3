"""Which pictures may be shown to whom."""

from django.db.models import Exists, OuterRef

from portal.models import Edition, Picture


def published_picture(key: str) -> Picture | None:
    """Give the picture if it stands above an edition that was not withdrawn."""
    editions = Edition.objects.filter(picture=OuterRef("pk"), withdrawal=None)
    return Picture.objects.filter(Exists(editions), key=key).first()
