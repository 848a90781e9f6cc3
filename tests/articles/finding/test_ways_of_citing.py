"""Lists, dates, meetings and short forms: what stands around a document's number."""

from datetime import date

import pytest

from articles.finding import Citation, find_citations


def cited(marked: str) -> tuple[list[str], tuple[Citation, ...]]:
    words = [piece.split("⟧")[0] for piece in marked.split("⟦")[1:]]
    return words, find_citations(marked.replace("⟦", "").replace("⟧", ""))


LISTS = [
    ("các ⟦Nghị quyết số 79⟧ và ⟦80⟧ của Bộ Chính trị", ["79", "80"]),
    ("các ⟦Nghị quyết: 10-NQ/TW⟧; ⟦11-NQ/TW⟧ và ⟦12-NQ/TW⟧", ["10-NQ/TW", "11-NQ/TW", "12-NQ/TW"]),
    (
        "bốn ⟦nghị quyết số 57⟧, ⟦59⟧, ⟦66⟧ và ⟦68-NQ/TW⟧ mở đường",
        ["57-NQ/TW", "59-NQ/TW", "66-NQ/TW", "68-NQ/TW"],
    ),
    ("các ⟦Quyết định 12⟧, ⟦13/QĐ-UBND⟧, ⟦14⟧ của xã", ["12/QĐ-UBND", "13/QĐ-UBND", "14"]),
    (
        "⟦Nghị quyết số 18-NQ/TW ngày 25/10/2017⟧ và số ⟦19-NQ/TW ngày 25/10/2017⟧ đã rõ",
        ["18-NQ/TW", "19-NQ/TW"],
    ),
    ("các ⟦Nghị quyết 33/NQ-CP⟧,\n⟦34/NQ-CP⟧ về đất", ["33/NQ-CP", "34/NQ-CP"]),
    ("⟦Chỉ thị 05⟧, 3 nhiệm vụ và 5 việc", ["05"]),
    ("⟦Nghị quyết 12⟧ và 40 hộ dân", ["12"]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "numbers"), LISTS)
def test_numbers_that_share_one_kind_and_one_symbol(marked: str, numbers: list[str]) -> None:
    words, found = cited(marked)
    body = marked.replace("⟦", "").replace("⟧", "")
    assert [body[c.start : c.end] for c in found] == words
    assert [c.number for c in found] == numbers


def test_an_issuer_after_a_list_issued_all_of_it() -> None:
    _words, found = cited("các Nghị quyết số 79 và 80 của Bộ Chính trị về giáo dục")
    assert [c.issuer for c in found] == ["Bộ Chính trị", "Bộ Chính trị"]


DATED = [
    "⟦Kết luận số 55-KL/HU ngày 2/9/2021⟧ nêu",
    "⟦Kết luận số 55-KL/HU ngày 02-09-2021⟧ nêu",
    "⟦Kết luận số 55-KL/HU ngày 02.9.2021⟧ nêu",
    "⟦Kết luận số 55-KL/HU, ngày 2/9/2021⟧ nêu",
    "⟦Kết luận số 55-KL/HU (ngày 2/9/2021)⟧ nêu",
    "⟦Kết luận số 55-KL/HU (2/9/2021)⟧ nêu",
    "⟦Kết luận số 55-KL/HU, 2/9/2021⟧ nêu",
    "⟦Kết luận số 55-KL/HU ngày 2 tháng 9 năm 2021⟧ nêu",
    "⟦Kết luận số 55-KL/HU ngày 02 tháng 9, năm 2021⟧ nêu",
    "⟦Kết luận số 55-KL/HU ngày 2 tháng 9/2021⟧ nêu",
    "⟦Kết luận số 55-KL/HU ra ngày 2/9/2021⟧ nêu",
    "⟦Kết luận số 55-KL/HU\nngày 2/9/2021⟧ nêu",
    "⟦Kết luận số 55-KL/HU ngày2/ 9/ 2021⟧ nêu",
    "⟦Kết luận số 55 ngày 2/9/2021⟧ nêu",
]


@pytest.mark.parametrize("marked", DATED)
def test_a_date_directly_after_the_number_belongs_to_the_citation(marked: str) -> None:
    words, found = cited(marked)
    assert len(found) == 1
    assert found[0].end - found[0].start == len(words[0])
    assert found[0].issued_on == date(2021, 9, 2)


