"""PDF files: paragraphs in reading order, without what is printed on every page."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from articles.reading import Draft, Fault, Reason, Unreadable, read
from articles.reading.page import Block
from articles.reading.pdf import read_pdf
from tests.articles.reading.pdffiles import LEFT, PITCH, SIZE, TOP, WIDE, Sheet, pdf, wrapped
from tests.articles.reading.words import LEAD, P1, P2, P3, P4, P5, TITLE

HALF = 205.0  # the width of one of two columns
RIGHT = LEFT + WIDE - HALF
GAP = 10.0  # between paragraphs


def article(*texts: str, indent: float = 30.0) -> Sheet:
    """A title, a date and paragraphs, as an office prints them."""
    sheet = Sheet()
    bottom = sheet.lines(wrapped(TITLE, WIDE, 20), top=TOP, size=20, bold=True)
    bottom = sheet.lines(["12/3/2021"], top=bottom - GAP)
    for text in texts:
        bottom = sheet.paragraph(text, top=bottom - GAP, indent=indent)
    return sheet


def blocks_of(data: bytes) -> list[Block]:
    return [block for block in read_pdf(data).blocks if block.hint is None]


def lines_of(data: bytes) -> list[str]:
    return [block.text for block in blocks_of(data)]


def dropped(draft: Draft) -> dict[str, Reason]:
    return {item.text: item.reason for item in draft.dropped}


def test_an_article_is_an_article() -> None:
    draft = read(pdf(article(P1, P3)), name="bai.pdf")
    assert (draft.title, draft.published_on) == (TITLE, date(2021, 3, 12))
    assert draft.body.split("\n") == [P1, P3]
    assert (draft.media_type, draft.encoding) == ("application/pdf", "utf-8")


@pytest.mark.parametrize(("indent", "gap"), [(30.0, 0.0), (0.0, GAP), (30.0, GAP)])
def test_lines_become_paragraphs_by_indents_and_by_gaps(indent: float, gap: float) -> None:
    sheet, bottom = Sheet(), TOP
    for text in (P1, P2, P3, P4):
        bottom = sheet.paragraph(text, top=bottom - gap, indent=indent)
    assert lines_of(pdf(sheet)) == [P1, P2, P3, P4]


def test_a_last_line_that_has_room_left_ends_its_paragraph() -> None:
    sheet, bottom = Sheet(), TOP
    for text in (P1, P3, P4):
        assert text == P4 or len(wrapped(text, WIDE)[-1]) < 55
        bottom = sheet.paragraph(text, top=bottom)
    assert lines_of(pdf(sheet)) == [P1, P3, P4]


def test_items_of_a_list_are_lines_of_their_own() -> None:
    sheet, bottom = Sheet(), TOP
    items = [f"1. {P3}", f"a) {P4}", f"- {P5}", "- Việc ngắn;", "- Việc khác."]
    for text in items:
        bottom = sheet.paragraph(text, top=bottom, indent=30)
    assert lines_of(pdf(sheet)) == items


@pytest.mark.parametrize("indent", [0.0, 35.0])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Kết quả xây dựng Đảng của toàn huyện trong giai đoạn 2016", "- 2020 là rõ nét."),
        ("- Công tác thanh tra được triển khai theo Quyết định số", "69/QĐ-STC ngày 29/5/2019."),
        ("Việc tiếp công dân thực hiện theo quy định tại khoản 3,", "Điều 18 của Luật này."),
    ],
)
def test_what_a_line_happens_to_begin_with_is_no_item(
    indent: float, first: str, second: str
) -> None:
    sheet = Sheet()
    width = len(first) * SIZE * 0.5 + indent
    bottom = sheet.paragraph(f"{first} {second}", width=width, indent=indent)
    sheet.paragraph(P1, top=bottom, width=width, indent=indent)
    assert lines_of(pdf(sheet)) == [f"{first} {second}", P1]


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("theo Chỉ thị số 43-", "CT/TW của Ban Bí thư", "theo Chỉ thị số 43-CT/TW của Ban Bí thư"),
        ("đồng bào dân tộc Ê-", "đê ở địa phương", "đồng bào dân tộc Ê-đê ở địa phương"),
        ("giai đoạn 2016 -", "2020 của toàn tỉnh", "giai đoạn 2016 - 2020 của toàn tỉnh"),
        ("Quyết định số 12/", "QĐ-UBND về việc này", "Quyết định số 12/QĐ-UBND về việc này"),
    ],
)
def test_what_a_line_end_broke_is_whole(one: str, other: str, joined: str) -> None:
    sheet = Sheet()
    start = "x" * (62 - len(one) - 1) + " " + one
    sheet.lines([start, other])
    assert lines_of(pdf(sheet)) == [start.removesuffix(one) + joined]


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    lines = wrapped(f"{P1} {P2} {P3}", WIDE)
    first, second = Sheet(), Sheet()
    first.lines(lines[:5], top=200)
    bottom = second.lines(lines[5:])
    second.paragraph(P5, top=bottom - GAP)
    assert lines_of(pdf(first, second)) == [f"{P1} {P2} {P3}", P5]


def test_a_sentence_that_ends_with_its_page_ends_no_paragraph_where_those_are_indented() -> None:
    first, second = Sheet(), Sheet()
    bottom = 500.0
    for text in (P1, P3, P4, P5):
        bottom = first.paragraph(text, top=bottom, indent=30)
    begun = "Đầu năm nay, cấp ủy các cấp ở huyện Trà Giang đã họp bàn"
    filled = "việc phân công đảng viên phụ trách hộ gia đình ở mỗi thôn xóm."
    assert len(filled) * 7 > WIDE - 10
    first.put(begun, LEFT + 30, bottom)
    first.put(filled, LEFT, bottom - PITCH * SIZE)
    second.paragraph(P2)
    assert lines_of(pdf(first, second))[-1] == f"{begun} {filled} {P2}"


def test_a_paragraph_that_ends_with_its_page_ends() -> None:
    first, second = Sheet(), Sheet()
    first.paragraph(P1, top=200)
    second.paragraph(P3)
    assert lines_of(pdf(first, second)) == [P1, P3]


class TestColumns:
    def columns(self, shift: float = 0.0) -> Sheet:
        sheet = Sheet()
        bottom = sheet.lines([TITLE], size=16, bold=True)
        for left, texts in ((LEFT, (P1, P2)), (RIGHT, (P3, P4))):
            at = bottom - 20 - (shift if left == RIGHT else 0)
            for text in texts:
                at = sheet.paragraph(text, left, at, HALF, 10, indent=15)
        return sheet

    @pytest.mark.parametrize("shift", [0.0, 3.0, 6.5, 9.0])
    def test_two_columns_are_read_one_after_the_other(self, shift: float) -> None:
        assert lines_of(pdf(self.columns(shift))) == [TITLE, P1, P2, P3, P4]

    def test_the_order_in_the_file_does_not_matter(self) -> None:
        sheet = self.columns()
        sheet.marks.sort(key=lambda mark: -float(mark.split()[8 + 1]))  # line by line, across
        assert lines_of(pdf(sheet)) == [TITLE, P1, P2, P3, P4]

    def test_three_columns_too(self) -> None:
        sheet = Sheet()
        for at, text in enumerate((P1, P3, P4)):
            sheet.paragraph(text, LEFT + at * 155, TOP, 130, 8)
        assert lines_of(pdf(sheet)) == [P1, P3, P4]

    def test_a_paragraph_goes_on_in_the_next_column(self) -> None:
        sheet = Sheet()
        lines = wrapped(f"{P1} {P2} {P3}", HALF, 10)
        half = len(lines) // 2
        sheet.lines(lines[:half], LEFT, TOP, 10)
        sheet.lines(lines[half:], RIGHT, TOP, 10)
        assert lines_of(pdf(sheet)) == [f"{P1} {P2} {P3}"]

    def test_text_under_the_columns_comes_after_them(self) -> None:
        sheet = self.columns()
        sheet.paragraph(P5, top=200, size=10)
        assert lines_of(pdf(sheet)) == [TITLE, P1, P2, P3, P4, P5]

    def test_a_wide_gap_in_one_line_makes_no_columns(self) -> None:
        sheet = Sheet()
        lines = wrapped(P1, WIDE, SIZE, 20)
        sheet.put(lines[0][:14], LEFT, TOP)
        sheet.put(lines[0][15:], LEFT + 15 * 7 + 20, TOP)
        sheet.lines(lines[1:], top=TOP - SIZE * PITCH)
        assert lines_of(pdf(sheet)) == [P1]


class TestTables:
    COLUMNS = (LEFT, LEFT + 50, LEFT + 250, LEFT + 360)

    def test_a_row_is_a_line_however_high_its_cells_are(self) -> None:
        sheet = Sheet()
        bottom = sheet.paragraph(P1)
        rows = [
            ("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"),
            ("1", "Rà soát quy chế làm\nviệc của cấp ủy", "Văn phòng", "Quý II"),
            ("2", "Sơ kết nghị quyết", "Ban Tổ chức\nHuyện ủy", "Năm 2023"),
        ]
        for row in rows:
            bottom -= 25
            for left, cell in zip(self.COLUMNS, row, strict=True):
                sheet.lines(cell.split("\n"), left, bottom, 12)
            bottom -= 12 * PITCH * max(cell.count("\n") for cell in row)
        sheet.paragraph(P5, top=bottom - 40)
        assert lines_of(pdf(sheet)) == [
            P1,
            "STT | Nhiệm vụ | Chủ trì | Thời hạn",
            "1 | Rà soát quy chế làm việc của cấp ủy | Văn phòng | Quý II",
            "2 | Sơ kết nghị quyết | Ban Tổ chức Huyện ủy | Năm 2023",
            P5,
        ]

    def test_markers_that_stand_apart_make_no_table(self) -> None:
        sheet, bottom = Sheet(), TOP
        for marker in ("1.", "2.", "3."):
            sheet.put(marker, LEFT, bottom)
            bottom = sheet.paragraph(P3, LEFT + 30, bottom, WIDE - 30)
        assert lines_of(pdf(sheet)) == [f"{marker} {P3}" for marker in ("1.", "2.", "3.")]


class TestEdges:
    def pages(self, count: int = 3) -> list[Sheet]:
        sheets = []
        texts = (P1, P2, P3, P4, P5)
        for at in range(count):
            sheet = Sheet()
            sheet.put("Báo Sông Lam - Xây dựng Đảng", LEFT, 810, 10)
            sheet.paragraph(texts[at], top=700)
            sheet.put("Tài liệu học tập", LEFT, 40, 10)
            sheet.put(f"Trang {at + 1}/{count}", LEFT + 350, 40, 10)
            sheets.append(sheet)
        return sheets

    def test_heads_feet_and_numbers_are_left_out_once_with_their_reason(self) -> None:
        draft = read(pdf(*self.pages()))
        assert draft.body.split("\n") == [P1, P2, P3]
        reasons = [(item.text, item.reason) for item in draft.dropped]
        assert reasons == [
            ("Báo Sông Lam - Xây dựng Đảng", Reason.PAGE),
            ("Tài liệu học tập Trang 1/3", Reason.PAGE),
        ]

    def test_heads_of_left_and_right_pages_may_differ(self) -> None:
        sheets = [Sheet() for _ in range(4)]
        for at, (sheet, text) in enumerate(zip(sheets, (P1, P2, P3, P4), strict=True)):
            sheet.put("TẠP CHÍ XÂY DỰNG ĐẢNG" if at % 2 else "SỐ THÁNG 3 NĂM 2021", LEFT, 810)
            sheet.paragraph(text, top=700)
        assert lines_of(pdf(*sheets)) == [P1, P2, P3, P4]

    @pytest.mark.parametrize("number", ["2", "- 2 -", "Trang 2", "2/3", "ii", "– 2 –", "2 | 3"])
    def test_a_number_at_the_edge_is_a_page_s(self, number: str) -> None:
        sheet = Sheet()
        sheet.put(number, 290, 805)
        sheet.paragraph(P1, top=700)
        assert lines_of(pdf(sheet)) == [P1]

    def test_a_number_in_the_text_is_text(self) -> None:
        sheet = Sheet()
        bottom = sheet.paragraph(P1, top=600)
        bottom = sheet.lines(["2021"], top=bottom - GAP)
        sheet.paragraph(P3, top=bottom - GAP)
        assert "2021" in lines_of(pdf(sheet))

    def test_lines_that_happen_to_be_the_same_in_the_text_are_text(self) -> None:
        first, second = Sheet(), Sheet()
        for sheet, text in ((first, P1), (second, P3)):
            bottom = sheet.paragraph(text, top=600)
            sheet.lines(["Nhiệm vụ"], top=bottom - GAP, bold=True)
            sheet.paragraph(P5, top=bottom - 3 * GAP - SIZE)
        assert lines_of(pdf(first, second)).count("Nhiệm vụ") == 2

    def test_what_a_browser_prints_around_a_page_is_left_out_and_tells_the_address(self) -> None:
        sheet = Sheet()
        sheet.put("21/11/2026, 21:30", 24, 820, 8)
        sheet.put(TITLE, 250, 820, 8)
        sheet.put("https://songlam.example/bai-1.html", 24, 18, 8)
        sheet.put("1/1", 560, 18, 8)
        sheet.paragraph(P1, top=700)
        draft = read(pdf(sheet))
        assert draft.source_url == "https://songlam.example/bai-1.html"
        assert draft.published_on is None  # that is when it was printed
        assert draft.body == P1

    def test_an_address_in_the_text_is_no_address_of_the_page(self) -> None:
        sheet = article(P1, f"{P3} Xem https://songlam.example/khac.html")
        assert read(pdf(sheet)).source_url is None

    def test_footnotes_are_left_out_with_their_reason(self) -> None:
        sheet = Sheet()
        first, *rest = wrapped(P1, WIDE)
        sheet.put(first, LEFT, 700)
        sheet.put("1", LEFT + len(first) * 7, 706, 8)
        sheet.lines(rest, top=700 - SIZE * PITCH)
        sheet.paragraph("1 Văn kiện Đại hội đại biểu toàn quốc, tập 1, trang 20.", top=90, size=9)
        draft = read(pdf(sheet))
        assert draft.body == P1
        assert (
            dropped(draft)["1 Văn kiện Đại hội đại biểu toàn quốc, tập 1, trang 20."] is Reason.NOTE
        )

    def test_a_raised_figure_behind_a_unit_stays(self) -> None:
        sheet = Sheet()
        sheet.put("Nhà văn hóa rộng 120 m", LEFT, TOP)
        sheet.put("2", LEFT + 22 * 7, TOP + 6, 8)
        sheet.put("ở xã Đông Hà.", LEFT + 23 * 7 + 4, TOP)
        assert lines_of(pdf(sheet)) == ["Nhà văn hóa rộng 120 m2 ở xã Đông Hà."]


def test_headings_are_told_by_their_size_or_weight() -> None:
    sheet = Sheet()
    bottom = sheet.paragraph(P1)
    bottom = sheet.lines(["Kết quả bước đầu"], top=bottom - GAP, bold=True)
    bottom = sheet.paragraph(P3, top=bottom - GAP)
    bottom = sheet.lines(["Nhiệm vụ năm tới"], top=bottom - GAP, size=17)
    bottom = sheet.paragraph(P4, top=bottom - GAP)
    sheet.paragraph(LEAD, top=bottom - GAP, bold=True)
    headings = [block.text for block in blocks_of(pdf(sheet)) if block.heading]
    assert headings == ["Kết quả bước đầu", "Nhiệm vụ năm tới"]


class TestOfficialDocuments:
    def document(self) -> Sheet:
        sheet = Sheet()
        sheet.lines(["TỈNH ỦY TRÀ GIANG", "*", "Số 12-NQ/TU"], LEFT)
        sheet.lines(["ĐẢNG CỘNG SẢN VIỆT NAM"], 340)
        sheet.lines(["Trà Giang, ngày 12 tháng 3 năm 2021"], 290, TOP - 2 * SIZE * PITCH, 12)
        sheet.put("NGHỊ QUYẾT", 265, 680, bold=True)
        sheet.put("về nâng cao chất lượng sinh hoạt chi bộ", 170, 662, bold=True)
        bottom = sheet.paragraph(P1, top=630, indent=30)
        bottom = sheet.paragraph(P3, top=bottom, indent=30) - 20
        sheet.lines(["Nơi nhận:", "- Các huyện ủy;", "- Lưu Văn phòng."], LEFT, bottom, 11)
        sheet.lines(["T/M BAN THƯỜNG VỤ", "BÍ THƯ", "", "Lê Văn Sông"], 350, bottom)
        return sheet

    def test_it_has_its_name_its_day_and_its_issuer(self) -> None:
        draft = read(pdf(self.document()))
        assert draft.title == "NGHỊ QUYẾT về nâng cao chất lượng sinh hoạt chi bộ"
        assert draft.published_on == date(2021, 3, 12)
        assert (draft.publisher, draft.author) == ("TỈNH ỦY TRÀ GIANG", None)
        assert draft.body.split("\n") == [P1, P3]

    def test_letterhead_and_signatures_are_left_out_with_their_reason(self) -> None:
        reasons = dropped(read(pdf(self.document())))
        for text in ("ĐẢNG CỘNG SẢN VIỆT NAM", "Số 12-NQ/TU", "- Các huyện ủy;", "BÍ THƯ"):
            assert reasons[text] is Reason.LETTERHEAD


class TestSecrecy:
    def page(self, *marks: tuple[str, float, float, bool]) -> bytes:
        sheet = article(P1, P3)
        for text, left, bottom, turned in marks:
            sheet.put(text, left, bottom, turned=turned)
        return pdf(sheet)

    @pytest.mark.parametrize(
        ("mark", "left", "bottom", "turned"),
        [
            ("MẬT", LEFT, 800, False),
            ("TỐI MẬT", 450, 800, False),
            ("TUYỆT MẬT", 200, 300, True),
            ("T Ố I  M Ậ T", 250, 800, False),
        ],
    )
    def test_a_mark_on_the_first_page_is_seen(
        self, mark: str, left: float, bottom: float, turned: bool
    ) -> None:
        with pytest.raises(Unreadable) as refused:
            read(self.page(("TỈNH ỦY TRÀ GIANG", LEFT, 820, False), (mark, left, bottom, turned)))
        assert refused.value.code is Fault.SECRET

    def test_a_mark_beside_the_name_of_an_office_is_seen(self) -> None:
        with pytest.raises(Unreadable) as refused:
            read(self.page(("TỈNH ỦY TRÀ GIANG", LEFT, 800, False), ("MẬT", 400, 800, False)))
        assert refused.value.code is Fault.SECRET

    def test_a_mark_at_the_head_of_every_page_is_seen(self) -> None:
        sheets = [Sheet(), Sheet()]
        for sheet, text in zip(sheets, (P1, P3), strict=True):
            sheet.paragraph(text, top=700)
            sheet.put("MẬT", 280, 30)
        with pytest.raises(Unreadable) as refused:
            read(pdf(*sheets))
        assert refused.value.code is Fault.SECRET

    def test_words_of_prose_are_no_marks(self) -> None:
        assert P1 in read(self.page(("MẬT ONG RỪNG", LEFT, 800, False))).body


class TestOldFonts:
    TCVN3 = [
        "Thùc hiÖn nghÞ quyÕt cña §¶ng bé huyÖn, c¸c chi bé ®· ph©n c«ng ®¶ng viªn",
        "phô tr¸ch Ph­¬ng Liªn, th­êng xuyªn d­íi c¬ së theo ChØ thÞ 43-CT/TW.",
    ]
    MODERN = (
        "Thực hiện nghị quyết của Đảng bộ huyện, các chi bộ đã phân công đảng viên phụ trách "
        "Phương Liên, thường xuyên dưới cơ sở theo Chỉ thị 43-CT/TW."
    )

    def test_the_font_s_name_tells_and_u_with_horn_is_no_hyphen(self) -> None:
        sheet = Sheet()
        sheet.lines(self.TCVN3, size=10, font=".VnTime")
        page = read_pdf(pdf(sheet, old_fonts=[".VnTime"]))
        assert [block.text for block in page.blocks] == [self.MODERN]
        assert page.encoding == "tcvn3"

    def test_fonts_of_capitals_are_capitals(self) -> None:
        sheet = Sheet()
        bottom = sheet.lines(["nghÞ quyÕt"], font=".VnTimeH")
        sheet.lines(self.TCVN3, top=bottom - 20, size=10, font=".VnTime")
        assert lines_of(pdf(sheet, old_fonts=[".VnTime", ".VnTimeH"]))[0] == "NGHỊ QUYẾT"

    def test_signs_that_look_like_old_letters_stand_for_them(self) -> None:
        sheet = Sheet()
        sheet.lines(["Th\u2212êng vô TØnh ñy hoµ m×nh, x\u2219 h«i vµ c¶ n\u2212íc."], font=None)
        data = pdf(sheet).replace(b"/BaseFont /TimesNewRoman ", b"/BaseFont /ABCDEF+VnTime ")
        assert lines_of(data) == ["Thường vụ Tỉnh ủy hoà mình, xã hôi và cả nước."]

    def test_vni_is_read(self) -> None:
        sheet = Sheet()
        sheet.lines(
            ["Caùc chi boä Ñaûng ôû ñòa phöông ñaõ hoïp baøn vieäc naøy."], font="VNI-Times"
        )
        assert lines_of(pdf(sheet, old_fonts=["VNI-Times"])) == [
            "Các chi bộ Đảng ở địa phương đã họp bàn việc này."
        ]


class TestFiles:
    def test_a_scanned_page_says_so(self) -> None:
        sheets = [Sheet(pictured=True), Sheet(pictured=True)]
        sheets[0].put("Người ký: Văn phòng Tỉnh ủy", LEFT, 820, 8)
        with pytest.raises(Unreadable) as refused:
            read(pdf(*sheets))
        assert refused.value.code is Fault.PICTURE

    def test_a_page_with_text_over_a_picture_is_text(self) -> None:
        sheet = article(P1, P2, P3, P4)
        sheet.pictured = True
        assert P4 in read(pdf(sheet)).body

    def test_an_empty_file_has_no_text(self) -> None:
        with pytest.raises(Unreadable) as refused:
            read(pdf(Sheet()))
        assert refused.value.code is Fault.PICTURE

    @pytest.mark.parametrize("ruin", [lambda data: data[:-20], lambda data: data.replace(
        b"startxref\n", b"startxref\n9")])  # fmt: skip
    def test_a_file_whose_end_is_ruined_is_read(self, ruin: Callable[[bytes], bytes]) -> None:
        assert P1 in read(ruin(pdf(article(P1, P3)))).body

    def test_a_ruined_file_says_so(self) -> None:
        with pytest.raises(Unreadable) as refused:
            read(pdf(article(P1))[:200])
        assert refused.value.code is Fault.DAMAGED

    def test_a_locked_file_says_so(self) -> None:
        with pytest.raises(Unreadable) as refused:
            read(locked(pdf(article(P1, P3)), password="mật khẩu"))
        assert refused.value.code is Fault.ENCRYPTED

    def test_a_file_that_is_only_locked_against_changes_is_read(self) -> None:
        assert P1 in read(locked(pdf(article(P1, P3)), password="")).body

    def test_the_bytes_go_before_the_name(self) -> None:
        data = b"\n\n" + pdf(article(P1, P3))
        assert read(data, name="bai.docx", media_type="text/html").media_type == "application/pdf"

    def test_pages_beyond_reason_are_refused(self) -> None:
        with pytest.raises(Unreadable) as refused:
            read(pdf(*[Sheet()] * 1001))
        assert refused.value.code is Fault.TOO_MANY_PAGES

    def test_pages_that_lie_on_their_side_are_read(self) -> None:
        data = pdf(article(P1, P3)).replace(b"/Type /Page ", b"/Type /Page /Rotate 90 ")
        assert read(data).body.split("\n") == [P1, P3]

    def test_letters_that_are_turned_by_no_number_bring_nothing_down(self) -> None:
        sheet = article(P1, P3)
        sheet.marks[:0] = ["9000 0 0 9000 0 0 cm"] * 20
        with suppress(Unreadable):
            assert read(pdf(sheet)).body


def locked(data: bytes, password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(user_password=password, owner_password="chủ", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
