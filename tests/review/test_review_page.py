"""The review page, as a browser without JavaScript and as htmx see it."""

import re

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.models import Article
from review.actions.decisions import decide
from review.models import Decision, ExtractedTask, SignOff
from tests.factories import (
    LeadFactory,
    ReviewerFactory,
)
from tests.review.factories import (
    LINES,
    approve,
    article_with_tasks,
    task_in_article,
    wording_now,
)
from tests.review.screens import (
    HTMX,
    UNSURE,
    body,
    decide_address,
    page_of,
    signed_in,
    typed,
    verdict,
)

pytestmark = pytest.mark.django_db


# -- The page --------------------------------------------------------------------------------------


def test_the_page_shows_the_text_with_each_task_marked_beside_its_card() -> None:
    article = article_with_tasks(3)
    shown = body(signed_in().get(page_of(article)))
    for task in article.tasks.all():
        assert f'id="task-{task.pk}"' in shown
        assert f'id="words-{task.pk}"' in shown
        assert f'<a href="#task-{task.pk}">{task.quote}</a>' in shown
    assert "0 of 3 decided" in shown


def test_the_task_in_focus_is_marked_more_strongly() -> None:
    article = article_with_tasks(2)
    task = article.tasks.order_by("start")[1]
    shown = body(signed_in().get(page_of(article), {"task": task.pk}))
    (focus,) = re.findall(r'<mark class="([^"]*mark-task-focus[^"]*)" id="([^"]*)"', shown)
    assert focus[1] == f"words-{task.pk}"


def test_nothing_on_the_page_is_inline() -> None:
    article = article_with_tasks(1)
    response = signed_in().get(page_of(article), {"edit": article.tasks.get().pk})
    shown = body(response)
    assert " style=" not in shown
    assert not re.search(r"<script(?![^>]*\bsrc=)", shown)
    assert not re.search(r"\son\w+=", shown)
    assert "default-src 'self'" in response["Content-Security-Policy"]


def test_a_hostile_text_stays_text() -> None:
    evil = "<script>alert(1)</script> & rà soát"
    article = article_with_tasks(1, body=f"Nhiệm vụ\n{evil}")
    assert "<script>alert" not in body(signed_in().get(page_of(article)))


