"""Splitting, merging and moving tasks, and taking decisions back, by plain forms."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from review.models import Decision, ExtractedTask, Reshaping, Withdrawal
from review.queries.claims import holder_of
from tests.factories import EditorFactory, ReviewerFactory
from tests.review.factories import LINES, article_with_tasks, task_in_article, text_of, wording_now
from tests.review.screens import HTMX, body, decide_address, page_of, signed_in, typed, verdict
from tests.review.voices import APPROVE, says

pytestmark = pytest.mark.django_db

WAYS = ("split", "merge", "move")
CUT = "trước ngày 30/6/2022."


def address(way: str, task: ExtractedTask) -> str:
    return reverse(f"admin:review_{way}", args=[task.pk])


def standing(task: ExtractedTask) -> list[str]:
    tasks = ExtractedTask.objects.filter(article=task.article).exclude(state="retired")
    return list(tasks.order_by("start").values_list("quote", flat=True))


def rightly(way: str, task: ExtractedTask, other: ExtractedTask) -> dict[str, Any]:
    version = {"version": wording_now(task).pk}
    cut = text_of(task.article).body.index(CUT)
    return (
        version
        | {
            "split": {"at": cut},
            "merge": {"other": other.pk, "other_version": wording_now(other).pk},
            "move": {"start": task.start, "end": cut - 1},
        }[way]
    )


def two_tasks() -> tuple[ExtractedTask, ExtractedTask]:
    first, second = article_with_tasks(2).tasks.order_by("start")
    return first, second


# -- The panel -------------------------------------------------------------------------------------


def test_the_panel_offers_other_edges_a_cut_and_the_neighbour() -> None:
    first, second = two_tasks()
    shown = body(signed_in().get(page_of(first.article), {"cut": first.pk}))
    assert "Which words of the article are the task?" in shown
    assert "Split here" in shown
    assert "Merge with the one after" in shown
    assert "Merge with the one before" not in shown
    assert f'name="other" value="{second.pk}"' in shown
    assert "disabled>Take these words" in shown


def test_the_panel_shows_the_edges_that_are_asked_for() -> None:
    task, end = task_in_article(), len("Một là, Ban")
    asked = {"cut": task.pk, "start": task.start, "end": task.start + end}
    shown = body(signed_in().get(page_of(task.article), asked, headers=HTMX))
    assert ">Một là, Ban</mark>" in shown
    assert "disabled>Take these words" not in shown
    assert "<html" not in shown


@pytest.mark.parametrize("wrong", ["x", "-1", "0", "9" * 40, "²", ""])
def test_edges_that_are_none_leave_the_panel_at_the_task(wrong: str) -> None:
    task = task_in_article()
    asked: dict[str, str | int] = {"cut": task.pk, "start": wrong, "end": wrong, "at": wrong}
    shown = body(signed_in().get(page_of(task.article), asked))
    assert f">{LINES[0]}</mark>" in shown
    assert "Split here" in shown


def test_editors_get_no_panel() -> None:
    task = task_in_article()
    shown = body(signed_in(EditorFactory()).get(page_of(task.article), {"cut": task.pk}))
    assert "Take these words" not in shown


# -- What comes of it ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("way", "said", "left"),
    [
        ("split", "Split in two.", [LINES[0].removesuffix(f" {CUT}"), CUT, LINES[1]]),
        ("merge", "They are one now.", [f"{LINES[0]}\n{LINES[1]}"]),
        ("move", "It has other words now.", [LINES[0].removesuffix(f" {CUT}"), LINES[1]]),
    ],
)
def test_it_is_done_and_leads_to_what_came_of_it(way: str, said: str, left: list[str]) -> None:
    task, other = two_tasks()
    client = signed_in()
    response = client.post(address(way, task), rightly(way, task, other))
    assert response.status_code == 302
    assert standing(task) == left
    became = task.article.tasks.exclude(state="retired").filter(pk__gt=other.pk).earliest("start")
    assert response["Location"].endswith(f"?task={became.pk}#task-{became.pk}")
    card = body(client.get(response["Location"])).split(f'id="task-{became.pk}"')[1]
    assert said in card


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("wrong", ["", "x", "-1", "1.5", "9" * 40, "²", "\x00"])
def test_what_cannot_be_read_is_refused_on_the_card(way: str, wrong: str) -> None:
    task, other = two_tasks()
    right = rightly(way, task, other)
    client = signed_in()
    for name in right:
        response = client.post(address(way, task), right | {name: wrong})
        assert response.status_code == 409
        assert 'class="task-refusal"' in body(response)
    assert client.post(address(way, task)).status_code == 409
    assert standing(task) == LINES[:2]
    assert not Reshaping.objects.exists()


@pytest.mark.parametrize("way", WAYS)
def test_a_task_that_was_reworded_meanwhile_is_shown_again_with_the_panel(way: str) -> None:
    task, other = two_tasks()
    said = rightly(way, task, other)
    signed_in().post(reverse("admin:review_rewrite", args=[task.pk]), typed(task, wording="Khác."))
    response = signed_in().post(address(way, task), said)
    assert response.status_code == 409
    assert 'class="task-refusal"' in body(response)
    assert "Take these words" in body(response)
    assert standing(task) == LINES[:2]


@pytest.mark.parametrize("way", WAYS)
def test_a_task_that_is_gone_leads_back_to_the_article(way: str) -> None:
    task, other = two_tasks()
    said = rightly(way, task, other)
    signed_in().post(address("split", task), rightly("split", task, other))
    response = signed_in().post(address(way, task), said, follow=True)
    assert response.redirect_chain == [(page_of(task.article), 302)]
    assert "no longer in the article" in body(response)


@pytest.mark.parametrize("way", WAYS)
def test_only_reviewers_do_it_and_only_by_sending_a_form(way: str) -> None:
    task, other = two_tasks()
    said = rightly(way, task, other)
    assert signed_in(EditorFactory()).post(address(way, task), said).status_code == 403
    assert signed_in().get(address(way, task)).status_code == 405
    nothing = reverse(f"admin:review_{way}", args=[10**9])
    assert signed_in().post(nothing, said).status_code == 404
    assert "/login/" in Client().post(address(way, task), said)["Location"]
    assert standing(task) == LINES[:2]


# -- Taking back -----------------------------------------------------------------------------------


def test_the_last_ten_decisions_are_offered_the_newest_first_and_none_of_others() -> None:
    person, lines = ReviewerFactory(), [f"Ban {n} rà soát cán bộ." for n in range(12)]
    article = article_with_tasks(12, body="\n".join(["Nhiệm vụ", *lines]))
    for task in article.tasks.order_by("start"):
        says(person, task, APPROVE)
    says(ReviewerFactory(), article.tasks.latest("start"), APPROVE)
    shown = body(signed_in(person).get(reverse("admin:review_undo")))
    assert shown.count("Take it back") == 10
    assert shown.index(lines[11]) < shown.index(lines[2])
    assert lines[1] not in shown


def test_a_key_gets_only_the_list() -> None:
    shown = body(signed_in().get(reverse("admin:review_undo"), headers=HTMX))
    assert "You have decided on nothing that could be taken back." in shown
    assert "<html" not in shown


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_a_decision_is_taken_back_once_and_by_whom_it_was(headers: dict[str, str]) -> None:
    task, person = task_in_article(), ReviewerFactory()
    signed_in(person).post(decide_address(task), verdict(task, "approve"))
    undo = reverse("admin:review_withdraw", args=[Decision.objects.get().pk])
    others = signed_in().post(undo, headers=headers)
    assert others.status_code == 404, "the number of another person's decision tells nothing"
    assert not Withdrawal.objects.exists()
    client = signed_in(person)
    response = client.post(undo, headers=headers)
    told = response if headers else client.get(response["Location"])
    assert "Taken back. You can decide anew." in body(told)
    again = client.post(undo, headers=headers)
    assert again.status_code == 409
    assert 'class="task-refusal"' in body(again)
    assert Withdrawal.objects.count() == 1


def test_decisions_that_never_were_are_not_found() -> None:
    client = signed_in()
    assert client.post(reverse("admin:review_withdraw", args=[10**9])).status_code == 404
    assert signed_in(EditorFactory()).get(reverse("admin:review_undo")).status_code == 403


# -- Claims ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", [*WAYS, "decide"])
def test_whoever_does_something_keeps_the_article(way: str) -> None:
    task, other = two_tasks()
    person = ReviewerFactory()
    said = verdict(task, "approve") if way == "decide" else rightly(way, task, other)
    assert holder_of(task.article_id) is None
    signed_in(person).post(address(way, task), said)
    claim = holder_of(task.article_id)
    assert claim is not None
    assert claim.person == person
    signed_in().post(decide_address(other), verdict(other, "approve"))
    held = holder_of(task.article_id)
    assert held is not None
    assert held.person == person


def test_a_refused_act_and_a_look_take_nothing() -> None:
    task = task_in_article()
    client = signed_in()
    client.get(page_of(task.article))
    client.post(decide_address(task), verdict(task, "no such verdict"))
    assert holder_of(task.article_id) is None


def test_the_page_says_how_often_it_asks_to_keep_the_article(settings: Any) -> None:
    settings.CLAIM_SECONDS = 60
    page = page_of(task_in_article().article)
    assert 'data-kept-every="20"' in body(signed_in().get(page))
    assert "data-kept" not in body(signed_in(EditorFactory()).get(page))
