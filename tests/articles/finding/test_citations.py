"""Every way of citing, one row each: words, kind, number, date; and near misses."""

from datetime import date

import pytest

from articles.finding import Citation, find_citations

# Cited words between ⟦ and ⟧, then for each: kind, number, date.
CITED: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    ("theo ⟦Nghị quyết số 09-NQ/TU⟧ của Tỉnh ủy", [("Nghị quyết", "09-NQ/TU", None)]),
    ("⟦Nghị quyết số 09-NQ/TU ngày 19/8/2009⟧ về", [("Nghị quyết", "09-NQ/TU", "2009-08-19")]),
    ("⟦Nghị quyết số 28-NQ/TW, ngày 17-11-2022⟧, của", [("Nghị quyết", "28-NQ/TW", "2022-11-17")]),
    ("⟦Chỉ thị số 05-CT/TW ngày 15.5.2016⟧ về", [("Chỉ thị", "05-CT/TW", "2016-05-15")]),
    ("⟦Nghị quyết số 02 ngày 21 tháng 01 năm 2021⟧ của", [("Nghị quyết", "02", "2021-01-21")]),
    ("⟦Kết luận số 21-KL/TW (ngày 25/10/2021)⟧ về", [("Kết luận", "21-KL/TW", "2021-10-25")]),
    ("⟦Chỉ thị 24-CT/TW⟧ (ngày 3/5/2018 của Ban Bí thư)", [("Chỉ thị", "24-CT/TW", None)]),
    ("⟦Kết luận số 01-KL/TW ngày 31/2/2021⟧ nêu", [("Kết luận", "01-KL/TW", None)]),
    ("⟦Quy định số 55⟧ của Bộ Chính trị", [("Quy định", "55", None)]),
    ("quán triệt ⟦Chỉ thị 05⟧, gắn với", [("Chỉ thị", "05", None)]),
    ("⟦Nghị định 168/2024/NĐ-CP⟧ nêu rõ", [("Nghị định", "168/2024/NĐ-CP", None)]),
    ("⟦nghị định 154/2016⟧ về phí", [("Nghị định", "154/2016", None)]),
    ("⟦Thông báo số 24/TB-VPCP⟧ nêu", [("Thông báo", "24/TB-VPCP", None)]),
    ("⟦Luật số 45/2019/QH14⟧ quy định", [("Luật", "45/2019/QH14", None)]),
    ("⟦Luật Đất đai số 31/2024/QH15⟧ có", [("Luật", "31/2024/QH15", None)]),
    (
        "⟦Nghị quyết số 326/2016/UBTVQH14⟧ về án phí",
        [("Nghị quyết", "326/2016/UBTVQH14", None)],
    ),
    (
        "⟦Thông tư liên tịch số 37/2015/TTLT-BYT-BTC⟧ của liên Bộ",
        [("Thông tư liên tịch", "37/2015/TTLT-BYT-BTC", None)],
    ),
    (
        "⟦Chương trình hành động số 18-CTr/TU ngày 30/9/2022⟧",
        [("Chương trình hành động", "18-CTr/TU", "2022-09-30")],
    ),
    ("⟦Thông báo kết luận 103-KL/TU⟧", [("Thông báo kết luận", "103-KL/TU", None)]),
    ("⟦Hướng dẫn số 09-HD/UBKTTW⟧", [("Hướng dẫn", "09-HD/UBKTTW", None)]),
    ("⟦Quyết định 26/QĐ-UBND-HC⟧", [("Quyết định", "26/QĐ-UBND-HC", None)]),
    ("⟦công văn 1706/TTg - KTN⟧ cho phép", [("Công văn", "1706/TTg-KTN", None)]),
    ("⟦Văn bản số 1245/UBND-KGVX⟧ về", [("Văn bản", "1245/UBND-KGVX", None)]),
    ("⟦Công điện số 77/CĐ-TTg⟧", [("Công điện", "77/CĐ-TTg", None)]),
    ("⟦Quy định số 37-QĐi/TW⟧", [("Quy định", "37-QĐi/TW", None)]),
    ("⟦Nghị quyết số 30a/2008/NQ-CP⟧", [("Nghị quyết", "30a/2008/NQ-CP", None)]),
    ("⟦Kết luận số 100 - KL/TW⟧", [("Kết luận", "100-KL/TW", None)]),
    ("⟦Nghị quyết số 57- NQ/TW⟧", [("Nghị quyết", "57-NQ/TW", None)]),
    ("⟦Tờ trình số 164/TTr- SKHCN⟧", [("Tờ trình", "164/TTr-SKHCN", None)]),
    ("⟦Nghị quyết số 43/NQ-TW⟧", [("Nghị quyết", "43/NQ-TW", None)]),
    ("⟦Nghị quyết số 15–NQ/TW⟧", [("Nghị quyết", "15-NQ/TW", None)]),
    ("⟦Nghị quyết\nsố 15-NQ/\nTW⟧ về", [("Nghị quyết", "15-NQ/TW", None)]),
    ("⟦Chỉ thị số: 12-CT/TU⟧", [("Chỉ thị", "12-CT/TU", None)]),
    ("⟦NQ 18-NQ/TW⟧ và", [("Nghị quyết", "18-NQ/TW", None)]),
    (
        "⟦Quyết định của Thủ tướng Chính phủ số 123/QĐ-TTg⟧",
        [("Quyết định", "123/QĐ-TTg", None)],
    ),
    ("xong.⟦Thông tư 02/2013/TT-NHNN⟧ có hiệu lực", [("Thông tư", "02/2013/TT-NHNN", None)]),
    ("xongn⟦Thông tư 02/2013/TT-NHNN⟧ có hiệu lực", [("Thông tư", "02/2013/TT-NHNN", None)]),
    ("⟦Nghị quyết Trung ương 4 khóa XII⟧ về", [("Nghị quyết", "Trung ương 4 khóa XII", None)]),
    ("⟦Nghị quyết Trung ương 4 (khoá XI)⟧ về", [("Nghị quyết", "Trung ương 4 khóa XI", None)]),
    ("⟦Nghị quyết Trung ương 4, khóa XII⟧ về", [("Nghị quyết", "Trung ương 4 khóa XII", None)]),
    ("⟦Nghị quyết Trung ương 4⟧ gắn với", [("Nghị quyết", "Trung ương 4", None)]),
    ("⟦Nghị quyết T.Ư 4 (khóa XI)⟧", [("Nghị quyết", "Trung ương 4 khóa XI", None)]),
    ("⟦Nghị quyết TW 8 khóa XI⟧", [("Nghị quyết", "Trung ương 8 khóa XI", None)]),
    (
        "⟦Nghị quyết Hội nghị Trung ương 6 khóa XII⟧",
        [("Nghị quyết", "Trung ương 6 khóa XII", None)],
    ),
    (
        "⟦Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII⟧",
        [("Nghị quyết", "Trung ương 4 khóa XII", None)],
    ),
    ("⟦Kết luận Hội nghị Trung ương 4 khóa XIII⟧", [("Kết luận", "Trung ương 4 khóa XIII", None)]),
    ("⟦Nghị quyết Đại hội XIII⟧ của Đảng", [("Nghị quyết", "Đại hội XIII", None)]),
    ("⟦Nghị quyết Đại hội lần thứ XIII⟧ của Đảng", [("Nghị quyết", "Đại hội XIII", None)]),
    (
        "⟦Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII⟧ của Đảng",
        [("Nghị quyết", "Đại hội XIII", None)],
    ),
    (
        "⟦Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XI⟧",
        [("Nghị quyết", "Đại hội Đảng bộ tỉnh lần thứ XI", None)],
    ),
    (
        "⟦Nghị quyết Đại hội Đảng bộ tỉnh Hòa Sơn lần thứ XIX⟧",
        [("Nghị quyết", "Đại hội Đảng bộ tỉnh Hòa Sơn lần thứ XIX", None)],
    ),
    (
        "⟦Nghị quyết Đại hội Đảng bộ huyện nhiệm kỳ 2020 - 2025⟧",
        [("Nghị quyết", "Đại hội Đảng bộ huyện nhiệm kỳ 2020-2025", None)],
    ),
    (
        "⟦Nghị quyết 18, 19 Hội nghị TW6 (khóa XII)⟧.",
        [("Nghị quyết", "18, 19 Hội nghị TW6 (khóa XII)", None)],
    ),
    (
        "các ⟦nghị quyết số 10⟧, ⟦11⟧ và ⟦12-NQ/TW⟧ của",
        [
            ("Nghị quyết", "10-NQ/TW", None),
            ("Nghị quyết", "11-NQ/TW", None),
            ("Nghị quyết", "12-NQ/TW", None),
        ],
    ),
    (
        "⟦Nghị quyết số 18⟧,⟦19-NQ/TW⟧ về",
        [("Nghị quyết", "18-NQ/TW", None), ("Nghị quyết", "19-NQ/TW", None)],
    ),
    (
        "⟦Nghị quyết 18⟧,⟦19 – NQ, TW⟧ về",
        [("Nghị quyết", "18-NQ/TW", None), ("Nghị quyết", "19-NQ/TW", None)],
    ),
    (
        "⟦Nghị quyết số 18-NQ/TW⟧ và số ⟦19-NQ/TW⟧ về",
        [("Nghị quyết", "18-NQ/TW", None), ("Nghị quyết", "19-NQ/TW", None)],
    ),
    (
        "⟦Chỉ thị 15⟧, ⟦16⟧ của Thủ tướng",
        [("Chỉ thị", "15", None), ("Chỉ thị", "16", None)],
    ),
    (
        "⟦Quyết định số 12-QĐ/TU⟧, ⟦Quy định số 8-QĐ/TU⟧",
        [("Quyết định", "12-QĐ/TU", None), ("Quy định", "8-QĐ/TU", None)],
    ),
    (
        "những nội dung cơ bản ⟦quyết định 217⟧, ⟦218⟧ của Bộ Chính trị",
        [("Quyết định", "217", None), ("Quyết định", "218", None)],
    ),
    ("theo ⟦quyết định 493⟧ của Ngân hàng Nhà nước", [("Quyết định", "493", None)]),
]

