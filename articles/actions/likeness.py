"""What editors say of two articles that are alike: one of them, or two.

The article that steps aside keeps all that it has: address, publisher, text, tasks. It only leads
to the one that stays, so that undoing it is taking that away again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.actions.locks import again_after_deadlock
from articles.history import by
from articles.models import Article, Likeness
from articles.queries.likeness import family_of, measured_among
from articles.refusal import Refused, require
from articles.signals import article_stepping_aside

if TYPE_CHECKING:
    from collections.abc import Collection

    from django.contrib.auth.models import AbstractUser

PERMISSION: Final = "articles.change_article"
State = Likeness.State


@again_after_deadlock
def merge_articles(
    person: AbstractUser, likeness_id: int, stays_id: int | None = None
) -> tuple[Article, Article]:
    """Say that two articles are one. Gives the one that steps aside, and the one that stays.

    Where the person does not say which stays, it is the whole rather than an excerpt, and else the
    one that was there first; but one that people have worked with does not step aside.
    """
    require(person, PERMISSION)
    likeness, articles = _held(likeness_id)
    _refuse_unless(likeness, State.OFFERED)
    pair = [articles[likeness.first_id], articles[likeness.second_id]]
    if any(article.state != Article.State.ACTIVE for article in pair):
        raise Refused(_("One of them is not at the desk any more."))
    aside, stays = _chosen(likeness, pair, stays_id)
    with by(person):
        _decide(likeness, State.MERGED, person, aside)
        # First what was merged into it before: nobody has to follow more than one step.
        Article.objects.filter(merged_into=aside).update(merged_into=stays)
        aside.state, aside.merged_into = Article.State.MERGED, stays
        aside.save(update_fields=["state", "merged_into"])
        hand_on(family_of([stays.pk]))
    return aside, stays


@again_after_deadlock
def split_article(person: AbstractUser, article: Article) -> Article:
    """Undo a merge wholly: the article is at the desk again, with all that it had taken in."""
    require(person, PERMISSION)
    merge = Likeness.objects.filter(aside=article).first()
    if merge is None:
        raise Refused(_("This article is not merged with another."))
    merge, articles = _held(merge.pk)
    if merge.aside_id != article.pk:
        raise Refused(_("This article is not merged with another."))
    article = articles[article.pk]
    stood_for_it = article.standing
    taken_along = _merged_by_way_of(article)
    with by(person):
        _decide(merge, State.OFFERED, None, None)
        article.state, article.merged_into = Article.State.ACTIVE, None
        article.save(update_fields=["state", "merged_into"])
        Article.objects.filter(pk__in=taken_along).update(merged_into=article)
        hand_on(family_of([article.pk, stood_for_it.pk]))
    return article


@transaction.atomic
def keep_apart(person: AbstractUser, likeness_id: int) -> Likeness:
    """Say that these are two articles, so that nobody is asked again whether they are one."""
    require(person, PERMISSION)
    likeness = _held(likeness_id)[0]
    _refuse_unless(likeness, State.OFFERED)
    with by(person):
        _decide(likeness, State.KEPT_APART, person, None)
    return likeness


@transaction.atomic
def offer_again(person: AbstractUser, likeness_id: int) -> Likeness:
    """Take back that they are two: they are offered as one again."""
    require(person, PERMISSION)
    likeness = _held(likeness_id)[0]
    _refuse_unless(likeness, State.KEPT_APART)
    with by(person):
        _decide(likeness, State.OFFERED, None, None)
        hand_on([likeness.first_id, likeness.second_id])
    return likeness


def against_stepping_aside(article: Article, *, holding: bool = False) -> list[str]:
    """Give what speaks against it, in sentences.

    `holding` has it stay as it is until the transaction ends.
    """
    told: list[tuple[Any, Any]] = article_stepping_aside.send(
        sender=Article, article=article, holding=holding
    )
    return [sentence for _receiver, sentences in told for sentence in sentences]


def hand_on(numbers: Collection[int]) -> None:
    """Offer of an article that stays what was found of those that stepped aside for it.

    Of these articles, and no longer what does not hold any more. The caller holds them.
    """
    pairs = measured_among(numbers).select_related("first", "second")
    found = list(pairs.defer("first__search", "second__search").order_by("-jaccard"))
    wanted: dict[_Pair, Likeness] = {}
    for likeness in found:
        pair = _standing(likeness)
        if pair.first != pair.second and pair != (likeness.first_id, likeness.second_id):
            wanted.setdefault(pair, likeness)
    handed_on = Likeness.objects.filter(via__in=found, state=State.OFFERED)
    for old in handed_on:
        pair = _Pair(old.first_id, old.second_id)
        if pair in wanted and wanted[pair].pk == old.via_id:
            del wanted[pair]
        else:
            old.delete()
    Likeness.objects.bulk_create(
        (
            Likeness(
                first_id=pair.first,
                second_id=pair.second,
                way=likeness.way,
                jaccard=likeness.jaccard,
                contained=likeness.contained,
                via=likeness,
            )
            for pair, likeness in wanted.items()
        ),
        ignore_conflicts=True,
    )


def withdraw_handed_on(article: Article) -> None:
    """Offer no longer of others what was found of this article, which is about to be erased."""
    found = measured_among([article.pk])
    Likeness.objects.filter(via__in=found, state=State.OFFERED).delete()


class _Pair(NamedTuple):
    first: int
    second: int


def _standing(likeness: Likeness) -> _Pair:
    numbers = (each.merged_into_id or each.pk for each in (likeness.first, likeness.second))
    return _Pair(*sorted(numbers))


def _held(likeness_id: int) -> tuple[Likeness, dict[int, Article]]:
    """Lock both articles with all that were merged into them, in one order; then the likeness."""
    pair = Likeness.objects.filter(pk=likeness_id).values_list("first", "second").first()
    family = family_of(pair or [])
    rows = Article.objects.select_for_update().filter(pk__in=family).order_by("pk")
    articles = {article.pk: article for article in rows}
    likeness = Likeness.objects.select_for_update().filter(pk=likeness_id).first()
    if likeness is None:
        raise Refused(_("These articles are not offered as one any more."))
    return likeness, articles


def _refuse_unless(likeness: Likeness, state: Likeness.State) -> None:
    if likeness.state != state:
        raise Refused(_("Somebody else has decided on these two articles meanwhile."))


def _chosen(
    likeness: Likeness, pair: list[Article], stays_id: int | None
) -> tuple[Article, Article]:
    """Give the one that steps aside and the one that stays, or refuse."""
    if stays_id is None and _is_excerpt_of_later(likeness, pair):
        pair.reverse()
    if stays_id is not None:
        pair = sorted(pair, key=lambda article: article.pk != stays_id)
        if pair[0].pk != stays_id:
            raise Refused(_("Choose one of the two articles."))
    stays, aside = pair
    reasons = against_stepping_aside(aside, holding=True)
    if reasons and stays_id is None and not against_stepping_aside(stays, holding=True):
        return stays, aside
    if reasons:
        raise Refused(
            _("“%(article)s” cannot step aside. %(reasons)s")
            % {"article": aside, "reasons": " ".join(reasons)}
        )
    return aside, stays


def _is_excerpt_of_later(likeness: Likeness, pair: list[Article]) -> bool:
    if likeness.way != Likeness.Way.EXCERPT:
        return False
    earlier, later = (len(article.text.body) if article.text else 0 for article in pair)
    return later > earlier


def _decide(
    likeness: Likeness, state: Likeness.State, person: AbstractUser | None, aside: Article | None
) -> None:
    likeness.state, likeness.aside = state, aside
    likeness.decided_by_id = person.pk if person else None
    likeness.decided_at = timezone.now() if person else None
    likeness.save(update_fields=["state", "aside", "decided_by", "decided_at"])


def _merged_by_way_of(article: Article) -> set[int]:
    """Give the numbers of the articles that were merged into this one, directly or by a further."""
    below: set[int] = set()
    reached = {article.pk}
    while reached:
        merges = Likeness.objects.filter(state=State.MERGED)
        pairs = merges.filter(first__in=reached) | merges.filter(second__in=reached)
        rows = pairs.exclude(aside__in=reached).values_list("aside", flat=True)
        reached = {number for number in rows if number} - below
        below |= reached
    return below
