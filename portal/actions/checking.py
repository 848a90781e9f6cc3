"""Asking whether the sources that a list leads to are still there.

An order is a row with a due time before a worker hears of it. Sites are asked as politely as for an
import: one request at a time, when it is our turn, and what their robots.txt allows.
"""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from django.db import transaction
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Now

from articles.actions.doorbell import ring_later, ring_on_commit
from articles.actions.sites import web_client
from articles.fetching import Busy, Client, Refusal, Unfetchable
from articles.models import Article
from articles.refusal import require
from portal.models import CuratedList
from portal.models.source_checks import SourceCheck
from portal.queries.lists import articles_in

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

Outcome = SourceCheck.Outcome

JOB: Final = "portal.jobs.check_source"
HOLDS_FOR: Final = timedelta(hours=1)
"""So soon nobody asks again."""
A_LOOK: Final = timedelta(minutes=6)
"""Longer than the workers' time limit: whoever still asks then is gone."""
ATTEMPTS: Final = 3
FIRST_PAUSE: Final = timedelta(minutes=1)
RUNG_AT_ONCE: Final = 50
RUNG_WITHIN: Final = timedelta(seconds=30)
"""Whoever waits longer for a site is rung for with all others."""
ENOUGH: Final = 64 * 1024
"""Bytes of a page: that it is there is all we ask."""

_ANSWERED: Final = {Refusal.TOO_LARGE, Refusal.UNSUPPORTED, Refusal.PICTURE}
_GONE: Final = {Refusal.NOT_FOUND, Refusal.LEADS_NOWHERE, Refusal.BAD_ADDRESS, Refusal.EMPTY}


@transaction.atomic
def check_sources(person: "AbstractUser", curated_list: CuratedList) -> int:
    """Have the sources of a list asked for; say how many. What was asked just now is not."""
    require(person, "portal.change_curatedlist")
    articles = articles_in(curated_list).exclude(source_url="").distinct()
    SourceCheck.objects.bulk_create(
        [
            SourceCheck(article=article, address=article.source_url, due_at=Now())
            for article in articles.order_by("pk")
        ],
        ignore_conflicts=True,
    )
    checks = SourceCheck.objects.filter(article__in=articles)
    address = Article.objects.filter(pk=OuterRef("article")).values("source_url")
    _order(checks.exclude(address=F("article__source_url")), address=Subquery(address))
    _order(checks.filter(due_at=None, checked_at__lt=Now() - HOLDS_FOR))
    due = list(checks.filter(due_at__lte=Now()).order_by("pk").values_list("pk", flat=True))
    ring_on_commit(JOB, due[:RUNG_AT_ONCE])
    return checks.filter(due_at__isnull=False).count()


def ring_due_checks() -> None:
    """Ring again for what nobody came for."""
    due = SourceCheck.objects.filter(due_at__lte=Now()).order_by("due_at")
    ring_on_commit(JOB, list(due.values_list("pk", flat=True)[:RUNG_AT_ONCE]))


def check_source(check_id: int) -> None:
    """Ask. Harmless for what is not due, or what somebody asks for already."""
    check = _claimed(check_id)
    if check is None:
        return
    try:
        _brief(web_client()).fetch(check.address)
    except Busy as busy:
        _wait(check, busy.pause, attempts=check.attempts - 1)
        if busy.pause <= RUNG_WITHIN:
            ring_later(JOB, check.pk, busy.pause)
    except Unfetchable as unfetchable:
        if unfetchable.may_pass and check.attempts < ATTEMPTS:
            pause = FIRST_PAUSE * 4 ** (check.attempts - 1)
            _wait(check, max(pause, unfetchable.retry_after or timedelta()))
        else:
            _end(check, _outcome(unfetchable))
    else:
        _end(check, Outcome.ANSWERS)


def _outcome(unfetchable: Unfetchable) -> SourceCheck.Outcome:
    if unfetchable.code in _ANSWERED:
        return Outcome.ANSWERS
    if unfetchable.code in _GONE:
        return Outcome.GONE
    return Outcome.SILENT if unfetchable.code == Refusal.NO_ANSWER else Outcome.UNTOLD


def _order(checks: QuerySet[SourceCheck], **told: Any) -> None:
    checks.update(
        due_at=Now(), attempts=0, outcome="", checked_at=None, claim=F("claim") + 1, **told
    )


@transaction.atomic
def _claimed(check_id: int) -> SourceCheck | None:
    due = SourceCheck.objects.select_for_update(skip_locked=True)
    check = due.filter(pk=check_id, due_at__lte=Now()).first()
    if check is None:
        return None
    check.claim += 1
    check.attempts += 1
    SourceCheck.objects.filter(pk=check_id).update(
        claim=check.claim, attempts=check.attempts, due_at=Now() + A_LOOK
    )
    return check


def _mine(check: SourceCheck) -> QuerySet[SourceCheck]:
    return SourceCheck.objects.filter(pk=check.pk, claim=check.claim)


def _wait(check: SourceCheck, pause: timedelta, **told: Any) -> None:
    _mine(check).update(due_at=Now() + pause, **told)


def _end(check: SourceCheck, outcome: SourceCheck.Outcome) -> None:
    _mine(check).update(due_at=None, outcome=outcome, checked_at=Now())


def _brief(client: Client) -> Client:
    return replace(client, rules=replace(client.rules, largest=ENOUGH))