NOT_CITED = [
    "Nghị quyết này có hiệu lực từ ngày ký.",
    "các nghị quyết của Đảng, chỉ thị của Nhà nước",
    "quy định những điều đảng viên không được làm",
    "Nghị quyết đại hội đảng bộ các cấp nhiệm kỳ 2020 - 2025",
    "hội đồng quyết định 3 nội dung quan trọng",
    "kế hoạch 5 năm 2021 - 2025; Kế hoạch 5 năm 2021 - 2025",
    "thông báo 15/9 của nhà trường",
    "Chương trình 135 hỗ trợ các xã nghèo",
    "kế hoạch năm 2021; Kế hoạch 2021",
    "báo cáo 6 tháng đầu năm",
    "Luật Đất đai 2013; Bộ luật Hình sự năm 2015",
    "quyết định đầu tư 1.200 tỷ đồng",
    "hội đồng quyết định 12, 15 phương án của các đội",
    "quyết định 1,5 tỷ đồng; kế hoạch 1,2 và 3 héc-ta",
    "Nghị quyết kỳ họp thứ 8 đã được thông qua",
    "Nghị quyết của kỳ họp HĐND xã lần này",
    "hướng dẫn 20 hộ dân trồng rừng",
    "Nghị quyết Trung ương năm 2021 của ta",
    "màn hình HD 720p",
    "Nghị quyết Đại hội đồng cổ đông thường niên lần thứ 5",
    "kết luận 5 đảng viên vi phạm",
    "Luật Phòng, chống tham nhũng",
]


