"""Word files: the words as Word prints them, in order, and nothing that is no text."""

import io
import zipfile
from datetime import date
from pathlib import Path

import docx as python_docx
import pytest

from articles.reading import Fault, Reason, Unreadable, read
from tests.articles.reading.wordfiles import (
    docx,
    draft_of,
    lines_of,
    page_of,
    paragraph,
    run,
    style,
    table,
    with_part,
    zipped,
)
from tests.articles.reading.words import P1, P2, P3, P4, TITLE

ARTICLE = paragraph(TITLE) + paragraph("12/3/2021") + paragraph(P1) + paragraph(P3)


END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def field(order: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {order} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(result)}{END}"
    )


def box(words: str) -> str:
    """A text box as Word writes it: once for new programs and once for old ones."""
    content = f"<w:txbxContent>{paragraph(words)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
        f"{content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_an_article_typed_in_word_is_an_article() -> None:
    draft = draft_of(docx(ARTICLE))
    assert (draft.title, draft.published_on) == (TITLE, date(2021, 3, 12))
    assert draft.body.split("\n") == [P1, P3]
    assert draft.media_type.endswith("wordprocessingml.document")
    assert draft.encoding == "utf-8"


def test_what_python_docx_writes_is_read() -> None:
    document = python_docx.Document()
    document.core_properties.title = "Document1"
    document.core_properties.author = "Admin"
    document.add_paragraph(TITLE, style="Title")
    document.add_heading("Kết quả", level=1)
    document.add_paragraph(P1)
    document.add_paragraph(P3, style="List Number")
    document.add_paragraph(P4, style="List Bullet")
    data = io.BytesIO()
    document.save(data)
    draft = read(data.getvalue(), name="bai.docx")
    assert draft.title == TITLE
    assert draft.body.split("\n") == ["Kết quả", P1, f"1. {P3}", f"• {P4}"]
    assert [draft.body[start:end] for start, end in draft.headings] == ["Kết quả"]
    assert (draft.author, draft.published_on) == (None, None)


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        pytest.param(run("một ") + run("hai"), ["một hai"], id="runs"),
        pytest.param("<w:r><w:t>một</w:t><w:tab/><w:t>hai</w:t></w:r>", ["một hai"], id="tab"),
        pytest.param("<w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r>", ["một", "hai"], id="break"),
        pytest.param(
            "<w:r><w:t>43</w:t><w:noBreakHyphen/><w:t>CT/TW</w:t></w:r>", ["43-CT/TW"], id="hyphen"
        ),
        pytest.param("<w:r><w:t>chi</w:t><w:softHyphen/><w:t>bộ</w:t></w:r>", ["chibộ"], id="soft"),
        pytest.param(
            f'<w:hyperlink r:id="r9">{run("Chỉ thị 05")}</w:hyperlink>', ["Chỉ thị 05"], id="link"
        ),
        pytest.param(f"<w:ins>{run('thêm')}</w:ins>", ["thêm"], id="inserted"),
        pytest.param(
            "<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>" + run("còn"),
            ["còn"],
            id="deleted",
        ),
        pytest.param(f"<w:moveFrom>{run('cũ')}</w:moveFrom>" + run("ở lại"), ["ở lại"], id="moved"),
        pytest.param(f"<w:moveTo>{run('đến')}</w:moveTo>", ["đến"], id="moved here"),
        pytest.param(f"<w:smartTag>{run('Hà Nội')}</w:smartTag>", ["Hà Nội"], id="smart tag"),
        pytest.param(
            f"<w:sdt><w:sdtContent>{run('ô')}</w:sdtContent></w:sdt>", ["ô"], id="content control"
        ),
        pytest.param(run("thấy ") + run("ẩn", "<w:vanish/>"), ["thấy"], id="hidden"),
        pytest.param(run("thấy", '<w:vanish w:val="0"/>'), ["thấy"], id="not hidden, said by hand"),
        pytest.param(run("tối mật đâu", "<w:caps/>"), ["TỐI MẬT ĐÂU"], id="capitals"),
        pytest.param(field("HYPERLINK x", "xem"), ["xem"], id="a field's result"),
        pytest.param(run("Trang ") + field("PAGE", "7"), ["Trang"], id="the number of the page"),
        pytest.param(field('IF "' + '" ', "có"), ["có"], id="what a field does is not printed"),
        pytest.param(
            f'<w:fldSimple w:instr=" REF x ">{run("mục 2")}</w:fldSimple>', ["mục 2"], id="simple"
        ),
        pytest.param(
            f'<w:fldSimple w:instr=" NUMPAGES ">{run("9")}</w:fldSimple>' + run("trang"),
            ["trang"],
            id="simple, the number of pages",
        ),
        pytest.param(
            '<w:r><w:sym w:font="Wingdings" w:char="F0D8"/><w:t> đi</w:t></w:r>',
            ["➢ đi"],
            id="a sign",
        ),
        pytest.param(
            '<w:r><w:sym w:font="Wingdings" w:char="nope"/><w:t>đi</w:t></w:r>',
            ["đi"],
            id="a sign that is none",
        ),
        pytest.param(
            "<w:r><w:t>x</w:t><w:footnoteReference w:id='2'/></w:r>", ["x"], id="a note's mark"
        ),
        pytest.param("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", ["a+b"], id="a formula"),
        pytest.param(run("trước") + box("trong ô"), ["trước", "trong ô"], id="a text box, once"),
        pytest.param(run("  hai\u00a0 từ "), ["hai từ"], id="blanks"),
    ],
)
def test_a_paragraph_gives_what_is_printed(words: str, printed: list[str]) -> None:
    assert lines_of(docx(f"<w:p>{words}</w:p>")) == printed