SAID = [
    "Ngày 2/9/2021, Huyện ủy Đồng Khê ban hành ⟦Kết luận số 55-KL/HU⟧ về đất.",
    "Ngày 2/9/2021 Huyện ủy Đồng Khê (khóa XV) đã ban hành ⟦Kết luận số 55-KL/HU⟧.",
    "Ngày 02 tháng 9 năm 2021, Huyện ủy Đồng Khê ra ⟦Kết luận số 55-KL/HU⟧.",
    "⟦Kết luận số 55-KL/HU⟧ của Huyện ủy Đồng Khê ngày 2/9/2021 về đất.",
    "⟦Kết luận số 55-KL/HU⟧ của Huyện ủy Đồng Khê khóa XV, ngày 2/9/2021 về đất.",
    "⟦Kết luận số 55-KL/HU⟧ (ngày 2/9/2021 của Huyện ủy Đồng Khê) về đất.",
    "⟦Kết luận số 55-KL/HU⟧ được ban hành ngày 2/9/2021",
]


@pytest.mark.parametrize("marked", SAID)
def test_a_date_that_the_sentence_says_elsewhere_is_kept_apart(marked: str) -> None:
    words, found = cited(marked)
    assert [c.end - c.start for c in found] == [len(words[0])]
    assert found[0].issued_on is None
    assert found[0].said_on == date(2021, 9, 2)
    if "Huyện" in marked:
        assert found[0].issuer == "Huyện ủy Đồng Khê"


@pytest.mark.parametrize(
    "body",
    [
        "Ngày 2/9/2021, xã họp bàn Kết luận số 55-KL/HU.",
        "Kết luận số 55-KL/HU giao xong trước ngày 2/9/2021.",
        "Theo Kết luận số 55-KL/HU, 2/9 là ngày hội.",
        "Ngày 2/9, Huyện ủy Đồng Khê ban hành Kết luận số 55-KL/HU.",
        "Kết luận số 55-KL/HU nêu: ngày 2/9/2021 phải xong.",
    ],
)
def test_a_day_of_something_else_is_no_day_of_issue(body: str) -> None:
    (found,) = find_citations(body)
    assert (found.issued_on, found.said_on) == (None, None)