def test_the_page_costs_the_same_for_three_tasks_and_for_twelve(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client, lines = signed_in(), [f"Việc {n}, Ban {n} rà soát cán bộ." for n in range(12)]
    text = "\n".join(["Nhiệm vụ", *lines])
    counts = []
    for number in (3, 12):
        article = article_with_tasks(number, body=text)
        for task in article.tasks.all():
            decide(ReviewerFactory(), task.pk, wording_now(task).pk, UNSURE)
        client.get(page_of(article))
        with django_assert_num_queries(18) as captured:
            client.get(page_of(article))
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_a_page_of_no_article_is_not_found() -> None:
    assert signed_in().get(reverse("admin:review_article", args=[1])).status_code == 404


@pytest.mark.parametrize("asked", ["x", "-1", "9" * 40, "²", ""])
def test_numbers_that_are_none_are_let_pass(asked: str) -> None:
    article = article_with_tasks(1)
    assert signed_in().get(page_of(article), {"task": asked, "edit": asked}).status_code == 200
    changelist = reverse("admin:review_extractedtask_changelist")
    for name in ("body", "theme", "queue"):
        assert signed_in().get(changelist, {name: asked}).status_code == 200


# -- Deciding --------------------------------------------------------------------------------------


def test_a_plain_form_records_the_decision_and_comes_back_to_the_card() -> None:
    task = task_in_article()
    client = signed_in()
    response = client.post(decide_address(task), verdict(task, "approve"))
    assert response.status_code == 302
    assert response["Location"] == f"{page_of(task.article)}?task={task.pk}#task-{task.pk}"
    card = body(client.get(response["Location"])).split(f'id="task-{task.pk}"')[1]
    assert "Recorded." in card
    assert "1 of 2 in favour" in card


def test_htmx_gets_the_card_and_the_progress_and_no_more() -> None:
    article = article_with_tasks(2)
    task = article.tasks.order_by("start")[0]
    response = signed_in().post(
        decide_address(task), verdict(task, "reject", "Trùng"), headers=HTMX
    )
    shown = body(response)
    assert response.status_code == 200
    assert re.findall(r'<article class="task task-(\w+)"', shown) == ["rejected"]
    assert 'id="progress"' in shown
    assert 'hx-swap-oob="true"' in shown
    assert "1 of 2 decided" in shown
    assert "<html" not in shown


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_a_refusal_says_why_and_keeps_what_was_typed(headers: dict[str, str]) -> None:
    task = task_in_article()
    client = signed_in()
    client.post(decide_address(task), verdict(task, "approve"))
    response = client.post(
        decide_address(task), verdict(task, "reject", "Thật ra thì không"), headers=headers
    )
    assert response.status_code == 409
    assert "You have already decided on this wording." in body(response)


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_a_reason_that_is_missing_opens_its_field_again(headers: dict[str, str]) -> None:
    task = task_in_article()
    response = signed_in().post(decide_address(task), verdict(task, "reject", " "), headers=headers)
    assert response.status_code == 409
    assert "Say why you reject it." in body(response)
    assert re.search(r'<details name="say-\d+" open>.*?name="reason"', body(response))


def test_a_decision_on_a_wording_that_changed_is_refused_and_shows_the_new_one() -> None:
    task, other = task_in_article(), signed_in()
    said = verdict(task, "reject", "Câu này thiếu thời hạn")
    other.post(
        reverse("admin:review_rewrite", args=[task.pk]),
        typed(task, wording="Rà soát toàn bộ cán bộ."),
    )
    response = signed_in().post(decide_address(task), said, headers=HTMX)
    shown = body(response)
    assert response.status_code == 409
    assert "Somebody has changed the wording meanwhile" in shown
    assert "Rà soát toàn bộ cán bộ." in shown
    assert 'value="Câu này thiếu thời hạn"' in shown


@pytest.mark.parametrize("version", ["", "x", "0", "9" * 30])
def test_a_broken_form_is_refused(version: str) -> None:
    task = task_in_article()
    response = signed_in().post(
        decide_address(task), {"version": version, "verdict": "approve"}, headers=HTMX
    )
    assert response.status_code == 409
    assert not Decision.objects.exists()


def test_one_takes_ones_decision_back() -> None:
    task, client = task_in_article(), signed_in()
    client.post(decide_address(task), verdict(task, "unsure"))
    decision = Decision.objects.get()
    assert "Undo my decision" in body(client.get(page_of(task.article)))
    response = client.post(reverse("admin:review_withdraw", args=[decision.pk]), headers=HTMX)
    assert "Taken back." in body(response)
    task.refresh_from_db()
    assert task.state == ExtractedTask.State.OPEN


def test_a_lead_settles_and_others_are_not_offered_it() -> None:
    task = task_in_article()
    signed_in().post(decide_address(task), verdict(task, "unsure"))
    assert "Settle as lead" not in body(signed_in().get(page_of(task.article)))
    lead = signed_in(LeadFactory())
    assert "Settle as lead" in body(lead.get(page_of(task.article)))
    lead.post(
        reverse("admin:review_settle", args=[task.pk]), verdict(task, "reject", "Không phải việc")
    )
    task.refresh_from_db()
    assert task.state == ExtractedTask.State.REJECTED


def test_nobody_is_offered_to_approve_their_own_wording() -> None:
    task, client = task_in_article(), signed_in()
    client.post(reverse("admin:review_rewrite", args=[task.pk]), typed(task, wording="Khác."))
    shown = body(client.get(page_of(task.article)))
    assert 'value="approve"' not in shown
    assert 'value="reject"' in shown


# -- The whole article -----------------------------------------------------------------------------


def test_a_missed_task_is_added_and_shown() -> None:
    article, client = article_with_tasks(1), signed_in()
    address = reverse("admin:review_missed", args=[article.pk])
    response = client.post(address, {"words": LINES[1]})
    task = article.tasks.order_by("-pk")[0]
    assert response["Location"].endswith(f"#task-{task.pk}")
    assert "Somebody else has to approve it." in body(client.get(response["Location"]))


def test_words_that_stand_there_twice_are_offered_to_choose_from() -> None:
    article, client = article_with_tasks(1), signed_in()
    address = reverse("admin:review_missed", args=[article.pk])
    response = client.post(address, {"words": "Huyện ủy"})
    places = re.findall(r'name="start" value="(\d+)"', body(response))
    assert response.status_code == 409
    assert len(places) == 2
    assert client.post(address, {"words": "Huyện ủy", "start": places[1]}).status_code == 302
    assert article.tasks.filter(start=places[1]).exists()


@pytest.mark.parametrize("words", ["", "không có ở đây", "x" * 20_000, "\x00"])
def test_words_that_are_not_there_are_refused_and_kept(words: str) -> None:
    article = article_with_tasks(1)
    response = signed_in().post(reverse("admin:review_missed", args=[article.pk]), {"words": words})
    assert response.status_code == 409
    assert 'id="missed" open' in body(response)
    assert article.tasks.count() == 1


def test_an_article_is_signed_off_on_its_page() -> None:
    article, client = article_with_tasks(1), signed_in()
    address = reverse("admin:review_sign_off", args=[article.pk])
    assert "Sign off" not in body(client.get(page_of(article)))
    assert client.post(address).status_code == 409
    approve(article.tasks.get())
    assert "Sign off: nothing was missed" in body(client.get(page_of(article)))
    assert client.post(address).status_code == 302
    assert SignOff.objects.count() == 1
    assert "Signed off by" in body(client.get(page_of(article)))


def test_an_article_that_was_taken_down_can_be_read_and_not_decided() -> None:
    task = task_in_article()
    Article.objects.update(state="taken_down", taken_down_reason="Sai nguồn")
    client = signed_in()
    assert "Approve" not in body(client.get(page_of(task.article)))
    response = client.post(decide_address(task), verdict(task, "approve"), headers=HTMX)
    assert "This article has been taken down." in body(response)
