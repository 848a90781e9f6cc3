"""What a reviewer says about all tasks of an article: one was missed, or none was."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from articles.history import by
from articles.models import Article, ArticleText
from articles.refusal import Refused, require
from articles.vietnamese import normalise
from review.actions.versions import Wording, write_version
from review.models import ExtractedTask, SignOff
from review.places import Place, places_of
from review.queries import is_signed_off, undecided

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

BY_A_PERSON = "person"
MOST_PLACES = 10


class SeveralPlaces(Refused):
    """The words stand in the text more than once, and it is not said which place is meant."""

    def __init__(self, message: str, places: list[Place]) -> None:
        super().__init__(message)
        self.places = places


@transaction.atomic
def add_missed(
    person: "AbstractUser", text_id: int, words: str, start: int | None = None
) -> ExtractedTask:
    """Add a task that the finder missed. Whoever adds it is in favour of it; others decide."""
    require(person, "review.decide_extractedtask")
    text = _hold(text_id)
    place = _place(text, words, start)
    if ExtractedTask.objects.filter(text=text, start=place.start, end=place.end).exists():
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
            heading=_heading_above(text, place.start)[:1000],
            rule=BY_A_PERSON,
            confidence=1,
        )
        write_version(task, 1, Wording(quote, documents=documents), writer_id=person.pk)
    return task


@transaction.atomic
def sign_off(person: "AbstractUser", text_id: int) -> SignOff:
    """Say that every task of the text is decided, and that nothing was missed."""
    require(person, "review.sign_off_article")
    text = _hold(text_id)
    if undecided(text).exists():
        raise Refused(_("Some tasks of this article still wait for a decision."))
    if is_signed_off(text):
        raise Refused(_("This article has been signed off already."))
    return SignOff.objects.create(text=text, signed_by_id=person.pk)


def _hold(text_id: int) -> ArticleText:
    text = ArticleText.objects.get(pk=text_id)
    article = Article.objects.select_for_update().get(pk=text.article_id)
    if article.state != Article.State.ACTIVE:
        raise Refused(_("This article has been taken down."))
    if article.text_id != text.pk:
        raise Refused(_("The text of this article has changed since: look at its tasks again."))
    return text


def _place(text: ArticleText, words: str, start: int | None) -> Place:
    words = normalise(words)
    if not words.strip():
        raise Refused(_("Paste the words of the task."))
    places = places_of(text.body, words)
    if not places:
        raise Refused(_("These words do not stand in the text. Copy them from it as they are."))
    if start is not None:
        places = [place for place in places if place.start == start] or places
    if len(places) > MOST_PLACES:
        raise Refused(_("These words stand in the text very often: copy more of them."))
    if len(places) > 1:
        raise SeveralPlaces(
            _("These words stand in the text more than once: choose the place."), places
        )
    return places[0]


def _heading_above(text: ArticleText, start: int) -> str:
    above = [text.body[first:last] for first, last in text.headings if last <= start]
    return above[-1] if above else ""