def spans(marked: str) -> tuple[str, list[str]]:
    words = [piece.split("⟧")[0] for piece in marked.split("⟦")[1:]]
    return marked.replace("⟦", "").replace("⟧", ""), words


@pytest.mark.parametrize(("marked", "expected"), CITED, ids=[row[0][:50] for row in CITED])
def test_a_named_document_is_cited(
    marked: str,
    expected: list[tuple[str, str, str | None]],
) -> None:
    body, words = spans(marked)
    found = find_citations(body)
    assert [body[citation.start : citation.end] for citation in found] == words
    assert [(c.kind, c.number, c.issued_on) for c in found] == [
        (kind, number, date.fromisoformat(day) if day else None) for kind, number, day in expected
    ]


@pytest.mark.parametrize("body", NOT_CITED)
def test_what_names_no_document_is_no_citation(body: str) -> None:
    assert find_citations(body) == ()


@pytest.mark.parametrize(
    ("body", "issuer"),
    [
        ("Nghị quyết số 09-NQ/TU ngày 19/8/2009 của Ban Thường vụ Tỉnh ủy Hòa Sơn về", "?"),
        ("Chỉ thị 05-CT/TW của Bộ Chính trị về", "Bộ Chính trị"),
        ("Chỉ thị số 05-CT/TW, ngày 15/5/2016, của Bộ Chính trị về", "Bộ Chính trị"),
        ("Nghị định 15/2020/NĐ-CP quy định", "Chính phủ"),
        ("Công văn số 141/VPCP-KNTN nêu", "Văn phòng Chính phủ"),
        ("Nghị quyết số 16-NQ/TU gắn với", "TU"),
        ("Thông tư số 12/2020/TT-BGDĐT của Bộ Giáo dục và Đào tạo và Bộ Nội vụ", "??"),
        ("Quy định 08 của Ban Chấp hành Trung ương Đảng khóa XII", "Ban Chấp hành Trung ương Đảng"),
        ("Nghị quyết 54 của Quốc hội ban hành năm 2017", "Quốc hội"),
        ("Quyết định 15/QĐ-UBND của UBND tỉnh Hòa Sơn về", "UBND tỉnh Hòa Sơn"),
        ("Nghị quyết Đại hội Đảng bộ tỉnh Hòa Sơn lần thứ X", "Đảng bộ tỉnh Hòa Sơn"),
        ("Chỉ thị 07 đã nêu", None),
    ],
)
def test_the_issuer_is_printed_after_the_number_or_said_by_the_symbol(
    body: str,
    issuer: str | None,
) -> None:
    known = {"?": "Ban Thường vụ Tỉnh ủy Hòa Sơn", "??": "Bộ Giáo dục và Đào tạo"}
    assert find_citations(body)[0].issuer == known.get(issuer or "", issuer)


def test_a_number_with_its_symbol_is_surer_than_a_bare_one() -> None:
    full, bare = find_citations("Chỉ thị số 05-CT/TW được nêu trong Quy định 08.")
    assert full.confidence > bare.confidence
    assert (full.rule, bare.rule) == ("number and symbol", "number alone")


def test_citations_are_values() -> None:
    first, second = find_citations("Chỉ thị 05")[0], find_citations("Chỉ thị 05")[0]
    assert first == second
    assert isinstance(first, Citation)
