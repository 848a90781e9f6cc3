"""Everything that happened to a task, in its order, as far as who asks may see it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils.translation import gettext

from review.models import (
    Assignment,
    Claim,
    Comment,
    Decision,
    ExtractedTask,
    Placing,
    Reshaping,
    Retirement,
)
from review.queries.blindness import sees_others
from review.queries.comments import comments_seen_by
from review.queries.record import placings_of, record_of, retirement_of
from review.queries.reshaping import reshapings_of
from review.wordings import WordingShown, shown

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

MOST_CLAIMS = 50


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened. `what` says of which kind `it` is, and which fields it has."""

    at: datetime
    what: str
    person: Any
    it: Any = None


@dataclass(frozen=True, slots=True)
class Assigned:
    """To whom the task was given: to nobody, where it was taken back."""

    to: Any
    due_on: Any

    @property
    def to_name(self) -> str:
        """Name a person, or a role by its translated name."""
        return gettext(self.to.name) if isinstance(self.to, Group) else str(self.to)


@dataclass(frozen=True, slots=True)
class Story:
    happenings: list[Happening]
    is_blind: bool

    @property
    def is_by_hand(self) -> bool:
        """Say whether people, not the finder, ended it."""
        return any(each.what in ("retirement", "reshaping") for each in self.happenings)


def story_of(person: "AbstractUser", task: ExtractedTask) -> Story:
    """Tell it from the beginning; the number of queries does not grow with what happened."""
    seen = sees_others(person, task)
    wordings = list(shown(record_of(task.pk), task.version_id, to=person.pk, sees_others=seen))
    comments = comments_seen_by(person, Comment.objects.filter(task=task.pk))
    happened = [
        *_of_wordings(wordings),
        *(Happening(said.made_at, "comment", said.person, said) for said in comments),
        *_of_places(placings_of(task.pk), retirement_of(task.pk)),
        *_of_reshapings(reshapings_of(task.pk)),
        *_of_events(task),
    ]
    return Story(sorted(happened, key=lambda happening: happening.at), is_blind=not seen)


def _of_wordings(wordings: Iterable[WordingShown]) -> Iterator[Happening]:
    for wording in wordings:
        version = wording.version
        yield Happening(version.written_at, "wording", version.written_by, wording)
        for said in wording.decisions:
            yield Happening(said.made_at, "decision", said.person, said)
            if _is_taken_back(said):
                yield Happening(said.withdrawal.withdrawn_at, "withdrawal", said.person, said)


def _is_taken_back(said: Decision) -> bool:
    return getattr(said, "withdrawal", None) is not None


def _of_places(placings: Iterable[Placing], retirement: Retirement | None) -> Iterator[Happening]:
    for placing in placings:
        yield Happening(placing.placed_at, "placing", placing.placed_by, placing)
    if retirement:
        yield Happening(retirement.retired_at, "retirement", retirement.retired_by, retirement)


def _of_reshapings(reshapings: Iterable[Reshaping]) -> Iterator[Happening]:
    for reshaping in reshapings:
        yield Happening(reshaping.reshaped_at, "reshaping", reshaping.reshaped_by, reshaping)


def _of_events(task: ExtractedTask) -> Iterator[Happening]:
    """Tell of assignments and claims, of which only the history of their rows knows."""
    assigned: Any = Assignment
    claimed: Any = Claim
    given = _events(assigned.pgh_event_model.objects.filter(task=task.pk).order_by("pgh_id"))
    taken = claimed.pgh_event_model.objects.filter(article=task.article_id).order_by("-pgh_id")
    held = _events(taken[:MOST_CLAIMS])
    people = get_user_model()._default_manager.in_bulk(_people_in([*given, *held]))
    groups = Group.objects.in_bulk({event.group_id for event in given} - {None})
    for event in given:
        to = people.get(event.person_id) or groups.get(event.group_id)
        due = event.due_on
        gone = event.pgh_label == "delete"
        it = Assigned(None if gone else to, None if gone else due)
        yield Happening(event.pgh_created_at, "assignment", people.get(_doer(event)), it)
    for event in held:
        what = "let go" if event.pgh_label == "delete" else "claim"
        yield Happening(event.pgh_created_at, what, people.get(event.person_id))


def _events(events: Any) -> list[Any]:
    return list(events.select_related("pgh_context"))


def _people_in(events: Iterable[Any]) -> set[int]:
    return {pk for event in events for pk in (event.person_id, _doer(event)) if pk is not None}


def _doer(event: Any) -> int | None:
    said = event.pgh_context.metadata if event.pgh_context else {}
    doer: int | None = said.get("user")
    return doer
