"""Field history: every insert, update and delete of a tracked model leaves an event row."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, TypeVar

import pghistory
import pgtrigger
from django.db.models import Model

from articles.event_guards import event_guards

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

M = TypeVar("M", bound=type[Model])


def tracked(*, exclude: Iterable[str] = (), unnoticed: Iterable[str] = ()) -> Callable[[M], M]:
    """Track a model with database triggers, so that bulk and raw writes are recorded too.

    What is recorded stays: see `articles.event_guards`. A change of `unnoticed` fields alone is no
    event; what they were is recorded with the next one.
    """
    decorator: Callable[[M], M] = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(condition=pgtrigger.AnyChange(exclude=list(unnoticed))),
        pghistory.DeleteEvent(),
        exclude=list(exclude),
        meta={"triggers": event_guards()},
    )
    return decorator


def by(person: "AbstractUser") -> AbstractContextManager[object]:
    """Say who makes the changes, wherever they are made: in a request, a job or a command."""
    context: AbstractContextManager[object] = pghistory.context(user=person.pk)
    return context
