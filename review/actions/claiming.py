"""Claims: take the next article, keep it while one works on it, let go of it.

A claim is advice: deciding does not ask for one. Nobody waits for a row that another has locked.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models import Case, F, Q, When
from django.db.models.functions import Now

from articles.history import by
from articles.models import Article
from articles.refusal import require
from review.models import Claim
from review.queries.claims import turns

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@transaction.atomic
def take_next(
    person: "AbstractUser", filters: Mapping[str, str] | None = None, *, after: int | None = None
) -> Article | None:
    """Take the best-ranked article with something for this person to do that nobody else has.

    What they had is let go. `after` is the article that they come from, and comes last.
    """
    require(person, "review.decide_extractedtask")
    with by(person):
        for rows in turns(person, filters, after):
            free = rows.select_related("article").only("article", "article__id")
            free = free.select_for_update(of=("article",), skip_locked=True, no_key=True)
            while row := free.first():
                # Whoever committed a claim since this statement began is seen by the next one.
                if _take(person, row.article_id):
                    _let_go_of_others(person, row.article_id)
                    return Article.objects.get(pk=row.article_id)
    return None


@transaction.atomic
def renew(person: "AbstractUser", article_id: int) -> bool:
    """Keep an article, or take it where nobody holds it; tell whether it is theirs now."""
    require(person, "review.decide_extractedtask")
    with by(person):
        return _take(person, article_id)


@transaction.atomic
def let_go(person: "AbstractUser", article_id: int) -> bool:
    """Give up one's own claim; tell whether there was one."""
    require(person, "review.decide_extractedtask")
    with by(person):
        gone, _each = Claim.objects.filter(article=article_id, person=person.pk).delete()
    return gone > 0


def _take(person: "AbstractUser", article_id: int) -> bool:
    until = Now() + timedelta(seconds=settings.CLAIM_SECONDS)
    holds = Q(person=person.pk, leased_until__gt=Now())
    free = Claim.objects.filter(holds | Q(leased_until__lte=Now()), article=article_id)
    values: dict[str, Any] = {"person": person.pk, "leased_until": until}
    if free.update(taken_at=Case(When(holds, then=F("taken_at")), default=Now()), **values):
        return True
    # Of two at once, the unique key lets one in.
    Claim.objects.bulk_create(
        [Claim(article_id=article_id, person_id=person.pk, taken_at=Now(), leased_until=until)],
        ignore_conflicts=True,
    )
    return Claim.objects.filter(article=article_id, person=person.pk).exists()


def _let_go_of_others(person: "AbstractUser", article_id: int) -> None:
    others = Claim.objects.filter(person=person.pk).exclude(article=article_id)
    free = others.select_for_update(skip_locked=True).values_list("pk", flat=True)
    Claim.objects.filter(pk__in=list(free)).delete()
