"""Two texts side by side."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.likeness.differing import Row, differences
from articles.likeness.grams import words_of
from tests.articles.alike import LEAD, OTHER_ON_THE_SAME_MEETING, REPORTED, REPOSTED

WORDS = st.sampled_from(["ai", "bộ", "Cả,", "dân.", "đảng", "\n", "\n\n", " "])
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)


def told(rows: list[Row], side: str, *, shared: bool | None = None) -> list[str]:
    """The words of one side, or those of them that are marked, or are not."""
    return [
        word
        for row in rows
        for paragraph in getattr(row, side)
        for run in paragraph
        if shared in {None, run.is_shared}
        for word in words_of(run.text)
    ]


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_every_word_of_both_is_told_once_in_its_order(one: str, other: str) -> None:
    rows = differences(one, other)
    assert told(rows, "one") == words_of(one)
    assert told(rows, "other") == words_of(other)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_what_is_not_marked_is_the_same_in_both(one: str, other: str) -> None:
    rows = differences(one, other)
    assert told(rows, "one", shared=True) == told(rows, "other", shared=True)


def test_a_dropped_lead_stands_beside_nothing_and_a_figure_is_marked_alone() -> None:
    first, *rows = differences(REPORTED, REPOSTED)

    assert first.other == ()
    assert told([first], "one", shared=False) == words_of(LEAD)
    assert told(rows, "one", shared=False)[:2] == ["125", "46"]
    assert told(rows, "other", shared=False)[:2] == ["130", "48"]
    assert all(len(row.one) == len(row.other) == 1 for row in rows)


def test_the_same_text_has_no_marks() -> None:
    rows = differences(REPORTED, REPORTED.upper())
    assert told(rows, "one", shared=False) == told(rows, "other", shared=False) == []


def test_texts_that_have_nothing_in_common_stand_beside_each_other() -> None:
    rows = differences("Một hai ba.", "Bốn năm.")
    assert rows == [
        Row(
            one=differences("Một hai ba.", "")[0].one,
            other=differences("", "Bốn năm.")[0].other,
        )
    ]


def test_a_long_text_takes_no_longer_than_its_length() -> None:
    start = time.process_time()
    differences("một hai ba bốn " * 25_000, "một hai ba " * 25_000)
    differences((OTHER_ON_THE_SAME_MEETING + "\n") * 100, (REPORTED + "\n") * 100)
    assert time.process_time() - start < 20
