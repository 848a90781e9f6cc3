"""Comparing an article with all others, when its text is new.

The text is signed in the transaction that saves it. Others are looked for after that, when of two
that are saved at the same instant the later one sees the earlier. That it is still to be done
stands in the row, so nothing is lost with a worker: `compare_waiting` gets to it.
"""

import logging
import time
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Final

from django.db import connection, transaction
from django.db.models.functions import Now

from articles.actions.deadlocks import again_after_deadlock
from articles.actions.likeness import hand_on
from articles.likeness.grams import Measure, measure
from articles.likeness.signatures import sign
from articles.models import Article, ArticleText, Likeness, Signature
from articles.queries.likeness import likely_alike, measured_among, partners_offered

logger = logging.getLogger(__name__)

TAKEN_AT_ONCE: Final = 50
GOES_ON_FOR: Final = 20.0  # seconds; then others have their turn at the worker
LEFT_ALONE_FOR: Final = timedelta(minutes=1)
"""Whoever saved the text compares it. If nobody has by then, somebody else does."""
TRIED_AGAIN_AFTER: Final = timedelta(minutes=5)


def to_be_compared(text: ArticleText) -> None:
    """Sign the text, which its article has from now on; when that is committed, compare it.

    The caller holds the article.
    """
    _sign(text)
    transaction.on_commit(partial(_compare, text.article_id), robust=True)


def compare_waiting(*, at_most_seconds: float = GOES_ON_FOR) -> int:
    """Compare articles that nobody has compared yet, for a while; say how many."""
    return sum(_compare(number) for number in _for_a_while(_taken(), at_most_seconds))


def compare_all_again() -> int:
    """Order that every article is signed and compared anew: what signatures are has changed."""
    return Signature.objects.update(text=None, due_at=Now())


def compare(article_id: int) -> None:
    """Find the articles that are like this one. Doing it twice does no harm."""
    _sign_anew(article_id)
    _look(article_id)


def _compare(article_id: int) -> bool:
    """Nothing that was saved hangs on it, so an error is told, and it is tried again later."""
    try:
        compare(article_id)
    except Exception:
        logger.exception("Article %s could not be compared with others", article_id)
        return False
    return True


def _sign(text: ArticleText) -> None:
    Signature.objects.bulk_create(
        [
            Signature(
                article_id=text.article_id,
                text=text,
                keys=sign(text.body),
                due_at=Now() + LEFT_ALONE_FOR,
            )
        ],
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["text", "keys", "due_at"],
    )


def _sign_anew(article_id: int) -> None:
    """Sign the text that the article has, if that is not what was signed; and commit that.

    So whoever looks next sees it, and of two that are compared at once one finds the other.
    """
    with transaction.atomic():
        if Signature.objects.filter(pk=article_id, text__current_of=article_id).exists():
            return
        rows = Article.objects.select_for_update(of=("self",), no_key=True)
        article = rows.select_related("text").filter(pk=article_id).first()
        if article and article.text:
            _sign(article.text)


@again_after_deadlock
def _look(article_id: int) -> None:
    with connection.cursor() as cursor:  # what is lost by it is only done again
        cursor.execute("SET LOCAL synchronous_commit TO off")
    signature = Signature.objects.filter(pk=article_id).first()
    if signature is None:
        return
    others = {*likely_alike(signature.keys, article_id), *partners_offered(article_id)}
    measures = _measures(signature, others) if others else {}
    if measures and not _held(signature, measures):
        return
    for number, found in measures.items():
        _note(article_id, number, found)
    if measures:
        hand_on([article_id])
    Signature.objects.filter(pk=article_id, text=signature.text_id).update(due_at=None)


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


def _taken() -> Iterator[int]:
    """Give articles that are due; whoever else asks gets others."""
    while True:
        with transaction.atomic():
            due = Signature.objects.filter(due_at__lte=Now()).order_by("due_at", "pk")
            numbers = list(
                due.select_for_update(skip_locked=True).values_list("pk", flat=True)[:TAKEN_AT_ONCE]
            )
            Signature.objects.filter(pk__in=numbers).update(due_at=Now() + TRIED_AGAIN_AFTER)
        if not numbers:
            return
        yield from numbers


def _for_a_while(numbers: Iterator[int], seconds: float) -> Iterator[int]:
    until = time.monotonic() + seconds
    for number in numbers:
        yield number
        if time.monotonic() > until:
            return
