"""The bytes of an answer, never more of them than allowed, packed or unpacked."""

import zlib
from collections.abc import Iterable, Iterator
from typing import Final

import httpx

from articles.fetching.failures import Refusal, Unfetchable

ACCEPTED: Final = "gzip, deflate"
_GZIP: Final = zlib.MAX_WBITS | 16
_AT_ONCE: Final = 65_536


def body_of(response: httpx.Response, most: int, *, cut: bool = False) -> bytes:
    """Read a body to its end, or raise `Unfetchable`; with `cut`, stop where it gets too long."""
    stated = response.headers.get("content-length", "")
    if stated.isdecimal() and int(stated) > most and not cut:
        raise Unfetchable(Refusal.TOO_LARGE, f"{stated} bytes")
    data = bytearray()
    for piece in _unpacked(response):
        data += piece
        if len(data) > most:
            if cut:
                return bytes(data[:most])
            raise Unfetchable(Refusal.TOO_LARGE, f"more than {most} bytes")
    return bytes(data)


def _unpacked(response: httpx.Response) -> Iterator[bytes]:
    packings = [
        name.strip().lower() for name in response.headers.get("content-encoding", "").split(",")
    ]
    match [name for name in packings if name not in {"", "identity"}]:
        case []:
            return response.iter_raw(_AT_ONCE)
        case ["gzip" | "x-gzip" | "deflate" as packing]:
            return _inflated(response.iter_raw(_AT_ONCE), packing)
        case others:
            raise Unfetchable(Refusal.NO_ANSWER, f"packed as {others}, which was not asked for")


def _inflated(pieces: Iterable[bytes], packing: str) -> Iterator[bytes]:
    """Unpack in small steps: a thousandth of a bomb is as large as a page."""
    unpacker = None
    try:
        for piece in pieces:
            if unpacker is None:
                unpacker = zlib.decompressobj(_bits(packing, piece))
            left = piece
            while left and not unpacker.eof:
                yield unpacker.decompress(left, _AT_ONCE)
                left = unpacker.unconsumed_tail
        if unpacker is not None:
            yield unpacker.flush(_AT_ONCE)
    except zlib.error as error:
        raise Unfetchable(Refusal.NO_ANSWER, f"badly packed: {error}") from error
    if unpacker is not None and not unpacker.eof:
        raise Unfetchable(Refusal.NO_ANSWER, "its end is missing", may_pass=True)


def _bits(packing: str, beginning: bytes) -> int:
    """Of “deflate” there are two: some servers leave the head of zlib away."""
    if packing != "deflate":
        return _GZIP
    return zlib.MAX_WBITS if beginning.startswith(b"\x78") else -zlib.MAX_WBITS
