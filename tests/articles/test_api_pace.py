"""How much one token may send at once."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.db.models import F
from django.db.models.functions import Now

from articles.models import ApiToken, ImportJob
from tests.articles.api import ADDRESS, System

pytestmark = pytest.mark.django_db


@pytest.fixture
def system(rung: list[int], settings: LazySettings) -> System:
    settings.API_IMPORTS_PER_MINUTE = 3
    return System()


def send(system: System, times: int) -> list[int]:
    return [system.sends({"addresses": [ADDRESS]}).status_code for _ in range(times)]


def later(**time: float) -> None:
    ApiToken.objects.update(busy_until=F("busy_until") - timedelta(**time))


def test_beyond_it_a_token_is_told_when_to_come_back(system: System) -> None:
    assert send(system, 3) == [202, 202, 202]
    answer: Any = system.sends({"addresses": [ADDRESS]})

    assert answer.status_code == 429
    assert 19 <= int(answer["Retry-After"]) <= 20
    assert answer.json() == {
        "error": "too_often",
        "message": "This token has sent too much at once. Try again in"
        f" {answer['Retry-After']} seconds.",
        "where": "Authorization",
    }
    assert ImportJob.objects.count() == 3


def test_room_comes_back_as_time_goes(system: System) -> None:
    send(system, 4)
    later(seconds=21)
    assert send(system, 2) == [202, 429]
    later(hours=5)
    assert send(system, 4) == [202, 202, 202, 429]


def test_what_was_refused_is_not_counted(system: System) -> None:
    send(system, 30)
    assert ApiToken.objects.filter(busy_until__lte=Now() + timedelta(minutes=1)).exists()


def test_each_token_has_a_pace_of_its_own(system: System) -> None:
    send(system, 4)
    assert send(System(system.person, "Archive"), 1) == [202]


def test_asking_how_it_goes_is_not_counted(system: System) -> None:
    status = system.sends({"addresses": [ADDRESS]}).json()["status"]
    send(system, 3)
    assert system.asks(status).status_code == 200


def test_a_desk_may_set_no_limit(system: System, settings: LazySettings) -> None:
    settings.API_IMPORTS_PER_MINUTE = 0
    assert send(system, 5) == [202] * 5
