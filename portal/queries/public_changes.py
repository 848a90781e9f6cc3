"""What tells one state of all that readers see from another."""

from datetime import datetime
from typing import Final, NamedTuple

from portal.models import PublicChange

_LOOKED_AT: Final = 100
"""Of two changes at once the later number may be seen first. So the last numbers count together: a
change that was long in coming is seen as long as no more than these have overtaken it."""


class PublicState(NamedTuple):
    name: str
    at: datetime | None


def public_state() -> PublicState:
    newest = PublicChange.objects.order_by("-pk").values_list("pk", "at")[:_LOOKED_AT]
    changes = list(newest)
    if not changes:
        return PublicState("", None)
    name = ",".join(f"{number}:{at.timestamp()}" for number, at in changes)
    return PublicState(name, max(at for _number, at in changes))
