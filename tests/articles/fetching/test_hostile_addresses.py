"""Nothing is connected to but the open internet, however an address is written."""

from collections.abc import Sequence
from typing import Any, NoReturn

import httpcore
import pytest

from articles.fetching import Alone, Client, Own, Refusal, Rules, Unfetchable
from articles.fetching.places import may_connect
from tests.articles.fetching.hostile import HOSTILE, known_names


class ConnectedError(Exception):
    """The client has connected to a place."""


@pytest.fixture(autouse=True)
def _watched(monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(_self: Any, host: str, *_args: Any) -> NoReturn:
        raise ConnectedError(host)

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)


def client(**rules: Any) -> Client:
    return Client(Rules(**rules), Alone(), resolve=known_names)


@pytest.mark.parametrize(("address", "refusal"), HOSTILE)
def test_is_refused_for_its_reason(address: str, refusal: Refusal) -> None:
    with pytest.raises(Unfetchable) as refused:
        client().fetch(address)

    assert refused.value.code == refusal
    assert not refused.value.may_pass


def test_the_table_is_long_enough() -> None:
    assert len({address for address, _ in HOSTILE}) >= 60


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("http://public.example.com/", "93.184.215.14"),
        ("https://Public.Example.com.:443/a?b=c#d", "93.184.215.14"),
        ("http://1.1.1.1/", "1.1.1.1"),
        ("http://16843009/", "1.1.1.1"),
        ("http://[2606:4700:4700::1111]/", "2606:4700:4700::1111"),
    ],
)
def test_the_open_internet_is_connected_to_by_number(address: str, place: str) -> None:
    with pytest.raises(ConnectedError, match=place):
        client().fetch(address)


def test_a_second_answer_of_a_name_server_changes_nothing() -> None:
    answers = [["93.184.215.14"], ["127.0.0.1"]]
    asked = []

    def rebinding(host: str, port: int) -> Sequence[str]:
        asked.append((host, port))
        return answers.pop(0)

    rebound = Client(Rules(), Alone(), resolve=rebinding)

    with pytest.raises(ConnectedError, match=r"93\.184\.215\.14"):
        rebound.fetch("http://rebinding.example.com/")
    assert asked == [("rebinding.example.com", 80)], "one answer for one connection"

    with pytest.raises(Unfetchable) as refused:
        rebound.fetch("http://rebinding.example.com/")
    assert refused.value.code == Refusal.FORBIDDEN_ADDRESS


def test_a_host_of_ones_own_network_is_asked_at_its_port_only() -> None:
    own = Own(["127.0.0.1:8123", "intranet"])

    with pytest.raises(ConnectedError):
        client(own=own).fetch("http://127.0.0.1:8123/")
    for closed in ("http://127.0.0.1/", "http://127.0.0.1:8124/", "http://127.0.0.2:8123/"):
        with pytest.raises(Unfetchable) as refused:
            client(own=own).fetch(closed)
        assert refused.value.code == Refusal.FORBIDDEN_ADDRESS


@pytest.mark.parametrize(
    "place", ["169.254.169.254", "fe80::1", "fd00:ec2::254", "::ffff:169.254.169.254"]
)
def test_not_even_ones_own_host_leads_to_the_keys_of_a_cloud(place: str) -> None:
    own = Client(Rules(own=Own(["intranet"])), Alone(), resolve=lambda _host, _port: [place])

    with pytest.raises(Unfetchable) as refused:
        own.fetch("http://intranet/")

    assert refused.value.code == Refusal.FORBIDDEN_ADDRESS


def test_what_is_no_number_is_no_place_to_connect_to() -> None:
    assert not may_connect("public.example.com")
    assert not may_connect("public.example.com", own=True)
