"""Texts, tables and pages of the web that are too long, too deep or something else."""

import gzip
import json
import tarfile
from functools import partial
from io import BytesIO
from typing import Final

from tests.articles.hostile.file import IMPORTED, TEXT, UNPACKED, Hostile, Problem, own_text, zipped
from tests.articles.hostile.words import LAUGHS, OUTSIDE
from tests.articles.reading.wordfiles import docx, paragraph
from tests.fuzz.samples import paper

BROKEN: Final = Problem.BROKEN_ROW


def _web(mark: str, more: str = "", head: str = "") -> bytes:
    return f"{head}<html><body><article><h1>Tin</h1><p>{own_text(mark)}</p>{more}".encode()


def _with_entity(entities: str, mark: str) -> bytes:
    return _web(mark, "<p>&l11;</p>", f'<?xml version="1.0"?><!DOCTYPE html [{entities}]>')


def _yaml() -> bytes:
    """Names that stand for names: a billion in a few lines."""
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]" for at in range(1, 12)]
    lines += ["title: *a11", "author: *a11", "date: *a11", "tags: *a11"]
    return f"---\n{chr(10).join(lines)}\n---\n{own_text('yaml')}\n".encode()


def _letter(depth: int) -> bytes:
    """A saved page in an envelope in an envelope."""
    begin = "".join(
        f"Content-Type: multipart/related; boundary=b{at}\n\n--b{at}\n" for at in range(depth)
    )
    page = f"Content-Type: text/html; charset=utf-8\n\n{_web(f'thư {depth}').decode()}"
    return f"MIME-Version: 1.0\n{begin}{page}".encode()


def _many_letters() -> bytes:
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    return (head + "--b\nContent-Type: text/html\n\nx\n" * 10_000).encode()


def _wide_table() -> bytes:
    return ",".join(f"cột {at}" for at in range(1_000_000)).encode()


def _wide_rows() -> bytes:
    return f'Nội dung\n"{own_text("hàng")}"\n{"," * 1_000_000}x\n'.encode()


def _open_quote() -> bytes:
    return ('Tiêu đề,Nội dung\nTin,"' + "dòng\n" * 2_300).encode()


def _json(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def _row(text: str) -> str:
    return json.dumps({"text": text})


def _tar() -> bytes:
    data = BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("../../a.txt"))
    return data.getvalue()


