"""Tasks in whole passages, and their particulars."""

from datetime import date

import pytest

from articles.finding import Task, find_tasks
from articles.finding.wording import WORDING

from .passages import PASSAGES, marked
from .passages_held import HELD_PASSAGES
from .passages_more import MORE_PASSAGES
from .passages_press import DATED_PASSAGE, PRESS_PASSAGES
from .passages_traits import PUBLISHED_PASSAGES, TRAIT_PASSAGES

ALL = PASSAGES | MORE_PASSAGES | HELD_PASSAGES | PRESS_PASSAGES | TRAIT_PASSAGES


@pytest.mark.parametrize("name", ALL)
def test_a_passage_gives_the_tasks_that_a_careful_reader_marks(name: str) -> None:
    body, expected = marked(ALL[name])
    assert [body[task.start : task.end] for task in find_tasks(body)] == expected


def tasks_of(name: str, published_on: date | None = None) -> list[Task]:
    return list(find_tasks(marked(ALL[name])[0], published_on=published_on))


def test_a_task_knows_its_heading_and_marker() -> None:
    found = tasks_of("dashes under letters under figures")
    assert [(task.heading, task.marker) for task in found] == [
        ("Nông nghiệp", "-"),
        ("Nông nghiệp", "-"),
        ("Công nghiệp", "-"),
        ("Công nghiệp", "2"),
    ]


def test_a_known_heading_is_taken_at_its_word() -> None:
    body = "Nhiệm vụ trọng tâm của toàn ngành.\nNâng cao chất lượng khám, chữa bệnh."
    (task,) = find_tasks(body, headings=[(0, 34)])
    assert task.heading == "Nhiệm vụ trọng tâm của toàn ngành."


def test_who_leads_and_who_takes_part() -> None:
    *_, lead, period, office = tasks_of("conclusion of a committee, numbered, with assignments")
    assert lead.responsible == ("Ban Tổ chức Tỉnh ủy",)
    assert lead.participating == ("Ban Dân vận Tỉnh ủy",)
    assert period.responsible == ()
    assert office.responsible == ("Văn phòng Tỉnh ủy",)


def test_who_speaks_is_not_who_acts() -> None:
    speech = tasks_of("speech at a conference, reported sentence by sentence")
    assert speech[0].responsible == ("các chi bộ, đảng bộ trực thuộc",)
    ministries = tasks_of("prime minister gives work to ministries")
    assert ministries[0].responsible == ("Bộ Nông nghiệp và Môi trường",)
    assert ministries[0].participating == ("Bộ Công Thương",)
    assert ministries[1].responsible == ("Bộ Tài chính",)


@pytest.mark.parametrize(
    ("words", "due", "first", "last"),
    [
        ("xong trước 30/6", "xong trước 30/6", None, "2021-06-29"),
        ("trước ngày 30/6/2022", "trước ngày 30/6/2022", None, "2022-06-29"),
        ("chậm nhất ngày 20/8/2024", "chậm nhất ngày 20/8/2024", None, "2024-08-20"),
        ("chậm nhất là ngày 5 tháng 9", "chậm nhất là ngày 5 tháng 9", None, "2021-09-05"),
        ("đến hết năm 2025", "đến hết năm 2025", None, "2025-12-31"),
        ("đến năm 2030", "đến năm 2030", None, "2030-12-31"),
        ("trong năm 2022", "trong năm 2022", "2022-01-01", "2022-12-31"),
        ("trong quý IV/2021", "trong quý IV/2021", "2021-10-01", "2021-12-31"),
        ("trước quý IV/2021", "trước quý IV/2021", None, "2021-09-30"),
        ("trong quý 2", "trong quý 2", "2021-04-01", "2021-06-30"),
        ("trong tháng 11", "trong tháng 11", "2021-11-01", "2021-11-30"),
        ("trước tháng 3/2022", "trước tháng 3/2022", None, "2022-02-28"),
    ],
)
def test_a_deadline_is_read(words: str, due: str, first: str | None, last: str | None) -> None:
    body = f"Nhiệm vụ\nHoàn thành việc rà soát hồ sơ {words}."
    (task,) = find_tasks(body, published_on=date(2021, 5, 4))
    assert task.due == due
    assert (task.due_from and task.due_from.isoformat()) == first
    assert (task.due_to and task.due_to.isoformat()) == last


@pytest.mark.parametrize(
    "words",
    ["chương trình kiểm tra năm 2021", "giai đoạn 2021 - 2025", "Nghị quyết năm 2020 của Tỉnh ủy"],
)
def test_a_period_that_only_describes_is_no_deadline(words: str) -> None:
    (task,) = find_tasks(f"Nhiệm vụ\nThực hiện nghiêm túc {words}.")
    assert (task.due, task.due_from, task.due_to) == (None, None, None)


def test_a_deadline_without_a_known_year_has_no_days() -> None:
    (task,) = find_tasks("Nhiệm vụ\nHoàn thành việc rà soát trước ngày 30/6.")
    assert (task.due, task.due_to) == ("trước ngày 30/6", None)


def test_a_day_that_no_calendar_has_stays_as_words() -> None:
    (task,) = find_tasks("Nhiệm vụ\nHoàn thành việc rà soát trước ngày 31/2/2022.")
    assert (task.due, task.due_to) == ("trước ngày 31/2/2022", None)


def test_rules_have_names_and_confidences_between_a_half_and_one() -> None:
    found = [task for name in ALL for task in tasks_of(name)]
    assert all(0.5 <= task.confidence < 1 for task in found)
    assert {"list item", "order", "imperative after the turn"} <= {task.rule for task in found}


def test_a_term_that_goes_on_after_the_day_of_publication_looks_ahead() -> None:
    body, expected = marked(DATED_PASSAGE)
    found = find_tasks(body, published_on=date(2024, 3, 16))
    assert [body[task.start : task.end] for task in found] == expected


@pytest.mark.parametrize("name", PUBLISHED_PASSAGES)
def test_the_day_of_publication_tells_what_is_past(name: str) -> None:
    body, expected = marked(PUBLISHED_PASSAGES[name])
    found = find_tasks(body, published_on=date(2023, 12, 5))
    assert [body[task.start : task.end] for task in found] == expected


def test_every_phrase_has_one_kind() -> None:
    phrases = [
        phrase.strip()
        for block in WORDING.values()
        for phrase in block.replace("\n", ",").split(",")
        if phrase.strip()
    ]
    assert len(phrases) == len(set(phrases))


def test_the_same_words_are_a_task_or_none_by_where_they_stand() -> None:
    words = "Tăng cường công tác kiểm tra, giám sát."
    behind = f"Những năm qua, Đảng bộ đã có nhiều cố gắng. {words}"
    ahead = f"Trong thời gian tới, Đảng bộ tiếp tục cố gắng. {words}"
    assert find_tasks(behind) == ()
    assert [ahead[task.start : task.end] for task in find_tasks(ahead)][-1] == words


def test_a_year_is_past_or_future_by_the_day_of_publication() -> None:
    body = "Năm 2021, các cấp ủy tập trung nâng cao chất lượng sinh hoạt chi bộ."
    assert find_tasks(body, published_on=date(2022, 3, 1)) == ()
    assert len(find_tasks(body, published_on=date(2020, 12, 1))) == 1
