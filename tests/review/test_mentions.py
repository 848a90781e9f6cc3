"""Names in comments."""

import pytest

from review.mentions import may_be_meant, pieces, unknown


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("@an xem giúp", ["@an"]),
        ("Nhờ @An.", ["@An"]),
        ("(@an, @binh.le)", ["@an", "@binh.le"]),
        ("Gửi an@toasoan.vn", []),
        ("@@an", []),
        ("@ an", []),
        ("@an@binh.le", []),
        ("@anh", []),
        ("@binh.le...", ["@binh.le"]),
    ],
)
def test_names_are_found_where_they_are_meant(words: str, named: list[str]) -> None:
    cut = list(pieces(words, ["an", "binh.le"]))

    assert [piece.text for piece in cut if piece.name] == named
    assert "".join(piece.text for piece in cut) == words


def test_the_longer_name_that_somebody_has_is_meant() -> None:
    assert [piece.name for piece in pieces("@an.", ["an", "an."]) if piece.name] == ["an."]
    assert may_be_meant("@An.") == {"an.", "an"}


def test_names_of_nobody_are_told() -> None:
    assert unknown("@an và @khong.co, @...", ["an"]) == ["khong.co"]
