"""What is made wrong is wrong, and looks like something the finder says."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review.faults import Due, told_as_done, wrong_due

days = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("due", "wrong"),
    [
        (
            Due("trước ngày 30/6/2022", None, date(2022, 6, 29)),
            Due("trước ngày 30/6/2023", None, date(2023, 6, 29)),
        ),
        (
            Due("quý IV/2021", date(2021, 10, 1), date(2021, 12, 31)),
            Due("quý IV/2022", date(2022, 10, 1), date(2022, 12, 31)),
        ),
        (
            Due("nhiệm kỳ 2020-2025", date(2020, 1, 1), date(2025, 12, 31)),
            Due("nhiệm kỳ 2021-2026", date(2021, 1, 1), date(2026, 12, 31)),
        ),
        (
            Due("trước 31/12", None, date(2022, 12, 30)),
            Due("trước 28/2", None, date(2023, 2, 28)),
        ),
        (Due("cuối năm", None, date(2022, 12, 31)), None),
        (Due("ngày 45/13", None, date(2022, 12, 31)), None),
        (Due("sớm, như năm 2021", None, None), None),
        (
            Due("29/02/2024", date(2024, 2, 29), date(2024, 2, 29)),
            Due("29/02/2025", date(2025, 2, 28), date(2025, 2, 28)),
        ),
    ],
)
def test_another_year_or_month_is_said(due: Due, wrong: Due | None) -> None:
    assert wrong_due(due) == wrong


@given(st.from_regex(r"(trước )?[0-3]?\d/[01]?\d(/20\d\d)?", fullmatch=True), days, days)
def test_a_wrong_time_is_another_one_and_in_order(words: str, one: date, other: date) -> None:
    first, last = sorted((one, other))
    wrong = wrong_due(Due(words, first, last))
    if wrong is None:
        return
    assert wrong.words != words
    assert wrong.first is not None
    assert wrong.last is not None
    assert first < wrong.first <= wrong.last
    assert last < wrong.last


def test_a_sentence_that_tells_what_was_done_is_no_task() -> None:
    done = "Năm 2021, các chi bộ trong toàn huyện đã tổ chức bốn mươi buổi sinh hoạt chuyên đề."
    asked = "Các chi bộ đã tổ chức tốt việc học tập cần tiếp tục duy trì trong thời gian tới đây."
    short = "Hội nghị đã bế mạc."
    body = f"{done} {asked} {short}"
    assert list(told_as_done(body, [])) == [(0, len(done))]
    assert list(told_as_done(body, [(10, 20)])) == []
