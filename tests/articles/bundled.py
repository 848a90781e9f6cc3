"""Archives and tables for tests, made as programs make them."""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook  # type: ignore[attr-defined]

from articles.actions.originals import Upload
from tests.articles.texts import page, upload

BODY = (
    "Đảng ủy xã Đông Khê vừa sơ kết ba năm thực hiện trách nhiệm nêu gương của cán bộ, đảng viên."
    "\nTrong thời gian tới, Đảng ủy xã cần tiếp tục phân công cán bộ bám bản."
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def zipped_with_raw_names(files: Mapping[bytes, bytes], extra: bytes = b"") -> bytes:
    """Zip files under names in any encoding, without saying in which, as old packers do."""
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for name, content in files.items():
            entry = _Raw(name)
            entry.extra = extra
            archive.writestr(entry, content)
    return data.getvalue()


class _Raw(ZipInfo):
    def __init__(self, name: bytes) -> None:
        super().__init__(name.decode("latin-1"))
        self._name = name

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - Python's own
        return self._name, self.flag_bits & ~0x800


def workbook(**sheets: Sequence[Sequence[Any]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title.replace("_", " "))
        for row in rows:
            sheet.append(list(row))
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def json_lines(*rows: Any) -> bytes:
    lines = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    return "\n".join(lines).encode()


def windows_1258(text: str) -> bytes:
    """Letters with their shapes, tones behind them: as that code page writes Vietnamese."""
    return b"".join(map(_letter, unicodedata.normalize("NFC", text)))


def _letter(character: str) -> bytes:
    try:
        return character.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", character)
        shape = "".join(part for part in parts if part not in _TONES)
        tone = "".join(part for part in parts if part in _TONES)
        return (unicodedata.normalize("NFC", shape) + tone).encode("cp1258")


def zip_of_pages(count: int, name: str = "bai.zip") -> Upload:
    files = {
        f"bai-{n:04}.txt": page(f"Bài số {n}", body=f"Chi bộ thôn {n} có {n + 3} đảng viên.")
        for n in range(count)
    }
    return upload(zipped(files), name, "application/zip")
