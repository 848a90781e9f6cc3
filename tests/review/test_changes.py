"""What one text says otherwise than another, word by word."""

import pytest

from review.changes import How, word_by_word

SAME, GONE, NEW = How.SAME, How.GONE, How.NEW


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("giữ lời", "giữ lời", [(SAME, "giữ lời")]),
        ("", "giữ lời", [(NEW, "giữ lời")]),
        ("giữ lời", "", [(GONE, "giữ lời")]),
        ("giữ lời thề", "giữ trọn lời thề", [(SAME, "giữ"), (NEW, " trọn"), (SAME, " lời thề")]),
        ("quý I", "quý II", [(SAME, "quý "), (GONE, "I"), (NEW, "II")]),
    ],
)
def test_words_that_changed_are_told_among_those_that_stay(
    old: str, new: str, pieces: list[tuple[How, str]]
) -> None:
    assert [(piece.how, piece.text) for piece in word_by_word(old, new)] == pieces


def test_what_was_written_anew_is_not_cut_to_pieces_nor_glued_to_what_it_was() -> None:
    old = "Bài viết nêu rõ việc, rõ người."
    new = "Đọc kỹ đoạn nói về ba việc không đạt. Tác giả không giấu tên xã."
    assert [(piece.how, piece.text) for piece in word_by_word(old, new)] == [
        (GONE, old),
        (SAME, " "),
        (NEW, new),
    ]
