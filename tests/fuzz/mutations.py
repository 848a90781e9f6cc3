"""Ways to ruin a file: as accidents do, and as somebody who knows the format would."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from random import Random
from typing import Final

_TOKENS: Final = tuple(
    token.encode()
    for token in (
        "<w:tbl>", "</w:tbl>", "<w:tr><w:tc>", "<w:p>", "</w:p>", "<w:r>", '<w:numId w:val="9"/>',
        '<w:ilvl w:val="99"/>', '<w:fldChar w:fldCharType="begin"/>', "<w:txbxContent>", "<div>",
        "</div>", "<table><tr><td>", "<!--", "-->", "<![CDATA[", "]]>", "&#0;", "&#xD800;", "&x;",
        '<!DOCTYPE x [<!ENTITY x "xx">]>', "<script>", "%PDF-1.4\n", "endobj", "endstream",
        "stream", "1 0 R", "<<", ">>", "[[[[[[[[", "((((((((", "BT", "ET", "Tj", "/Kids [1 0 R]",
        "q Q", "1e308 ", "-1 ", "99999999999999 ", "---\n", "a: &a [*a, *a]\n", "- " * 40,
        "> " * 60, "|" * 80, "`" * 30, "*" * 40, "[" * 50, "](", "=?utf-8?q?=FF?=",
        "Content-Type: multipart/related; boundary=x\n\n--x\n", "\r\n\r\n", "\0", "\ufeff",
        "Content-Transfer-Encoding: base64\n", "\u202e", "TỐI MẬT\n", '"', "\\u0000", "{" * 40,
        "[" * 400, '{"a":' * 40, "\t", "PK\x03\x04", "0" * 50,
    )
)  # fmt: skip
_NUMBER: Final = re.compile(rb"\d+")
_MOST: Final = 60_000  # bytes: more only takes longer

Mutation = Callable[[bytes, Random], bytes]


def mutated(data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    """One file ruined in one way or several, inside its wrapping too."""
    if data.startswith(b"PK") and chance.random() < 0.75:
        return _inside_zip(data, others, chance)
    if b"/FlateDecode" in data and chance.random() < 0.5:
        return _inside_stream(data, chance)
    return _ruined(data, others, chance)


def _ruined(data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        if chance.random() < 0.1:
            other = chance.choice(others)
            data = data[: _place(data, chance)] + other[_place(other, chance) :]
        else:
            data = chance.choice(_MUTATIONS)(data, chance)
    return data[:_MOST]


def _place(data: bytes, chance: Random) -> int:
    return chance.randrange(len(data) + 1)


def _flip(data: bytes, chance: Random) -> bytes:
    ruined = bytearray(data or b" ")
    for _ in range(chance.choice((1, 1, 4, 32))):
        ruined[chance.randrange(len(ruined))] = chance.randrange(256)
    return bytes(ruined)


def _cut(data: bytes, chance: Random) -> bytes:
    start = _place(data, chance)
    return data[:start] + data[start + chance.choice((1, 7, 100, 2000)) :]


def _cut_off(data: bytes, chance: Random) -> bytes:
    return data[: _place(data, chance)]


def _repeat(data: bytes, chance: Random) -> bytes:
    start = _place(data, chance)
    piece = data[start : start + chance.choice((3, 40, 400))]
    return data[:start] + piece * chance.choice((2, 20, 200)) + data[start:]


def _swap(data: bytes, chance: Random) -> bytes:
    one, two, three = sorted(_place(data, chance) for _ in range(3))
    return data[:one] + data[two:three] + data[one:two] + data[three:]


def _insert(data: bytes, chance: Random) -> bytes:
    start = _place(data, chance)
    return data[:start] + chance.choice(_TOKENS) * chance.choice((1, 1, 3, 300)) + data[start:]


def _noise(data: bytes, chance: Random) -> bytes:
    start = _place(data, chance)
    return data[:start] + chance.randbytes(chance.choice((1, 16, 300))) + data[start:]


def _number(data: bytes, chance: Random) -> bytes:
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    number = chance.choice(found)
    new = chance.choice((b"0", b"-1", b"1", b"65536", b"2147483648", b"9" * 30))
    return data[: number.start()] + new + data[number.end() :]


_MUTATIONS: Final[tuple[Mutation, ...]] = (
    _flip, _cut, _cut_off, _repeat, _swap, _insert, _insert, _noise, _number, _number,
)  # fmt: skip


def _inside_zip(data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    """Ruin one member and pack it again, so that it is the reader of the member that meets it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    ruined = chance.choice(sorted(members))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in members.items():
            if name == ruined and chance.random() < 0.1:
                continue
            archive.writestr(name, _ruined(words, others, chance) if name == ruined else words)
    return out.getvalue()


def _inside_stream(data: bytes, chance: Random) -> bytes:
    """Ruin what is packed in a PDF."""
    streams = list(re.finditer(rb"/Length (\d+) >>\nstream\n", data))
    if not streams:
        return data
    stream = chance.choice(streams)
    end = stream.end() + int(stream[1])
    try:
        words = zlib.decompress(data[stream.end() : end])
    except zlib.error:
        return data
    packed = zlib.compress(_ruined(words, [words], chance))
    head = b"/Length %d >>\nstream\n" % len(packed)
    return data[: stream.start()] + head + packed + data[end:]
