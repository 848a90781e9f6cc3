"""Zip files, opened with care: their directory says what would come out before it does."""

import struct
import zlib
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from articles.reading.faults import Fault, Unreadable
from articles.reading.limits import LARGEST_DOCUMENT, MOST_PARTS

_BROKEN: Final = (BadZipFile, struct.error, zlib.error, ValueError, EOFError, OSError, KeyError)
_ENCRYPTED: Final = 0x1


def is_zip(data: bytes) -> bool:
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def open_zip(data: bytes) -> ZipFile:
    """Open a zip, or raise `Unreadable` (`damaged`, `encrypted`, `unpacks_too_large`)."""
    try:
        archive = ZipFile(BytesIO(data))
    except (*_BROKEN, NotImplementedError) as error:
        raise Unreadable(Fault.DAMAGED) from error
    members = archive.infolist()
    if len(members) > MOST_PARTS or sum(m.file_size for m in members) > LARGEST_DOCUMENT:
        raise Unreadable(Fault.UNPACKS_TOO_LARGE)
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise Unreadable(Fault.ENCRYPTED)
    return archive


def member(archive: ZipFile, name: str, largest: int) -> bytes | None:
    """The bytes of a member, None where there is none. No more come out than the directory says."""
    try:
        found = archive.getinfo(name)
    except KeyError:
        return None
    if found.file_size > largest:
        raise Unreadable(Fault.UNPACKS_TOO_LARGE)
    try:
        return archive.read(found)
    except (*_BROKEN, NotImplementedError, RuntimeError) as error:
        raise Unreadable(Fault.DAMAGED) from error
