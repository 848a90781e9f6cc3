"""Which articles are like one another, and what of that editors are asked."""

from collections.abc import Collection, Iterable, Mapping
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
    SELECT article_number, other FROM (
        SELECT own.article_number, found.article_number AS other, row_number() OVER (
            PARTITION BY own.article_number ORDER BY count(*) DESC, found.article_number DESC
        ) AS place
        FROM unnest(%s::bigint[], %s::bigint[]) AS own (key, article_number)
        CROSS JOIN LATERAL (
            SELECT article_number FROM articles_signaturekey
            WHERE articles_signaturekey.key = own.key
            ORDER BY article_number DESC LIMIT %s
        ) AS found
        WHERE found.article_number <> own.article_number
        GROUP BY own.article_number, found.article_number
    ) AS ranked
    WHERE place <= %s
    ORDER BY article_number, place
"""


def likely_alike(signatures: Mapping[int, "Keys"]) -> dict[int, list[int]]:
    """Give, for articles by their numbers, those whose texts are worth comparing, likest first.

    Costs the same however many articles there are, and however many have a key.
    """
    sharing = _sharing_keys(signatures)
    others = {other for _number, other in sharing}
    keys = dict(Signature.objects.filter(pk__in=others).values_list("pk", "keys")) if others else {}
    likely: dict[int, list[tuple[float, int]]] = {number: [] for number in signatures}
    for number, other in sharing:
        estimated = estimate(signatures[number], keys.get(other, ()))
        if estimated >= LIKELY:
            likely[number].append((estimated, other))
    return {
        number: [other for _estimate, other in sorted(found, reverse=True)[:MOST_MEASURED]]
        for number, found in likely.items()
    }


def _sharing_keys(signatures: Mapping[int, "Keys"]) -> list[tuple[int, int]]:
    pairs = [(key, number) for number, keys in signatures.items() for key in keys]
    if not pairs:
        return []
    keys, numbers = map(list, zip(*pairs, strict=True))
    with connection.cursor() as cursor:
        cursor.execute(_SHARING_KEYS, [keys, numbers, MOST_OF_A_KEY, MOST_ESTIMATED])
        return [(number, other) for number, other in cursor.fetchall()]


def partners_offered(numbers: Collection[int]) -> dict[int, set[int]]:
    """Give the articles that each of these is offered as the same as, as measured."""
    partners: dict[int, set[int]] = {number: set() for number in numbers}
    for first, second in measured_among(numbers).values_list("first", "second"):
        partners.get(first, set()).add(second)
        partners.get(second, set()).add(first)
    return partners


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
