"""Zips that lie, swell, lead elsewhere or hold themselves."""

import stat
import struct
import warnings
import zlib
from functools import partial
from io import BytesIO
from typing import Final
from zipfile import ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

from tests.articles.bundled import windows_1258, zipped_with_raw_names
from tests.articles.hostile.file import IMPORTED, UNPACKED, Hostile, Problem, own_text, zipped

_CENTRAL: Final = struct.Struct("<4s4B4HL2L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_MEGABYTE: Final = 1_000_000


def _swelling(files: int, megabytes: int) -> bytes:
    return zipped(*((f"{at}.txt", bytes(megabytes * _MEGABYTE)) for at in range(files)))


def _overlapping(entries: int, megabytes: int) -> bytes:
    """Many entries of a directory that all mean the same bytes, as in Fifield's bomb."""
    one = zipped(("a.txt", bytes(megabytes * _MEGABYTE) if megabytes else own_text("chồng")))
    start = one.index(b"PK\x01\x02")
    fields = list(_CENTRAL.unpack_from(one, start))
    directory = b""
    for at in range(entries):
        name = f"{at:05}.txt".encode()
        fields[12] = len(name)
        directory += _CENTRAL.pack(*fields) + name
    end = _END.pack(b"PK\x05\x06", 0, 0, entries, entries, len(directory), start, 0)
    return one[:start] + directory + end


def _nested(depth: int) -> bytes:
    data = zipped(("a.txt", own_text("lồng")))
    for _ in range(depth):
        data = zipped(("trong.zip", data))
    return data


def _too_many() -> bytes:
    return zipped(*((f"{at}.txt", "") for at in range(50_001)), way=ZIP_STORED)


def _with_fields(data: bytes, **changed: int) -> bytes:
    """The same zip, whose directory says something else of its first entry."""
    places = {"flags": (5, 8, "<H"), "method": (7, 10, "<H"), "size": (0, 24, "<L")}
    start = data.index(b"PK\x01\x02")
    out = bytearray(data)
    for name, value in changed.items():
        _, at, form = places[name]
        struct.pack_into(form, out, start + at, value)
        local = {"flags": 6, "method": 8, "size": 22}[name]
        struct.pack_into(form, out, local, value)
    return bytes(out)


def _small(mark: str) -> bytes:
    return zipped(("a.txt", own_text(mark)))


def _says_less() -> bytes:
    """Its directory says that ten bytes come out."""
    return _with_fields(zipped(("a.txt", bytes(90 * _MEGABYTE))), size=10)


def _says_more() -> bytes:
    return _with_fields(_small("hơn"), size=2**32 - 2)


def _spoilt() -> bytes:
    data = zipped(("a.txt", own_text("hỏng")), ("b.txt", own_text("lành")), way=ZIP_STORED)
    return data.replace(b"h\xe1\xbb\x8fng", b"hxyzng")


def _dictionary() -> bytes:
    """LZMA that wants four gigabytes to begin with."""
    data = zipped(("a.txt", own_text("từ điển")), way=ZIP_LZMA)
    begin = data.index(b"a.txt") + len("a.txt") + 4  # behind version and length: the properties
    return data[: begin + 1] + b"\xff\xff\xff\xff" + data[begin + 5 :]


def _linked() -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for name, target in (("a.txt", "/etc/passwd"), ("b", "../..")):
            link = ZipInfo(name)
            link.create_system = 3
            link.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(link, target)
    return data.getvalue()


def _named(*names: str) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that stand twice
        return zipped(
            *((name, own_text(f"tên {at} {name[:9]!r}")) for at, name in enumerate(names))
        )


def _raw_names() -> bytes:
    """The same Vietnamese name as five systems write it."""
    name = "Nghị quyết của Đảng bộ.txt"
    raw = [
        name.encode(),
        windows_1258(name),
        "NghÞ quyÕt cña §¶ng bé.txt".encode("cp1252"),
        name.encode("utf-16-le"),
        bytes(range(128, 250)) + b".txt",
    ]
    return zipped_with_raw_names({one: own_text(f"mã {at}").encode() for at, one in enumerate(raw)})


def _nul_name() -> bytes:
    return _small("NUL").replace(b"a.txt", b"a\0txt")


def _prefixed() -> bytes:
    return b"MZ\x90\0 a program that unpacks itself " + _small("tự mở")


def _bomb_of_deflate() -> bytes:
    """Deflate in deflate: what comes out is a zip again, and stays one."""
    return zipped(("a.zip", zlib.compress(bytes(9 * _MEGABYTE), 9) * 20))


ARCHIVES: Final = (
    Hostile("phang.zip", partial(_swelling, 1, 60), Problem.UNPACKS_TOO_LARGE),
    Hostile("nhieu.zip", partial(_swelling, 20, 6), Problem.UNPACKS_TOO_LARGE),
    Hostile("chong-bom.zip", partial(_overlapping, 2_000, 5), Problem.UNPACKS_TOO_LARGE),
    Hostile("chong.zip", partial(_overlapping, 20, 0), Problem.DAMAGED),
    Hostile("long.zip", partial(_nested, 1), UNPACKED, [Problem.NESTED]),
    Hostile("long-sau.zip", partial(_nested, 60), UNPACKED, [Problem.NESTED]),
    Hostile("deflate.zip", _bomb_of_deflate, UNPACKED, [Problem.DAMAGED]),
    Hostile("qua-nhieu.zip", _too_many, Problem.TOO_MANY),
    Hostile("noi-it.zip", _says_less, UNPACKED, [Problem.DAMAGED]),
    Hostile("noi-nhieu.zip", _says_more, Problem.UNPACKS_TOO_LARGE),
    Hostile("cat.zip", lambda: _small("cắt")[:-30], Problem.DAMAGED),
    Hostile("cat-dau.zip", lambda: b"PK\x03\x04" + bytes(500), Problem.DAMAGED),
    Hostile("mat-khau.zip", lambda: _with_fields(_small("khóa"), flags=1), Problem.ENCRYPTED),
    Hostile("hong.zip", _spoilt, UNPACKED, [Problem.DAMAGED, IMPORTED]),
    Hostile(
        "cach-la.zip",
        lambda: _with_fields(_small("lạ"), method=99),
        UNPACKED,
        [Problem.UNSUPPORTED],
    ),
    Hostile("tu-dien.zip", _dictionary, UNPACKED, [Problem.TOO_MUCH_MEMORY]),
    Hostile("lien-ket.zip", _linked, Problem.NOTHING_INSIDE),
    Hostile("trong.zip", zipped, Problem.NOTHING_INSIDE),
    Hostile("anh.zip", lambda: zipped(("a.jpg", "x"), ("b/", "")), Problem.NOTHING_INSIDE),
    Hostile("len-tren.zip", lambda: _named("../../../etc/cron.d/a.txt"), UNPACKED, [IMPORTED]),
    Hostile("goc.zip", lambda: _named("/etc/passwd.txt"), UNPACKED, [IMPORTED]),
    Hostile(
        "o-dia.zip",
        lambda: _named("C:\\Windows\\a.txt", "\\\\may\\b.txt"),
        UNPACKED,
        [IMPORTED] * 2,
    ),
    Hostile("dai.zip", lambda: _named("x/" * 20_000 + "a.txt"), UNPACKED, [IMPORTED]),
    Hostile("nul.zip", _nul_name, UNPACKED, [IMPORTED]),
    Hostile(
        "dong.zip",
        lambda: _named("a\n\r\t\x1b[31m.txt", "\u202etxt.exe.txt"),
        UNPACKED,
        [IMPORTED] * 2,
    ),
    Hostile("trung.zip", lambda: _named("a.txt", "a.txt", "A.TXT"), UNPACKED, [IMPORTED] * 3),
    Hostile("bang-ma.zip", _raw_names, UNPACKED, [IMPORTED] * 5),
    Hostile("tien-to.zip", _prefixed, Problem.DAMAGED),
    Hostile("khong-phai.zip", lambda: own_text("giả").encode(), Problem.DAMAGED),
)
