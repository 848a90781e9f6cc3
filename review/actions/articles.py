"""What a reviewer says about all tasks of an article: one was missed, or none was."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from articles.history import by
from articles.refusal import Refused, require
from review.actions.holding import hold_text
from review.actions.pointing import heading_above, place_meant
from review.actions.unmasking import end_seeded_errors
from review.actions.versions import Wording, write_version
from review.models import ExtractedTask, SignOff
from review.queries import is_signed_off, standing_at, undecided, unplaced_in

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

BY_A_PERSON = "person"


@transaction.atomic
def add_missed(
    person: "AbstractUser", text_id: int, words: str, start: int | None = None
) -> ExtractedTask:
    """Add a task that the finder missed. Whoever adds it is in favour of it; others decide."""
    require(person, "review.decide_extractedtask")
    text = hold_text(text_id)
    place = place_meant(text, words, start)
    if standing_at(text, place.start, place.end).exists():
        raise Refused(_("These words are a task already."))
    quote = text.body[place.start : place.end]
    cited = text.citations.filter(start__gte=place.start, end__lte=place.end).exclude(document=None)
    documents = frozenset(cited.values_list("document_id", flat=True))
    with by(person):
        task = ExtractedTask.objects.create(
            article_id=text.article_id,
            text=text,
            start=place.start,
            end=place.end,
            quote=quote,
            heading=heading_above(text, place.start),
            rule=BY_A_PERSON,
            confidence=1,
        )
        write_version(task, 1, Wording(quote, documents=documents), writer_id=person.pk)
    return task


@transaction.atomic
def sign_off(person: "AbstractUser", text_id: int) -> SignOff:
    """Say that every task is decided and has its place, and that nothing was missed."""
    require(person, "review.sign_off_article")
    text = hold_text(text_id)
    end_seeded_errors(text.article_id)
    if undecided(text).exists():
        raise Refused(_("Some tasks of this article still wait for a decision."))
    if unplaced_in(text).exists():
        raise Refused(_("Some tasks of this article have lost their place in its text."))
    if is_signed_off(text):
        raise Refused(_("This article has been signed off already."))
    return SignOff.objects.create(text=text, signed_by_id=person.pk)