MEETINGS = [
    ("⟦Nghị quyết Trung ương 4 (khóa XI, XII)⟧ về", "Trung ương 4 khóa XI, XII"),
    ("⟦Nghị quyết Trung ương 4 các khóa XI, XII, XIII⟧ về", "Trung ương 4 khóa XI, XII, XIII"),
    ("⟦Nghị quyết TW4 khóa XII⟧ về", "Trung ương 4 khóa XII"),
    ("⟦Nghị quyết TƯ 5 khóa XIII⟧ về", "Trung ương 5 khóa XIII"),
    ("⟦Nghị quyết Trung ương bảy (khóa XII)⟧ về", "Trung ương 7 khóa XII"),
    ("⟦Nghị quyết Hội nghị Trung ương lần thứ 5 khóa XIII⟧", "Trung ương 5 khóa XIII"),
    ("⟦Nghị quyết Hội nghị lần thứ sáu BCHTW Đảng (khóa XII)⟧", "Trung ương 6 khóa XII"),
    ("⟦Nghị quyết lần thứ sáu Ban Chấp hành Trung ương khóa XII⟧", "Trung ương 6 khóa XII"),
    ("⟦Nghị quyết Hội nghị Trung ương 4 - BCHTW khóa XI⟧ đã", "Trung ương 4 khóa XI"),
    ("⟦Nghị quyết Trung ương IV – BCHTW khóa XI⟧ về", "Trung ương IV khóa XI"),
    ("⟦Nghị quyết Hội nghị lần thứ VII - BCHTW Đảng khóa X⟧", "Trung ương VII khóa X"),
    ("⟦Nghị quyết Hội nghị lần thứ IX BCH.TW khóa IX⟧ về", "Trung ương IX khóa IX"),
    ("⟦Nghị quyết Hội nghị V - BCHTW khóa VIII⟧ về", "Trung ương V khóa VIII"),
    ("⟦Nghị quyết số 04⟧ - BCHTW", "04"),
    ("⟦Nghị quyết Trung ương 4 khóa XII⟧ - Ban Chấp hành Đảng bộ tỉnh", "Trung ương 4 khóa XII"),
    ("⟦Nghị quyết ĐH XIII⟧ của Đảng", "Đại hội XIII"),
    ("⟦Nghị quyết Đại hội 13⟧ của Đảng", "Đại hội 13"),
    ("⟦Nghị quyết của Đại hội Đảng lần thứ XIII⟧ nêu", "Đại hội XIII"),
    ("⟦Nghị quyết Đại hội XI⟧ Đảng bộ tỉnh nêu", "Đại hội Đảng bộ tỉnh lần thứ XI"),
    (
        "⟦Nghị quyết Đại hội đại biểu lần thứ XIX⟧ Đảng bộ tỉnh Sông Lam nêu",
        "Đại hội Đảng bộ tỉnh Sông Lam lần thứ XIX",
    ),
    (
        "⟦Nghị quyết Đại hội đại biểu Đảng bộ huyện Đồng Khê lần thứ 20⟧ nêu",
        "Đại hội Đảng bộ huyện Đồng Khê lần thứ 20",
    ),
    (
        "⟦Nghị quyết Đại hội Đảng bộ Quân sự tỉnh Sông Lam lần thứ X⟧ và",
        "Đại hội Đảng bộ Quân sự tỉnh Sông Lam lần thứ X",
    ),
    (
        "⟦Nghị quyết Đại hội đại biểu Đảng bộ Công an huyện Đồng Khê lần thứ IX⟧, xã",
        "Đại hội Đảng bộ Công an huyện Đồng Khê lần thứ IX",
    ),
    (
        "⟦Nghị quyết Đại hội đại biểu Phụ nữ toàn quốc lần thứ XIII⟧, hội",
        "Đại hội đại biểu Phụ nữ toàn quốc lần thứ XIII",
    ),
    (
        "⟦Nghị quyết Đại hội Đảng bộ Khối các cơ quan huyện lần thứ II⟧ nêu",
        "Đại hội Đảng bộ Khối các cơ quan huyện lần thứ II",
    ),
    (
        "⟦Nghị quyết Đại hội Đảng bộ Sư đoàn 12 lần thứ V⟧ nêu",
        "Đại hội Đảng bộ Sư đoàn 12 lần thứ V",
    ),
    (
        "⟦Nghị quyết Đại hội Đảng bộ TP. Sông Lam lần thứ V⟧ nêu",
        "Đại hội Đảng bộ TP. Sông Lam lần thứ V",
    ),
    (
        "⟦Nghị quyết Đại hội Đảng bộ huyện Ea M’Lan lần thứ V⟧ nêu",
        "Đại hội Đảng bộ huyện Ea M’Lan lần thứ V",
    ),
    (
        "⟦Nghị quyết Đại hội Đảng bộ thị xã Đồng Khê - Trà Giang lần thứ V⟧ nêu",
        "Đại hội Đảng bộ thị xã Đồng Khê - Trà Giang lần thứ V",
    ),
    (
        "⟦Nghị quyết kỳ họp thứ 8, HĐND xã Trà Giang khóa II⟧ nêu",
        "Kỳ họp thứ 8 HĐND xã Trà Giang khóa II",
    ),
    ("⟦Nghị quyết Kỳ họp thứ nhất của Quốc hội khóa XV⟧ nêu", "Kỳ họp thứ nhất Quốc hội khóa XV"),
    ("⟦Nghị quyết Đại hội Đảng bộ tỉnh XIX⟧ nêu", "Đại hội Đảng bộ tỉnh lần thứ XIX"),
    ("⟦Nghị quyết Đại hội Đoàn toàn quốc lần thứ XII⟧", "Đại hội Đoàn toàn quốc lần thứ XII"),
    (
        "⟦Nghị quyết Đại hội XIII⟧ Công đoàn Việt Nam nêu",
        "Đại hội Công đoàn Việt Nam lần thứ XIII",
    ),
    (
        "Theo ⟦Nghị quyết Hội nghị Tỉnh ủy lần thứ 5, khóa XVII⟧, các xã",
        "Hội nghị Tỉnh ủy lần thứ 5 khóa XVII",
    ),
    (
        "⟦Nghị quyết Hội nghị lần thứ 18 Thành uỷ khoá VIII⟧ nêu",
        "Hội nghị Thành uỷ lần thứ 18 khóa VIII",
    ),
    (
        "⟦Nghị quyết Hội nghị lần thứ 6 BCH Đảng bộ tỉnh khóa XVI⟧ nêu",
        "Hội nghị lần thứ 6 Ban Chấp hành Đảng bộ tỉnh khóa XVI",
    ),
    (
        "⟦Nghị quyết Hội nghị Ban Chấp hành Đảng bộ huyện lần thứ tư⟧ nêu",
        "Hội nghị lần thứ 4 Ban Chấp hành Đảng bộ huyện",
    ),
]


