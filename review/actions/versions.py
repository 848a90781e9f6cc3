"""Wordings: write the next version of a task."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from articles.history import by
from articles.refusal import Refused, require
from review.actions.holding import hold, restate
from review.actions.organisations import LONGEST_NAME, body_key, find_or_make
from review.actions.telling import tell_voided
from review.models import (
    ExtractedTask,
    Organisation,
    TaskVersion,
    VersionDocument,
    VersionOrganisation,
)
from review.queries import documents_for

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

Role = VersionOrganisation.Role


@dataclass(frozen=True, slots=True)
class Wording:
    """All that people may change about a task. Bodies are named as they are printed."""

    wording: str
    responsible: tuple[str, ...] = ()
    participating: tuple[str, ...] = ()
    due: str = ""
    due_from: date | None = None
    due_to: date | None = None
    documents: frozenset[int] = frozenset()


@transaction.atomic
def rewrite(
    person: "AbstractUser",
    task_id: int,
    version_id: int,
    wording: Wording,
    *,
    unplaced: bool = False,
) -> ExtractedTask:
    """Write the next version. Its writer is in favour of it; what was said before is history."""
    require(person, "review.decide_extractedtask")
    task = hold(task_id, version_id, unplaced=unplaced)
    if task.version is None or wording == wording_of(task.version):
        raise Refused(_("Nothing was changed."))
    if not wording.wording.strip():
        raise Refused(_("A task needs words."))
    if wording.due_from and wording.due_to and wording.due_from > wording.due_to:
        raise Refused(_("The first day is after the last one."))
    known = documents_for(task.text_id, task.version_id).values_list("pk", flat=True)
    if not wording.documents <= set(known):
        raise Refused(_("Choose among the documents that the article cites."))
    with by(person):
        tell_voided(task, by=person)
        write_version(task, task.version.number + 1, wording, writer_id=person.pk)
        restate(task)
    return task


def wording_of(version: TaskVersion) -> Wording:
    named: dict[str, list[str]] = {Role.RESPONSIBLE: [], Role.TAKES_PART: []}
    for body in version.bodies.all():
        named[body.role].append(body.printed)
    return Wording(
        wording=version.wording,
        responsible=tuple(named[Role.RESPONSIBLE]),
        participating=tuple(named[Role.TAKES_PART]),
        due=version.due,
        due_from=version.due_from,
        due_to=version.due_to,
        documents=frozenset(
            document.same_as_id or document.pk for document in version.documents.all()
        ),
    )


def write_version(
    task: ExtractedTask, number: int, wording: Wording, *, writer_id: int | None
) -> TaskVersion:
    """Write a version with its bodies and documents, and make it the current one."""
    version = TaskVersion.objects.create(
        task=task,
        number=number,
        wording=wording.wording,
        due=wording.due,
        due_from=wording.due_from,
        due_to=wording.due_to,
        written_by_id=writer_id,
    )
    known = find_or_make([*wording.responsible, *wording.participating])
    VersionOrganisation.objects.bulk_create(bodies_of(version, wording, known))
    VersionDocument.objects.bulk_create(
        VersionDocument(version=version, document_id=pk) for pk in sorted(wording.documents)
    )
    task.version = version
    task.save(update_fields=["version"])
    return version


def bodies_of(
    version: TaskVersion, wording: Wording, known: dict[str, Organisation]
) -> list[VersionOrganisation]:
    """Give the rows that say which bodies a version names; a body named twice counts once."""
    return [
        VersionOrganisation(
            version=version,
            organisation=known[key],
            role=role,
            printed=printed.strip()[:LONGEST_NAME],
            position=position,
        )
        for role, names in (
            (Role.RESPONSIBLE, wording.responsible),
            (Role.TAKES_PART, wording.participating),
        )
        for position, (key, printed) in enumerate(_once(names, known))
    ]


def as_saved(wording: Wording, known: dict[str, Organisation]) -> Wording:
    """Give the wording with its bodies as `bodies_of` would save them."""
    return replace(
        wording,
        responsible=_printed(wording.responsible, known),
        participating=_printed(wording.participating, known),
    )


def _printed(names: Sequence[str], known: dict[str, Organisation]) -> tuple[str, ...]:
    return tuple(printed.strip()[:LONGEST_NAME] for _key, printed in _once(names, known))


def _once(names: Sequence[str], known: dict[str, Organisation]) -> list[tuple[str, str]]:
    bodies: dict[int, tuple[str, str]] = {}
    for name in names:
        key = body_key(name)
        if key in known:
            bodies.setdefault(known[key].pk, (key, name))
    return list(bodies.values())
