"""How corrections are read: what was said, crossed out, and what is right."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import template

from portal.models import Edition, EditionCorrection
from portal.queries.corrections import in_words
from review.changes import Piece, word_by_word, written_anew

register = template.Library()

Field = EditionCorrection.Field
SHORT = (Field.PUBLISHED_ON, Field.DUE, Field.AUTHOR, Field.PUBLISHER, Field.SOURCE_URL)
"""Read as a whole: half a date is none."""


@register.filter
def pieces(correction: EditionCorrection) -> Sequence[Piece]:
    field = correction.field
    said, says = in_words(field, correction.said), in_words(field, correction.says)
    if field in SHORT:
        return written_anew(said, says)
    return list(word_by_word(said, says))


@register.filter
def corrected(edition: Edition) -> list[EditionCorrection]:
    """What was corrected of an edition, the oldest first; nothing while it is a proof."""
    return list(edition.corrections.select_related("entry")) if edition.pk else []


@register.filter
def of_the_whole(corrections: Iterable[EditionCorrection]) -> list[Any]:
    """Those of an edition itself; those of an entry stand with the entry."""
    return [each for each in corrections if each.entry_id is None]


@register.filter
def of_entries(corrections: Iterable[EditionCorrection]) -> list[Any]:
    return [each for each in corrections if each.entry_id is not None]
