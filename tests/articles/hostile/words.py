"""Word files and workbooks that attack whoever parses their XML."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from tests.articles.bundled import workbook
from tests.articles.hostile.file import IMPORTED, UNPACKED, Hostile, Problem, own_text
from tests.articles.reading.wordfiles import (
    definition,
    docx,
    level,
    listed,
    num,
    paragraph,
    style,
    table,
    with_part,
)

_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S: Final = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LAUGHS: Final = "".join(
    f'<!ENTITY l{at} "{f"&l{at - 1};" * 10 if at else "ha" * 50}">' for at in range(12)
)
"""A trillion times fifty laughs."""
OUTSIDE: Final = '<!ENTITY l11 SYSTEM "file:///etc/passwd">'
_MAIN: Final = "word/document.xml"


def _document(entities: str, body: str) -> bytes:
    """A document whose words are an entity."""
    words = (
        f"<!DOCTYPE w:document [{entities}]><w:document {_W}><w:body>{body}</w:body></w:document>"
    )
    return with_part(docx(""), _MAIN, words)


def _with_entity(entities: str, mark: str) -> bytes:
    return _document(entities, paragraph(own_text(mark)) + paragraph("&l11;"))


def _parameter_entity() -> bytes:
    outside = '<!ENTITY % far SYSTEM "http://127.0.0.1:9/x.dtd"> %far;'
    return _document(outside, paragraph(own_text("tham số")))


def _swelling() -> bytes:
    return with_part(docx(""), _MAIN, b"<x>" + b" " * 160_000_000)


def _large_part() -> bytes:
    return with_part(docx(""), _MAIN, b"<x>" + b" " * 30_000_000)


def _deep() -> bytes:
    inner = "<w:sdt><w:sdtContent>" * 100_000
    return _document("", paragraph(own_text("sâu")) + inner)


def _deep_tables() -> bytes:
    words = paragraph(own_text("bảng sâu"))
    for _ in range(60):
        words = f"<w:tbl><w:tr><w:tc>{words}</w:tc></w:tr></w:tbl>"
    return docx(paragraph(own_text("trên bảng")) + words)


def _many_paragraphs() -> bytes:
    return docx(paragraph("Chi bộ") * 300_000)


def _circles() -> bytes:
    """Styles that stand on each other, and a list that counts beyond all numbers."""
    styles = style("A", '<w:basedOn w:val="B"/>') + style("B", '<w:basedOn w:val="A"/>')
    far = level(0, "upperRoman", "%1.%9.").replace(
        'start w:val="1"', f'start w:val="{"9" * 5_000}"'
    )
    endless = level(0, "upperLetter", "%1%2").replace('start w:val="1"', 'start w:val="2147483647"')
    numbering = definition(far) + definition(endless, name=1) + num() + num(2, 1)
    words = paragraph(own_text("vòng"), props='<w:pStyle w:val="A"/>')
    return docx(words + listed("một") + listed("hai", 2) * 3, styles=styles, numbering=numbering)


def _wide() -> bytes:
    return docx(paragraph(own_text("rộng")) + table(*[("ô",) * 3_000] * 30))


def _far_parts() -> bytes:
    kinds = ("styles", "numbering", "header", "footnotes")
    relations = "".join(
        f'<Relationship Id="r{at}" Type="x/{kind}" Target="../../../../etc/passwd"/>'
        for at, kind in enumerate(kinds)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return with_part(
        docx(paragraph(own_text("xa"))),
        "word/_rels/document.xml.rels",
        f'<Relationships xmlns="{space}">{relations}</Relationships>',
    )


def _odd_encoding() -> bytes:
    words = f"<w:document {_W}><w:body>{paragraph(own_text('mã'))}</w:body></w:document>"
    return with_part(
        docx(""), _MAIN, b'<?xml version="1.0" encoding="utf-7"?>' + words.encode("utf-7")
    )


def _sheet(words: str, rows: Sequence[Sequence[str]] = (("Nội dung",), ("x",))) -> bytes:
    return with_part(workbook(Sheet=rows), "xl/worksheets/sheet1.xml", words)


def _sheet_of(data: str, entities: str = "") -> bytes:
    doctype = f"<!DOCTYPE worksheet [{entities}]>" if entities else ""
    return _sheet(f"{doctype}<worksheet {_S}><sheetData>{data}</sheetData></worksheet>")


def _cell(at: str, words: str) -> str:
    return f'<c r="{at}" t="inlineStr"><is><t>{words}</t></is></c>'


def _sparse() -> bytes:
    """Two cells, of which one stands at the last corner that a sheet has."""
    head = f'<row r="1">{_cell("A1", "Nội dung")}</row>'
    last = f'<row r="1048576">{_cell("XFD1048576", own_text("góc"))}</row>'
    return _sheet_of(head + last)


def _sparse_rows() -> bytes:
    """Each row has a cell in the last column."""
    head = f'<row r="1">{_cell("A1", "Nội dung")}</row>'
    return _sheet_of(
        head + "".join(f'<row r="{at}">{_cell(f"XFD{at}", "x")}</row>' for at in range(2, 300))
    )


def _entity_cell(entities: str) -> bytes:
    rows = f'<row r="1">{_cell("A1", "Nội dung")}</row><row r="2">{_cell("A2", "&l11;")}</row>'
    return _sheet_of(rows, entities)


def _strings() -> bytes:
    """Shared strings of sixty megabytes."""
    return with_part(
        workbook(Sheet=[["Nội dung"], ["x"]]), "xl/sharedStrings.xml", b"<sst>" + bytes(60_000_000)
    )


def _many_strings() -> bytes:
    words = f"<sst {_S}>" + "<si><t>a</t></si>" * 4_000_000
    return with_part(workbook(Sheet=[["Nội dung"], ["x"]]), "xl/sharedStrings.xml", words)


def _protected() -> bytes:
    """A compound file in which Office wraps what has a password."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")


