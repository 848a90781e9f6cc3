"""What citations say about which document they mean."""

from datetime import date

import pytest

from articles.finding import find_citations
from articles.finding.identity import Identity, identity_of, union
from articles.finding.issuers import one_body


def said(text: str) -> Identity:
    (citation,) = find_citations(text)
    return identity_of(citation)


SURE = [
    ("Chỉ thị số 05-CT/TW về", "chỉ thị|5||trung ương|"),
    ("Chỉ thị 05/CT-T.Ư ngày 15/5/2016 về", "chỉ thị|5||trung ương|2016-05-15"),
    ("Chỉ thị số 05 ngày 15/5/2016 của Bộ Chính trị", "chỉ thị|5||trung ương|2016-05-15"),
    (
        "Ngày 15/5/2016, Bộ Chính trị ban hành Chỉ thị số 05 về",
        "chỉ thị|5||trung ương|2016-05-15",
    ),
    ("Nghị quyết số 27 của BCH Trung ương khoá XII", "nghị quyết|27||trung ương|12"),
    (
        "Nghị quyết 28-NQ/TW Hội nghị Trung ương 6 khóa 13 về",
        "nghị quyết|28||trung ương|13",
    ),
    ("Nghị định 154/2016 về phí", "nghị định|154||chính phủ|2016"),
    ("Luật số 10/2022/QH15", "luật|10||quốc hội|2022"),
    ("Bộ luật Lao động số 45/2019/QH14", "luật|45||quốc hội|2019"),
    (
        "Chương trình hành động số 18-CTr/TU của Tỉnh ủy Hòa Sơn",
        "chương trình|18||tỉnh uỷ hoà sơn|",
    ),
    ("Thông báo kết luận 103-KL/TU của Tỉnh ủy Hòa Sơn", "kết luận|103||tỉnh uỷ hoà sơn|"),
    ("Văn bản số 141/VPCP-KNTN nêu", "công văn|141||văn phòng chính phủ|"),
    ("Quyết định 26/QĐ-UBND-HC của UBND tỉnh Đồng Khê", "quyết định|26|hc|ubnd tỉnh đồng khê|"),
    ("Nghị quyết Trung ương 4 khóa XII", "nghị quyết|trung ương 4||trung ương|12"),
    ("Nghị quyết Đại hội XIII", "nghị quyết|đại hội||đảng|13"),
    ("Nghị quyết Đại hội lần thứ 13 của Đảng", "nghị quyết|đại hội||đảng|13"),
    (
        "Nghị quyết Đại hội Đảng bộ tỉnh Hòa Sơn lần thứ XI",
        "nghị quyết|đại hội đảng bộ tỉnh||tỉnh uỷ hoà sơn|11",
    ),
    (
        "Nghị quyết kỳ họp thứ 8, HĐND tỉnh Hòa Sơn khóa XVII",
        "nghị quyết|kỳ họp thứ 8 hđnd tỉnh||hđnd tỉnh hoà sơn|17",
    ),
    (
        "Kế hoạch số 12/KH-UBND ngày 1/2/2021 của UBND xã Đồng Khê",
        "kế hoạch|12||ubnd xã đồng khê|2021-02-01",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "key"), SURE)
def test_enough_is_said_to_know_the_document(text: str, key: str) -> None:
    assert said(text).is_sure
    assert said(text).key == key


def test_delegates_make_no_other_congress() -> None:
    one = said("Nghị quyết Đại hội đại biểu Phụ nữ toàn quốc lần thứ XIII")
    assert one == said("Nghị quyết Đại hội Phụ nữ toàn quốc lần thứ XIII")


PERIODS = [
    # The Party counts by the terms of its congresses: the centre's is in a January.
    ("Chỉ thị số 05-CT/TW về", date(2016, 1, 2), "2016–2020"),
    ("Chỉ thị số 05-CT/TW về", date(2020, 12, 31), "2016–2020"),
    ("Chỉ thị số 05-CT/TW về", date(2021, 2, 1), "2021–2025"),
    ("Hướng dẫn số 36-HD/VPTW về", date(2018, 5, 1), "2016–2020"),
    # Those of provinces are in the autumn before.
    ("Nghị quyết số 09-NQ/TU của Tỉnh ủy Hòa Sơn", date(2015, 10, 31), "2010–2015"),
    ("Nghị quyết số 09-NQ/TU của Tỉnh ủy Hòa Sơn", date(2015, 11, 1), "2015–2020"),
    ("Nghị quyết số 09-NQ/TU của Thành ủy Bắc Lĩnh", date(2009, 8, 1), "2005–2010"),
    # The state counts by years.
    ("Kế hoạch số 12/KH-UBND của UBND tỉnh Đồng Khê", date(2019, 8, 1), "2019"),
    ("Quyết định số 1088/QĐ-TTg về", date(2019, 8, 1), "2019"),
    ("Văn bản số 141/VPCP-KNTN nêu", date(2019, 8, 1), "2019"),
    # Nothing of the kind is needed where the words say when.
    ("Nghị định 154/2016 về phí", date(2019, 8, 1), ""),
    ("Chỉ thị 05/CT-T.Ư ngày 15/5/2016 về", date(2019, 8, 1), ""),
    ("Nghị quyết Trung ương 4 khóa XII", date(2019, 8, 1), ""),
    ("Chỉ thị số 05-CT/TW về", None, ""),
]


