"""A number that an address asks for is one that PostgreSQL can look for."""

import pytest

from articles.asked import BIGGEST, number


@pytest.mark.parametrize(
    ("text", "asked"),
    [("7", 7), ("0", 0), ("007", 7), (str(BIGGEST), BIGGEST), (str(BIGGEST + 1), BIGGEST)],
)
def test_digits_are_a_number_that_is_never_too_big(text: str, asked: int) -> None:
    assert number(text) == asked


@pytest.mark.parametrize("text", [None, "", " 7", "-1", "1.5", "x", "²", "٣", "9" * 20, "9" * 5000])
def test_anything_else_is_none(text: str | None) -> None:
    assert number(text) is None