def _old_word() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument".encode("utf-16-le")


WORDS: Final = (
    Hostile("ty-tieng-cuoi.docx", partial(_with_entity, LAUGHS, "cười"), IMPORTED),
    Hostile("tep-ngoai.docx", partial(_with_entity, OUTSIDE, "ngoài"), IMPORTED),
    Hostile("dtd-ngoai.docx", _parameter_entity, IMPORTED),
    Hostile("phinh.docx", _swelling, Problem.UNPACKS_TOO_LARGE),
    Hostile("phan-lon.docx", _large_part, Problem.UNPACKS_TOO_LARGE),
    Hostile("sau.docx", _deep, IMPORTED),
    Hostile("bang-sau.docx", _deep_tables, IMPORTED),
    Hostile("nhieu-doan.docx", _many_paragraphs, Problem.TOO_LONG),
    Hostile("vong.docx", _circles, IMPORTED),
    Hostile("rong.docx", _wide, Problem.TOO_LONG),
    Hostile("xa.docx", _far_parts, IMPORTED),
    Hostile("utf-7.docx", _odd_encoding, IMPORTED),
    Hostile("cat.docx", lambda: docx(paragraph(own_text("x")))[:-40], Problem.DAMAGED),
    Hostile("mat-khau.docx", _protected, Problem.ENCRYPTED),
    Hostile("cu.doc", _old_word, Problem.SAVE_AS_DOCX),
    Hostile("goc.xlsx", _sparse, UNPACKED, [Problem.ROW_WITHOUT_TEXT]),
    Hostile("cot-cuoi.xlsx", _sparse_rows, UNPACKED, [Problem.ROW_WITHOUT_TEXT] * 298),
    Hostile("cuoi.xlsx", partial(_entity_cell, LAUGHS), Problem.DAMAGED),
    Hostile("ngoai.xlsx", partial(_entity_cell, OUTSIDE), Problem.DAMAGED),
    Hostile("chuoi.xlsx", _strings, Problem.UNPACKS_TOO_LARGE),
    Hostile("nhieu-chuoi.xlsx", _many_strings, Problem.UNPACKS_TOO_LARGE),
)
