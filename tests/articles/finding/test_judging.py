"""How sure a rule is, and in what order."""

import pytest

from articles.finding import Task, find_tasks
from articles.finding.judging import Verdict

# From the surest to the least sure; where little more than enough speaks for it, last.
ORDER = [
    ("list item", 5.0),
    ("imperative after the turn", 5.0),
    ("subject and verb after the turn", 5.0),
    ("order", 5.0),
    ("order", 1.6),
    ("plan", 5.0),
    ("imperative", 5.0),
    ("duty", 5.0),
    ("subject and verb", 1.9),
    ("imperative", 1.6),
    ("duty", 1.6),
    ("urging", 1.6),
    ("after the turn", 1.6),
]


def test_the_rules_are_ordered_by_how_often_they_are_right() -> None:
    confidences = [Verdict(score, rule).confidence for rule, score in ORDER]
    assert confidences == sorted(confidences, reverse=True)


@pytest.mark.parametrize(
    "rule", sorted({rule for rule, _ in ORDER} | {"named task", "carrying out"})
)
def test_a_rule_is_no_surer_where_less_speaks_for_it(rule: str) -> None:
    assert Verdict(1.6, rule).confidence <= Verdict(4.0, rule).confidence


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        # Under its heading a list; in a speech, what somebody only says of himself.
        (
            "Nhiệm vụ\n1. Tăng cường kiểm tra, giám sát các chi bộ.",
            "Các cơ quan phải làm việc cả ngày thứ Bảy.",
        ),
        (
            "Thủ tướng yêu cầu Bộ Y tế rà soát việc mua sắm thuốc.",
            "Tỉnh sẽ mở rộng khu công nghiệp.",
        ),
        (
            "Chi bộ cần đổi mới sinh hoạt và phải nêu gương.",
            "Bí thư yêu cầu chi bộ báo cáo. Đảng viên báo cáo kết quả.",
        ),
    ],
)
def test_what_is_unsure_comes_last(surer: str, less_sure: str) -> None:
    assert least(find_tasks(surer)) > least(find_tasks(less_sure))


def least(found: tuple[Task, ...]) -> float:
    return min(task.confidence for task in found)
