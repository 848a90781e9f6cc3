"""PDF files that swell, turn in circles, lie about themselves or are locked."""

from functools import partial
from io import BytesIO
from typing import Final

from pypdf import PdfReader, PdfWriter

from tests.articles.hostile.bombs import (
    calling_one_another,
    endless_tree,
    greedy,
    of_pixels,
    one_page,
    packed,
    pages,
    slow,
    stream,
)
from tests.articles.hostile.file import IMPORTED, Hostile, Problem, own_text
from tests.articles.reading.pdffiles import Sheet, pdf, pdf_of


def _paper(mark: str) -> bytes:
    sheet = Sheet()
    sheet.paragraph(own_text(mark))
    return pdf(sheet)


def _locked(user: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(_paper(f"khóa {user}"))))
    writer.encrypt(user_password=user, owner_password="owner", algorithm="RC4-128")
    data = BytesIO()
    writer.write(data)
    return data.getvalue()


def _acting() -> bytes:
    """It wants to run a script, start a program and open another file as soon as it is opened."""
    act = (
        b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert(1)) "
        b"/Next << /S /Launch /F (/bin/sh) /Next << /S /URI /URI (http://127.0.0.1:9/) >> >> >> >>"
    )
    return _paper("chạy").replace(b"<< /Type /Catalog /Pages 2 0 R >>", act)


def _lying(count: int) -> bytes:
    return _paper(f"đếm {count}").replace(b"/Count 1", b"/Count %d" % count)


def _objects_bomb() -> bytes:
    """A stream of objects that says it holds two billion of them."""
    bomb = packed(b"1 0 ", 900, more=b"/Type /ObjStm /N 2000000000 /First 2000000000 ")
    return pdf_of({1: b"<< /Type /Catalog /Pages 5 0 R >>", 4: bomb})


def _references_in_circles() -> bytes:
    return pdf_of({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"3 0 R", 3: b"2 0 R"})


def _tables_in_circles() -> bytes:
    data = _paper("vòng")
    start = data.rindex(b"startxref") + len("startxref\n")
    place = data[start:].split()[0]
    return data.replace(b"/Root 1 0 R >>", b"/Root 1 0 R /Prev " + place + b" >>")


def _deep() -> bytes:
    deep = b"[" * 500_000
    return pdf_of({1: b"<< /Type /Catalog /Pages 2 0 R /Deep " + deep + b" >>"})


def _wide_map() -> bytes:
    """A font whose letters stand for four billion others."""
    return _paper("bảng chữ").replace(b"<0000> <00FF> <0000>", b"<00000000> <FFFFFFFF> <0000>")


def _huge() -> bytes:
    return _paper("khổ").replace(b"/MediaBox [0 0 ", b"/MediaBox [-1e38 -1e38 1e38 1e38 ")


def _letters(tens: int) -> bytes:
    """Many letters on one page."""
    show = b"BT /F 1 Tf " + b"(aaaaaaaaaa) Tj " * tens + b"ET"
    font = b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    return one_page(stream(show), font)


def _rule_of_filters() -> bytes:
    """A stream packed a hundred times over."""
    return one_page(packed(b"0 ", 1, layers=100))


PAPERS: Final = (
    Hostile("bom.pdf", greedy, Problem.TOO_MUCH_MEMORY),
    Hostile("goi-nhau.pdf", calling_one_another, Problem.TOO_MUCH_MEMORY),
    Hostile("cham.pdf", slow, Problem.TOOK_TOO_LONG),
    Hostile("diem-anh.pdf", of_pixels, Problem.PICTURE),
    Hostile("vong-trang.pdf", endless_tree, Problem.PICTURE),
    Hostile("vong-bang.pdf", _tables_in_circles, IMPORTED),
    Hostile("vong.pdf", _references_in_circles, Problem.DAMAGED),
    Hostile("doi-tuong.pdf", _objects_bomb, Problem.DAMAGED),
    Hostile("sau.pdf", _deep, Problem.DAMAGED),
    Hostile("bo-loc.pdf", _rule_of_filters, Problem.PICTURE),
    Hostile("bang-chu.pdf", _wide_map, IMPORTED),
    Hostile("kho.pdf", _huge, IMPORTED),
    Hostile("nhieu-chu.pdf", partial(_letters, 160_000), Problem.TOO_LONG),
    Hostile("nhieu-trang.pdf", partial(pages, 5_000, stream(b"")), Problem.TOO_MANY_PAGES),
    Hostile("dem-nhieu.pdf", partial(_lying, 2_000_000_000), IMPORTED),
    Hostile("dem-am.pdf", partial(_lying, -7), IMPORTED),
    Hostile("mat-khau.pdf", partial(_locked, "mở"), Problem.ENCRYPTED),
    Hostile("khong-cho-in.pdf", partial(_locked, ""), IMPORTED),
    Hostile("chay.pdf", _acting, IMPORTED),
    Hostile("cat.pdf", lambda: _paper("cắt")[:600], Problem.DAMAGED),
    Hostile("chi-dau.pdf", lambda: b"%PDF-1.7\n", Problem.DAMAGED),
    Hostile("trong.pdf", partial(one_page, stream(b"")), Problem.PICTURE),
    Hostile("hai-mat.pdf", lambda: b"<html><script>" + _paper("hai mặt"), IMPORTED),
)
