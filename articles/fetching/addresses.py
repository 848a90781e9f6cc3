"""Web addresses: taken apart strictly, and written in one way, so that a page is known again.

Libraries read odd addresses differently, and that is where attacks live. So whatever could be
read in two ways is no address, and what is connected to is checked once more when it is
(`connecting`).
"""

import re
import socket
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import IPv4Address, ip_address
from typing import Final
from urllib.parse import quote, unquote_plus, urljoin, urlsplit

import idna

from articles.fetching.failures import Refusal, Unfetchable
from articles.fetching.places import Own, may_connect

LONGEST: Final = 2000
PORTS: Final = {"http": 80, "https": 443}

_UNREADABLE: Final = re.compile(r"[\s\x00-\x20\x7f-\xa0\\\ud800-\udfff]")
_BEGINNING: Final = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_NETLOC: Final = re.compile(r"(?:\[[^\[\]]*\]|[^:\[\]@%]+)(?::\d{0,5})?", re.ASCII)
_NAME: Final = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*")
_NUMBER: Final = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)")
# Names that mean something inside a network only.
_INNER_NAME: Final = re.compile(
    r"[^.]+|.*\.(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa)"
)
_LOOSE_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ESCAPE: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_UNRESERVED: Final = re.compile(r"[A-Za-z0-9._~-]")
_PATH_SAFE: Final = "/%:@!$&'()*+,;=~-._"
_QUERY_SAFE: Final = _PATH_SAFE + "?"
# Only what says where a reader came from. Others (`ref`, `source`, `cid`, `id`) name the page on
# some site, so that libraries that take those away too would make one article of many.
_TRACKING: Final = re.compile(
    r"(?:utm|itm|vn|pk|mtm)_(?:source|medium|campaign|content|term|id|name|thumb|cid|kwd|keyword|"
    r"group|placement|source_platform|creative_format|marketing_tactic|reader|referrer|brand|"
    r"social|social-type|zone)|"
    r"hsa_(?:acc|ad|cam|grp|kw|mt|net|src|tgt|ver)|_ga|_gl|_hsenc|_hsmi|_openstat|"
    r"(?:fb|g|d|tw|tt|y)clid|gclsrc|msclkid|gbraid|wbraid|gad_source|gad_campaignid|srsltid|"
    r"li_fat_id|irclickid|mc_[ce]id|igsh(?:id)?|mibextid|fb_(?:action_ids|action_types|source|ref)|"
    r"zarsrc|gidzl|zalo_(?:id|source|campaign)|ref_src|ref_url|vero_(?:id|conv)|"
    r"oly_(?:anon|enc)_id|wickedid|xtor|cmpid|__twitter_impression"
)


@dataclass(frozen=True, slots=True)
class Address:
    url: str
    """As it is asked for: escaped, without a fragment."""
    canonical: str
    """As the page is known: without what says where a reader came from."""
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{_netloc(self.scheme, self.host, self.port)}"

    def is_on_site_of(self, other: "Address") -> bool:
        """Whether both are of one site: `m.bao.example` and `www.bao.example` are."""
        one, two = (address.host.removeprefix("www.") for address in (self, other))
        return one == two or one.endswith(f".{two}") or two.endswith(f".{one}")

    @property
    def is_front_page(self) -> bool:
        return self.canonical == f"{self.origin}/"

    @property
    def name(self) -> str:
        """What the last part of its path calls it."""
        return unquote_plus(urlsplit(self.url).path).rstrip("/").rpartition("/")[2]


def parse(text: str, *, own: Own | None = None, ports: Collection[int] = (80, 443)) -> Address:
    """Take an address apart, or raise `Unfetchable`."""
    own = own or Own()
    text = text.strip()
    if _UNREADABLE.search(text) or not _BEGINNING.match(text) or len(text) > LONGEST:
        raise Unfetchable(Refusal.BAD_ADDRESS)
    try:
        parts = urlsplit(text)
        scheme, stated = parts.scheme.lower(), parts.port
    except ValueError as error:
        raise Unfetchable(Refusal.BAD_ADDRESS, str(error)) from error
    if not _NETLOC.fullmatch(parts.netloc) or not parts.hostname:  # no credentials either
        raise Unfetchable(Refusal.BAD_ADDRESS)
    host = _host(parts.netloc, parts.hostname)
    port = PORTS[scheme] if stated is None else stated
    _check(host, port, own, ports)
    beginning = f"{scheme}://{_netloc(scheme, host, port)}{_path(parts.path)}"
    query = _escaped(parts.query, _QUERY_SAFE)
    asked, kept = beginning + _question(query), beginning + _question(_without_tracking(query))
    if len(asked) > LONGEST:
        raise Unfetchable(Refusal.BAD_ADDRESS)
    return Address(asked, kept, scheme, host, port)


