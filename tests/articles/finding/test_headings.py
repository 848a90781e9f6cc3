"""Lines of a plain text that are found to be headings."""

import pytest

from articles.finding import Vocabulary, find


def headings(body: str, known: tuple[tuple[int, int], ...] = ()) -> list[str]:
    found = find(body, Vocabulary([]), headings=known)
    return [body[start:end] for start, end in found.headings]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "Đảng bộ xã vừa sơ kết công tác quý I.\nKết quả đạt được\nXã đã mở 5 km đường.\n"
                "Nhiệm vụ, giải pháp\nTăng cường bảo vệ rừng."
            ),
            ["Kết quả đạt được", "Nhiệm vụ, giải pháp"],
        ),
        # It turns nothing, but tasks stand under it.
        (
            (
                "Bí thư Tỉnh ủy kết luận nhiều việc.\nThời gian tới, tỉnh tập trung giảm nghèo.\n"
                "Giữ rừng đầu nguồn\nKiểm lâm phải bám địa bàn, không để mất rừng.\nXong."
            ),
            ["Giữ rừng đầu nguồn"],
        ),
        # Under a picture, who signs, and an item's own name are none.
        (
            (
                "Thời gian tới, huyện tập trung làm đường.\nQuang cảnh hội nghị\n"
                "Chú trọng trồng rừng gỗ lớn.\nLò Văn Hặc"
            ),
            [],
        ),
        (
            "Nhiệm vụ\n1. Trồng trọt\na) Mở rộng diện tích lúa nương.\nb) Cải tạo vườn tạp.",
            ["Nhiệm vụ"],
        ),
    ],
)
def test_headings_of_a_plain_text(body: str, expected: list[str]) -> None:
    assert headings(body) == expected


def test_what_reading_knows_is_not_found_again() -> None:
    body = "Nhiệm vụ, giải pháp\nTăng cường bảo vệ rừng."
    assert headings(body, ((0, 19),)) == []
