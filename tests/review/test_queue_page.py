"""The queue page: who sees what waiting, filters, orders, pages, and what it costs."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.models import Article, Citation, OfficialDocument
from review.actions.assigning import assign
from review.actions.claiming import renew
from review.actions.decisions import decide
from review.actions.versions import Wording, rewrite
from review.models import ExtractedTask
from review.queries.assigning import Assignee
from tests.articles.factories import ThemeFactory
from tests.factories import EditorFactory, LeadFactory, ManagingEditorFactory, ReviewerFactory
from tests.review.factories import (
    LINES,
    approve,
    approved_task,
    article_with_tasks,
    task_in_article,
    text_of,
    wording_now,
)
from tests.review.queue import QUEUE, shown
from tests.review.screens import UNSURE, body, signed_in

pytestmark = pytest.mark.django_db


def test_each_queue_shows_what_it_says() -> None:
    person, other, lead = ReviewerFactory(), ReviewerFactory(), LeadFactory()
    new = task_in_article()
    second = approve(task_in_article(), other)
    said = approve(task_in_article(), person)
    unsure = task_in_article(confidence=0.5)
    doubtful = task_in_article()
    decide(other, doubtful.pk, wording_now(doubtful).pk, UNSURE)
    back = approve(task_in_article(), person)
    rewrite(other, back.pk, wording_now(back).pk, Wording("Rà soát."))
    mine, others = task_in_article(), task_in_article()
    assign(lead, mine.pk, Assignee(person_id=person.pk))
    assign(lead, others.pk, Assignee(person_id=other.pk))
    done = approved_task()
    client = signed_in(person)

    def queue(name: str) -> set[int]:
        return set(shown(client, queue=name))

    assert queue("mine") == {mine.pk}
    assert queue("waiting") == {new.pk, second.pk, unsure.pk, back.pk, mine.pk}
    assert queue("second") == {second.pk, back.pk}
    assert queue("back") == {back.pk}
    assert queue("lead") == {doubtful.pk}
    assert queue("unsure") == {unsure.pk}
    assert queue("") == queue("nonsense") == set(ExtractedTask.objects.values_list("pk", flat=True))
    assert {said.pk, done.pk} <= queue("")


def test_what_another_looks_at_is_not_unclaimed_and_shows_who() -> None:
    task, holder = task_in_article(), ReviewerFactory()
    renew(holder, task.article_id)
    client = signed_in()
    assert shown(client, queue="waiting") == []
    assert f"{holder} is looking at it" in body(client.get(reverse(QUEUE)))
    assert shown(signed_in(holder), queue="waiting") == [task.pk]


def test_what_is_due_soon_by_the_text_or_by_its_assignment() -> None:
    today = timezone.localdate()
    by_text = task_in_article(due="hôm nay", due_to=today)
    by_assignment = task_in_article(due="xưa", due_to=date(2020, 1, 1))
    assign(LeadFactory(), by_assignment.pk, Assignee(person_id=ReviewerFactory().pk), today)
    task_in_article(due="xưa", due_to=date(2020, 1, 1))
    task_in_article(due="xa", due_to=today + timedelta(days=60))
    assert shown(signed_in(), queue="soon") == [by_assignment.pk, by_text.pk]


def test_a_role_has_a_queue_too() -> None:
    task, person = task_in_article(), ReviewerFactory()
    role = person.groups.get()
    assign(LeadFactory(), task.pk, Assignee(role_id=role.pk))
    assert shown(signed_in(person), queue="mine") == [task.pk]
    assert shown(signed_in(LeadFactory()), queue="mine") == []


def test_nobody_is_swayed_by_the_queue() -> None:
    task, first, second = task_in_article(), ReviewerFactory(), ReviewerFactory()
    approve(task, first)
    favour = "1 of 2 in favour"
    assert favour in body(signed_in(first).get(reverse(QUEUE)))
    assert favour in body(signed_in(LeadFactory()).get(reverse(QUEUE)))
    assert favour not in body(signed_in(second).get(reverse(QUEUE)))


def test_each_filter_chooses() -> None:
    task = task_in_article(due_to=date(2030, 6, 29), responsible=("Ban Tổ chức",))
    other = task_in_article(due_to=None, due=None, responsible=("Văn phòng",))
    article = task.article
    article.published_on, article.title = date(2021, 3, 4), "Hội nghị ở Đông Khê"
    article.save()
    article.themes.add(ThemeFactory(name="Nêu gương"))
    document = OfficialDocument.objects.create(kind="Nghị quyết", number="09-NQ/TU", key="nq|09|tu")
    Citation.objects.create(
        text=text_of(article),
        document=document,
        kind="Nghị quyết",
        number="09-NQ/TU",
        start=0,
        end=4,
        quote=text_of(article).body[:4],
        rule="r",
        confidence=1,
    )
    client, only = signed_in(), [task.pk]

    assert shown(client, theme="nêu gương") == only
    assert shown(client, publisher=str(article.publisher)) == only
    assert shown(client, document="09-NQ/TU") == only
    assert shown(client, body="ban tổ chức") == only
    assert shown(client, published_from="2021-03-04", published_to="2021-03-04") == only
    assert shown(client, due_from="2030-01-01", due_to="2030-12-31") == only
    assert shown(client, words="hoi nghi dong khe") == only
    rewrite(ReviewerFactory(), other.pk, wording_now(other).pk, Wording("Tổng kết phong trào."))
    assert shown(client, words="tong ket phong tr") == [other.pk]
    assert shown(client, words="khong co") == []
    today = timezone.localdate()
    assert set(shown(client, found_from=str(today))) == {task.pk, other.pk}
    assert shown(client, found_to=str(today - timedelta(days=1))) == []


def test_who_it_is_assigned_to_can_be_asked() -> None:
    mine, theirs, free = task_in_article(), task_in_article(), task_in_article()
    lead, person, role = LeadFactory(), ReviewerFactory(), ReviewerFactory().groups.get()
    assign(lead, mine.pk, Assignee(person_id=person.pk))
    assign(lead, theirs.pk, Assignee(role_id=role.pk))
    client = signed_in(lead)
    assert shown(client, assignee=f"person-{person.pk}") == [mine.pk]
    assert shown(client, assignee=f"role-{role.pk}") == [theirs.pk]
    assert shown(client, assignee="nobody") == [free.pk]
    assert shown(client, assignee="me") == []
    assert shown(signed_in(person), assignee="me") == [theirs.pk, mine.pk]


@pytest.mark.parametrize(
    "asked",
    [
        {"theme": "không có"},
        {"publisher": "x" * 500},
        {"published_from": "31/31/2021"},
        {"assignee": "person-999999999999999999999"},
        {"stage": "retired"},
        {"words": "'; DROP TABLE"},
        {"words": "(((&|!"},
        {"document": "%"},
        {"after": "x", "before": "1_2_3"},
        {"after": "1_2"},
        {"after": "99999999999999999999999_1_1"},
        {"after": "9999-99-99_1", "order": "due"},
        {"before": "nan_1", "order": "certainty"},
        {"order": "nonsense", "queue": "nonsense"},
    ],
)
def test_what_cannot_be_read_breaks_nothing(asked: dict[str, str]) -> None:
    task_in_article()
    assert signed_in().get(reverse(QUEUE), asked).status_code == 200


@pytest.mark.parametrize("most", [0, 5_000])
def test_words_that_many_tasks_have_find_the_same_as_others(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("review.choosing.MOST_FOUND_FIRST", most)
    task, other = task_in_article(), task_in_article()
    for each, place in ((task, "Đông Khê"), (other, "Thạch Linh")):
        Article.objects.filter(pk=each.article_id).update(title=f"Hội nghị ở {place}")
    reviewer, client = ReviewerFactory(), signed_in()
    rewrite(reviewer, other.pk, wording_now(other).pk, Wording("Tổng kết phong trào."))
    assert set(shown(client, words="hoi nghi")) == {task.pk, other.pk}
    assert shown(client, words="hội nghị đông") == [task.pk]
    assert shown(client, words="phong tr") == [other.pk]
    assert shown(client, words="phong trào", queue="lead") == []


def test_a_filter_that_cannot_be_read_says_so() -> None:
    task_in_article()
    page = body(signed_in().get(reverse(QUEUE), {"theme": "không có"}))
    assert "Nothing of this name: không có." in page
    assert "Nothing, since a filter could not be read." in page


def test_orders() -> None:
    first = task_in_article(confidence=0.9, due_to=date(2031, 1, 1))
    second = task_in_article(confidence=0.5, due_to=None)
    third = task_in_article(confidence=0.7, due_to=date(2030, 1, 1))
    for task, day in ((first, 3), (second, 1), (third, 2)):
        task.article.published_on = date(2021, 1, day)
        task.article.save()
    client = signed_in()
    assert shown(client) == [third.pk, second.pk, first.pk]
    assert shown(client, order="old") == [first.pk, second.pk, third.pk]
    assert shown(client, order="due") == [third.pk, first.pk, second.pk]
    assert shown(client, order="certainty") == [second.pk, third.pk, first.pk]
    assert shown(client, order="published") == [first.pk, third.pk, second.pk]


@pytest.mark.parametrize("order", ["new", "old", "published", "due", "certainty"])
def test_pages_forth_and_back_show_each_task_once(
    order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("review.views.queue.ON_A_PAGE", 3)
    for _ in range(3):
        article_with_tasks(3)
    client = signed_in()

    def page(**place: str) -> tuple[list[int], str, str]:
        context = client.get(reverse(QUEUE), {"order": order, **place}).context
        rows, page = context["lines"], context["page"]
        return [line.task.pk for line in rows], page.before, page.after

    first, none_before, after = page()
    second, before_second, after_second = page(after=after)
    third, before_third, none_after = page(after=after_second)
    assert (none_before, none_after) == ("", "")
    assert len({*first, *second, *third}) == 9
    assert page(before=before_third)[0] == second
    assert page(before=before_second)[0] == first
    assert page(before=before_second)[1] == ""


def test_the_page_costs_the_same_for_three_rows_and_for_twelve(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    lead, counts = LeadFactory(), []
    client = signed_in(lead)
    for number in (3, 9):
        for _ in range(number):
            task = task_in_article(responsible=("Ban Tổ chức",))
            approve(task, ReviewerFactory())
            assign(lead, task.pk, Assignee(person_id=ReviewerFactory().pk))
            renew(ReviewerFactory(), task.article_id)
        client.get(reverse(QUEUE))
        with django_assert_max_num_queries(30) as captured:
            assert len(shown(client)) == ExtractedTask.objects.count()
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_who_may_not_decide_looks_and_chooses_nothing() -> None:
    task = task_in_article()
    for person in (EditorFactory(), ManagingEditorFactory()):
        page = body(signed_in(person).get(reverse(QUEUE)))
        assert f"task={task.pk}#" in page
        assert 'name="chosen"' not in page
        assert "review_next" not in page
        assert "Needs my decision" not in page


def test_nobody_sees_it_who_is_not_at_the_desk() -> None:
    assert Client().get(reverse(QUEUE)).status_code == 302
    stranger = ReviewerFactory(roles=[])
    assert signed_in(stranger).get(reverse(QUEUE)).status_code == 403


def test_the_line_of_a_task_leads_to_its_words() -> None:
    task = task_in_article()
    page = body(signed_in().get(reverse(QUEUE)))
    assert LINES[0][:40] in page
    assert reverse("admin:review_article", args=[task.article_id]) in page
