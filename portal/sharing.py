"""Links that show a list in the making to whoever has one, for a while.

Nothing is kept: what a link shows and until when is signed in its address. It always shows the list
as it stands at that moment; a new SECRET_KEY voids them all.
"""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from django.core import signing
from django.utils import timezone

from portal.models import CuratedList

HOLDS_FOR: Final = timedelta(days=7)
_SALT: Final = "portal.sharing"


class Shared(NamedTuple):
    curated_list: CuratedList
    until: datetime


def token_for(curated_list: CuratedList) -> tuple[str, datetime]:
    """Give what the link says, and until when it holds."""
    until = timezone.now() + HOLDS_FOR
    return signing.dumps([curated_list.pk, until.timestamp()], salt=_SALT), until


def shared(token: str) -> Shared | None:
    """Give the list that a link shows; None where it shows nothing, or not any more."""
    try:
        number, until = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    curated_list = CuratedList.objects.filter(pk=number).first()
    if curated_list is None or timezone.now().timestamp() > until:
        return None
    return Shared(curated_list, datetime.fromtimestamp(until, timezone.get_current_timezone()))