def test_a_field_that_was_cut_off_swallows_nothing() -> None:
    begun = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText>'
    assert lines_of(docx(begun + "</w:r></w:p>" + paragraph("còn đây"))) == ["còn đây"]


def test_a_table_of_contents_is_left_out_with_its_reason() -> None:
    contents = (
        f"<w:p>{field('TOC', '1. Mở đầu 3').removesuffix(END)}</w:p>"
        + paragraph("2. Kết luận 9")
        + f"<w:p>{END}</w:p>"
    )
    by_style = paragraph("Mục lục", props='<w:pStyle w:val="TOC Heading"/>')
    page = page_of(docx(contents + by_style + paragraph(P1), styles=style("TOC Heading", "")))
    reasons = [block.hint for block in page.blocks]
    assert reasons == [Reason.CONTENTS, Reason.CONTENTS, Reason.CONTENTS, None]


def test_the_next_paragraph_goes_on_where_a_paragraph_s_end_was_deleted() -> None:
    first = paragraph("một ", props='<w:rPr><w:del w:id="1"/></w:rPr>')
    assert lines_of(docx(first + paragraph("hai"))) == ["một hai"]


@pytest.mark.parametrize("name", ["Heading 2", "heading 5"])
def test_a_heading_is_known_by_its_style(name: str) -> None:
    blocks = page_of(
        docx(paragraph("Kết quả", props=f'<w:pStyle w:val="{name}"/>'), styles=style(name, ""))
    ).blocks
    assert [block.heading for block in blocks] == [True]


def test_a_style_is_known_by_its_name_since_its_id_is_in_the_language_of_word() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="u1"><w:name w:val="heading 1"/></w:style>'
    blocks = page_of(
        docx(paragraph("Kết quả", props='<w:pStyle w:val="u1"/>'), styles=styles)
    ).blocks
    assert blocks[0].heading


@pytest.mark.parametrize(
    ("text", "heading"),
    [("Kết quả", True), ("I. KẾT QUẢ", True), ("Một câu in đậm có dấu chấm.", False)],
)
def test_a_bold_line_is_a_heading_unless_it_is_a_sentence(text: str, heading: bool) -> None:
    blocks = page_of(docx(paragraph(run(text, "<w:b/>")) + paragraph(P1))).blocks
    assert blocks[0].heading is heading


