"""The figures of the desk are right, and say nothing of a person to those whom it is no matter."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.models import ArticleTheme
from portal.people.models import User
from review.actions.decisions import withdraw
from review.actions.versions import Wording, rewrite
from review.agreement import agreement_on
from review.models import Decision, ExtractedTask, QueueRow
from review.periods import Period
from review.queries.agreeing import agreements
from review.queries.progress import (
    by_publisher,
    by_theme,
    decided_by_day,
    median_time,
    precision_of_rules,
    waiting_now,
    work_of_people,
)
from review.views.progress import spoken
from tests.articles.factories import ThemeFactory
from tests.factories import EditorFactory, LeadFactory, ReviewerFactory
from tests.review.factories import approve, task_in_article
from tests.review.seeds import Fault, sown
from tests.review.voices import APPROVE, REJECT, UNSURE, decision_of, edits, says, settles

pytestmark = pytest.mark.django_db
LATELY = Period.of_days(30)


def happened(model: type[Any], at: datetime, **which: Any) -> None:
    """Have it been at another time than now, which only who owns the tables can."""
    column = {Decision: "made_at", QueueRow: "state_since"}[model]
    table = model._meta.db_table
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        model._default_manager.filter(**which).update(**{column: at})
        connection.check_constraints()
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def ago(**much: float) -> datetime:
    return timezone.now() - timedelta(**much)


def page(person: User, **asked: str) -> Any:
    client = Client()
    client.force_login(person)
    return client.get(reverse("admin:review_progress"), asked)


# -- Agreement -------------------------------------------------------------------------------------


def judged(verdicts: Sequence[Sequence[str]], people: Sequence[User]) -> list[ExtractedTask]:
    """Have each of these people say something of a task of its own, or nothing (`""`)."""
    tasks = []
    for unit in verdicts:
        task = task_in_article()
        for person, verdict in zip(people, unit, strict=True):
            if verdict:
                says(person, task, verdict, "vì sao")
        tasks.append(task)
    return tasks


UNITS = [
    (APPROVE, APPROVE, ""),
    (APPROVE, UNSURE, APPROVE),
    (APPROVE, REJECT, ""),
    ("", UNSURE, REJECT),
    (APPROVE, "", ""),
    (APPROVE, APPROVE, APPROVE),
    (UNSURE, UNSURE, ""),
]


def test_agreement_on_verdicts_is_counted_as_the_formula_says() -> None:
    judged(UNITS, ReviewerFactory.create_batch(3))
    [told] = agreements(LATELY, LeadFactory()).verdicts
    by_hand = agreement_on([verdict for verdict in unit if verdict] for unit in UNITS)
    assert told.agreement.alpha == pytest.approx(by_hand.alpha)
    assert (told.agreement.units, told.agreement.judgements) == (6, 14)


def test_what_was_taken_back_settled_or_seeded_is_no_independent_verdict() -> None:
    people, lead = ReviewerFactory.create_batch(2), LeadFactory()
    [task] = judged([(APPROVE, REJECT)], people)
    settles(lead, task, APPROVE)
    [before] = agreements(LATELY, LeadFactory()).verdicts
    assert before.agreement.judgements == 2
    withdraw(people[0], decision_of(people[0], task).pk)
    says(people[0], task, APPROVE)
    assert agreements(LATELY, LeadFactory()).verdicts == []
    seeded = sown(Fault.NO_TASK)
    for person in people:
        says(person, seeded.task, APPROVE)
    assert agreements(LATELY, LeadFactory()).verdicts == []


def test_agreement_is_told_for_each_theme() -> None:
    tasks = judged(UNITS, ReviewerFactory.create_batch(3))
    theme = ThemeFactory(name="Nêu gương")
    for task in tasks[:3]:
        ArticleTheme.objects.create(content_object=task.article, tag=theme)
    _all, told = agreements(LATELY, LeadFactory()).verdicts
    assert told.name == "Nêu gương"
    by_hand = agreement_on([verdict for verdict in unit if verdict] for unit in UNITS[:3])
    assert told.agreement.alpha == pytest.approx(by_hand.alpha)


def test_agreement_on_fields_compares_what_people_stood_behind_first() -> None:
    one, two, three = ReviewerFactory.create_batch(3)
    same, changed = task_in_article(), task_in_article(responsible=("Ban Tổ chức",))
    says(one, same, APPROVE)
    says(two, same, APPROVE)
    says(one, changed, APPROVE)
    said = Wording("Rà soát cán bộ.", responsible=("Ban Tuyên giáo",), due="trước 30/6")
    rewrite(two, changed.pk, changed.version_id or 0, said)
    changed.refresh_from_db()
    says(three, changed, APPROVE)
    says(one, changed, APPROVE)  # their second word on this task
    told = {each.name: each.agreement for each in agreements(LATELY, LeadFactory()).fields}
    assert told["wording"] == agreement_on([(False, False), (False, True, True)])
    assert told["responsible"] == agreement_on([("", ""), ("B", "C", "C")])
    assert told["due"] == agreement_on([("6", "6"), ("6", "-", "-")])


def test_who_says_nothing_of_a_field_is_missing_in_it() -> None:
    judged([(APPROVE, REJECT)], ReviewerFactory.create_batch(2))
    assert [each.agreement.units for each in agreements(LATELY, LeadFactory()).fields] == [
        0,
        0,
        0,
    ]


def test_of_what_one_has_not_decided_on_no_agreement_is_told() -> None:
    one, two = people = ReviewerFactory.create_batch(2)
    judged([(APPROVE, APPROVE), (APPROVE, REJECT)], people)
    judged([(APPROVE, APPROVE)], [one, ReviewerFactory()])

    for person, units in ((one, 3), (two, 2), (ReviewerFactory(), 0), (EditorFactory(), 3)):
        verdicts = agreements(LATELY, person).verdicts
        assert sum(each.agreement.units for each in verdicts) == units
    [seen] = [each for each in agreements(LATELY, two).fields if each.name == "due"]
    assert seen.agreement.units == 1


def test_agreement_is_hidden_again_by_a_new_wording_and_by_taking_ones_word_back() -> None:
    one, two, writer = people = ReviewerFactory.create_batch(3)
    reworded, taken_back = judged([(UNSURE, UNSURE, ""), (APPROVE, UNSURE, "")], people)

    def counted(person: User) -> int:
        return sum(each.agreement.units for each in agreements(LATELY, person).verdicts)

    assert [counted(person) for person in people] == [2, 2, 0]
    edits(writer, reworded, "Khác hẳn.")
    reworded.refresh_from_db()
    assert [counted(person) for person in people] == [1, 1, 1]
    says(two, reworded, APPROVE)
    assert [counted(person) for person in people] == [1, 2, 1]
    says(writer, taken_back, REJECT, "vì sao")
    withdraw(one, decision_of(one, taken_back).pk)
    assert [counted(person) for person in people] == [0, 2, 2]


def test_what_is_asked_of_the_database_does_not_grow_with_what_one_has_decided() -> None:
    from django.test.utils import CaptureQueriesContext

    people = ReviewerFactory.create_batch(3)

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            agreements(LATELY, people[0])
        return sum(len(query["sql"]) for query in captured)

    judged(UNITS[:1], people)
    before = asked()
    judged(UNITS, people)
    assert asked() == before


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (timedelta(seconds=5), "less than a minute"),
        (timedelta(minutes=1), "1 minute"),
        (timedelta(hours=1, minutes=2), "1 hour, 2 minutes"),
        (timedelta(days=40), "1 month, 1 week"),
    ],
)
def test_a_length_of_time_is_said_in_words(time: timedelta, said: str) -> None:
    assert spoken(time).replace("\xa0", " ") == said


# -- What was decided ------------------------------------------------------------------------------


def test_days_and_the_median_are_of_what_was_decided_in_the_period() -> None:
    for age in (2, 2, 5, 40):
        task = approve(task_in_article())
        ExtractedTask.objects.filter(pk=task.pk).update(created_at=ago(days=age + 3))
        QueueRow.objects.filter(task=task).update(found_at=ago(days=age + 3))
        QueueRow.objects.filter(task=task).update(state_since=ago(days=age))
    rejected = task_in_article()
    says(ReviewerFactory(), rejected, REJECT, "vì sao")
    days = decided_by_day(LATELY)
    assert len(days) == 30
    assert sum(day.approved for day in days) == 3
    assert sum(day.rejected for day in days) == 1
    assert days[-1].rejected == 1
    median = median_time(LATELY)
    assert median is not None
    assert timedelta(days=2, hours=23) < median < timedelta(days=3, hours=1)


def test_where_nothing_was_decided_there_is_no_median() -> None:
    assert median_time(LATELY) is None
    assert all(day.decided == 0 for day in decided_by_day(LATELY))


def test_themes_and_publishers_tell_what_waits_and_what_was_decided() -> None:
    theme = ThemeFactory(name="Nêu gương")
    waiting, decided = task_in_article(), approve(task_in_article())
    for task in (waiting, decided):
        ArticleTheme.objects.create(content_object=task.article, tag=theme)
    [line] = by_theme(LATELY)
    assert (line.name, line.waiting, line.decided) == ("Nêu gương", 1, 1)
    assert {(line.waiting, line.decided) for line in by_publisher(LATELY)} == {(1, 0), (0, 1)}
    assert waiting_now() == {"open": 1}


# -- People ----------------------------------------------------------------------------------------


def test_a_persons_work_is_counted_with_its_pace() -> None:
    person, other = ReviewerFactory.create_batch(2)
    tasks = judged([(APPROVE, ""), (REJECT, ""), (UNSURE, ""), (APPROVE, "")], [person, other])
    edits(person, task_in_article(), "Khác hẳn.")
    withdraw(person, decision_of(person, tasks[3]).pk)
    for task, minutes in zip(tasks, (100, 98, 96, 30), strict=True):
        happened(Decision, ago(minutes=minutes), version=task.version_id)
    [work] = work_of_people(LATELY, person.pk)
    assert (work.approved, work.rejected, work.unsure) == (2, 1, 1)
    assert (work.taken_back, work.written) == (1, 1)
    assert work.an_hour == pytest.approx(30, abs=0.5)  # two in four minutes; the pause is left out


def test_others_see_nobodys_figures_but_their_own_and_leads_see_all() -> None:
    people, lead = ReviewerFactory.create_batch(2), LeadFactory()
    judged([(APPROVE, REJECT)], people)
    own = page(people[0]).context["people"]
    assert [row.name for row in own] == [people[0]]
    assert [row.name for row in page(lead).context["people"]] == people
    assert page(EditorFactory()).context["people"] == []


def test_seeded_errors_are_shown_to_whom_they_were_shown_and_to_leads(
    django_capture_on_commit_callbacks: Any,
) -> None:
    one, other = ReviewerFactory.create_batch(2)
    seeded = sown(Fault.NO_TASK)
    says(one, seeded.task, APPROVE)
    assert page(one).context["seeded"] == []
    with django_capture_on_commit_callbacks(execute=True):
        says(other, seeded.task, REJECT, "không phải nhiệm vụ")
    assert [verdict.person for verdict in page(one).context["seeded"]] == [one]
    assert "Seeded errors" not in page(ReviewerFactory()).content.decode()
    assert len(page(LeadFactory()).context["seeded"]) == 2


# -- Rules -----------------------------------------------------------------------------------------


def test_the_precision_of_a_rule_is_of_what_was_decided_and_the_finders() -> None:
    approve(task_in_article())
    approve(task_in_article(rule="order"))
    says(ReviewerFactory(), task_in_article(rule="order"), REJECT, "vì sao")
    task_in_article(rule="order")
    approve(task_in_article(rule="person"))
    rules = {rule.rule: rule.approved for rule in precision_of_rules(["person"])}
    assert (rules["order"].part, rules["order"].whole) == (1, 2)
    assert set(rules) == {"order", "numbered_item"}


# -- The page --------------------------------------------------------------------------------------


def test_the_page_costs_the_same_for_any_number(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    from django.test.utils import CaptureQueriesContext

    people, lead = ReviewerFactory.create_batch(3), LeadFactory()
    judged(UNITS[:2], people)
    page(lead)
    with CaptureQueriesContext(connection) as few:
        page(lead)
    judged(UNITS, people)
    judged(UNITS, ReviewerFactory.create_batch(3))
    with django_assert_num_queries(len(few)):
        page(lead)
    assert len(few) <= 40


def test_every_chart_is_drawn_with_a_name_and_a_table_behind_it() -> None:
    judged(UNITS, ReviewerFactory.create_batch(3))
    html = page(LeadFactory()).content.decode()
    assert 'role="img" aria-labelledby="how-days-title how-days-desc"' in html
    assert "<title id=" in html
    assert "<desc id=" in html
    assert "The figures as a table" in html
    assert " style=" not in html


def test_in_vietnamese_no_number_of_a_drawing_has_a_comma(settings: Any) -> None:
    from django.utils import translation

    judged(UNITS, ReviewerFactory.create_batch(3))
    with translation.override("vi"):
        html = page(LeadFactory()).content.decode()
    drawing = html[html.index("<svg") : html.rindex("</svg>")]
    numbers = [part.split('"')[0] for part in drawing.split('="')[1:]]
    assert not [number for number in numbers if "," in number and number[0].isdigit()]


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        ("2026-02-01", "2026-01-01", "The first day is after the last one."),
        ("2020-01-01", "2022-01-01", "Three months at most"),
        ("0001-01-01", "0001-01-02", "too long ago"),
        ("2026-01-01", "9999-12-31", "Three months at most"),
        ("hôm qua", "2026-01-01", "Enter a valid date"),
        ("", "2026-01-01", "This field is required"),
        ("2026-01-01\x00", "2026-01-01", "Enter a valid date"),
    ],
)
def test_a_period_that_cannot_be_is_told_and_the_usual_one_shown(
    first: str, last: str, why: str
) -> None:
    answer = page(ReviewerFactory(), first=first, last=last)
    assert answer.status_code == 200
    assert why in answer.content.decode()
    assert answer.context["period"] == LATELY


def test_three_months_are_shown_by_week() -> None:
    approve(task_in_article())
    first = LATELY.last - timedelta(days=89)
    answer = page(ReviewerFactory(), first=str(first), last=str(LATELY.last))
    assert answer.context["chart"].by_week
    assert len(answer.context["chart"].bars) == 13
    assert "Decided per week" in answer.content.decode()


def test_only_who_may_see_tasks_sees_the_page() -> None:
    from tests.factories import PersonFactory

    assert page(PersonFactory()).status_code == 403