@pytest.mark.parametrize(("marked", "number"), MEETINGS)
def test_a_meeting_names_what_it_passed(marked: str, number: str) -> None:
    words, found = cited(marked)
    assert [c.end - c.start for c in found] == [len(words[0])]
    assert found[0].number == number


@pytest.mark.parametrize(
    "body",
    [
        "Nghị quyết Trung ương về cán bộ",
        "Chương trình thực hiện các nghị quyết, kết luận của Hội nghị Trung ương 6, khóa XIII",
        "học tập các nghị quyết Hội nghị Trung ương 6 khóa XIII",
        "Nghị quyết Hội nghị Ban Chấp hành Đảng bộ huyện",
        "Nghị quyết Đại hội IX của Đảng Nhân dân Cách mạng Lào",
        "Nghị quyết Đại hội XX của Đảng Cộng sản Trung Quốc",
        "Nghị quyết Đại hội cổ đông lần thứ 3",
        "Nghị quyết Đại hội Đảng bộ các cấp nhiệm kỳ 2020-2025",
        "Nghị quyết Đại hội các chi bộ nhiệm kỳ 2020-2025",
        "Nghị quyết Đại hội đại biểu Đảng bộ Công an huyện Đồng Khê",
        "Nghị quyết Đại hội Đảng bộ Sư đoàn 12 nêu 3 khâu đột phá",
        "Nghị quyết của Đại hội đồng LHQ, 9 nước chống",
    ],
)
def test_no_meeting_is_named(body: str) -> None:
    assert find_citations(body) == ()


def test_a_bare_number_is_known_by_the_full_one_elsewhere() -> None:
    words, found = cited(
        "Thực tế ⟦quyết định 12⟧ gỡ vướng cho dân. Trước đó huyện ban hành "
        "⟦Quyết định số 12/QĐ-UBND⟧. "
        "Xã quyết định 12 việc, quyết định 15 hộ."
    )
    assert [c.end - c.start for c in found] == [len(each) for each in words]
    assert [c.rule for c in found] == ["number named elsewhere", "number and symbol"]


def test_a_programme_is_known_by_its_full_name_elsewhere() -> None:
    words, found = cited(
        "⟦Chương trình hành động số 18-CTr/TU⟧ đã rõ. Làm theo ⟦Chương trình 18⟧ thì nhanh."
    )
    assert [c.end - c.start for c in found] == [len(each) for each in words]


SIGNS = [
    "⟦Chỉ thị “số 05-CT/TW⟧” đã rõ",
    "⟦Chỉ thị (số 05-CT/TW⟧) đã rõ",
    "(⟦Chỉ thị 05-CT/TW⟧)",
    "“⟦Chỉ thị 05-CT/TW⟧”",
    "⟦Chỉ thị số : 05-CT/TW⟧ đã rõ",
    "⟦Chỉ thị mang số 05-CT/TW⟧ đã rõ",
    "⟦Chỉ thị\nsố\n05-CT/TW⟧ đã rõ",
    "⟦CHỈ THỊ SỐ 05-CT/TW⟧ đã rõ",
    "⟦Chỉ thị số 05 – CT/TW⟧ đã rõ",
    "⟦Chỉ thị số 05 CT/TW⟧ đã rõ",
    "⟦Chỉ thị số 05-CT/ TW⟧ đã rõ",
    "⟦CT05-CT/TW⟧ đã rõ",
]


@pytest.mark.parametrize("marked", SIGNS)
def test_signs_and_blanks_do_not_hide_a_number(marked: str) -> None:
    words, found = cited(marked)
    assert [c.end - c.start for c in found] == [len(words[0])]
    assert (found[0].kind, found[0].number) == ("Chỉ thị", "05-CT/TW")
