"""Addresses that attackers, careless people and broken pages give, and what is said of each."""

import socket
from collections.abc import Sequence
from typing import Final

from articles.fetching import Refusal

BAD, CLOSED, PORT, SILENT = (
    Refusal.BAD_ADDRESS,
    Refusal.FORBIDDEN_ADDRESS,
    Refusal.CLOSED_PORT,
    Refusal.NO_ANSWER,
)

NAMES: Final = {
    "public.example.com": ["93.184.215.14"],
    "baotinh.com.vn": ["93.184.215.14"],
    "loopback.example.com": ["127.0.0.1"],
    "private.example.com": ["10.0.0.7"],
    "both.example.com": ["93.184.215.14", "192.168.1.1"],
    "metadata.example.com": ["169.254.169.254"],
    "azure.example.com": ["168.63.129.16"],
    "mapped.example.com": ["::ffff:127.0.0.1"],
    "nat64.example.com": ["64:ff9b::7f00:1"],
    "six-to-four.example.com": ["2002:7f00:1::"],
    "teredo.example.com": ["2001:0:7f00:1::"],
    "unique-local.example.com": ["fd00:ec2::254"],
    "link-local.example.com": ["fe80::1%2"],
    "carrier.example.com": ["100.64.1.1"],
    "multicast.example.com": ["239.1.1.1"],
    "broadcast.example.com": ["255.255.255.255"],
    "nowhere.example.com": ["0.0.0.0"],
    "127.0.0.1.nip.example.com": ["127.0.0.1"],
    "xn--bo-gia.example.com": ["10.1.2.3"],
}
"""What the names in the table stand for; others are not known."""


def known_names(host: str, _port: int) -> Sequence[str]:
    """Resolve as a name server would that knows these."""
    if host.replace(".", "").isdigit() or ":" in host:
        return [host]
    if host not in NAMES:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")
    return NAMES[host]


