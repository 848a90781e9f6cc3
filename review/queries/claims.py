"""Who is looking at what, and which article comes next for whom."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.db.models.functions import Now

from articles.models import Article
from review.choosing import Choice
from review.models import Claim, QueueRow
from review.queries.queue import Rows, held_by_others, to_do

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

FIRST_OF_ALL = ("mine", "back", "waiting")
"""Where nobody chose a queue."""


def holder_of(article_id: int) -> Claim | None:
    """Give the claim that holds: one that was not renewed in time does not."""
    return _standing().filter(article=article_id).first()


def holders_of(articles: set[int]) -> dict[int, Claim]:
    return {claim.article_id: claim for claim in _standing().filter(article__in=articles)}


def next_for(
    person: "AbstractUser", filters: Mapping[str, str] | None = None, *, after: int | None = None
) -> Article | None:
    """Tell which article `take_next` would take, taking none."""
    for rows in turns(person, filters, after):
        row = rows.first()
        if row:
            return Article.objects.get(pk=row.article_id)
    return None


def turns(
    person: "AbstractUser", filters: Mapping[str, str] | None, after: int | None
) -> Iterator[Rows]:
    """Give what waits for this person and nobody else looks at, the most wanted first.

    `after` is the article that they come from: it and what stands before it come last.
    """
    asked = dict(filters or {})
    queues = [asked["queue"]] if asked.get("queue") else FIRST_OF_ALL
    wide = bool(set(asked) - {"queue", "order", "before", "after"}) and not asked.get("queue")
    for queue in [""] if wide else queues:
        choice = Choice.of(person, {**asked, "queue": queue})
        rows = choice.rows.filter(to_do(choice.asker)).exclude(held_by_others(choice.asker))
        here = after and choice.order.sort(QueueRow.objects.filter(article=after)).first()
        if here:
            rows = rows.exclude(article=after)
            yield choice.order.sort(choice.order.past(rows, choice.order.place_of(here)))
        yield choice.order.sort(rows)


def _standing() -> QuerySet[Claim]:
    return Claim.objects.filter(leased_until__gt=Now()).select_related("person")
