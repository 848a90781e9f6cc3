"""Whose turn it is at a site is settled in PostgreSQL, for all workers at once."""

from datetime import timedelta
from itertools import pairwise
from threading import Barrier
from time import monotonic, sleep

import pytest
from django.conf import LazySettings
from django.db.models import F
from django.db.models.functions import Now
from django.utils import timezone

from articles.actions.sites import LONGEST_WAIT, SharedManners
from articles.fetching import Busy, Refusal, Robots, Unfetchable, parse
from articles.models import SeenRedirect, Site, SiteRules
from tests.at_once import at_once

HOST = "baotinh.example"
PAUSE = 30.0
"""Long enough that nothing here depends on how fast the machine is."""

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _pace(settings: LazySettings) -> None:
    settings.FETCH_PAUSE_SECONDS = PAUSE
    settings.FETCH_AT_ONCE = 1


def ask(host: str = HOST, *, pause: timedelta | None = None, seconds: float = 0.0) -> None:
    with SharedManners().turn(host, pause):
        sleep(seconds)


def told_to_wait(host: str = HOST) -> float:
    with pytest.raises(Busy) as busy:
        ask(host)
    return busy.value.pause.total_seconds()


def seconds_to_rest() -> float:
    rest: timedelta = Site.objects.values_list(F("free_at") - Now(), flat=True).get()
    return rest.total_seconds()


def fail(retry_after: timedelta | None = None) -> None:
    with pytest.raises(Unfetchable), SharedManners().turn(HOST):
        raise Unfetchable(Refusal.NO_ANSWER, may_pass=True, retry_after=retry_after)


def pass_time(seconds: float) -> None:
    """Have all that is known of sites be so much older."""
    by = timedelta(seconds=seconds)
    Site.objects.update(
        free_at=F("free_at") - by,
        next_up_at=F("next_up_at") - by,
        line_ends_at=F("line_ends_at") - by,
    )


def test_a_site_is_asked_no_faster_than_allowed() -> None:
    ask()
    assert 0.5 * PAUSE < told_to_wait() <= PAUSE
    ask("another.example")

    pass_time(PAUSE)
    ask()


def test_those_who_wait_come_one_after_the_other() -> None:
    ask()

    waits = [told_to_wait() for _ in range(5)]

    assert waits == sorted(waits)
    gaps = [after - before for before, after in pairwise(waits)]
    assert all(gap > 0.5 * PAUSE for gap in gaps)
    assert waits[-1] < 5 * PAUSE + 1


def test_who_comes_too_early_once_more_gets_the_next_free_moment() -> None:
    ask()
    for _ in range(4):
        told_to_wait()

    pass_time(PAUSE)
    ask()

    assert told_to_wait() <= PAUSE


def test_nobody_is_sent_away_for_long(settings: LazySettings) -> None:
    ask()
    Site.objects.update(
        line_ends_at=Now() + timedelta(hours=5), next_up_at=Now() + timedelta(hours=5)
    )

    assert told_to_wait() <= LONGEST_WAIT.total_seconds()


def test_a_site_answers_no_more_workers_than_allowed_at_once(settings: LazySettings) -> None:
    settings.FETCH_PAUSE_SECONDS = 0
    settings.FETCH_AT_ONCE = 2

    with SharedManners().turn(HOST):
        sleep(0.02)
        with SharedManners().turn(HOST):
            sleep(0.02)
            told_to_wait()


def test_a_worker_that_dies_gives_its_place_back_in_time() -> None:
    with SharedManners().turn(HOST):
        pass_time(60)
        assert told_to_wait() > 0

        Site.objects.update(under_way=[timezone.now() - timedelta(seconds=1)])
        ask()


def test_a_slow_site_has_a_rest_as_long_as_it_took(settings: LazySettings) -> None:
    settings.FETCH_PAUSE_SECONDS = 0
    before = monotonic()
    ask(seconds=3)
    took = monotonic() - before

    assert 0.5 < told_to_wait() <= took


def test_a_site_that_fails_has_longer_and_longer_rests() -> None:
    waits = []
    for _ in range(4):
        fail()
        waits.append(told_to_wait())
        pass_time(3600)

    assert [round(wait / (2 * PAUSE)) for wait in waits] == [1, 2, 4, 8]

    ask()
    assert told_to_wait() <= PAUSE


def test_a_site_that_says_when_is_asked_then() -> None:
    fail(retry_after=timedelta(minutes=2))

    assert 119 < told_to_wait() <= 120


def test_a_site_that_fails_for_good_does_not_end_in_an_overflow() -> None:
    ask()
    Site.objects.update(failures=16)
    pass_time(3600)

    fail()

    assert 590 < seconds_to_rest() <= 600


def test_nobody_waits_for_a_site_that_keeps_failing() -> None:
    ask()
    Site.objects.update(failures=7, free_at=Now() + timedelta(minutes=9))
    told_to_wait()

    Site.objects.update(failures=8)
    with pytest.raises(Unfetchable, match="8 times in a row") as failed:
        ask()
    assert (failed.value.code, failed.value.may_pass) == (Refusal.NO_ANSWER, True)
    assert Site.objects.get().failures == 8
    assert seconds_to_rest() > 500

    pass_time(600)
    ask()
    assert told_to_wait() <= PAUSE


def test_what_robots_ask_for_goes_beyond_our_own_pause() -> None:
    ask(pause=timedelta(seconds=50))

    assert PAUSE < told_to_wait() <= 50


def test_rules_are_known_to_all_for_a_day() -> None:
    manners = SharedManners()
    assert manners.robots("https://a.example") is None

    manners.keep_robots("https://a.example", Robots("Disallow: /"))
    manners.keep_robots("https://a.example", Robots())
    assert SharedManners().robots("https://a.example") == Robots()

    SiteRules.objects.update(asked_at=Now() - timedelta(hours=25))
    assert manners.robots("https://a.example") is None


def test_redirects_are_known_to_all_for_an_hour_and_then_gone() -> None:
    manners = SharedManners()
    old, new = parse("https://a.example/1"), parse("https://a.example/2")

    manners.keep_redirect(old, "/x")
    manners.keep_redirect(old, "/y")
    assert SharedManners().leads_to(old) == "/y"

    SeenRedirect.objects.update(seen_at=Now() - timedelta(minutes=61))
    assert manners.leads_to(old) is None
    manners.keep_redirect(new, "/z")
    assert list(SeenRedirect.objects.values_list("leads_to", flat=True)) == ["/z"]


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_gets_the_turn() -> None:
    asked = []

    def try_it(together: Barrier) -> None:
        together.wait()
        with SharedManners().turn(HOST):
            asked.append(monotonic())

    errors = at_once(*[try_it] * 8)

    assert len(asked) == 1
    assert len([error for error in errors if isinstance(error, Busy)]) == 7
