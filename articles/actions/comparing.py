"""Comparing articles with all others, when their texts are new.

A text is signed in the transaction that saves it. Others are looked for after that, when of two
that are saved at the same instant the later one sees the earlier; and for many at once, which costs
a fraction. That it is still to be done stands in the row, so nothing is lost with a worker.
"""

import logging
import time
from collections.abc import Callable, Collection, Sequence
from datetime import timedelta
from functools import wraps
from typing import Final, ParamSpec

from django.db import connection, transaction
from django.db.models import F, Q
from django.db.models.functions import Now

from articles.actions.likeness import hand_on
from articles.actions.locks import again_after_deadlock
from articles.likeness.grams import Measure, measure
from articles.likeness.signatures import sign
from articles.models import Article, ArticleText, Likeness, Signature
from articles.queries.likeness import likely_alike, measured_among, partners_offered

logger = logging.getLogger(__name__)

TAKEN_AT_ONCE: Final = 50
GOES_ON_FOR: Final = 5.0  # seconds; then others have their turn at the worker
TRIED_AGAIN_AFTER: Final = timedelta(minutes=5)

P = ParamSpec("P")


def to_be_compared(text: ArticleText) -> None:
    """Sign the text, which its article has from now on. The caller holds the article."""
    Signature.objects.bulk_create(
        [Signature(article_id=text.article_id, text=text, keys=sign(text.body), due_at=Now())],
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["text", "keys", "due_at"],
    )


def compare_waiting(*, at_most_seconds: float = GOES_ON_FOR) -> int:
    """Compare articles that nobody has compared yet, for a while; say how many."""
    until, count = time.monotonic() + at_most_seconds, 0
    while numbers := _taken():
        count += _compare_all(numbers)
        if time.monotonic() > until:
            break
    return count


def compare_all_again() -> int:
    """Order that every article is signed and compared anew: what signatures are has changed."""
    return Signature.objects.update(text=None, due_at=Now())


def compare(article_id: int) -> None:
    """Find the articles that are like this one. Doing it twice does no harm."""
    _sign_anew(article_id)
    _look_all([article_id])


def _compare_all(numbers: Collection[int]) -> int:
    """Sign first what is not signed, then look: so of two that are new one finds the other."""
    signed = Signature.objects.filter(pk__in=numbers, text__current_of=F("pk"))
    ready = set(signed.values_list("pk", flat=True))
    return _look_all([number for number in numbers if number in ready or _sign_anew(number)])


def _look_all(numbers: Collection[int]) -> int:
    """Compare these with all others; most are like none, and that is found out together."""
    signatures = Signature.objects.in_bulk(list(numbers))
    likely = likely_alike({number: each.keys for number, each in signatures.items()})
    offered = partners_offered(signatures)
    others = {number: {*likely[number], *offered[number]} for number in signatures}
    alone = [each for number, each in signatures.items() if not others[number]]
    _have_been_compared(alone)
    rest = [each for number, each in signatures.items() if others[number]]
    return len(alone) + sum(_look(each, others[each.pk]) for each in rest)


def _have_been_compared(signatures: Sequence[Signature]) -> None:
    """Those that have another text by now are still to be compared."""
    of_these = Q(text__in=[each.text_id for each in signatures if each.text_id]) | Q(text=None)
    rows = Signature.objects.filter(of_these, pk__in=[each.pk for each in signatures])
    with transaction.atomic():
        _do_not_wait_for_the_disk()
        rows.update(due_at=None)


def _tried_again(act: Callable[P, None]) -> Callable[P, bool]:
    """Nothing that was saved hangs on it, so an error is told, and it stays due."""

    @wraps(act)
    def tried(*args: P.args, **kwargs: P.kwargs) -> bool:
        try:
            act(*args, **kwargs)
        except Exception:
            logger.exception("Articles could not be compared with others: %s", args)
            return False
        return True

    return tried


@_tried_again
@transaction.atomic
def _sign_anew(article_id: int) -> None:
    """Sign the text that the article has, if that is not what was signed; and commit that."""
    if Signature.objects.filter(pk=article_id, text__current_of=article_id).exists():
        return
    rows = Article.objects.select_for_update(of=("self",), no_key=True)
    article = rows.select_related("text").filter(pk=article_id).first()
    if article and article.text:
        to_be_compared(article.text)


@_tried_again
@again_after_deadlock
def _look(signature: Signature, others: set[int]) -> None:
    _do_not_wait_for_the_disk()
    measures = _measures(signature, others)
    if not _held(signature, measures):
        return
    for number, found in measures.items():
        _note(signature.pk, number, found)
    hand_on([signature.pk])
    _have_been_compared([signature])


def _do_not_wait_for_the_disk() -> None:
    """What could be lost by it is only done again."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit TO off")


def _measures(signature: Signature, others: set[int]) -> dict[int, Measure]:
    rows = Article.objects.filter(pk__in={*others, signature.pk}, text__isnull=False)
    bodies = dict(rows.values_list("pk", "text__body"))
    own = bodies.pop(signature.pk, "")
    return {number: measure(own, body) for number, body in bodies.items()}


def _held(signature: Signature, measures: dict[int, Measure]) -> bool:
    """Lock the articles in one order, and say whether this one still has the text."""
    rows = Article.objects.select_for_update(no_key=True).order_by("pk")
    there = set(rows.filter(pk__in=[signature.pk, *measures]).values_list("pk", flat=True))
    for gone in measures.keys() - there:
        del measures[gone]
    return Signature.objects.filter(pk=signature.pk, text=signature.text_id).exists()


def _note(article_id: int, number: int, found: Measure) -> None:
    """Offer the two, or no longer; what editors decided stands."""
    first, second = sorted([article_id, number])
    way = found.way
    if way is None:
        offered = measured_among([article_id]).filter(first=first, second=second)
        Likeness.objects.filter(via__in=offered, state=Likeness.State.OFFERED).delete()
        offered.delete()
        return
    figures = {"way": way.value, "jaccard": found.jaccard, "contained": found.contained}
    likeness, made = Likeness.objects.get_or_create(
        first_id=first, second_id=second, defaults=figures
    )
    if not made and likeness.state == Likeness.State.OFFERED:
        Likeness.objects.filter(pk=likeness.pk).update(via=None, **figures)


@transaction.atomic
def _taken() -> list[int]:
    """Give articles that are due; whoever else asks gets others."""
    due = Signature.objects.filter(due_at__lte=Now()).order_by("due_at", "pk")
    rows = due.select_for_update(skip_locked=True).values_list("pk", flat=True)
    numbers = list(rows[:TAKEN_AT_ONCE])
    if numbers:
        Signature.objects.filter(pk__in=numbers).update(due_at=Now() + TRIED_AGAIN_AFTER)
    return numbers
