"""What the files in a zip are called, whatever system wrote the names.

The format knows two encodings, and systems write in their own: Windows in the code page of the
country, macOS in UTF-8 without saying so, archives of old desks in TCVN3 or VNI.
"""

import contextlib
import re
import zlib
from collections.abc import Iterable, Sequence
from typing import Final
from zipfile import ZipInfo

from articles.reading.encodings import decode
from articles.reading.faults import Unreadable
from articles.vietnamese import normalise

_IS_UTF_8: Final = 0x800
_UNICODE_PATH: Final = 0x7075
_WESTERN: Final = "windows-1252"  # which no zip is named in
_DRIVE: Final = re.compile(r"^[A-Za-z]:")


def names_of(entries: Sequence[ZipInfo]) -> list[str]:
    """The names as they are shown. They are never used as paths, and lead nowhere."""
    names = [_known(entry) for entry in entries]
    raw = [_raw(entry) for entry, name in zip(entries, names, strict=True) if name is None]
    others = iter(_decoded(raw))
    return [_shown(next(others) if name is None else name) for name in names]


def _known(entry: ZipInfo) -> str | None:
    """The name, where its encoding is beyond doubt."""
    if entry.flag_bits & _IS_UTF_8 or entry.filename.isascii():
        return entry.orig_filename
    return _unicode_path(entry)


def _unicode_path(entry: ZipInfo) -> str | None:
    """What some packers write beside the name: the same in UTF-8, if it is still the same."""
    extra = entry.extra
    while len(extra) >= 4:  # noqa: PLR2004 - a kind and a length, two bytes each
        kind, length = int.from_bytes(extra[:2], "little"), int.from_bytes(extra[2:4], "little")
        field, extra = extra[4 : 4 + length], extra[4 + length :]
        same = int.from_bytes(field[1:5], "little") == zlib.crc32(_raw(entry))
        if kind == _UNICODE_PATH and same:
            return field[5:].decode("utf-8", "replace")
    return None


def _raw(entry: ZipInfo) -> bytes:
    """The bytes of the name: Python takes them for cp437, which loses none."""
    return entry.orig_filename.encode("cp437", "replace")


def _decoded(raw: Iterable[bytes]) -> list[str]:
    """All of one archive together, since one name has few syllables to be known by."""
    names = [name.replace(b"\n", b" ") for name in raw]
    with contextlib.suppress(Unreadable):
        text, encoding = decode(b"\n".join(names))
        if encoding != _WESTERN and text.count("\n") == len(names) - 1:
            return text.split("\n")
    return [name.decode("cp437") for name in names]


def _shown(name: str) -> str:
    """Without drive, root or way up."""
    parts = _DRIVE.sub("", normalise(name).replace("\\", "/")).split("/")
    parts = [" ".join(part.split()) for part in parts]
    return "/".join(part for part in parts if part not in {"", ".", ".."})