def test_lines_in_the_style_of_titles_are_one_title() -> None:
    half = TITLE.split(" chất ")
    title = '<w:pStyle w:val="Title"/>'
    body = "".join(paragraph(part, props=title) for part in (half[0], "chất " + half[1]))
    draft = draft_of(docx(body + paragraph(P1) + paragraph(P3), styles=style("Title", "")))
    assert draft.title == TITLE
    assert draft.body.split("\n") == [P1, P3]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (run("Giữ chữ tín với dân</w:t><w:br/><w:t>ở phường Bến Gỗ", "<w:b/>"),
         "Giữ chữ tín với dân ở phường Bến Gỗ"),
        (run("GIỮ CHỮ TÍN VỚI DÂN", "<w:b/>") + "</w:p><w:p>" + run("Ở PHƯỜNG BẾN GỖ", "<w:b/>"),
         "GIỮ CHỮ TÍN VỚI DÂN Ở PHƯỜNG BẾN GỖ"),
        (run("Giữ chữ tín với nhân dân", "<w:b/>") + "</w:p><w:p>" + run("Kết quả", "<w:b/>"),
         "Giữ chữ tín với nhân dân"),
    ],
)  # fmt: skip
def test_a_title_of_two_lines_in_bold_is_one(head: str, title: str) -> None:
    assert draft_of(docx(f"<w:p>{head}</w:p>" + paragraph(P1) + paragraph(P3))).title == title


class TestTables:
    def test_a_ruled_table_gives_a_line_a_row(self) -> None:
        rows = [("STT", "Nhiệm vụ", "Thời hạn"), ("1", "Rà soát\nquy chế", "Quý IV/2021")]
        assert lines_of(docx(paragraph("trước") + table(*rows, ruled=True) + paragraph("sau"))) == [
            "trước",
            "STT | Nhiệm vụ | Thời hạn",
            "1 | Rà soát quy chế | Quý IV/2021",
            "sau",
        ]

    def test_empty_cells_leave_no_gap(self) -> None:
        rows = [("1", "", "Sở Nội vụ"), ("", "", "")]
        assert lines_of(docx(table(*rows, ruled=True))) == ["1 | Sở Nội vụ"]

    def test_a_table_that_lays_out_a_page_gives_what_is_in_its_cells(self) -> None:
        assert lines_of(docx(table(("Trái 1\nTrái 2", "Phải 1\nPhải 2")))) == [
            "Trái 1",
            "Trái 2",
            "Phải 1",
            "Phải 2",
        ]

    def test_a_box_is_its_paragraphs(self) -> None:
        assert lines_of(docx(table(("Một\nHai",), ruled=True))) == ["Một", "Hai"]

    def test_columns_of_prose_are_read_one_after_the_other(self) -> None:
        left, right = "\n".join([P1] * 4), "\n".join([P3] * 4)
        assert lines_of(docx(table((left, right), ruled=True))) == [P1] * 4 + [P3] * 4

    def test_a_letterhead_is_layout_even_where_lines_are_drawn(self) -> None:
        head = table(("TỈNH ỦY TRÀ GIANG", "ĐẢNG CỘNG SẢN VIỆT NAM"), ruled=True)
        draft = draft_of(docx(head + ARTICLE))
        assert draft.body.split("\n") == [P1, P3]

    def test_a_table_in_a_table_is_in_its_cell(self) -> None:
        inner = table(("b", "c"), ruled=True) + paragraph("")
        assert lines_of(docx(table(("a", inner, "d"), ruled=True))) == ["a | b | c | d"]

    def test_a_deleted_row_is_gone(self) -> None:
        rows = table(("a", "b"), ("c", "d"), ruled=True)
        deleted = rows.replace("<w:tr>", "<w:tr><w:trPr><w:del w:id='1'/></w:trPr>", 1)
        assert lines_of(docx(deleted)) == ["c | d"]

    def test_rows_at_the_end_are_no_strays(self) -> None:
        rows = [("STT", "Nhiệm vụ", "Thời hạn"), ("1", "Rà soát quy chế", "Quý IV/2021")]
        body = draft_of(docx(ARTICLE + table(*rows, ruled=True))).body
        assert body.split("\n")[2:] == [
            "STT | Nhiệm vụ | Thời hạn",
            "1 | Rà soát quy chế | Quý IV/2021",
        ]


