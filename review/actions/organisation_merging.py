"""Saying that two bodies are one, or that what was taken for one body is two.

A merged body stays as a row that points at the one that stands for it, with its spellings and what
names it (`review.models.body_guards`). So undoing a merge gives back everything, what was named by
its spellings meanwhile as well.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _

from articles.actions.locks import again_after_deadlock
from articles.history import by
from articles.refusal import Refused, require
from articles.vietnamese import sort_key
from review.actions.organisations import body_key
from review.models import Organisation, OrganisationSpelling, VersionOrganisation

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

PERMISSION = "review.change_organisation"


@again_after_deadlock
def merge_organisations(person: "AbstractUser", body_id: int, into_id: int) -> Organisation:
    """Say that a body is the same as another, which stands for both from now on."""
    require(person, PERMISSION)
    body, into = _held(body_id, into_id)
    if body == into:
        raise Refused(_("A body cannot be merged into itself."))
    if body.merged_into_id or into.merged_into_id:
        raise Refused(_("One of them has been merged meanwhile."))
    with by(person):
        for merged in body.merged.order_by("pk"):
            _point(merged, into)
        _point(body, into)
    return into


@again_after_deadlock
def split_organisation(person: "AbstractUser", body_id: int) -> Organisation:
    """Undo a merge wholly: the body stands for itself again, with all that names it."""
    require(person, PERMISSION)
    [body] = _held(body_id)
    if body.merged_into_id is None:
        raise Refused(_("This body is not merged into another."))
    with by(person):
        _point(body, None)
    return body


@again_after_deadlock
def take_out_spellings(
    person: "AbstractUser", body_id: int, spelling_ids: Collection[int]
) -> Organisation:
    """Make a body of its own of some spellings, with all wordings that print them."""
    require(person, PERMISSION)
    [body] = _held(body_id)
    spellings = list(
        OrganisationSpelling.objects.select_for_update()
        .filter(organisation=body, pk__in=spelling_ids)
        .order_by("pk")
    )
    if not spellings or len(spellings) < len(set(spelling_ids)):
        raise Refused(_("Some of these spellings are not of this body any more."))
    keys = {spelling.key for spelling in spellings}
    if body_key(body.name) in keys:
        raise Refused(_("A body keeps its own name: rename it first."))
    with by(person):
        own = Organisation.objects.create(
            name=spellings[0].text, sort_key=sort_key(spellings[0].text)
        )
        for spelling in spellings:
            spelling.organisation = own
            spelling.save(update_fields=["organisation"])
    named = VersionOrganisation.objects.filter(organisation=body)
    printed = named.order_by("printed").values_list("printed", flat=True).distinct()
    theirs = [name for name in printed if body_key(name) in keys]
    named.filter(printed__in=theirs).update(organisation=own)
    return own


def _held(*numbers: int) -> list[Organisation]:
    """Lock them, and what is merged into them, in one order; give them in the order asked."""
    family = Organisation.objects.filter(Q(pk__in=numbers) | Q(merged_into__in=numbers))
    rows = {row.pk: row for row in family.select_for_update(no_key=True).order_by("pk")}
    if not rows.keys() >= set(numbers):
        raise Refused(_("There is no such body."))
    return [rows[number] for number in numbers]


def _point(body: Organisation, into: Organisation | None) -> None:
    body.merged_into = into
    body.save(update_fields=["merged_into"])
