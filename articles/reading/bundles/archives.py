"""Zip archives: every file in them but what systems and saved web pages put beside articles."""

import re
import stat
import struct
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from mimetypes import guess_type
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from articles.reading.bundles.members import Member
from articles.reading.bundles.names import names_of
from articles.reading.faults import Fault, Unreadable
from articles.reading.limits import (
    HIGHEST_RATIO,
    LARGEST_BUNDLE,
    LARGEST_MEMBER,
    MOST_MEMBERS,
    NEVER_A_BOMB,
)

_LOCAL_HEADER: Final = 30  # bytes, and the name
_ENCRYPTED: Final = 0x1
_BROKEN: Final = (BadZipFile, struct.error, zlib.error, ValueError, EOFError, OSError, KeyError)
_JUNK: Final = re.compile(r"(?:^|/)(?:__MACOSX/|\.|thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_BESIDE_ARTICLES: Final = re.compile(
    r"\.(?:png|jpe?g|gif|webp|svg|ico|bmp|tiff?|avif|heic|css|js|mjs|map|woff2?|ttf|otf|eot|"
    r"mp[34]|m4[av]|webm|wav|avi|mov|ogg|swf|lnk|url|webloc)$",
    re.IGNORECASE,
)
_PAGE: Final = re.compile(r"\.x?html?$", re.IGNORECASE)
_FOLDER_OF_PAGE: Final = re.compile(r"[_.-]files/", re.IGNORECASE)


class Archive:
    """Its directory says what would come out, and no more comes out than it says."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
        except (*_BROKEN, NotImplementedError) as error:
            raise Unreadable(Fault.DAMAGED) from error
        entries = self._zip.infolist()
        if len(entries) > MOST_MEMBERS:
            raise Unreadable(Fault.TOO_MANY)
        refuse_bomb(entries, len(data))
        if _overlap(entries):
            raise Unreadable(Fault.DAMAGED)
        named = list(enumerate(zip(names_of(entries), entries, strict=True)))
        files = [each for each in named if _is_file(*each[1])]
        pages = {_PAGE.sub("", name) for _, (name, _) in files if _PAGE.search(name)}
        self._files = [each for each in files if not _is_beside(each[1][0], pages)]
        self.left_out = len(files) - len(self._files)
        if self._files and all(entry.flag_bits & _ENCRYPTED for _, (_, entry) in self._files):
            raise Unreadable(Fault.ENCRYPTED)

    def members(self, after: int = -1) -> Iterator[Member]:
        for place, (name, entry) in self._files:
            if place > after:
                yield self._member(place, name, entry)

    def unused_columns(self) -> list[str]:
        return []

    def _member(self, place: int, name: str, entry: ZipInfo) -> Member:
        try:
            data = self._read(entry)
        except Unreadable as unreadable:
            return Member(place, name, fault=unreadable.code)
        return Member(place, name, guess_type(name)[0] or "", data)

    def _read(self, entry: ZipInfo) -> bytes:
        if entry.flag_bits & _ENCRYPTED:
            raise Unreadable(Fault.ENCRYPTED)
        if entry.file_size > LARGEST_MEMBER:
            raise Unreadable(Fault.TOO_LARGE)
        try:
            return self._zip.read(entry)
        except NotImplementedError as error:  # packed in a way that Python does not know
            raise Unreadable(Fault.UNSUPPORTED) from error
        except MemoryError as error:  # what it would be packed out with; the others need not that
            raise Unreadable(Fault.TOO_MUCH_MEMORY) from error
        except (*_BROKEN, RuntimeError) as error:
            raise Unreadable(Fault.DAMAGED) from error


def refuse_bomb(entries: Sequence[ZipInfo], size: int) -> None:
    """Refuse what would unpack to far more than its size, as far as its directory says."""
    whole = sum(entry.file_size for entry in entries)
    if whole > min(LARGEST_BUNDLE, max(NEVER_A_BOMB, HIGHEST_RATIO * size)):
        raise Unreadable(Fault.UNPACKS_TOO_LARGE)


def _overlap(entries: Sequence[ZipInfo]) -> bool:
    """Whether several entries mean the same bytes, by which a bomb gets by with few."""
    places = sorted((entry.header_offset, entry.compress_size) for entry in entries)
    return any(
        start + _LOCAL_HEADER + size > after for (start, size), (after, _) in pairwise(places)
    )


def entries_of(data: bytes) -> Sequence[str]:
    """The names in a zip, to see what kind of file it is; none where it is damaged."""
    try:
        return ZipFile(BytesIO(data)).namelist()
    except (*_BROKEN, NotImplementedError):
        return []


def _is_file(name: str, entry: ZipInfo) -> bool:
    """No folder, no link to somewhere else, nothing that systems leave behind."""
    linked = stat.S_ISLNK(entry.external_attr >> 16)
    return bool(name) and not (entry.is_dir() or linked or _JUNK.search(name))


def _is_beside(name: str, pages: set[str]) -> bool:
    """A picture, a style, or anything in the folder that browsers save beside a page."""
    if _BESIDE_ARTICLES.search(name):
        return True
    folders = _FOLDER_OF_PAGE.finditer(name)
    return any(name[: folder.start()] in pages for folder in folders)