_DEEP: Final = 100_000
TEXTS: Final = (
    Hostile("rong.txt", bytes, Problem.EMPTY),
    Hostile("rong.pdf", bytes, Problem.EMPTY),
    Hostile("rong.zip", bytes, Problem.EMPTY),
    Hostile("trang.txt", lambda: b" \n\t" * 1_000_000, Problem.EMPTY),
    Hostile("mot-ky-tu.txt", lambda: b"a", Problem.NO_BODY),
    Hostile("nhieu-dong.txt", lambda: b"a\n" * 10_000_000, Problem.TOO_LONG),
    Hostile("nhieu-dong-trong.txt", lambda: TEXT.encode() + b"\n" * 10_000_000, IMPORTED),
    Hostile("mot-dong.txt", lambda: "Chi bộ ".encode() * 2_000_000, Problem.TOO_LONG),
    Hostile("dong-50-mb.txt", lambda: b"a" * 50_000_000, Problem.TOO_LARGE),
    Hostile("nhi-phan.txt", lambda: bytes(range(256)) * 4_000, Problem.NOT_TEXT),
    Hostile("khong.txt", lambda: bytes(1_000_000), Problem.NOT_TEXT),
    Hostile(
        "utf-16-le.txt",
        lambda: b"\xff\xfe" + own_text("utf-16").encode("utf-16-le") + b"a",
        IMPORTED,
    ),
    Hostile("ngoac.txt", lambda: b"([{<" * 250_000 + TEXT.encode(), Problem.TOO_LONG),
    Hostile("yaml.md", _yaml, IMPORTED),
    Hostile("trich.md", lambda: b">" * 200_000 + own_text("trích").encode(), Problem.NO_BODY),
    Hostile("ngoac.md", lambda: b"[" * 200_000 + own_text("ngoặc").encode(), IMPORTED),
    Hostile(
        "danh-sach.md",
        lambda: "".join(f"{' ' * at}- {TEXT}\n" for at in range(700)).encode(),
        IMPORTED,
    ),
    Hostile("cuoi.html", partial(_with_entity, LAUGHS, "cười"), IMPORTED),
    Hostile("ngoai.html", partial(_with_entity, OUTSIDE, "ngoài"), IMPORTED),
    Hostile("sau.html", lambda: _web("trang sâu", "<div>" * _DEEP + TEXT), IMPORTED),
    Hostile("dam.html", lambda: _web("đậm", "<b><i>" * _DEEP + TEXT), IMPORTED),
    Hostile("nhieu-the.html", lambda: _web("thẻ", "<p>Chi bộ</p>" * 1_000_000), Problem.TOO_LONG),
    Hostile(
        "thuoc-tinh.html",
        lambda: _web("thuộc tính", f'<p title="{"a" * 9_000_000}">x</p>'),
        IMPORTED,
    ),
    Hostile("bang-ma.html", lambda: _web("bảng mã", head='<meta charset="x-evil">'), IMPORTED),
    Hostile(
        "json-ld.html",
        lambda: _web("json", f'<script type="application/ld+json">{"[" * _DEEP}</script>'),
        IMPORTED,
    ),
    Hostile("nen.html", lambda: gzip.compress(_web("nén")), Problem.UNSUPPORTED),
    Hostile("thu.mhtml", partial(_letter, 300), IMPORTED),
    Hostile("nhieu-thu.mhtml", _many_letters, Problem.TOO_MANY),
    Hostile("cot.csv", _wide_table, Problem.NO_TEXT_COLUMN),
    Hostile("hang-rong.csv", _wide_rows, UNPACKED, [IMPORTED, BROKEN]),
    Hostile("ngoac-mo.csv", _open_quote, UNPACKED, [IMPORTED, *[Problem.ROW_WITHOUT_TEXT] * 2_299]),
    Hostile(
        "sau.jsonl",
        lambda: _json(_row(own_text("dòng json")), '{"text":' + "[" * _DEEP),
        UNPACKED,
        [IMPORTED, BROKEN],
    ),
    Hostile(
        "so.jsonl",
        lambda: _json('{"text": ' + "9" * 1_000_000 + "}", '{"text": 1e999999}'),
        UNPACKED,
        [BROKEN, Problem.NO_BODY],
    ),
)

DISGUISED: Final = (
    Hostile("trang.doc", partial(_web, "doc"), IMPORTED),
    Hostile("moi.doc", lambda: docx(paragraph(own_text("mới"))), IMPORTED),
    Hostile("moi.rtf", lambda: docx(paragraph(own_text("rtf"))), IMPORTED),
    Hostile("giau.doc", lambda: b"{\\rtf1\\ansi a}", Problem.SAVE_AS_DOCX),
    Hostile(
        "van.odt",
        lambda: zipped(("mimetype", "application/vnd.oasis.opendocument.text")),
        Problem.SAVE_AS_DOCX,
    ),
    Hostile("trang.pages", lambda: zipped(("Index/Document.iwa", "x")), Problem.SAVE_AS_DOCX),
    Hostile("trang.aspx", partial(_web, "aspx"), IMPORTED),
    Hostile("giay.jpg", paper, IMPORTED),
    Hostile("anh.jpg", lambda: b"\xff\xd8\xff\xe0 a picture", Problem.PICTURE),
    Hostile("anh.html", lambda: b"\x89PNG\r\n\x1a\n a picture", Problem.PICTURE),
    Hostile("anh.pdf", lambda: b"GIF89a a picture", Problem.PICTURE),
    Hostile("chu.pdf", lambda: own_text("pdf giả").encode(), IMPORTED),
    Hostile("trang.docx", partial(_web, "docx giả"), IMPORTED),
    Hostile("may.docx", lambda: b"\x7fELF\x02\x01\x01 a program", Problem.UNSUPPORTED),
    Hostile("may.exe", lambda: b"MZ\x90\0 a program", Problem.UNSUPPORTED),
    Hostile("goi.zip", lambda: docx(paragraph(own_text("gói"))), IMPORTED),
    Hostile("goi.tar", _tar, Problem.UNSUPPORTED),
    Hostile("goi.rar", lambda: b"Rar!\x1a\x07\x01\0", Problem.UNSUPPORTED),
    Hostile("goi.7z", lambda: b"7z\xbc\xaf\x27\x1c", Problem.UNSUPPORTED),
    Hostile("ma.py", lambda: b"import os\n" * 20, Problem.UNSUPPORTED),
    Hostile("khong-ten", lambda: docx(paragraph(own_text("không tên"))), IMPORTED),
)
