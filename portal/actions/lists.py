"""Making, editing and deleting a curated list."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.history import by
from articles.refusal import Refused, require
from articles.vietnamese import normalise, on_one_line
from portal.actions.locking import locked_list, mark_changed
from portal.models import CuratedList
from portal.slugs import LONGEST, slug_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@transaction.atomic
def create_list(
    person: "AbstractUser",
    *,
    title: str,
    slug: str = "",
    introduction: str = "",
    wants_notes: bool = True,
) -> CuratedList:
    require(person, "portal.add_curatedlist")
    made = CuratedList(
        title=_titled(title),
        introduction=normalise(introduction).strip(),
        wants_notes=wants_notes,
        created_by_id=person.pk,
    )
    made.slug = _addressed(made, slug or slug_of(made.title))
    with by(person), _one_list_each(made):
        made.save()
    return made


@transaction.atomic
def edit_list(  # noqa: PLR0913  (the fields of one form)
    person: "AbstractUser",
    curated_list: CuratedList,
    *,
    expected: int,
    title: str,
    slug: str,
    introduction: str,
    wants_notes: bool,
) -> CuratedList:
    """Change what stands above the entries. A submitted list becomes a draft again."""
    require(person, "portal.change_curatedlist")
    locked = locked_list(curated_list, expected=expected)
    before = _head(locked)
    locked.title = _titled(title)
    locked.introduction = normalise(introduction).strip()
    locked.wants_notes = wants_notes
    if slug != locked.slug:
        locked.slug = _addressed(locked, slug or slug_of(locked.title))
    if _head(locked) != before:
        mark_changed(locked)
        with by(person), _one_list_each(locked):
            locked.save()
    return locked


@transaction.atomic
def delete_list(person: "AbstractUser", curated_list: CuratedList) -> None:
    require(person, "portal.delete_curatedlist")
    locked = locked_list(curated_list)
    if locked.scheduled_publications.filter(state="waiting").exists():
        raise Refused(
            _("“%(list)s” is to be published at a set time: call that off first.")
            % {"list": locked.title}
        )
    try:
        with by(person):
            locked.delete()
    except ProtectedError:
        raise Refused(
            _("“%(list)s” has been published, so it cannot be deleted. Withdraw its editions.")
            % {"list": locked.title}
        ) from None


def _head(curated_list: CuratedList) -> tuple[object, ...]:
    return (
        curated_list.title,
        curated_list.slug,
        curated_list.introduction,
        curated_list.wants_notes,
    )


def _titled(title: str) -> str:
    clean = on_one_line(title)
    if not clean:
        raise Refused(_("A list needs a title."))
    if len(clean) > CuratedList.LONGEST_TITLE:
        raise Refused(_("This title is too long."))
    return clean


def _addressed(curated_list: CuratedList, slug: str) -> str:
    if not slug or slug != slugify(slug)[:LONGEST]:
        raise Refused(
            _("An address has small letters without marks, digits and hyphens, up to %(most)d.")
            % {"most": LONGEST}
        )
    if curated_list.pk and curated_list.editions.exists():
        raise Refused(_("This list has been published: its address can no longer change."))
    _refuse_taken(curated_list, slug)
    return slug


@contextmanager
def _one_list_each(curated_list: CuratedList) -> Iterator[None]:
    """Refuse an address that another list took a moment ago."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        _refuse_taken(curated_list, curated_list.slug)
        raise


def _refuse_taken(curated_list: CuratedList, slug: str) -> None:
    if CuratedList.objects.filter(slug=slug).exclude(pk=curated_list.pk).exists():
        raise Refused(_("Another list has the address “%(slug)s”.") % {"slug": slug})
