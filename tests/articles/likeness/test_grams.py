"""The exact comparison of two texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.likeness.grams import Measure, Way, measure, words_of
from tests.articles.alike import (
    EXCERPT,
    OTHER_ON_THE_SAME_MEETING,
    REPORTED,
    REPOSTED,
    monthly_report,
)

TEXTS = st.lists(st.sampled_from(["ai", "bộ", "cả", "dân", "đảng"]), max_size=80).map(" ".join)


def slowly(one: str, other: str) -> Measure:
    """What the words of the module say, written as plainly as can be."""

    def runs(text: str, length: int) -> set[str]:
        words = words_of(text)
        return {" ".join(words[at : at + length]) for at in range(len(words) - length + 1)}

    three, three_other = runs(one, 3), runs(other, 3)
    five, five_other = runs(one, 5), runs(other, 5)
    every, fewer = three | three_other, min(len(five), len(five_other))
    return Measure(
        len(three & three_other) / len(every) if every else 0,
        len(five & five_other) / fewer if fewer >= 20 else 0,
    )


@given(TEXTS, TEXTS)
def test_it_finds_what_a_plain_count_finds(one: str, other: str) -> None:
    assert measure(one, other) == slowly(one, other) == measure(other, one)


@pytest.mark.parametrize(
    ("one", "other", "way"),
    [
        (REPORTED, REPOSTED, Way.REPOST),
        (REPORTED, EXCERPT, Way.EXCERPT),
        (EXCERPT, REPORTED, Way.EXCERPT),
        (REPORTED, OTHER_ON_THE_SAME_MEETING, None),
        (REPORTED, "", None),
        ("", "", None),
    ],
)
def test_it_tells_reposts_and_excerpts_from_other_articles(
    one: str, other: str, way: Way | None
) -> None:
    assert measure(one, other).way is way


def test_what_a_form_brings_along_is_not_enough() -> None:
    may = monthly_report(5, party_members=2, villages="Nà Khoang", done="Họp bản, làm đường. " * 2)
    june = monthly_report(
        6,
        party_members=4,
        villages="Huổi Lặp và Bản Mé",
        done="Đại hội các chi đoàn xong trước hạn; đảng viên giúp hộ nghèo làm nhà, thu hoạch lúa "
        "chiêm xuân, làm ba cây số đường nội đồng, mở lớp bồi dưỡng cho chi ủy viên mới.",
    )
    found = measure(may, june)
    assert 0.3 < found.jaccard < 0.5
    assert found.way is None
