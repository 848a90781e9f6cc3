"""Freezing a submitted list into an edition."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.history import by
from articles.models import Article
from articles.refusal import Refused, require
from portal.actions.indexing import index_edition
from portal.actions.locking import locked_list, mark_changed
from portal.actions.stopping import stop_publication
from portal.models import (
    CuratedList,
    Edition,
    EditionEntry,
    EditionEntryDocument,
    EditionEntryText,
    EditionEntryTheme,
)
from portal.queries.lists import articles_in
from portal.queries.printed import PrintedEntry
from portal.queries.proofs import Proof, proof_of
from review.models import ExtractedTask

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


class ChangedSinceSeen(Refused):
    """What would be published is not what was seen."""


@transaction.atomic
def publish_list(person: "AbstractUser", curated_list: CuratedList, *, expected: str) -> Edition:
    """Publish what was seen on a proof with the fingerprint `expected`, and nothing else."""
    require(person, "portal.publish_curatedlist")
    locked = locked_list(curated_list)
    edition = publish_locked(person, locked, expected=expected)
    stop_publication(locked, person)
    return edition


def publish_locked(person: "AbstractUser", locked: CuratedList, *, expected: str) -> Edition:
    """Publish a list that is locked, for whoever may and saw it, now or some time ago."""
    proof = seen_proof(person, locked, expected=expected)
    edition = _freeze(proof, locked.submitted_by_id or 0, person.pk)
    mark_changed(locked)
    with by(person):
        locked.save()
    return edition


def seen_proof(person: "AbstractUser", locked: CuratedList, *, expected: str) -> Proof:
    """Give the proof that this person has seen and may answer for, with what it stands on locked.

    Refuse where it is their own, cannot be published, or is another one by now.
    """
    if locked.state != CuratedList.State.SUBMITTED or locked.submitted_by_id is None:
        raise Refused(_("This list is not submitted, or somebody has just published it."))
    if locked.submitted_by_id == person.pk:
        raise Refused(_("You submitted this list: somebody else has to publish it."))
    _lock_what_it_stands_on(locked)
    proof = proof_of(locked)
    if proof.problems:
        raise Refused(" ".join(proof.problems))
    if proof.fingerprint != expected:
        raise ChangedSinceSeen(
            _("What this list says has changed since you looked. Please look again.")
        )
    return proof


def _lock_what_it_stands_on(locked: CuratedList) -> None:
    """Articles first, then tasks, each by number: everyone who locks several takes turns."""
    numbers = sorted(set(articles_in(locked).values_list("pk", flat=True)))
    list(Article.objects.select_for_update(no_key=True).filter(pk__in=numbers).order_by("pk"))
    tasks = sorted(locked.entries.exclude(task=None).values_list("task", flat=True))
    list(ExtractedTask.objects.select_for_update(no_key=True).filter(pk__in=tasks).order_by("pk"))


def _freeze(proof: Proof, submitter: int, publisher: int) -> Edition:
    edition = proof.edition
    edition.submitted_by_id = submitter
    edition.published_by_id = publisher
    edition.published_at = timezone.now()
    edition.save(force_insert=True)
    for printed in proof.entries:
        printed.entry.edition = edition
    EditionEntry.objects.bulk_create([printed.entry for printed in proof.entries])
    _freeze_beside(proof.entries)
    index_edition(edition.pk)
    return edition


def _freeze_beside(entries: list[PrintedEntry]) -> None:
    for printed in entries:
        for row in printed.beside:
            row.entry = printed.entry
    EditionEntryTheme.objects.bulk_create([theme for p in entries for theme in p.themes])
    EditionEntryDocument.objects.bulk_create([document for p in entries for document in p.known])
    EditionEntryText.objects.bulk_create([p.text for p in entries if p.text])
