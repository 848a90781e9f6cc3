"""By when: deadlines and periods as printed, and the days they cover."""

from datetime import date

import pytest

from articles.finding import find_tasks
from articles.finding.due import Due, due_within

PUBLISHED = date(2021, 5, 4)


def due_in(words: str, published_on: date | None = PUBLISHED) -> Due | None:
    body = f"Hoàn thành việc rà soát hồ sơ {words}."
    return due_within(body, 0, len(body), published_on)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("xong trước 30/6", None, "2021-06-29"),
        ("trước ngày 30/6/2022", None, "2022-06-29"),
        ("trước 08h00 ngày 20/5/2025", None, "2025-05-20"),
        ("trước 17 giờ 00 ngày 20/5", None, "2021-05-20"),
        ("chậm nhất ngày 20/8/2024", None, "2024-08-20"),
        ("chậm nhất là ngày 5 tháng 9", None, "2021-09-05"),
        ("muộn nhất đến ngày 5 tháng 9 năm 2022", None, "2022-09-05"),
        ("từ nay đến ngày 30/6", "2021-05-04", "2021-06-30"),
        ("từ ngày 1/6 đến ngày 30/6/2021", "2021-06-01", "2021-06-30"),
        ("từ 15 đến 30/6", "2021-06-15", "2021-06-30"),
        ("từ 1/12/2021 - 15/1/2022", "2021-12-01", "2022-01-15"),
        ("trong tháng 11", "2021-11-01", "2021-11-30"),
        ("ngay trong tháng 6", "2021-06-01", "2021-06-30"),
        ("chậm nhất trong tháng 6", None, "2021-06-30"),
        ("trước tháng 3/2022", None, "2022-02-28"),
        ("đến giữa tháng 6/2021", None, "2021-06-20"),
        ("vào cuối tháng 2/2022", "2022-02-21", "2022-02-28"),
        ("từ tháng 6 đến tháng 9/2021", "2021-06-01", "2021-09-30"),
        ("trong quý IV/2021", "2021-10-01", "2021-12-31"),
        ("trước quý IV/2021", None, "2021-09-30"),
        ("trong quý 2", "2021-04-01", "2021-06-30"),
        ("trong quý I năm 2022", "2022-01-01", "2022-03-31"),
        ("vào cuối quý II/2025", "2025-06-01", "2025-06-30"),
        ("đến hết năm 2025", None, "2025-12-31"),
        ("đến năm 2030", None, "2030-12-31"),
        ("trong năm 2022", "2022-01-01", "2022-12-31"),
        ("vào đầu năm 2022", "2022-01-01", "2022-03-31"),
        ("trong nửa đầu năm 2022", "2022-01-01", "2022-06-30"),
        ("từ năm 2021 đến năm 2025", "2021-01-01", "2025-12-31"),
        ("trong giai đoạn 2021 - 2025", "2021-01-01", "2025-12-31"),
        ("trong giai đoạn từ năm 2021 đến năm 2025", "2021-01-01", "2025-12-31"),
        ("trước khi khai mạc Lễ hội Đền Trần (tháng 2/2025)", None, "2025-01-31"),
        ("trước Đại hội Đảng bộ tỉnh (tháng 9/2025)", None, "2025-08-31"),
        ("trước kỳ họp thường lệ (ngày 8/7)", None, "2021-07-07"),
        ("trong nhiệm kỳ 2020-2025", "2020-01-01", "2025-12-31"),
        ("6 tháng cuối năm 2021", "2021-07-01", "2021-12-31"),
        ("những tháng cuối năm", "2021-07-01", "2021-12-31"),
        ("từ nay đến cuối năm", "2021-05-04", "2021-12-31"),
        ("trong năm nay", "2021-01-01", "2021-12-31"),
        ("trong năm tới", "2022-01-01", "2022-12-31"),
        ("trong tháng tới", "2021-06-01", "2021-06-30"),
        ("trong quý này", "2021-04-01", "2021-06-30"),
        ("trong tuần này", "2021-05-03", "2021-05-09"),
        ("trong tuần tới", "2021-05-10", "2021-05-16"),
    ],
)
def test_a_deadline_or_period_covers_days(words: str, first: str | None, last: str | None) -> None:
    due = due_in(words)
    assert due is not None
    assert due.words == words
    assert (due.first and due.first.isoformat(), due.last and due.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "words",
    [
        "hằng năm",
        "hàng tháng",
        "mỗi quý",
        "thứ Năm hằng tuần",
        "trước ngày 25 hằng tháng",
        "định kỳ hằng quý",
        "định kỳ 6 tháng, 1 năm",
        "6 tháng một lần",
        "trong vòng 30 ngày",
        "trong thời hạn 5 ngày làm việc",
    ],
)
def test_a_rhythm_or_a_span_has_no_days_of_its_own(words: str) -> None:
    assert due_in(words) == Due(words, None, None)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("(thời gian hoàn thành: Quý IV/2021)", "Quý IV/2021"),
        ("theo nghị quyết đến năm 2030, báo cáo trước ngày 30/6", "trước ngày 30/6"),
        ("hằng tháng, tổng kết trong quý IV", "trong quý IV"),
        ("từ nay đến 30/6 và báo cáo hằng tuần", "từ nay đến 30/6"),
    ],
)
def test_of_several_the_nearest_kind_counts(words: str, due: str) -> None:
    found = due_in(words)
    assert found is not None
    assert found.words == due


@pytest.mark.parametrize(
    "words",
    [
        "chương trình kiểm tra năm 2021",
        "giai đoạn 2021 - 2025",
        "Nghị quyết năm 2020 của Tỉnh ủy",
        "theo kế hoạch hằng năm của chi bộ",
        "giao trong dự toán hằng năm",
        "trong thời gian tới",
        "trước mùa mưa",
        "trước ngày sinh 1/1/2000",
    ],
)
def test_a_period_that_only_describes_is_no_deadline(words: str) -> None:
    assert due_in(words) is None


@pytest.mark.parametrize(
    ("published_on", "last"),
    [
        (date(2021, 12, 20), date(2022, 1, 30)),
        (date(2021, 1, 4), date(2021, 1, 30)),
        (date(2021, 2, 10), date(2021, 1, 30)),
        (None, None),
    ],
)
def test_the_year_that_is_left_out_is_the_one_to_come(
    published_on: date | None, last: date | None
) -> None:
    due = due_in("trước ngày 31/1", published_on)
    assert due is not None
    assert (due.words, due.last) == ("trước ngày 31/1", last)


@pytest.mark.parametrize("words", ["trước ngày 31/2/2022", "trong tháng 13/2021"])
def test_a_day_that_no_calendar_has_stays_as_words(words: str) -> None:
    assert due_in(words) == Due(words, None, None)


def test_a_period_never_ends_before_it_begins() -> None:
    due = due_in("từ nay đến cuối tháng 6/2019")
    assert due is not None
    assert (due.first, due.last) == (None, date(2019, 6, 30))


def test_a_task_has_the_due_date_of_its_words() -> None:
    body = "Nhiệm vụ\nHoàn thành việc rà soát hồ sơ trước ngày 30/6."
    (task,) = find_tasks(body, published_on=PUBLISHED)
    assert (task.due, task.due_from, task.due_to) == ("trước ngày 30/6", None, date(2021, 6, 29))
