"""Which machines may be connected to: those of the open internet, and no others."""

from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

IPAddress = IPv4Address | IPv6Address

_CLOSED_V4: Final = [
    ip_network(text)
    for text in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",  # carrier-grade NAT
        "127.0.0.0/8",
        "168.63.129.16/32",  # what a cloud's machines ask about themselves, in a public range
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
]
# Whatever wraps an IPv4 address in an IPv6 one (mapped, 6to4, NAT64, Teredo) lies outside or here.
_OPEN_V6: Final = ip_network("2000::/3")
_CLOSED_V6: Final = [
    ip_network(text) for text in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
]
# Never, whoever's network it is: multicast, and where clouds keep the keys of their machines.
_NEVER: Final = [
    ip_network(text)
    for text in (
        "0.0.0.0/8",
        "168.63.129.16/32",
        "169.254.0.0/16",
        "100.100.100.200/32",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "::/128",
        "fe80::/10",
        "fd00:ec2::/32",
        "ff00::/8",
    )
]


@dataclass(frozen=True, slots=True)
class Own:
    """Hosts of one's own network that may be asked: `host` at the usual ports, `host:port` there.

    What they resolve to may be private; where clouds keep their keys stays closed.
    """

    hosts: Collection[str] = ()

    def holds(self, host: str, port: int) -> bool:
        shown = f"[{host}]" if ":" in host else host
        return f"{shown}:{port}" in self.hosts or (port in {80, 443} and shown in self.hosts)


def may_connect(place: str, *, own: bool = False) -> bool:
    """Whether a numeric address is one of the open internet, or at least of one's own network."""
    try:
        ip = ip_address(place)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address) and ip.scope_id:
        return False
    if own:
        plain = ip.ipv4_mapped or ip if isinstance(ip, IPv6Address) else ip
        return not _lies_in(plain, _NEVER)
    if isinstance(ip, IPv4Address):
        return not _lies_in(ip, _CLOSED_V4)
    return ip in _OPEN_V6 and not _lies_in(ip, _CLOSED_V6)


def _lies_in(ip: IPAddress, networks: Collection[object]) -> bool:
    return any(ip in network for network in networks)  # type: ignore[operator]
