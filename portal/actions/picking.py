"""Adding what was ticked to a list. What cannot be added stays out, and it is said why."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article
from articles.refusal import Refused, require
from portal.actions.entries import Pick, Place, arrange_entries, refuse_newcomer
from portal.actions.locking import locked_list
from portal.models import CuratedList, Entry
from review.models import ExtractedTask

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

MOST_AT_ONCE: Final = 100


class Kind(StrEnum):
    ARTICLE = "article"
    TASK = "task"


class Ticked(NamedTuple):
    kind: Kind
    number: int

    def __str__(self) -> str:
        return f"{self.kind}-{self.number}"


@dataclass(frozen=True)
class Added:
    entries: Sequence[Entry] = ()
    refused: Sequence[str] = ()
    """Why the others were not added, one by one."""


@transaction.atomic
def add_entries(
    person: "AbstractUser",
    curated_list: CuratedList,
    ticked: Sequence[Ticked],
    *,
    below: int | None = None,
) -> Added:
    """Put these at the end, or below an entry: after an article or task, last under a heading.

    It overwrites nothing, so whoever adds need not have seen the newest state of the list.
    """
    require(person, "portal.change_curatedlist")
    locked = locked_list(curated_list)
    if not ticked:
        raise Refused(_("Tick what you mean first."))
    if len(ticked) > MOST_AT_ONCE:
        raise Refused(_("Add %(number)d at once at most.") % {"number": MOST_AT_ONCE})
    if locked.state == CuratedList.State.SUBMITTED:
        raise Refused(_("This list has been submitted. Send it back before adding to it."))
    standing = list(locked.entries.select_related("article", "task__article"))
    at = _place(standing, below)
    picks = [Pick.of(entry) for entry in standing]
    new, refused = _sorted_out(ticked, picks)
    if new:
        arrange_entries(person, locked, [*picks[:at], *new, *picks[at:]], expected=locked.revision)
    return Added(list(locked.entries.all()[at : at + len(new)]), refused)


def _place(standing: Sequence[Entry], below: int | None) -> int:
    """Say before how many of those that stand there is to be added."""
    if below is None:
        return len(standing)
    places = (place for place, entry in enumerate(standing, start=1) if entry.pk == below)
    at = next(places, None)
    if at is None:
        raise Refused(_("The entry to add after is not in the list any more. Choose a place anew."))
    if standing[at - 1].heading:
        while at < len(standing) and not standing[at].heading:
            at += 1
    return at


def _sorted_out(ticked: Iterable[Ticked], standing: Iterable[Pick]) -> tuple[list[Pick], list[str]]:
    """Give what can be added, and why the rest cannot."""
    there = {pick.place for pick in standing}
    known = _known(ticked)
    new, refused = [], []
    for one in dict.fromkeys(ticked):
        try:
            new.append(_addable(one, known, there))
        except Refused as refusal:
            refused.append(str(refusal))
    return new, refused


def _addable(one: Ticked, known: Mapping[Ticked, Pick], there: Collection[Place]) -> Pick:
    pick = known.get(one)
    if pick is None:
        raise Refused(_unknown(one))
    if pick.place in there:
        words = _("“%(entry)s” stands in the list already.")
        raise Refused(words % {"entry": pick.article or pick.task})
    refuse_newcomer(pick)
    return pick


def _known(ticked: Iterable[Ticked]) -> dict[Ticked, Pick]:
    def numbers(kind: Kind) -> list[int]:
        return [one.number for one in ticked if one.kind == kind]

    articles = Article.objects.in_bulk(numbers(Kind.ARTICLE))
    tasks = ExtractedTask.objects.select_related("article").in_bulk(numbers(Kind.TASK))
    known = {Ticked(Kind.ARTICLE, pk): Pick(article=article) for pk, article in articles.items()}
    return known | {Ticked(Kind.TASK, pk): Pick(task=task) for pk, task in tasks.items()}


def _unknown(one: Ticked) -> str:
    if one.kind == Kind.ARTICLE:
        words = _("There is no article %(number)s at the desk any more.")
    else:
        words = _("There is no task %(number)s at the desk any more.")
    return words % {"number": one.number}