class TestOfficialDocuments:
    HEAD = table(
        ("TỈNH ỦY TRÀ GIANG\n*\nSố 12-NQ/TU", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("", "Trà Giang, ngày 12 tháng 3 năm 2021"),
    )
    NAME = (
        paragraph("NGHỊ QUYẾT")
        + paragraph("về nâng cao chất lượng")
        + paragraph("sinh hoạt chi bộ")
    )
    FOOT = table(
        ("Nơi nhận:\n- Các huyện ủy;\n- Lưu Văn phòng.", "T/M BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn Sông")
    )

    def test_it_has_its_name_its_day_and_its_issuer(self) -> None:
        draft = draft_of(docx(self.HEAD + self.NAME + paragraph(P1) + paragraph(P3) + self.FOOT))
        assert draft.title == "NGHỊ QUYẾT về nâng cao chất lượng sinh hoạt chi bộ"
        assert draft.published_on == date(2021, 3, 12)
        assert (draft.publisher, draft.author) == ("TỈNH ỦY TRÀ GIANG", None)
        assert draft.body.split("\n") == [P1, P3]

    def test_letterhead_and_signatures_are_left_out_with_their_reason(self) -> None:
        draft = draft_of(docx(self.HEAD + self.NAME + paragraph(P1) + self.FOOT))
        reasons = {item.text: item.reason for item in draft.dropped}
        for text in ("ĐẢNG CỘNG SẢN VIỆT NAM", "Số 12-NQ/TU", "- Các huyện ủy;", "Lê Văn Sông"):
            assert reasons[text] is Reason.LETTERHEAD

    def test_an_annex_behind_the_signatures_is_text(self) -> None:
        annex = paragraph("PHỤ LỤC") + paragraph(P4)
        draft = draft_of(
            docx(self.HEAD + self.NAME + paragraph(P1) + paragraph(P3) + self.FOOT + annex)
        )
        assert P4 in draft.body

    def test_a_letterhead_laid_out_by_tabs_is_one_too(self) -> None:
        rows = (("TỈNH ỦY TRÀ GIANG", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("Số 12-NQ/TU", "x"))
        sides = "".join(
            f"<w:p><w:r><w:t>{left}</w:t><w:tab/><w:tab/><w:t>{right}</w:t></w:r></w:p>"
            for left, right in rows
        ).replace("<w:t>x<", "<w:t>Trà Giang, ngày 12 tháng 3 năm 2021<")
        draft = draft_of(docx(sides + self.NAME + paragraph(P1) + paragraph(P3)))
        assert draft.title == "NGHỊ QUYẾT về nâng cao chất lượng sinh hoạt chi bộ"
        assert (draft.publisher, draft.published_on) == ("TỈNH ỦY TRÀ GIANG", date(2021, 3, 12))

    def test_an_office_and_a_name_at_the_end_are_no_text(self) -> None:
        foot = paragraph("CHỦ TỊCH HỘI ĐỒNG NHÂN DÂN") + paragraph("Lê Văn Sông")
        draft = draft_of(docx(self.HEAD + self.NAME + paragraph(P1) + paragraph(P3) + foot))
        assert draft.body.split("\n") == [P1, P3]
        assert draft.author is None

    def test_a_sample_of_a_letterhead_in_the_text_makes_no_official_document(self) -> None:
        body = ARTICLE + paragraph(P4) * 10 + paragraph("Mẫu:") + self.HEAD
        assert draft_of(docx(body)).title == TITLE

    @pytest.mark.parametrize(
        ("names", "office"),
        [
            ("TỈNH ỦY SÔNG LAM\nHUYỆN ỦY TRÀ GIANG", "HUYỆN ỦY TRÀ GIANG"),
            ("ỦY BAN NHÂN DÂN\nHUYỆN TRÀ GIANG", "ỦY BAN NHÂN DÂN HUYỆN TRÀ GIANG"),
            ("UBND HUYỆN TRÀ GIANG\nPHÒNG NỘI VỤ", "PHÒNG NỘI VỤ"),
        ],
    )
    def test_the_issuer_is_the_last_office_with_its_place(self, names: str, office: str) -> None:
        head = table((f"{names}\n*\nSố 12-KH/HU", "ĐẢNG CỘNG SẢN VIỆT NAM"))
        draft = draft_of(docx(head + self.NAME + paragraph(P1) + paragraph(P3)))
        assert draft.publisher == office

    def test_a_letter_is_named_by_what_it_is_about(self) -> None:
        left = "UBND HUYỆN TRÀ GIANG\nSố: 45/UBND-NV\nV/v rà soát quy chế dân chủ"
        right = (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
            "Trà Giang, ngày   tháng 3 năm 2021"
        )
        head = table((left, right))
        draft = draft_of(docx(head + paragraph("Kính gửi: Các xã, thị trấn.") + paragraph(P1)))
        assert draft.title == "V/v rà soát quy chế dân chủ"
        assert draft.published_on is None
        assert draft.publisher == "UBND HUYỆN TRÀ GIANG"
        assert draft.body.split("\n") == ["Kính gửi: Các xã, thị trấn.", P1]

    def test_an_article_that_names_the_party_in_a_line_is_no_official_document(self) -> None:
        body = ARTICLE + paragraph(P4) + paragraph("Nơi nhận thông tin: đường dây nóng")
        assert "Nơi nhận thông tin: đường dây nóng" in [
            block.text for block in page_of(docx(body)).blocks if block.hint is None
        ]


class TestSecrecy:
    @pytest.mark.parametrize(
        "data",
        [
            docx(paragraph("MẬT") + ARTICLE),
            docx(table(("TỈNH ỦY TRÀ GIANG\n*\nTỐI MẬT", "ĐẢNG CỘNG SẢN VIỆT NAM")) + ARTICLE),
            docx(table(("TỈNH ỦY TRÀ GIANG", "MẬT"), ruled=True) + ARTICLE),
            docx(f"<w:p>{run('TỈNH ỦY')}{box('TUYỆT MẬT')}</w:p>" + ARTICLE),
            docx(ARTICLE + f"<w:p>{box('MẬT')}</w:p>"),
            docx(ARTICLE, header1=paragraph("MẬT")),
            docx(
                ARTICLE,
                header1="<w:p><w:r><w:pict><v:shape><v:textpath string='TỐI MẬT'/></v:shape>"
                "</w:pict></w:r></w:p>",
            ),
            docx(paragraph(run("Mật", "<w:caps/>")) + ARTICLE),
            docx("<w:p><w:r><w:t>TỈNH ỦY</w:t><w:tab/><w:t>MẬT</w:t></w:r></w:p>" + ARTICLE),
            docx(paragraph("TỈNH ỦY TRÀ GIANG          MẬT") + ARTICLE),
        ],
    )
    def test_a_mark_is_seen_wherever_it_stands(self, data: bytes) -> None:
        with pytest.raises(Unreadable) as refused:
            read(data)
        assert refused.value.code is Fault.SECRET

    @pytest.mark.parametrize(
        "data",
        [
            docx(paragraph("MẬT ONG RỪNG") + ARTICLE),
            docx(ARTICLE, header1=paragraph("Bảo vệ bí mật nhà nước")),
            docx(f"<w:p>{box('Mật ong rừng')}</w:p>" + ARTICLE),
        ],
    )
    def test_words_of_prose_are_no_marks(self, data: bytes) -> None:
        assert P1 in read(data).body


def test_notes_and_the_edges_of_pages_are_left_out_with_their_reason() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("vạch")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Văn kiện Đại hội, tập 1.")}</w:footnote>'
    )
    draft = draft_of(
        docx(ARTICLE, footnotes=notes, header1=paragraph("Nội bộ"), footer1=paragraph("Trang 1"))
    )
    assert draft.body.split("\n") == [P1, P3]
    reasons = {item.text: item.reason for item in draft.dropped}
    assert reasons["Văn kiện Đại hội, tập 1."] is Reason.NOTE
    assert reasons["Nội bộ"] is reasons["Trang 1"] is Reason.PAGE
    assert "vạch" not in reasons


def test_the_line_under_a_picture_is_its_caption() -> None:
    picture = "<w:p><w:r><w:drawing/></w:r></w:p>"
    caption = paragraph("Đồng chí Lê Văn Sông trao quà", props='<w:jc w:val="center"/>')
    blocks = page_of(docx(picture + caption + paragraph(P1))).blocks
    assert [block.hint for block in blocks] == [Reason.CAPTION, None]


class TestOldFonts:
    TCVN3 = "Thùc hiÖn nghÞ quyÕt cña §¶ng bé huyÖn, c¸c chi bé ®· ph©n c«ng ®¶ng viªn phô tr¸ch."
    MODERN = "Thực hiện nghị quyết của Đảng bộ huyện, các chi bộ đã phân công đảng viên phụ trách."

    def font(self, text: str, name: str) -> str:
        return run(text, f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>')

    def test_the_font_s_name_tells(self) -> None:
        name = paragraph(self.font("tr\u00b5 giang", ".VnTimeH"))
        data = docx(name + paragraph(self.font(self.TCVN3, ".VnTime")))
        assert lines_of(data) == ["TRÀ GIANG", self.MODERN]
        assert page_of(data).encoding == "tcvn3"

    def test_a_vowel_and_its_mark_may_stand_in_two_runs(self) -> None:
        words = [self.font(part, "VNI-Times") for part in ("caùc chi b", "oä Ña", "ûng")]
        assert lines_of(docx(paragraph(*words))) == ["các chi bộ Đảng"]

    def test_the_font_may_come_from_the_style(self) -> None:
        styles = style("Cu", '<w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr>')
        body = paragraph(self.TCVN3, props='<w:pStyle w:val="Cu"/>')
        assert lines_of(docx(body, styles=styles)) == [self.MODERN]

    def test_text_that_was_converted_and_kept_its_font_is_left_alone(self) -> None:
        assert lines_of(docx(paragraph(self.font(P1, ".VnTime")))) == [P1]
        assert lines_of(docx(paragraph(self.font("và là", "VNI-Times"), run(P1)))) == ["và là" + P1]


class TestFiles:
    def test_the_strict_dialect_is_read(self) -> None:
        data = docx(ARTICLE)
        strict = data_with(
            data, b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )  # fmt: skip
        assert P1 in read(strict).body

    def test_links_to_parts_that_are_gone_do_no_harm(self) -> None:
        relations = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Type="x/image" Target="../NULL"/>'
            '<Relationship Id="r2" Type="x/styles" Target="/nowhere.xml"/>'
            '<Relationship Id="r3" Type="x/header" Target="header7.xml"/></Relationships>'
        )
        data = with_part(docx(ARTICLE), "word/_rels/document.xml.rels", relations)
        assert P1 in read(data).body

    def test_the_bytes_go_before_the_name(self) -> None:
        assert P1 in read(docx(ARTICLE), name="bai.txt", media_type="text/plain").body

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (docx(ARTICLE)[:-30], Fault.DAMAGED),
            (with_part(docx(ARTICLE), "word/document.xml", b"no xml"), Fault.DAMAGED),
            (with_part(docx(ARTICLE), "word/document.xml", b""), Fault.DAMAGED),
            (docx(paragraph(run("&#xD800;"))), Fault.DAMAGED),
            (docx(""), Fault.NO_BODY),
            (zipped({"xl/workbook.xml": "x"}), Fault.UNSUPPORTED),
            (b"PK\x03\x04" + bytes(300), Fault.DAMAGED),
            (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), Fault.SAVE_AS_DOCX),
            (b"{\\rtf1\\ansi Bai viet}", Fault.SAVE_AS_DOCX),
            (
                b"\xd0\xcf\x11\xe0" + bytes(600) + "WordDocument".encode("utf-16-le"),
                Fault.SAVE_AS_DOCX,
            ),
            (
                b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
                Fault.ENCRYPTED,
            ),
            (b"\xd0\xcf\x11\xe0" + bytes(600), Fault.UNSUPPORTED),
        ],
    )
    def test_what_cannot_be_read_says_why(self, data: bytes, code: Fault) -> None:
        with pytest.raises(Unreadable) as refused:
            read(data)
        assert refused.value.code is code

    def test_a_file_that_would_unpack_to_too_much_is_not_unpacked(self) -> None:
        bomb = with_part(docx(ARTICLE), "word/media/image1.bmp", bytes(160_000_000))
        assert len(bomb) < 1_000_000
        with pytest.raises(Unreadable) as refused:
            read(bomb)
        assert refused.value.code is Fault.UNPACKS_TOO_LARGE

    def test_entities_are_not_followed(self, tmp_path: Path) -> None:
        secret = tmp_path / "secret"
        secret.write_text("không được đọc")
        document = (
            f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY a "aaaa">'
            '<!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="'
            'http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
            f"{paragraph(run('&x;&b;'))}{ARTICLE}</w:body></w:document>"
        )
        text = " ".join(lines_of(with_part(docx(ARTICLE), "word/document.xml", document)))
        assert P1 in text
        assert "không được đọc" not in text
        assert "aaaa" not in text


def data_with(data: bytes, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        document = archive.read("word/document.xml")
    return with_part(data, "word/document.xml", document.replace(old, new))


def test_lines_below_one_another_are_not_joined() -> None:
    assert lines_of(docx(paragraph(P2) + paragraph("và") + paragraph("thêm"))) == [P2, "và", "thêm"]
