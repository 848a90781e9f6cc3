"""What stands in a list, and in which order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.db import transaction
from django.utils.translation import gettext as _

from articles.history import by
from articles.models import Article
from articles.refusal import Refused, require
from articles.vietnamese import normalise, on_one_line
from portal.actions.locking import locked_list, mark_changed
from portal.models import CuratedList, Entry
from review.models import ExtractedTask

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

Place = tuple[int | None, int | None, str]


@dataclass(frozen=True)
class Pick:
    """What is to stand in a list: an article or an approved task with its note, or a heading."""

    article: Article | None = None
    task: ExtractedTask | None = None
    heading: str = ""
    note: str = ""

    @classmethod
    def of(cls, entry: Entry) -> Self:
        return cls(entry.article, entry.task, entry.heading, entry.note)

    @property
    def place(self) -> Place:
        return (
            self.article.pk if self.article else None,
            self.task.pk if self.task else None,
            on_one_line(self.heading),
        )


@transaction.atomic
def arrange_entries(
    person: "AbstractUser", curated_list: CuratedList, picks: Sequence[Pick], *, expected: int
) -> CuratedList:
    """Let the list hold exactly these, in this order. A submitted list becomes a draft again."""
    require(person, "portal.change_curatedlist")
    locked = locked_list(curated_list, expected=expected)
    standing = {
        (entry.article_id, entry.task_id, entry.heading): entry for entry in locked.entries.all()
    }
    _refuse_what_cannot_stand(picks, standing)
    with by(person):
        if _arrange(locked, picks, standing):
            mark_changed(locked)
            locked.save()
    return locked


def _arrange(locked: CuratedList, picks: Sequence[Pick], standing: dict[Place, Entry]) -> bool:
    """Say whether anything had to be done."""
    dropped = standing.keys() - {pick.place for pick in picks}
    gone, _kinds = locked.entries.filter(pk__in=[standing[place].pk for place in dropped]).delete()
    changed = gone > 0
    for position, pick in enumerate(picks, start=1):
        entry = standing.get(pick.place) or Entry(
            curated_list=locked, article=pick.article, task=pick.task, heading=pick.place[-1]
        )
        changed |= _put(entry, position, normalise(pick.note).strip())
    return changed


def _put(entry: Entry, position: int, note: str) -> bool:
    if entry.pk and (entry.position, entry.note) == (position, note):
        return False
    entry.position, entry.note = position, note
    entry.save()
    return True


def _refuse_what_cannot_stand(picks: Sequence[Pick], standing: dict[Place, Entry]) -> None:
    seen: set[Place] = set()
    for pick in picks:
        what = [said for said in (pick.article, pick.task, pick.place[-1]) if said]
        if len(what) != 1:
            raise Refused(_("An entry is either an article, a task or a heading."))
        if pick.heading:
            _refuse_heading(pick)
        if pick.place in seen:
            raise Refused(_("“%(entry)s” stands in the list twice.") % {"entry": what[0]})
        seen.add(pick.place)
        if pick.place not in standing:
            refuse_newcomer(pick)


def _refuse_heading(pick: Pick) -> None:
    if len(pick.place[-1]) > Entry.LONGEST_HEADING:
        raise Refused(_("This heading is too long."))
    if normalise(pick.note).strip():
        raise Refused(_("A heading has no note: “%(heading)s”.") % {"heading": pick.heading})


def refuse_newcomer(pick: Pick) -> None:
    """Refuse what may not get into a list, whatever stands there."""
    article = pick.article or (pick.task and pick.task.article)
    if article and article.state == Article.State.TAKEN_DOWN:
        raise Refused(_("“%(article)s” has been taken down.") % {"article": article})
    if article and article.state == Article.State.MERGED:
        raise Refused(_("“%(article)s” was merged into another article.") % {"article": article})
    if pick.task and pick.task.state != ExtractedTask.State.APPROVED:
        raise Refused(_("The task “%(task)s” is not approved.") % {"task": pick.task})
    if article and pick.task and pick.task.text_id != article.text_id:
        raise Refused(
            _("The words of the task “%(task)s” are no longer in its article.")
            % {"task": pick.task}
        )
