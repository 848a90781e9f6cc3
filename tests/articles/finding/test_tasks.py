"""Tasks in whole passages, and their particulars."""

from datetime import date

import pytest

from articles.finding import Task, find_tasks
from articles.finding.wording import WORDING

from .passages import PASSAGES, marked
from .passages_asking import ASKING_PASSAGES
from .passages_demands import DEMAND_PASSAGES
from .passages_held import HELD_PASSAGES
from .passages_labelled import LABELLED_PASSAGES
from .passages_more import MORE_PASSAGES
from .passages_official import OFFICIAL_PASSAGES
from .passages_papers import PAPER_PASSAGES
from .passages_press import DATED_PASSAGE, PRESS_PASSAGES
from .passages_said import SAID_PASSAGES
from .passages_speech import SPEECH_PASSAGES
from .passages_traits import PUBLISHED_PASSAGES, TRAIT_PASSAGES

ALL = (
    PASSAGES
    | MORE_PASSAGES
    | HELD_PASSAGES
    | PRESS_PASSAGES
    | TRAIT_PASSAGES
    | SPEECH_PASSAGES
    | OFFICIAL_PASSAGES
    | PAPER_PASSAGES
    | SAID_PASSAGES
    | LABELLED_PASSAGES
    | ASKING_PASSAGES
    | DEMAND_PASSAGES
)


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
        ("Các nhiệm vụ chủ yếu", "2"),
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


def test_cells_of_a_row_say_who_and_by_when() -> None:
    network, files = tasks_of("a table of tasks")
    assert network.marker == "1"
    assert network.responsible == ("Phòng Văn hóa - Xã hội",)
    assert network.participating == ("Các thôn",)
    assert (network.due, network.due_to) == ("Quý I/2026", date(2026, 3, 31))
    assert files.responsible == ("Văn phòng HĐND và UBND",)
    assert files.due == "Trước 30/6/2026"


def test_who_speaks_is_not_who_acts() -> None:
    speech = tasks_of("speech at a conference, reported sentence by sentence")
    assert speech[0].responsible == ("các chi bộ, đảng bộ trực thuộc",)
    ministries = tasks_of("prime minister gives work to ministries")
    assert ministries[0].responsible == ("Bộ Nông nghiệp và Môi trường",)
    assert ministries[0].participating == ("Bộ Công Thương",)
    assert ministries[1].responsible == ("Bộ Tài chính",)


def test_a_heading_that_names_a_body_tells_whose_tasks_they_are() -> None:
    body = (
        "Nhiệm vụ chính cần tập trung thực hiện\n"
        "a) Bộ Nội vụ\n"
        "- Chủ trì, phối hợp với Bộ Tài chính, Bộ Y tế ban hành hướng dẫn.\n"
        "- Ban Tổ chức theo dõi việc thực hiện.\n"
        "b) Trách nhiệm của Ủy ban nhân dân các xã\n"
        "- Rà soát danh sách hộ nghèo.\n"
        "c) Công tác cán bộ\n"
        "- Rà soát quy hoạch."
    )
    assert [(task.responsible, task.participating) for task in find_tasks(body)] == [
        (("Bộ Nội vụ",), ("Bộ Tài chính", "Bộ Y tế")),
        (("Ban Tổ chức",), ()),
        (("Ủy ban nhân dân các xã",), ()),
        ((), ()),
    ]


def test_what_stands_below_a_task_tells_who_and_by_when() -> None:
    first, second, third = tasks_of("particulars below the tasks")
    assert (first.responsible, first.due) == (("Sở Nội vụ",), "Quý III/2021")
    assert first.participating == ("Sở Tài chính", "UBND các huyện")
    assert second.responsible == ("Sở Tài nguyên và Môi trường",)
    assert second.participating == ("UBND các huyện, thành phố",)
    assert second.due == "Trước ngày 30/9/2021"
    assert (third.responsible, third.due) == ((), None)


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
