"""What waits for whom: the figures of the front page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, QuerySet

from articles.models import Article
from review.models import ExtractedTask
from review.queries.articles import ready_to_sign_off
from review.queries.decisions import effective_decisions
from review.queries.standing import current_tasks, standing_tasks, unplaced

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

State = ExtractedTask.State


def waiting_for(person: "AbstractUser", tasks: QuerySet[ExtractedTask]) -> QuerySet[ExtractedTask]:
    """Open tasks on whose wording this person has said nothing yet."""
    own = effective_decisions(OuterRef("version")).filter(person_id=person.pk)
    return (
        tasks.filter(state=State.OPEN)
        .exclude(version__written_by_id=person.pk)
        .exclude(Exists(own))
    )


@dataclass(frozen=True, slots=True)
class Counts:
    """What waits: tasks to decide for this person, with a lead, or without a place; articles."""

    open_for_me: int
    with_lead: int
    ready_to_sign_off: int
    unplaced: int


def counts_for(person: "AbstractUser") -> Counts:
    articles = Article.objects.filter(state=Article.State.ACTIVE).exclude(text=None)
    return Counts(
        open_for_me=waiting_for(person, current_tasks()).count(),
        with_lead=current_tasks().filter(state=State.WITH_LEAD).count(),
        ready_to_sign_off=ready_to_sign_off(articles).count(),
        unplaced=unplaced(standing_tasks()).count(),
    )
