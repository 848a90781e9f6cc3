"""Good manners, as a client needs them: whose turn it is, and what was learnt of a site before."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from typing import Protocol

from articles.fetching.addresses import Address
from articles.fetching.robots import Robots


class Manners(Protocol):
    def turn(
        self, host: str, pause: timedelta | None = None
    ) -> AbstractContextManager[object, bool | None]:
        """Have the right to ask the host once, now, or raise `Busy`. Nobody sleeps for it.

        What the request raises tells how the host is. `pause` is what its robots.txt asks for.
        """

    def robots(self, origin: str) -> Robots | None:
        """What is known of the rules of a site, if that is not too old."""

    def keep_robots(self, origin: str, robots: Robots) -> None: ...

    def leads_to(self, address: Address) -> str | None:
        """Where an address was found to lead a short while ago: nobody need ask again."""

    def keep_redirect(self, address: Address, to: str) -> None: ...


class Alone:
    """The manners of somebody who asks a few times only: a command, a test."""

    def __init__(self) -> None:
        self._robots: dict[str, Robots] = {}
        self._redirects: dict[str, str] = {}

    @contextmanager
    def turn(self, host: str, pause: timedelta | None = None) -> Iterator[None]:  # noqa: ARG002
        yield

    def robots(self, origin: str) -> Robots | None:
        return self._robots.get(origin)

    def keep_robots(self, origin: str, robots: Robots) -> None:
        self._robots[origin] = robots

    def leads_to(self, address: Address) -> str | None:
        return self._redirects.get(address.url)

    def keep_redirect(self, address: Address, to: str) -> None:
        self._redirects[address.url] = to
