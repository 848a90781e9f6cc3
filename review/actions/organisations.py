"""Bodies by name: the same key is the same body."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.history import by
from articles.refusal import Refused, require
from articles.vietnamese import same_word_key, sort_key
from review.models import Organisation, OrganisationSpelling

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

LONGEST_NAME = 300


def body_key(name: str) -> str:
    return same_word_key(name)[:LONGEST_NAME]


@transaction.atomic(savepoint=False)
def find_or_make(names: Iterable[str]) -> dict[str, Organisation]:
    """Give the organisation for each key of these names; make those that nobody has named before.

    Two imports at once may name the same new body: the unique key lets one of them make it.
    """
    named: dict[str, str] = {}
    for name in names:
        if key := body_key(name):
            named.setdefault(key, name.strip()[:LONGEST_NAME])
    found = by_key(named)
    missing = sorted(named.keys() - found.keys())  # in one order, so that nobody waits in a ring
    if not missing:
        return found
    made = Organisation.objects.bulk_create(
        Organisation(name=named[key], sort_key=sort_key(named[key])) for key in missing
    )
    OrganisationSpelling.objects.bulk_create(
        (
            OrganisationSpelling(organisation=organisation, text=organisation.name, key=key)
            for key, organisation in zip(missing, made, strict=True)
        ),
        ignore_conflicts=True,
    )
    found |= by_key(missing)
    outrun = {organisation.pk for organisation in made} - {body.pk for body in found.values()}
    Organisation.objects.filter(pk__in=outrun).delete()
    return found


def by_key(keys: Iterable[str]) -> dict[str, Organisation]:
    """Give the organisation of each key that is one of its spellings."""
    spellings = OrganisationSpelling.objects.filter(key__in=list(keys))
    return {spelling.key: spelling.organisation for spelling in spellings.select_related()}


@transaction.atomic
def save_organisation(
    person: "AbstractUser",
    organisation: Organisation,
    spellings: Iterable[OrganisationSpelling] = (),
    removed: Iterable[OrganisationSpelling] = (),
) -> None:
    """Save a body's name and spellings as corrected; its own name is always one of them."""
    require(person, f"review.{'change' if organisation.pk else 'add'}_organisation")
    organisation.sort_key = sort_key(organisation.name)
    with by(person):
        organisation.save()
        for spelling in removed:
            spelling.delete()
        for spelling in spellings:
            _spell(organisation, spelling)
        own, _is_new = OrganisationSpelling.objects.get_or_create(
            key=body_key(organisation.name),
            defaults={"organisation": organisation, "text": organisation.name},
        )
    if own.organisation_id != organisation.pk:
        raise Refused(_("This name is a spelling of another body."))


def _spell(organisation: Organisation, spelling: OrganisationSpelling) -> None:
    """Save the spelling; the unique key tells where somebody has just taken it."""
    spelling.organisation = organisation
    spelling.key = body_key(spelling.text)
    try:
        with transaction.atomic():
            spelling.save()
    except IntegrityError:
        taken = by_key([spelling.key]).get(spelling.key)
        if taken is None:
            raise
        raise Refused(_("This is a spelling of “%(name)s”.") % {"name": taken}) from None