HOSTILE: Final[list[tuple[str, Refusal]]] = [
    # No addresses of the web
    ("", BAD),
    ("baotinh.com.vn/bai-viet", BAD),
    ("Nghị quyết số 04-NQ/TW", BAD),
    ("javascript:alert(1)", BAD),
    ("file:///etc/passwd", BAD),
    ("ftp://public.example.com/a", BAD),
    ("gopher://127.0.0.1:6379/_FLUSHALL", BAD),
    ("data:text/html,<p>a</p>", BAD),
    ("//public.example.com/a", BAD),
    ("http:/public.example.com", BAD),
    ("http:public.example.com", BAD),
    ("http:///etc/passwd", BAD),
    ("http://", BAD),
    ("https://?a=b", BAD),
    ("http://public.example.com:port/", BAD),
    ("http://public.example.com:99999/", BAD),
    ("http://public.example.com:-80/", BAD),
    ("http://.example.com/", BAD),
    ("http://public..example.com/", BAD),
    ("http://-a.example.com/", BAD),
    (f"http://{'a' * 64}.example.com/", BAD),
    (f"http://public.example.com/{'ạ' * 400}", BAD),
    # Read in two ways
    ("http://public.example.com\\@127.0.0.1/", BAD),
    ("http://127.0.0.1\\.public.example.com/", BAD),
    ("http://public.example.com\t.evil.example/", BAD),
    ("http://public.example.com/a b", BAD),
    ("http://public.example.com/\r\nHost: inner", BAD),
    ("http://public.example.com\x00.evil.example/", BAD),
    ("http://127%2e0%2e0%2e1/", BAD),
    ("http://public.example.com%00@127.0.0.1/", BAD),
    ("http://[::1/", BAD),
    ("http://::1/", BAD),
    ("http://[127.0.0.1]/", BAD),
    ("http://[::1]evil.example/", BAD),
    ("http://public.example.com：80@127.0.0.1/", BAD),
    ("http://xn--a-\u0000.example.com/", BAD),
    # Credentials
    ("http://user:secret@public.example.com/", BAD),
    ("http://public.example.com@127.0.0.1/", BAD),
    ("http://127.0.0.1@public.example.com/", BAD),
    ("http://@public.example.com/", BAD),
    # Other doors
    ("http://public.example.com:22/", PORT),
    ("http://public.example.com:6379/", PORT),
    ("http://public.example.com:0/", PORT),
    ("https://public.example.com:8443/", PORT),
    # This machine, by any spelling
    ("http://127.0.0.1/", CLOSED),
    ("http://127.0.0.1:6379/", CLOSED),
    ("http://127.1/", CLOSED),
    ("http://2130706433/", CLOSED),
    ("http://0x7f000001/", CLOSED),
    ("http://0x7F.0x0.0x0.0x1/", CLOSED),
    ("http://017700000001/", CLOSED),
    ("http://0177.0.0.01/", CLOSED),
    ("http://127.0.0.1./", CLOSED),
    ("http://0/", CLOSED),
    ("http://0.0.0.0/", CLOSED),
    ("http://①②⑦.⓪.⓪.①/", CLOSED),
    ("http://127。0。0。1/", CLOSED),
    ("http://１２７.0.0.1/", CLOSED),
    ("http://localhost/", CLOSED),
    ("http://LOCALHOST./", CLOSED),
    ("http://ˡocalhost/", CLOSED),
    ("http://loc\u00adalhost/", CLOSED),
    ("http://a.localhost/", CLOSED),
    ("http://[::1]/", CLOSED),
    ("http://[0:0:0:0:0:0:0:1]/", CLOSED),
    ("http://[::]/", CLOSED),
    ("http://[::ffff:127.0.0.1]/", CLOSED),
    ("http://[::ffff:7f00:1]/", CLOSED),
    ("http://[::127.0.0.1]/", CLOSED),
    # Closed networks
    ("http://10.0.0.1/", CLOSED),
    ("http://172.16.0.1/", CLOSED),
    ("http://192.168.0.1/", CLOSED),
    ("http://0xc0a80001/", CLOSED),
    ("http://100.64.0.1/", CLOSED),
    ("http://198.18.0.1/", CLOSED),
    ("http://192.0.2.1/", CLOSED),
    ("http://224.0.0.1/", CLOSED),
    ("http://240.0.0.1/", CLOSED),
    ("http://255.255.255.255/", CLOSED),
    ("http://[fc00::1]/", CLOSED),
    ("http://[fe80::1]/", CLOSED),
    ("http://[fe80::1%25eth0]/", CLOSED),
    ("http://[ff02::1]/", CLOSED),
    ("http://[2002:7f00:1::]/", CLOSED),
    ("http://[64:ff9b::127.0.0.1]/", CLOSED),
    ("http://[64:ff9b:1::a00:1]/", CLOSED),
    ("http://[2001:0:7f00:1::]/", CLOSED),
    ("http://[2001:db8::1]/", CLOSED),
    ("http://[100::1]/", CLOSED),
    ("http://intranet/", CLOSED),
    ("http://router.lan/", CLOSED),
    ("http://printer.local/", CLOSED),
    # Where clouds keep the keys of their machines
    ("http://169.254.169.254/latest/meta-data/", CLOSED),
    ("http://2852039166/", CLOSED),
    ("http://0xa9fea9fe/", CLOSED),
    ("http://0251.0376.0251.0376/", CLOSED),
    ("http://[::ffff:a9fe:a9fe]/", CLOSED),
    ("http://[fd00:ec2::254]/", CLOSED),
    ("http://168.63.129.16/", CLOSED),
    ("http://100.100.100.200/", CLOSED),
    ("http://metadata/", CLOSED),
    ("http://metadata.google.internal/", CLOSED),
    # Names that stand for closed places
    ("http://loopback.example.com/", CLOSED),
    ("http://LoopBack.Example.COM./", CLOSED),
    ("http://private.example.com/", CLOSED),
    ("http://both.example.com/", CLOSED),
    ("http://metadata.example.com/", CLOSED),
    ("http://azure.example.com/", CLOSED),
    ("http://mapped.example.com/", CLOSED),
    ("http://nat64.example.com/", CLOSED),
    ("http://six-to-four.example.com/", CLOSED),
    ("http://teredo.example.com/", CLOSED),
    ("http://unique-local.example.com/", CLOSED),
    ("http://link-local.example.com/", CLOSED),
    ("http://carrier.example.com/", CLOSED),
    ("http://multicast.example.com/", CLOSED),
    ("http://broadcast.example.com/", CLOSED),
    ("http://nowhere.example.com/", CLOSED),
    ("http://127.0.0.1.nip.example.com/", CLOSED),
    # Names that nobody knows
    ("http://khong-co.example.com/", SILENT),
    ("http://bảo-vệ.example.com/", SILENT),
]
