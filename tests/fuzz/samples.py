"""Valid files of every format that is read, each with what its format can do."""

import csv
import io
import json
import zipfile
from functools import cache
from typing import Final, NamedTuple

from openpyxl.workbook.workbook import Workbook

from tests.articles.reading.pdffiles import LEFT, TOP, Sheet, pdf
from tests.articles.reading.test_saved_pages import saved
from tests.articles.reading.web import CASES
from tests.articles.reading.wordfiles import (
    definition,
    docx,
    level,
    listed,
    num,
    paragraph,
    run,
    style,
    table,
)
from tests.articles.reading.words import LEAD, P1, P2, P3, P4, P5, TITLE


class Sample(NamedTuple):
    name: str
    data: bytes


TEXT: Final = f"{TITLE}\n\n12/3/2021\n\n{LEAD}\n\n{P1}\n\n1. {P3}\n\na) {P4}\n\n- {P5}\n\nTHU HÀ\n"
TCVN3: Final = "Thùc hiÖn nghÞ quyÕt cña §¶ng bé huyÖn, c¸c chi bé ®· ph©n c«ng ®¶ng viªn. " * 3
MARKDOWN: Final = (
    f"---\ntitle: {TITLE}\ndate: 2021-03-12\nauthor: [A, B]\n---\n# {TITLE}\n\n**{LEAD}**\n\n"
    f"1. {P3}\n   - {P4}\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n> {P1}\n\n<p align=center>x</p>\n"
)


@cache
def samples() -> tuple[Sample, ...]:
    """Every format once or more; made once."""
    return (
        Sample("bai.txt", TEXT.encode()),
        Sample("utf16.txt", TEXT.encode("utf-16")),
        Sample("tcvn3.txt", TCVN3.encode("cp1252")),
        Sample("bai.md", MARKDOWN.encode()),
        *(Sample(f"{at}.html", case.page.encode()) for at, case in enumerate(CASES[:4])),
        Sample("bai.mhtml", saved()),
        Sample("goi.mht", saved(coding="base64", charset="utf-16-le")),
        Sample("bai.docx", word()),
        Sample("bai.pdf", paper()),
        Sample("cu.pdf", old_paper()),
        Sample("bang.csv", commas()),
        Sample("bang.jsonl", rows()),
        Sample("bang.xlsx", workbook()),
        Sample("nhieu.zip", archive()),
    )


def word() -> bytes:
    numbering = definition(level(0, "upperRoman", "%1."), level(1, "lowerLetter", "%2)")) + num()
    styles = style("Title", "") + style("heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('Hộp')}</w:txbxContent></w:pict></w:r>"
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Mục lục</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = (
        table(("TỈNH ỦY TRÀ GIANG\nSố 12-NQ/TU", "ĐẢNG CỘNG SẢN VIỆT NAM"))
        + paragraph(TITLE, props='<w:pStyle w:val="Title"/>')
        + paragraph(field)
        + paragraph(run(P1, '<w:b/><w:rFonts w:ascii=".VnTime"/>'), box)
        + listed(P3)
        + listed(P4, level=1)
        + table(("1", "Rà soát", "Quý IV"), ("2", table(("a", "b")), "x"), ruled=True)
        + f"<w:sdt><w:sdtContent>{paragraph(P5)}</w:sdtContent></w:sdt>"
        + f"<w:p><w:ins><w:r><w:t>{P2}</w:t></w:r></w:ins><w:del><w:r/></w:del></w:p>"
    )
    notes = f'<w:footnote w:id="2">{paragraph("Ghi chú")}</w:footnote>'
    return docx(body, numbering=numbering, styles=styles, footnotes=notes, header1=paragraph("x"))


def paper() -> bytes:
    first, second = Sheet(), Sheet()
    bottom = first.lines([TITLE], size=16, bold=True)
    for left, text in ((LEFT, P1), (320.0, P2)):
        first.paragraph(text, left, bottom - 20, 205, 10, indent=15)
    for at, row in enumerate((("STT", "Việc"), ("1", "Rà soát"), ("2", "Sơ kết"))):
        for left, cell in zip((LEFT, 200.0), row, strict=True):
            first.put(cell, left, 300 - 20 * at)
    second.paragraph(P3, top=TOP)
    second.put("MẬT ONG", 200, 300, turned=True)
    second.put("2", 290, 30, 10)
    return pdf(first, second, packed=False)


def old_paper() -> bytes:
    sheet = Sheet(pictured=True)
    sheet.lines([TCVN3[:70], TCVN3[70:140]], size=10, font=".VnTime")
    sheet.paragraph(f"{P1} {P2} {P3}", top=600)
    return pdf(sheet, old_fonts=[".VnTime"])


def commas() -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(
        [["Tiêu đề", "Ngày", "Nội dung"], [TITLE, "12/3/2021", f"{P1}\n{P3}"]]
    )
    return out.getvalue().encode()


def rows() -> bytes:
    row = {"title": TITLE, "date": "2021-03-12", "text": f"{P1}\n{P3}", "tags": ["a"]}
    return "\n".join(json.dumps(row, ensure_ascii=False) for _ in range(2)).encode()


def workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    for row in (["Tiêu đề", "Ngày", "Nội dung"], [TITLE, 44267, f"{P1}\n{P3}"]):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as together:
        together.writestr("một.txt", TEXT)
        together.writestr("thư mục/hai.docx", word())
    return out.getvalue()
