"""What stands in a part of an edition by now, and what it can be corrected to."""

import datetime as dt
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from portal import markdown
from portal.models import Edition, EditionCorrection, EditionEntry
from portal.templatetags.public import short_date
from review.models import ExtractedTask, TaskVersion, VersionOrganisation

Field = EditionCorrection.Field

OF_AN_EDITION = (Field.TITLE, Field.INTRODUCTION)
OF_A_PICTURE = (Field.PICTURE_ALT, Field.PICTURE_CREDIT)
OF_A_SOURCE = (
    Field.TITLE,
    Field.PUBLISHER,
    Field.AUTHOR,
    Field.PUBLISHED_ON,
    Field.SOURCE_URL,
)
OF_AN_ARTICLE = (*OF_A_SOURCE, Field.LEAD, Field.DOCUMENTS, Field.SECTION, Field.NOTE)
OF_A_TASK = (
    *EditionCorrection.APPROVED,
    Field.DOCUMENTS,
    *OF_A_SOURCE,
    Field.SECTION,
    Field.NOTE,
)
IN_MARKDOWN = (Field.INTRODUCTION, Field.NOTE)
LISTED = (Field.DOCUMENTS, Field.RESPONSIBLE, Field.TAKING_PART)
_BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Approved:
    """What two people approved of a task meanwhile, to which alone it is corrected."""

    version_number: int
    words: str


def parts_of(edition: Edition, entry: EditionEntry | None) -> tuple[Field, ...]:
    """Give what can be corrected of an entry, or of an edition itself."""
    if entry is None:
        return (*OF_AN_EDITION, *(OF_A_PICTURE if edition.picture_id else ()))
    return OF_A_TASK if entry.kind == EditionEntry.Kind.TASK else OF_AN_ARTICLE


def standing_words(edition: Edition, entry: EditionEntry | None, field: str) -> str:
    """Give what a part says by now: as corrected last, or as published."""
    rows = EditionCorrection.objects.filter(edition=edition, entry=entry, field=field)
    newest = rows.order_by("-pk").first()
    return newest.says if newest else as_published(entry or edition, field)


def as_published(row: Edition | EditionEntry, field: str) -> str:
    """Give the words of a part as corrections quote them, and as PostgreSQL compares them."""
    value: Any = getattr(row, field)
    if isinstance(value, list):
        return _BETWEEN.join(value)
    return value.isoformat() if isinstance(value, dt.date) else str(value or "")


def as_it_stands(entry: EditionEntry) -> EditionEntry:
    """Give a likeness of a published entry that says what it was corrected to."""
    standing = copy(entry)
    for correction in entry.corrections.all():
        if correction.field:
            setattr(standing, correction.field, _value(correction))
    return standing


def _value(correction: EditionCorrection) -> Any:
    words = correction.says
    if correction.field in LISTED:
        return words.split(_BETWEEN) if words else []
    if correction.field == Field.PUBLISHED_ON:
        return dt.date.fromisoformat(words) if words else None
    return words


def approved_words(entry: EditionEntry, field: str) -> Approved | None:
    """Give what is approved of the entry's task at this moment."""
    approved = ExtractedTask.objects.filter(
        pk=entry.task_number or 0, state=ExtractedTask.State.APPROVED, version__isnull=False
    )
    task = approved.select_related("version").first()
    if task is None or task.version is None:
        return None
    return Approved(task.version.pk, _words_of(task.version, field))


def _words_of(version: TaskVersion, field: str) -> str:
    if field == Field.WORDING:
        return version.wording
    if field == Field.DUE:
        return version.due
    role = VersionOrganisation.Role
    asked = role.RESPONSIBLE if field == Field.RESPONSIBLE else role.TAKES_PART
    bodies = version.bodies.filter(role=asked).order_by("position", "pk")
    return _BETWEEN.join(bodies.values_list("printed", flat=True))


def in_words(field: str, words: str) -> str:
    """Give what stands in a part as a reader would read it aloud."""
    if not words:
        return _("(nothing)")
    if field in IN_MARKDOWN:
        return markdown.words(words)
    return short_date(dt.date.fromisoformat(words)) if field == Field.PUBLISHED_ON else words
