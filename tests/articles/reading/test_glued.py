"""Headings and captions that were scraped without their line ends are lines again."""

import pytest

from articles.finding import find_tasks
from articles.reading import Reason, read
from tests.articles.reading.words import P1, P2, P3, P4

TITLE = "Trà Giang chuyển mình"


def body_of(text: str) -> list[str]:
    return read(f"{TITLE}\n\n{text}\n\n{P3}".encode()).body.split("\n")


@pytest.mark.parametrize(
    "heading",
    ["Những kết quả bước đầu", "Xây dựng chi bộ từ gốc", "Đổi mới cách ra nghị quyết"],
)
def test_a_heading_between_two_sentences_is_a_line(heading: str) -> None:
    assert body_of(f"{P1}{heading}{P2}") == [P1, heading, P2, P3]


def test_several_in_one_paragraph_are_lines() -> None:
    first, second = "Những kết quả bước đầu", "Nhiệm vụ đặt ra"
    assert body_of(f"{P1}{first}{P2}{second}{P4}") == [P1, first, P2, second, P4, P3]


def test_a_caption_is_dropped() -> None:
    caption = "Lãnh đạo huyện trao quà cho các hộ nghèo ở xã Đông Hà"
    draft = read(f"{TITLE}\n\n{P1}{caption}{P2}\n\n{P3}".encode())
    assert draft.body.split("\n") == [P1, P2, P3]
    assert (caption, Reason.CAPTION) in [(item.text, item.reason) for item in draft.dropped]


def test_a_heading_found_again_turns_the_text() -> None:
    task = "Rà soát, bổ sung quy chế làm việc của cấp ủy, chi ủy theo quy định mới."
    text = f"{P1}Nhiệm vụ thời gian tớiTăng cường kiểm tra các chi bộ. {task}"
    draft = read(f"{TITLE}\n\n{text}".encode())
    found = [draft.body[task.start : task.end] for task in find_tasks(draft.body)]
    assert found == ["Tăng cường kiểm tra các chi bộ.", task]


@pytest.mark.parametrize(
    "text",
    [
        f"{P1}Mạng MobiFone phủ sóng xã Đông Hà. {P2}",
        f"{P1} Những kết quả bước đầuTrong năm qua, xã thoát nghèo. {P2}",
        f"{P1}Chi bộ thôn Đông đổi mới. {P2}",
        f"{P1}Hai TrămNgày qua, xã thoát nghèo. {P2}",
        f"{P1}Lê Thị Minh HạnhHạnh là hội viên trẻ của xã. {P2}",
        f"{P1}Những kết quả bước đầuTheo báo",
        f"{P1} {P2}Những kết quả bước đầuTheo xã, mùa này {P1} Ảnh: HÀ SUỐI",
    ],
    ids=[
        "a firm",
        "no glued beginning",
        "a glued sentence",
        "two words",
        "a name",
        "a foot",
        "a caption",
    ],
)
def test_what_is_glued_otherwise_stays(text: str) -> None:
    assert text in body_of(text)
