"""What a list looks out for, and taking in or refusing what is offered to it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, OfficialDocument, Publisher, Theme
from articles.refusal import Refused, require
from articles.vietnamese import on_one_line
from portal.actions.entries import Pick, arrange_entries
from portal.actions.locking import locked_list
from portal.models import CuratedList
from portal.models.growing import Growth, RefusedProposal
from portal.queries.growing import looks_for
from review.models import ExtractedTask

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@dataclass(frozen=True)
class Filter:
    """What is to be offered to a list."""

    wants: Growth.Wants = Growth.Wants.BOTH
    words: str = ""
    themes: Collection[Theme] = ()
    publisher: Publisher | None = None
    document: OfficialDocument | None = None
    published_from: date | None = None
    published_until: date | None = None


@dataclass(frozen=True)
class Offered:
    """Things that were offered, of which a person says what is to become."""

    articles: Sequence[Article] = ()
    tasks: Sequence[ExtractedTask] = ()

    def __bool__(self) -> bool:
        return bool(self.articles or self.tasks)


@transaction.atomic
def look_out(person: "AbstractUser", curated_list: CuratedList, asked: Filter) -> Growth:
    """Save what is to be offered to the list."""
    require(person, "portal.change_curatedlist")
    locked = locked_list(curated_list)
    growth = Growth.objects.filter(curated_list=locked).first() or Growth(curated_list=locked)
    growth.wants = asked.wants
    growth.words = on_one_line(asked.words)
    growth.publisher, growth.document = asked.publisher, asked.document
    growth.published_from, growth.published_until = asked.published_from, asked.published_until
    if len(growth.words) > Growth.LONGEST_WORDS:
        raise Refused(_("These are too many words."))
    first, last = asked.published_from, asked.published_until
    if first and last and first > last:
        raise Refused(_("The first day comes after the last."))
    growth.save()
    growth.themes.set(asked.themes)
    if not looks_for(growth):
        raise Refused(_("Name a theme, a publisher, a document, a day or some words."))
    return growth


@transaction.atomic
def stop_looking_out(person: "AbstractUser", curated_list: CuratedList) -> None:
    """Offer it nothing more. What was refused stays known."""
    require(person, "portal.change_curatedlist")
    Growth.objects.filter(curated_list=locked_list(curated_list)).delete()


@transaction.atomic
def take_in(
    person: "AbstractUser", curated_list: CuratedList, offered: Offered, *, expected: int
) -> CuratedList:
    """Put what was offered at the end of the list."""
    require(person, "portal.change_curatedlist")
    _refuse_nothing(offered)
    entries = curated_list.entries.select_related("article", "task__article", "task__version")
    standing = [Pick.of(entry) for entry in entries]
    there = {pick.place for pick in standing}
    new = [Pick(article=article) for article in offered.articles]
    new += [Pick(task=task) for task in offered.tasks]
    picks = standing + [pick for pick in new if pick.place not in there]
    return arrange_entries(person, curated_list, picks, expected=expected)


@transaction.atomic
def refuse(person: "AbstractUser", curated_list: CuratedList, offered: Offered) -> int:
    """Remember that these are not wanted; say how many. The list itself stays as it is."""
    require(person, "portal.change_curatedlist")
    _refuse_nothing(offered)
    locked = locked_list(curated_list)
    told = {"curated_list": locked, "refused_by_id": person.pk}
    rows = [RefusedProposal(article=article, **told) for article in offered.articles]
    rows += [RefusedProposal(task=task, **told) for task in offered.tasks]
    return len(RefusedProposal.objects.bulk_create(rows, ignore_conflicts=True))


@transaction.atomic
def offer_again(person: "AbstractUser", curated_list: CuratedList, refused: int) -> None:
    """Take a refusal back."""
    require(person, "portal.change_curatedlist")
    locked = locked_list(curated_list)
    gone, _kinds = RefusedProposal.objects.filter(curated_list=locked, pk=refused).delete()
    if not gone:
        raise Refused(_("Somebody has taken this refusal back already."))


def _refuse_nothing(offered: Offered) -> None:
    if not offered:
        raise Refused(_("Tick what you mean first."))
