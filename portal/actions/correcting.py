"""Saying what was wrong in an edition, and what is right."""

import datetime as dt
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.utils.translation import gettext as _

from articles.refusal import Refused, require
from articles.vietnamese import normalise, on_one_line
from portal.actions.indexing import index_articles
from portal.actions.withdrawing import public_reason, standing_edition
from portal.models import Edition, EditionCorrection, EditionEntry
from portal.queries.corrections import (
    IN_MARKDOWN,
    approved_words,
    parts_of,
    standing_words,
)
from review.models import ExtractedTask

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

Field = EditionCorrection.Field

_ADDRESS = URLValidator(schemes=["http", "https"])
LONGEST = 20_000
NEVER_EMPTY = (Field.TITLE, Field.PICTURE_ALT)


@transaction.atomic
def correct_edition(  # noqa: PLR0913  (what a correction says)
    person: "AbstractUser",
    edition: Edition,
    *,
    reason: str,
    entry: EditionEntry | None = None,
    field: str = "",
    expected: str = "",
    says: str = "",
) -> EditionCorrection:
    """Put a correction beside the edition, of a part whose words were seen as `expected`.

    Without a field it is a remark in general, and the words before and after are the person's own.
    """
    require(person, "portal.correct_edition")
    locked = standing_edition(edition)
    words = public_reason(reason)
    if entry is not None and entry.edition_id != locked.pk:
        raise Refused(_("This entry is of another edition."))
    right = corrected_words(locked, entry, field, says)
    said = _seen(locked, entry, field, expected)
    if field and right == said:
        raise Refused(_("That is what it says already."))
    correction = EditionCorrection.objects.create(
        edition=locked,
        entry=entry,
        field=field,
        said=said,
        says=right,
        version_number=_version(entry, field, right),
        reason=words,
        corrected_by_id=person.pk,
    )
    if entry and field:
        index_articles([entry.article_number])
    return correction


def corrected_words(edition: Edition, entry: EditionEntry | None, field: str, says: str) -> str:
    """Give the new words as they will stand; refuse what cannot stand there."""
    if field and field not in parts_of(edition, entry):
        raise Refused(_("There is no such part to correct."))
    words = normalise(says).strip()
    if len(words) > LONGEST:
        raise Refused(_("This is too long for a correction: publish a new edition."))
    if field == Field.PUBLISHED_ON and words:
        _refuse_no_date(words)
    if field == Field.SOURCE_URL and words:
        _refuse_no_address(words)
    if field in NEVER_EMPTY and not words:
        raise Refused(_("This cannot be corrected to nothing."))
    as_typed = not field or field in IN_MARKDOWN or field in EditionCorrection.APPROVED
    return words if as_typed else on_one_line(words)


def _seen(locked: Edition, entry: EditionEntry | None, field: str, expected: str) -> str:
    if not field:
        return normalise(expected).strip()
    standing = standing_words(locked, entry, field)
    # Forms send what they show with other ends of lines.
    if expected.splitlines() != standing.splitlines():
        raise Refused(_("It was corrected meanwhile. Look at what it says now; nothing was saved."))
    return standing


def _version(entry: EditionEntry | None, field: str, words: str) -> int | None:
    """Give the wording that a task is corrected to: two people stand behind each."""
    if entry is None or field not in EditionCorrection.APPROVED:
        return None
    list(ExtractedTask.objects.select_for_update(no_key=True).filter(pk=entry.task_number or 0))
    approved = approved_words(entry, field)
    if approved is None or approved.words != words:
        raise Refused(
            _(
                "What a task says is corrected only to what was approved, word for word. Have the"
                " new wording approved first."
            )
        )
    return approved.version_number


def _refuse_no_date(words: str) -> None:
    try:
        dt.date.fromisoformat(words)
    except ValueError:
        raise Refused(_("“%(words)s” is not a date.") % {"words": words}) from None


def _refuse_no_address(words: str) -> None:
    try:
        _ADDRESS(words)
    except ValidationError:
        raise Refused(_("“%(words)s” is not an address.") % {"words": words}) from None
