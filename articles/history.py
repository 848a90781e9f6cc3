"""Field history: every insert, update and delete of a tracked model leaves an event row."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import pghistory
from django.db.models import Model

M = TypeVar("M", bound=type[Model])


def tracked(*, exclude: Iterable[str] = ()) -> Callable[[M], M]:
    """Track a model with database triggers, so that bulk and raw writes are recorded too."""
    decorator: Callable[[M], M] = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=list(exclude),
    )
    return decorator
