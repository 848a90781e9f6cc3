"""Which place of a text somebody means by words that they copied from it."""

from django.utils.translation import gettext as _

from articles.models import ArticleText
from articles.refusal import Refused
from articles.vietnamese import normalise
from review.places import Place, places_of

MOST_PLACES = 10


class SeveralPlaces(Refused):
    """The words stand in the text more than once, and it is not said which place is meant."""

    def __init__(self, message: str, places: list[Place]) -> None:
        super().__init__(message)
        self.places = places


def place_meant(text: ArticleText, words: str, start: int | None) -> Place:
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


def heading_above(text: ArticleText, start: int) -> str:
    above = [text.body[first:last] for first, last in text.headings if last <= start]
    return above[-1][:1000] if above else ""