def canonical(text: str) -> str | None:
    """How a page is known that is said to be at this address; nothing where that says nothing.

    What a page or a table states may be the front page of its site, or no address at all.
    """
    try:
        address = parse(text, ports=range(1, 65536))
    except Unfetchable:
        return None
    return None if address.is_front_page else address.canonical


def resolved(base: Address, link: str) -> str:
    """The whole address of a link on a page."""
    try:
        return urljoin(base.url, link.strip())
    except ValueError as error:
        raise Unfetchable(Refusal.BAD_ADDRESS, str(error)) from error


def _host(netloc: str, hostname: str) -> str:
    """The host in lower case, a name in ASCII, a number in the usual form."""
    if netloc.startswith("["):
        return _bracketed(hostname)
    name = hostname.lower()
    if not name.isascii() or "xn--" in name:
        try:
            name = idna.encode(name, uts46=True).decode()
        except (idna.IDNAError, UnicodeError) as error:
            raise Unfetchable(Refusal.BAD_ADDRESS, str(error)) from error
    name = name.removesuffix(".")
    if _NUMBER.fullmatch(name):
        return _numeric(name)
    if not _NAME.fullmatch(name) or len(name) > 253:  # noqa: PLR2004 - as DNS has it
        raise Unfetchable(Refusal.BAD_ADDRESS)
    return name


def _bracketed(hostname: str) -> str:
    if "%" in hostname:  # a zone: an address of this very cable
        raise Unfetchable(Refusal.FORBIDDEN_ADDRESS)
    try:
        return str(ip_address(hostname))
    except ValueError as error:
        raise Unfetchable(Refusal.BAD_ADDRESS, str(error)) from error


def _numeric(name: str) -> str:
    """An IPv4 address in any of its spellings: decimal, octal, hexadecimal, in fewer parts."""
    try:
        return str(IPv4Address(socket.inet_aton(name)))
    except OSError as error:
        raise Unfetchable(Refusal.BAD_ADDRESS, str(error)) from error


def _check(host: str, port: int, own: Own, ports: Collection[int]) -> None:
    """Refuse what can be refused without asking anybody."""
    ours = own.holds(host, port)
    if _is_number(host):
        closed = not may_connect(host, own=ours)
    else:
        closed = not ours and _INNER_NAME.fullmatch(host) is not None
    if closed:
        raise Unfetchable(Refusal.FORBIDDEN_ADDRESS)
    if port not in ports and not ours:
        raise Unfetchable(Refusal.CLOSED_PORT)


def _is_number(host: str) -> bool:
    return ":" in host or _NUMBER.fullmatch(host) is not None


def _netloc(scheme: str, host: str, port: int) -> str:
    shown = f"[{host}]" if ":" in host else host
    return shown if PORTS[scheme] == port else f"{shown}:{port}"


def _path(path: str) -> str:
    kept: list[str] = []
    segments = _escaped(path, _PATH_SAFE).split("/")[1:]
    for segment in segments:
        if segment == "..":
            kept = kept[:-1]
        elif segment != ".":
            kept.append(segment)
    if segments and segments[-1] in {".", ".."}:
        kept.append("")
    return "/" + "/".join(kept)


def _escaped(text: str, safe: str) -> str:
    return _ESCAPE.sub(_plainest, quote(_LOOSE_PERCENT.sub("%25", text), safe=safe))


def _plainest(escape: re.Match[str]) -> str:
    letter = chr(int(escape[0][1:], 16))
    return letter if _UNRESERVED.fullmatch(letter) else escape[0].upper()


def _question(query: str) -> str:
    return f"?{query}" if query else ""


def _without_tracking(query: str) -> str:
    parts = (part for part in query.split("&") if part)
    return "&".join(
        part
        for part in parts
        if not _TRACKING.fullmatch(unquote_plus(part.partition("=")[0]).lower())
    )