@pytest.mark.parametrize(("text", "day", "period"), PERIODS)
def test_where_no_date_is_said_the_text_that_cites_it_stands_in_one_period(
    text: str, day: date | None, period: str
) -> None:
    assert said(text).period_of(day) == period


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị 05 đã rõ",
        "Quy định số 08 của Bộ Chính trị về",
        "Nghị định 86 về vận tải",
        "Nghị quyết số 09-NQ/TU ngày 19/8/2009",
        "Nghị quyết số 09-NQ/TU ngày 19/8/2009 của Ban Thường vụ Tỉnh ủy",
        "Kế hoạch số 12/KH-UBND của UBND xã Đồng Khê",  # there is more than one Đồng Khê
        "Nghị quyết Trung ương 4",
        "Nghị quyết Trung ương 4 khóa XI, XII",
        "Nghị quyết 18, 19 Hội nghị TW6 (khóa XII)",
        "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XI",
    ],
)
def test_too_little_is_said_to_know_the_document(text: str) -> None:
    assert not said(text).is_sure


def test_what_two_mentions_say_together() -> None:
    dated = said("Nghị quyết số 09-NQ/TU ngày 19/8/2009")
    named = said("Nghị quyết 09 của Tỉnh ủy Hòa Sơn về")
    both = union([dated, named])
    assert both is not None
    assert both.is_sure
    assert (both.code, both.body, both.day) == ("tu", "tỉnh uỷ hoà sơn", date(2009, 8, 19))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Chỉ thị 05-CT/TW ngày 15/5/2016", "Chỉ thị 05-CT/TW ngày 1/3/2021"),
        ("Nghị quyết 18-NQ/TW về", "Nghị quyết 18-NQ/TU về"),
        ("Nghị định 86/2014/NĐ-CP", "Nghị định 86/2015/NĐ-CP"),
        ("Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 khóa XII"),
        ("Quyết định 26/QĐ-UBND-HC", "Quyết định 26/QĐ-UBND-TL"),
        ("Quyết định 8-QĐ/TW", "Quy định 8-QĐ/TW"),
        ("Nghị quyết 9-NQ/TU của Tỉnh ủy Hòa Sơn", "Nghị quyết 9-NQ/TU của Tỉnh ủy Bắc Lĩnh"),
        ("Nghị quyết số 9 của Bộ Chính trị", "Nghị quyết 9-NQ/TU về"),
        ("Nghị quyết số 9 của Huyện ủy", "Nghị quyết số 9 của Thành ủy"),
        ("Kế hoạch số 9 của UBND tỉnh", "Kế hoạch số 9-KH/TU"),
    ],
)
def test_what_speaks_against_being_the_same(first: str, second: str) -> None:
    assert not said(first).allows(said(second))


def test_the_same_words_are_known_again_and_the_number_even_where_more_is_read() -> None:
    first = said("Nghị quyết số 09-NQ/TU ngày 19/8/2009 về")
    again = said("Nghị quyết 9-NQ/TU, ngày 19-8-2009, về")
    more = said("Nghị quyết số 09-NQ/TU ngày 19/8/2009 của Tỉnh ủy Hòa Sơn")
    assert first.words_key == again.words_key != more.words_key
    assert first.number_key == more.number_key


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        ("Bộ Chính trị", "trung ương"),
        ("Ban Bí thư Trung ương Đảng khóa XI", "trung ương"),
        ("Thủ tướng", "thủ tướng chính phủ"),
        ("Bộ GD&ĐT", "bộ giáo dục và đào tạo"),
        ("Bộ GTVT", "bộ giao thông vận tải"),
        ("Ban Thường vụ Tỉnh ủy Hòa Sơn", "tỉnh uỷ hoà sơn"),
        ("BTV Tỉnh uỷ Đồng Khê", "tỉnh uỷ đồng khê"),
        ("Ban Chấp hành Đảng bộ tỉnh Hòa Sơn", "tỉnh uỷ hoà sơn"),
        ("Chủ tịch UBND tỉnh Hòa Sơn", "ubnd tỉnh hoà sơn"),
        ("Ủy ban nhân dân tỉnh Hòa Sơn", "ubnd tỉnh hoà sơn"),
        ("UBND TP. Sông Lam", "ubnd thành phố sông lam"),
        ("Hội đồng nhân dân tỉnh Ấp Bắc", "hđnd tỉnh ấp bắc"),
        ("Tỉnh ủy", ""),
        ("Ban Thường vụ Tỉnh ủy", ""),
        ("UBND xã", ""),
        ("Sở Nội vụ", ""),
        ("Đảng ủy Khối các cơ quan tỉnh", ""),
    ],
)
def test_names_of_one_body(printed: str, body: str) -> None:
    assert one_body(printed) == body
