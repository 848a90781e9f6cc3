"""Many tasks at once, each by the same action as one alone, with a result for each.

All is one transaction, and each task a savepoint in it: what is refused leaves nothing behind, and
what is cut off in the middle has not happened at all. Tasks are taken by number, as everywhere.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.utils.translation import gettext as _

from articles.refusal import Refused, require
from review.actions.assigning import assign, lift
from review.actions.claiming import let_go
from review.actions.decisions import decide
from review.models import ExtractedTask
from review.queries.assigning import Assignee

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

MOST_AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True, order=True)
class Chosen:
    """A task, and the wording of it that the person saw when they chose it."""

    task_id: int
    version_id: int


@dataclass(frozen=True, slots=True)
class Result:
    task_id: int
    refusal: str

    @property
    def is_done(self) -> bool:
        return not self.refusal


def decide_on(
    person: "AbstractUser", chosen: Iterable[Chosen], verdict: str, reason: str = ""
) -> list[Result]:
    """Say the same of each of these wordings."""
    require(person, "review.decide_extractedtask")

    def say(each: Chosen) -> None:
        decide(person, each.task_id, each.version_id, verdict, reason)

    return _each(chosen, say)


def assign_all(
    person: "AbstractUser",
    chosen: Iterable[Chosen],
    to: Assignee | None,
    due_on: date | None = None,
) -> list[Result]:
    """Assign each to the same person or role; to nobody, where `to` is None."""
    require(person, "review.assign_extractedtask")
    act = partial(assign, to=to, due_on=due_on) if to else lift
    return _each(chosen, lambda each: act(person, each.task_id))


def let_go_of(person: "AbstractUser", chosen: Iterable[Chosen]) -> list[Result]:
    """Give up one's claims on the articles of these tasks."""
    require(person, "review.decide_extractedtask")
    chosen = list(chosen)
    tasks = ExtractedTask.objects.filter(pk__in=[each.task_id for each in chosen])
    articles = dict(tasks.values_list("pk", "article"))
    held = {article for article in set(articles.values()) if let_go(person, article)}

    def check(each: Chosen) -> None:
        if articles.get(each.task_id) not in held:
            raise Refused(_("You were not holding its article."))

    return _each(chosen, check)


@transaction.atomic
def _each(chosen: Iterable[Chosen], act: Callable[[Chosen], object]) -> list[Result]:
    asked = sorted(set(chosen))
    if len(asked) > MOST_AT_ONCE:
        raise Refused(_("At most %(most)s tasks at once.") % {"most": MOST_AT_ONCE})
    return [Result(each.task_id, _refusal(act, each)) for each in asked]


def _refusal(act: Callable[[Chosen], object], chosen: Chosen) -> str:
    try:
        with transaction.atomic():
            act(chosen)
    except Refused as refusal:
        return str(refusal)
    return ""
