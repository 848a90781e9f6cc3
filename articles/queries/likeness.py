"""Which articles are like one another, and what of that editors are asked."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from articles.likeness.signatures import estimate
from articles.models import Article, Likeness, Signature
from articles.queries.counting import Counted, capped

if TYPE_CHECKING:
    from articles.likeness.signatures import Keys

MOST_OF_A_KEY: Final = 40
"""Articles that are looked at for one key: the newest. Boilerplate is in any number of them."""
MOST_ESTIMATED: Final = 30
MOST_MEASURED: Final = 10
LIKELY: Final = 0.12
"""Estimates from which on two texts are compared. An excerpt is like its whole by its share."""
State = Likeness.State

_SHARING_KEYS: Final = """
    SELECT found.article_number
    FROM unnest(%s::bigint[]) AS own (key)
    CROSS JOIN LATERAL (
        SELECT article_number FROM articles_signaturekey
        WHERE articles_signaturekey.key = own.key
        ORDER BY article_number DESC LIMIT %s
    ) AS found
    WHERE found.article_number <> %s
    GROUP BY found.article_number
    ORDER BY count(*) DESC, found.article_number DESC
    LIMIT %s
"""


def likely_alike(keys: "Keys", article_number: int) -> list[int]:
    """Give the numbers of the articles whose texts are worth comparing, the likest first.

    Costs the same however many articles there are, and however many have a key.
    """
    sharing = _sharing_keys(keys, article_number)
    signed = Signature.objects.filter(pk__in=sharing).values_list("pk", "keys")
    estimates = {number: estimate(keys, theirs) for number, theirs in signed}
    likely = [number for number in sharing if estimates.get(number, 0) >= LIKELY]
    return sorted(likely, key=lambda number: -estimates[number])[:MOST_MEASURED]


def _sharing_keys(keys: "Keys", article_number: int) -> Sequence[int]:
    if not keys:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_SHARING_KEYS, [keys, MOST_OF_A_KEY, article_number, MOST_ESTIMATED])
        return [number for (number,) in cursor.fetchall()]


def partners_offered(article_number: int) -> set[int]:
    """Give the numbers of the articles that this one is offered as the same as, as measured."""
    rows = Likeness.objects.filter(_of([article_number]), state=State.OFFERED, via=None)
    pairs = rows.values_list("first", "second")
    return {number for pair in pairs for number in pair} - {article_number}


def measured_among(numbers: Iterable[int]) -> QuerySet[Likeness]:
    """Give what was found by comparing texts, of these articles, and is not decided on."""
    return Likeness.objects.filter(_of(numbers), state=State.OFFERED, via=None)


def family_of(numbers: Iterable[int]) -> list[int]:
    """Give the numbers with those of the articles that were merged into them."""
    wanted = list(numbers)
    family = Article.objects.filter(Q(pk__in=wanted) | Q(merged_into__in=wanted))
    return list(family.order_by("pk").values_list("pk", flat=True))


def offers() -> QuerySet[Likeness]:
    """Give what editors are asked: of two articles at the desk, whether they are one."""
    return (
        Likeness.objects.filter(
            state=State.OFFERED,
            first__state=Article.State.ACTIVE,
            second__state=Article.State.ACTIVE,
        )
        .select_related("first__publisher", "second__publisher")
        .defer("first__search", "second__search")
        .order_by("-pk")
    )


def offers_counted() -> Counted:
    return capped(offers())


def offers_of(article: Article) -> list[Likeness]:
    """Give the offers that this article is the same as another, the likest first."""
    return sorted(offers().filter(_of([article.pk])), key=lambda likeness: -likeness.share)


def with_texts() -> QuerySet[Likeness]:
    """Give likenesses of whatever state with all that a page beside each other shows."""
    return Likeness.objects.select_related(
        "first__publisher", "first__text", "second__publisher", "second__text", "decided_by"
    ).defer("first__search", "second__search", "first__text__search", "second__text__search")


def kept_apart_from(article: Article) -> QuerySet[Likeness]:
    rows = Likeness.objects.filter(_of([article.pk]), state=State.KEPT_APART)
    return rows.select_related("first__publisher", "second__publisher", "decided_by").defer(
        "first__search", "second__search"
    )


def merged_with(article: Article) -> QuerySet[Article]:
    """Give the articles that were merged into this one, with who did it."""
    return (
        article.merged.select_related("publisher", "merge__decided_by")
        .prefetch_related("addresses")
        .defer("search")
        .order_by("pk")
    )


def _of(numbers: Iterable[int]) -> Q:
    wanted = list(numbers)
    return Q(first__in=wanted) | Q(second__in=wanted)


def due_for_comparing() -> int:
    return Signature.objects.filter(due_at__lte=Now()).count()
