"""Good manners that all workers share: whose turn it is at a site, and what is known of it.

A site is a row. Whoever wants to ask it takes a turn in a short transaction of its own, and gives
it back; nobody sleeps meanwhile. Who comes too early is told when to come back: the first one at
the next free moment, the others one after the other behind those who wait already.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from random import uniform
from typing import Final

from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.db.models.functions import Now

from articles.fetching import Address, Busy, Client, Own, Refusal, Robots, Rules, Unfetchable
from articles.models import SeenRedirect, Site, SiteRules

logger = logging.getLogger(__name__)

RULES_HOLD: Final = timedelta(days=1)
REDIRECTS_HOLD: Final = timedelta(hours=1)
SHORTEST_PAUSE: Final = timedelta(milliseconds=10)
LONGEST_WAIT: Final = timedelta(minutes=10)
LONGEST_REST: Final = timedelta(minutes=10)
MOST_FAILURES: Final = 16
GIVEN_UP_AFTER: Final = 8
"""Failures in a row, after which a site is not waited for: thousands of pages would wait for it
one after the other, each until it has failed by itself, for months."""
_MARGIN: Final = timedelta(seconds=30)
"""What a worker needs besides the time that a request may take."""


class SharedManners:
    """`articles.fetching.Manners`, kept in PostgreSQL."""

    @contextmanager
    def turn(self, host: str, pause: timedelta | None = None) -> Iterator[None]:
        every = max(timedelta(seconds=settings.FETCH_PAUSE_SECONDS), pause or SHORTEST_PAUSE)
        place = _take(host, every)
        failure: Unfetchable | None = None
        try:
            yield
        except Unfetchable as unfetchable:
            failure = unfetchable
            raise
        finally:
            try:
                _give_back(host, place, every, failure)
            except DatabaseError:  # the place runs out by itself
                logger.warning("The turn at %s was not given back", host, exc_info=True)

    def robots(self, origin: str) -> Robots | None:
        known = SiteRules.objects.filter(origin=origin, asked_at__gt=Now() - RULES_HOLD)
        text = known.values_list("robots", flat=True).first()
        return None if text is None else Robots(text)

    def keep_robots(self, origin: str, robots: Robots) -> None:
        SiteRules.objects.update_or_create(
            origin=origin, defaults={"robots": robots.text, "asked_at": Now()}
        )

    def leads_to(self, address: Address) -> str | None:
        seen = SeenRedirect.objects.filter(address=address.url, seen_at__gt=Now() - REDIRECTS_HOLD)
        return seen.values_list("leads_to", flat=True).first()

    def keep_redirect(self, address: Address, to: str) -> None:
        SeenRedirect.objects.filter(seen_at__lte=Now() - REDIRECTS_HOLD).delete()
        SeenRedirect.objects.update_or_create(
            address=address.url, defaults={"leads_to": to, "seen_at": Now()}
        )


def forget_redirects() -> None:
    """Forget all of them: one may name what was refused or erased. They are asked for again."""
    SeenRedirect.objects.all().delete()


def web_client() -> Client:
    """Give the client that the desk fetches with."""
    return Client(
        Rules(
            user_agent=settings.FETCH_USER_AGENT,
            own=Own(settings.FETCH_OWN_HOSTS),
            ports=settings.FETCH_PORTS,
            total=settings.FETCH_SECONDS,
            largest=settings.IMPORT_MAX_BYTES,
        ),
        SharedManners(),
    )


def _longest_visit() -> timedelta:
    return timedelta(seconds=settings.FETCH_SECONDS) + _MARGIN


def _take(host: str, every: timedelta) -> datetime:
    """Take a place at the site until the time that is returned, or raise `Busy`.

    Whoever comes to a site that keeps failing, between two times that it is tried, has failed too.
    """
    with transaction.atomic():
        site, now = _locked(host)
        taken = [until for until in site.under_way if until > now]
        if site.free_at <= now and len(taken) < settings.FETCH_AT_ONCE:
            place = now + _longest_visit()
            site.free_at, site.under_way = now + every, [*taken, place]
            site.save()
            return place
        if site.failures >= GIVEN_UP_AFTER:
            words = (
                f"{host} failed {site.failures} times in a row; it rests until it is asked again"
            )
            raise Unfetchable(Refusal.NO_ANSWER, words, may_pass=True)
        due = _due(site, taken, now, every)
        site.save()
    raise Busy(due - now)


def _give_back(host: str, place: datetime, every: timedelta, failure: Unfetchable | None) -> None:
    with transaction.atomic():
        site, now = _locked(host)
        site.under_way = [until for until in site.under_way if until != place]
        # As long as it took, so that a slow site has its rest, and workers have time for others.
        rest = now - (place - _longest_visit())
        if failure is not None and failure.may_pass:
            site.failures = min(site.failures + 1, MOST_FAILURES)
            rest = max(rest, failure.retry_after or min(every * 2**site.failures, LONGEST_REST))
        else:
            site.failures = 0
        site.free_at = max(site.free_at, now + rest)
        site.save()


def _due(site: Site, taken: list[datetime], now: datetime, every: timedelta) -> datetime:
    """When somebody who is early should come back; the site remembers what it promised."""
    free = site.free_at
    if len(taken) >= settings.FETCH_AT_ONCE:
        free = max(free, now + every)  # nobody knows when a place is free again
    if site.next_up_at < site.free_at or site.next_up_at <= now:
        site.next_up_at = free
        return free
    end = max(site.line_ends_at, free) + every
    if end - now > LONGEST_WAIT:
        return now + LONGEST_WAIT * uniform(0.5, 1)  # noqa: S311 - no secret hangs on it
    site.line_ends_at = end
    return end


def _locked(host: str) -> tuple[Site, datetime]:
    """Give the site, its row locked, and the time since which it is."""
    sites = Site.objects.select_for_update()
    site = sites.filter(host=host).first()
    if site is None:
        Site.objects.bulk_create([Site(host=host)], ignore_conflicts=True)
        site = sites.get(host=host)
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        row = cursor.fetchone()
    now: datetime = row[0]
    return site, now
