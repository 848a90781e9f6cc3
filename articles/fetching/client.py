"""Asking a site for a page: one request after the other, each checked, none of them rude."""

import ssl
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Final

import httpcore
import httpx

from articles.fetching.addresses import Address, parse, resolved
from articles.fetching.answers import REDIRECTS, check_kind, check_lead, check_status
from articles.fetching.bodies import ACCEPTED, body_of
from articles.fetching.connecting import (
    CheckedBackend,
    CheckedTransport,
    Deadline,
    Resolve,
    resolve,
)
from articles.fetching.failures import Refusal, Unfetchable
from articles.fetching.manners import Manners
from articles.fetching.places import Own
from articles.fetching.robots import LARGEST as LARGEST_ROBOTS
from articles.fetching.robots import Robots

AGENT: Final = "Duyet"
"""What a robots.txt calls us."""
MOST_REDIRECTS: Final = 5


@dataclass(frozen=True, slots=True)
class Rules:
    """What a client keeps to. `total` is for one request, from its first byte to its last."""

    user_agent: str = AGENT
    own: Own = field(default_factory=Own)
    ports: Collection[int] = (80, 443)
    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    largest: int = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Fetched:
    data: bytes = field(repr=False)
    media_type: str
    """As the site says it, with its charset."""
    address: Address
    """Where it was in the end."""
    trail: tuple[Address, ...]
    """What was asked for, and where that led; the last one is `address`."""
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class NotModified:
    """It is as it was when the etag or the date was given."""

    address: Address


@dataclass(frozen=True, slots=True)
class _Leads:
    to: str


_Answer = Fetched | NotModified | _Leads


@dataclass(frozen=True, slots=True)
class Client:
    rules: Rules
    manners: Manners
    resolve: Resolve = resolve
    tls: ssl.SSLContext | None = None
    """Other authorities than the public ones."""

    def address(self, text: str) -> Address:
        """Take an address apart by our rules, or raise `Unfetchable`."""
        return parse(text, own=self.rules.own, ports=self.rules.ports)

    def fetch(
        self, address: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched | NotModified:
        """Fetch a page, or raise `Unfetchable`; or `Busy`, when it is not our turn.

        After `Busy`, call it again later: what was learnt on the way is not asked for twice.
        """
        known = {"if-none-match": etag, "if-modified-since": last_modified}
        headers = {name: value for name, value in known.items() if value}
        return self._follow(address, lambda here: self._page(here, headers))

    def _follow(self, address: str, ask: Callable[[Address], _Answer]) -> Fetched | NotModified:
        trail: list[Address] = []
        target = self.address(address)
        while target not in trail and len(trail) <= MOST_REDIRECTS:
            trail.append(target)
            known = self.manners.leads_to(target)
            answer = _Leads(known) if known else ask(target)
            if isinstance(answer, Fetched):
                return replace(answer, trail=tuple(trail))
            if isinstance(answer, NotModified):
                return answer
            target = self._check_lead(trail[0], answer.to)
            if not known:
                self.manners.keep_redirect(trail[-1], target.url)
        raise Unfetchable(Refusal.LEADS_NOWHERE, " → ".join(each.url for each in trail))

    def _check_lead(self, first: Address, lead: str) -> Address:
        target, own = self.address(lead), self.rules.own
        if own.holds(target.host, target.port) and not own.holds(first.host, first.port):
            # Who may ask a host of one's own network is its editors, not any site that they read.
            raise Unfetchable(Refusal.FORBIDDEN_ADDRESS, f"leads to {target.url}")
        check_lead(first, target)
        return target

    def _page(self, here: Address, headers: dict[str, str]) -> _Answer:
        robots = self._robots(here)
        if not robots.allow(here.url, AGENT):
            raise Unfetchable(Refusal.NOT_ALLOWED, f"by {here.origin}/robots.txt")
        with self.manners.turn(here.host, robots.pause(AGENT)):
            return self._ask(here, headers, self.rules.largest)

    def _robots(self, here: Address) -> Robots:
        known = self.manners.robots(here.origin)
        if known is not None:
            return known
        try:
            answer = self._follow(f"{here.origin}/robots.txt", self._rules_of)
        except Unfetchable as unfetchable:
            final = {Refusal.NO_ANSWER, Refusal.FORBIDDEN_ADDRESS}
            if unfetchable.may_pass or unfetchable.code in final:
                raise
            robots = Robots()  # a site without rules
        else:
            data = answer.data if isinstance(answer, Fetched) else b""
            robots = Robots(data.decode("utf-8-sig", errors="replace").replace("\0", ""))
        self.manners.keep_robots(here.origin, robots)
        return robots

    def _rules_of(self, here: Address) -> _Answer:
        with self.manners.turn(here.host):
            return self._ask(here, {}, LARGEST_ROBOTS, cut=True)

    def _ask(
        self, here: Address, headers: dict[str, str], largest: int, *, cut: bool = False
    ) -> _Answer:
        """One request, one answer."""
        rules = self.rules
        backend = CheckedBackend(rules.own, self.resolve, Deadline(rules.total))
        sent = {"user-agent": rules.user_agent, "accept-encoding": ACCEPTED, **headers}
        try:
            with (
                httpx.Client(
                    transport=CheckedTransport(backend, self.tls),
                    trust_env=False,
                    timeout=httpx.Timeout(rules.read, connect=rules.connect),
                    headers={**sent, "accept-language": "vi, en;q=0.5", "connection": "close"},
                ) as client,
                client.stream("GET", here.url) as response,
            ):
                return _read(response, here, largest, cut=cut)
        except httpx.InvalidURL as error:
            raise Unfetchable(Refusal.BAD_ADDRESS, repr(error)) from error
        except (
            httpcore.TimeoutException,
            httpcore.NetworkError,
            httpcore.ProtocolError,
        ) as error:
            raise Unfetchable(Refusal.NO_ANSWER, repr(error), may_pass=True) from error


def _read(response: httpx.Response, here: Address, largest: int, *, cut: bool) -> _Answer:
    status, headers = response.status_code, response.headers
    conditional = {"if-none-match", "if-modified-since"} & set(response.request.headers)
    if status == HTTPStatus.NOT_MODIFIED and conditional:
        return NotModified(here)
    if status in REDIRECTS and headers.get("location"):
        return _Leads(resolved(here, headers["location"]))
    check_status(status, headers)
    media_type = headers.get("content-type", "")
    check_kind(media_type)
    data = body_of(response, largest, cut=cut)
    if not data.strip() and not cut:
        raise Unfetchable(Refusal.EMPTY)
    return Fetched(
        data=data,
        media_type=media_type,
        address=here,
        trail=(here,),
        etag=headers.get("etag"),
        last_modified=headers.get("last-modified"),
    )
