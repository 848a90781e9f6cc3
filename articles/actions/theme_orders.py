"""Merging and splitting themes: at once, or by a worker where very many articles are concerned.

As with re-readings, the database is the truth and the broker a doorbell.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from articles.actions.doorbell import ring_for_due
from articles.actions.leases import LeaseLostError, a_lease_from_now, claimed, kept_alive, mine
from articles.actions.theme_merging import PERMISSION, merge_themes
from articles.actions.theme_splitting import merge_of, split_theme
from articles.models import ThemeOrder
from articles.queries.theme_merges import articles_given_back, articles_touched
from articles.refusal import Refused, require

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from django.db.models import QuerySet

    from articles.models import Article, Theme

logger = logging.getLogger(__name__)

MOST_AT_ONCE: Final = 2_000
"""Articles: about a second. For more, nobody waits."""
ATTEMPTS: Final = 3
TRIED_AGAIN_AFTER: Final = timedelta(seconds=10)
ANNOUNCED_AT_ONCE: Final = 4


def merge_or_order(person: AbstractUser, theme: Theme, into: Theme) -> ThemeOrder | None:
    """Merge a theme into another, or order that it is done; give the order then."""
    require(person, PERMISSION)
    articles = articles_touched(theme)
    if _are_few(articles):
        merge_themes(person, theme, into)
        return None
    return _order(person, theme, into, articles)


def split_or_order(person: AbstractUser, theme: Theme) -> ThemeOrder | None:
    """Split a theme off again, or order that it is done; give the order then."""
    require(person, PERMISSION)
    articles = articles_given_back(merge_of(theme))
    if _are_few(articles):
        split_theme(person, theme)
        return None
    return _order(person, theme, None, articles)


def run_order(order_id: int) -> None:
    """Do what was ordered. Harmless for one that is done."""
    order = claimed(ThemeOrder.objects.select_related("theme", "into", "ordered_by"), order_id)
    if order is None:
        return

    def beat() -> int:
        return mine(order).update(leased_until=a_lease_from_now(), done=order.done)

    try:
        with kept_alive(beat), transaction.atomic():
            _do(order)
            _end(order, done=order.articles)
    except Refused as refusal:
        _end(order, why_not=str(refusal))
    except LeaseLostError:
        logger.warning("Order %s about a theme was taken away", order.pk)
    except Exception:
        logger.exception("Order %s about a theme could not be done", order.pk)
        mine(order).update(leased_until=Now() + order.attempts * TRIED_AGAIN_AFTER, done=0)


def ring_waiting_orders() -> int:
    """Announce orders that wait or whose worker is gone."""
    return ring_for_due(ThemeOrder.objects.all(), "articles.jobs.do_theme_order", ANNOUNCED_AT_ONCE)


def _are_few(articles: QuerySet[Article]) -> bool:
    return articles.order_by()[: MOST_AT_ONCE + 1].count() <= MOST_AT_ONCE


@transaction.atomic
def _order(
    person: AbstractUser, theme: Theme, into: Theme | None, articles: QuerySet[Article]
) -> ThemeOrder:
    try:
        with transaction.atomic():
            order = ThemeOrder.objects.create(
                theme=theme,
                into=into,
                articles=articles.order_by().count(),
                ordered_by_id=person.pk,
                leased_until=Now(),
            )
    except IntegrityError:
        raise Refused(
            _("“%(theme)s” is being merged or split off already.") % {"theme": theme}
        ) from None
    transaction.on_commit(ring_waiting_orders, robust=True)
    return order


def _do(order: ThemeOrder) -> None:
    if order.attempts > ATTEMPTS:
        raise Refused(_("It failed too often."))

    def tell(done: int) -> None:
        order.done = done  # the next beat says so

    if order.into is None:
        split_theme(order.ordered_by, order.theme, tell)
    else:
        merge_themes(order.ordered_by, order.theme, order.into, tell)


def _end(order: ThemeOrder, *, done: int = 0, why_not: str = "") -> None:
    if not mine(order).update(leased_until=None, ended_at=Now(), done=done, why_not=why_not):
        raise LeaseLostError
