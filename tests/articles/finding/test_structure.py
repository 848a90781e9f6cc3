"""Lists and headings: how lines are marked, and what belongs to what."""

import pytest

from articles.finding.structure import blocks
from articles.vietnamese import same_word


def shape(body: str) -> list[tuple[str | None, str]]:
    return [
        (block.marker, body[block.start : block.end].strip())
        for block in blocks(body, same_word(body))
    ]


@pytest.mark.parametrize(
    ("line", "marker", "words"),
    [
        ("1. Rà soát quy hoạch.", "1", "Rà soát quy hoạch."),
        ("1.Rà soát quy hoạch.", "1", "Rà soát quy hoạch."),
        ("1) Rà soát quy hoạch.", "1", "Rà soát quy hoạch."),
        ("(1) Rà soát quy hoạch.", "1", "Rà soát quy hoạch."),
        ("1/ Rà soát quy hoạch.", "1", "Rà soát quy hoạch."),
        ("1- Rà soát quy hoạch.", "1", "Rà soát quy hoạch."),
        ("2.1. Rà soát quy hoạch.", "2.1", "Rà soát quy hoạch."),
        ("2.1 Rà soát quy hoạch.", "2.1", "Rà soát quy hoạch."),
        ("IV. Rà soát quy hoạch.", "IV", "Rà soát quy hoạch."),
        ("(iii) Rà soát quy hoạch.", "iii", "Rà soát quy hoạch."),
        ("ii) Rà soát quy hoạch.", "ii", "Rà soát quy hoạch."),
        ("a) Rà soát quy hoạch.", "a", "Rà soát quy hoạch."),
        ("đ) Rà soát quy hoạch.", "đ", "Rà soát quy hoạch."),
        ("Một là, rà soát quy hoạch.", "Một là", "rà soát quy hoạch."),
        ("Một là: rà soát quy hoạch.", "Một là", "rà soát quy hoạch."),
        ("Thứ nhất, rà soát quy hoạch.", "Thứ nhất", "rà soát quy hoạch."),
        ("Thứ nhất là, rà soát quy hoạch.", "Thứ nhất là", "rà soát quy hoạch."),
        ("Nhóm 1: Rà soát quy hoạch.", "Nhóm 1", "Rà soát quy hoạch."),
        ("Nhóm giải pháp thứ nhất: Rà soát.", "Nhóm giải pháp thứ nhất", "Rà soát."),
        ("• Rà soát quy hoạch.", None, "Rà soát quy hoạch."),
        ("- Rà soát quy hoạch.", None, "Rà soát quy hoạch."),
        ("9 tháng qua, xã đã rà soát.", None, "9 tháng qua, xã đã rà soát."),
        ("1.200 hộ đã thoát nghèo.", None, "1.200 hộ đã thoát nghèo."),
        ("30/6 là hạn cuối.", None, "30/6 là hạn cuối."),
        ("Một lần nữa, xã rà soát.", None, "Một lần nữa, xã rà soát."),
        ("Thứ Hai, xã họp.", None, "Thứ Hai, xã họp."),
    ],
)
def test_a_line_shows_its_marker(line: str, marker: str | None, words: str) -> None:
    assert shape(line) == [(marker, words)]


def test_dashes_are_markers_where_others_are_near() -> None:
    assert shape("- Rà soát.\n- Báo cáo.") == [("-", "Rà soát."), ("-", "Báo cáo.")]


@pytest.mark.parametrize(
    "line",
    [
        "Yêu cầu: (1) rà soát; (2) báo cáo.",
        "Yêu cầu: a) rà soát; b) báo cáo.",
        "Yêu cầu: Một là, rà soát; hai là, báo cáo.",
        "Yêu cầu: 1- rà soát; 2- báo cáo.",
        "Yêu cầu: 1) rà soát; 2) báo cáo.",
        "Yêu cầu: (i) rà soát; và (ii) báo cáo.",
    ],
)
def test_a_list_within_a_line_is_taken_apart(line: str) -> None:
    assert [words for _, words in shape(line)] == ["Yêu cầu:", "rà soát;", "báo cáo."]


@pytest.mark.parametrize(
    "line",
    ["Theo khoản 2. Tiếp đó, xã họp.", "Ông nói: 3. Rồi thôi.", "Có hai việc. Thứ hai là khó."],
)
def test_a_lone_figure_within_a_line_is_no_list(line: str) -> None:
    assert len(shape(line)) == 1


def test_items_know_the_item_above() -> None:
    body = "1. Kinh tế\na) Lúa:\n- Cấy.\n- Gặt.\n2. Xã hội."
    found = {body[block.start : block.end]: block for block in blocks(body, same_word(body))}
    assert found["Cấy."].parent is found["Lúa:"]
    assert found["Lúa:"].parent is found["Kinh tế"]
    assert found["Xã hội."].parent is None
    assert found["Kinh tế"].heading
    assert not found["Gặt."].heading


@pytest.mark.parametrize(
    ("markers", "families"),
    [
        ("h) i) k)", ["letter"] * 3),
        ("(i) (ii) (iii)", ["numeral"] * 3),
        ("iv) v) vi)", ["numeral"] * 3),
        ("u) v) x)", ["letter"] * 3),
        ("a) (i) (ii) b)", ["letter", "numeral", "numeral", "letter"]),
    ],
)
def test_letters_are_told_from_numerals(markers: str, families: list[str]) -> None:
    body = "\n".join(f"{marker} Rà soát quy hoạch." for marker in markers.split())
    assert [block.family for block in blocks(body, same_word(body))] == families


def test_a_line_that_gives_a_particular_is_no_heading() -> None:
    body = "1. Xây dựng đề án\nCơ quan chủ trì: Sở Nội vụ\nThời gian: quý III\nHết."
    assert not any(block.heading for block in blocks(body, same_word(body)))
