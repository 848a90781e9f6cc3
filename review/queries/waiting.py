"""What waits for whom: the figures of the front page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articles.models import Article
from articles.queries.counting import Counted, capped
from review.queries.articles import ready_to_sign_off
from review.queries.queue import Asker, in_queue

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@dataclass(frozen=True, slots=True)
class Counts:
    """How much waits in queues, as far as it is counted, and how many articles are ready."""

    mine: Counted
    waiting: Counted
    lead: Counted
    unplaced: Counted
    ready_to_sign_off: Counted


def counts_for(person: "AbstractUser") -> Counts:
    asker = Asker.of(person)
    articles = Article.objects.filter(state=Article.State.ACTIVE).exclude(text=None)
    return Counts(
        mine=capped(in_queue("mine", asker)),
        waiting=capped(in_queue("waiting", asker)),
        lead=capped(in_queue("lead", asker)),
        unplaced=capped(in_queue("unplaced", asker)),
        ready_to_sign_off=capped(ready_to_sign_off(articles)),
    )
