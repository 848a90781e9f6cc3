"""Taking a paragraph out of an article's text, and putting back what was dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from articles.actions.renewing import state_of
from articles.actions.rereading import renewed
from articles.history import by
from articles.models import Article, ParagraphDecision
from articles.queries.articles import why_not_at_the_desk
from articles.reading.amending import paragraph_key, put_back, take_out
from articles.refusal import Refused, require

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

    from articles.changes import Change
    from articles.reading.amending import TextState


@transaction.atomic
def take_out_paragraph(
    person: AbstractUser, article: Article, text_id: int, start: int
) -> list[Change]:
    """Take the paragraph that begins at `start` out of the text; every later reading does too.

    Makes the next text, finds again in it, and says what changed. `text_id` is the text that the
    person saw: another one is refused.
    """
    article, state = _held(person, article, text_id)
    try:
        after = take_out(state, start)
    except ValueError:
        raise Refused(_("A text keeps at least one paragraph.")) from None
    span = state.paragraph_at(start)
    words = state.body[span.start : span.end] if span else ""
    return _saved(person, article, after, words, belongs=False)


@transaction.atomic
def put_back_paragraph(
    person: AbstractUser, article: Article, text_id: int, number: int
) -> list[Change]:
    """Put what was dropped under this number (from 0) back into the text where it stood."""
    article, state = _held(person, article, text_id)
    try:
        after = put_back(state, number)
    except IndexError:
        raise Refused(_("This was not among what was left out.")) from None
    return _saved(person, article, after, state.dropped[number].text, belongs=True)


def _held(person: AbstractUser, article: Article, text_id: int) -> tuple[Article, TextState]:
    require(person, "articles.change_article")
    article = Article.objects.select_for_update().get(pk=article.pk)
    if why_not := why_not_at_the_desk(article):
        raise Refused(why_not)
    if article.text is None or article.text.pk != text_id:
        raise Refused(_("The text of this article has changed meanwhile: look again."))
    return article, state_of(article.text)


def _saved(
    person: AbstractUser, article: Article, state: TextState, words: str, *, belongs: bool
) -> list[Change]:
    with by(person):
        ParagraphDecision.objects.update_or_create(
            article=article,
            key=paragraph_key(words),
            defaults={"words": words, "belongs": belongs, "decided_by_id": person.pk},
        )
        return renewed(article, state, person=person)
