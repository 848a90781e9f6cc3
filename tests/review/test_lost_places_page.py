"""The screens on which people see what lost its place, place it, or say that it is gone."""

import re
from typing import Any

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.models import Article
from review.actions.placing import place_task, retire_task
from review.models import Decision, ExtractedTask, Organisation, Placing
from review.queries import with_tasks_counted
from tests.factories import EditorFactory, LeadFactory, ReviewerFactory
from tests.review.factories import (
    BODY,
    LINES,
    approve,
    article_with_tasks,
    found,
    found_again,
    next_text,
    task_in_article,
    text_of,
)
from tests.review.screens import HTMX, body, decide_address, page_of, signed_in, typed, verdict
from tests.review.voices import APPROVED, RETIRED, UNSURE, says

pytestmark = pytest.mark.django_db

NEW_WORDS = "Một là, Ban Tổ chức Huyện ủy xem lại đội ngũ cán bộ trước ngày 30/6/2022."
NEW = BODY.replace(LINES[0], NEW_WORDS)


def lost(approvals: int = 2, *now: object) -> ExtractedTask:
    task = approve(task_in_article(), *ReviewerFactory.create_batch(approvals))
    next_text(task.article, NEW, *now)  # type: ignore[arg-type]
    return task


def place_address(task: ExtractedTask) -> str:
    return reverse("admin:review_place", args=[task.pk])


def retire_address(task: ExtractedTask) -> str:
    return reverse("admin:review_retire", args=[task.pk])


def said(task: ExtractedTask, **more: Any) -> dict[str, Any]:
    return {"text": text_of(task.article).pk, **more}


def chosen(task: ExtractedTask, words: str = NEW_WORDS) -> dict[str, Any]:
    start = NEW.index(words)
    return said(task, place=f"{start}-{start + len(words)}")


# -- What is shown ---------------------------------------------------------------------------------


def test_what_lost_its_place_is_shown_apart_with_its_old_words_and_its_decisions() -> None:
    task = lost()
    shown = body(signed_in(LeadFactory()).get(page_of(task.article)))
    before, after = shown.split('id="tasks-heading"')
    assert f'id="task-{task.pk}"' in before
    assert f'id="task-{task.pk}"' not in after
    assert "In the text before" in before
    assert LINES[0] in before
    assert before.count('class="said-approve"') == 2
    assert f"words-{task.pk}" not in shown
    assert "1 has lost its place" in shown


def test_what_lost_its_place_is_not_counted_among_the_tasks_of_the_text() -> None:
    task = lost(1, found(NEW, LINES[1]))
    shown = body(signed_in().get(page_of(task.article)))
    assert "0 of 1 decided" in shown
    assert "1 waits for you" in shown


def test_nobody_is_offered_to_sign_off_what_cannot_be() -> None:
    task = lost()
    address, client = page_of(task.article), signed_in()
    assert "Sign off" not in body(client.get(address))
    client.post(place_address(task), chosen(task))
    assert "Sign off" in body(client.get(address))


def test_a_retired_task_is_shown_nowhere_but_on_its_record() -> None:
    article = article_with_tasks(2)
    task = article.tasks.get(quote=LINES[0])
    found_again(article, found(BODY, LINES[1]))
    client = signed_in()
    shown = body(client.get(page_of(article)))
    assert f"task-{task.pk}" not in shown
    assert "0 of 1 decided" in shown
    queue = reverse("admin:review_extractedtask_changelist")
    assert f"?task={task.pk}#" not in body(client.get(queue))
    assert "no longer found" not in body(client.get(queue))
    record = body(client.get(reverse("admin:review_extractedtask_change", args=[task.pk])))
    assert "The finder no longer finds it" in record
    assert "Review it in its article" not in record


def test_the_page_costs_the_same_however_many_lost_their_place(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client, counts = signed_in(), []
    for number in (3, 12):
        lines = [f"Việc {n}, Ban {n} rà soát cán bộ." for n in range(number)]
        article = article_with_tasks(number, body="\n".join(["Nhiệm vụ", *lines]))
        for task in article.tasks.all():
            says(ReviewerFactory(), task, UNSURE)
        next_text(article, "Nhiệm vụ khác.")
        client.get(page_of(article))
        with django_assert_num_queries(18) as captured:
            shown = body(client.get(page_of(article)))
        assert f"{number} have lost their place" in shown
        counts.append(len(captured))
    assert counts[0] == counts[1]


# -- Placing ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_the_likest_words_of_the_text_are_offered_first(headers: dict[str, str]) -> None:
    task = lost(2, found(NEW, NEW_WORDS))
    shown = body(signed_in().get(page_of(task.article), {"seek": task.pk}, headers=headers))
    (first, *_rest) = re.findall(r'name="place" value="([^"]*)"', shown)
    assert first == chosen(task)["place"]
    assert "found as a new task" in shown
    assert (f'id="task-{task.pk}"' in shown, "<html" in shown) == (True, not headers)


def test_a_chosen_place_is_taken_and_the_card_stands_among_the_others() -> None:
    task = lost()
    response = signed_in().post(place_address(task), chosen(task))
    assert response["Location"] == f"{page_of(task.article)}?task={task.pk}#task-{task.pk}"
    shown = body(signed_in().get(response["Location"]))
    assert "lost-" not in shown
    assert f'id="words-{task.pk}"' in shown
    task.refresh_from_db()
    assert (task.quote, task.state) == (NEW_WORDS, APPROVED)


def test_words_that_were_pasted_are_taken() -> None:
    task = lost()
    signed_in().post(place_address(task), said(task, place="words", words=" xem lại đội ngũ "))
    task.refresh_from_db()
    assert task.quote == "xem lại đội ngũ"


def test_words_that_stand_there_twice_are_asked_about() -> None:
    task, client = lost(), signed_in()
    sent = said(task, words="Huyện ủy")
    response = client.post(place_address(task), sent)
    shown = body(response)
    assert response.status_code == 409
    assert "Which place?" in shown
    starts = re.findall(r'name="start" value="(\d+)"', shown)
    client.post(place_address(task), {**sent, "place": "words", "start": starts[1]})
    task.refresh_from_db()
    assert (task.start, task.quote) == (int(starts[1]), "Huyện ủy")


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({}, "Paste the words of the task."),
        ({"words": LINES[0]}, "do not stand in the text"),
        ({"words": "x", "place": "0-5"}, "Choose a place or paste its words, not both."),
        ({"place": "x-y"}, "Look at the fields in red."),
        ({"place": "9-1"}, "Paste the words of the task."),
        ({"place": "999999999-999999999"}, "Paste the words of the task."),
        ({"words": "xyz", "start": "9" * 40}, "do not stand"),
        ({"words": "x", "start": "y"}, "Look at the fields in red."),
        ({"words": "x" * 10_001}, "Look at the fields in red."),
        ({"text": ""}, "Look at the fields in red."),
        ({"text": "9" * 30}, "The text of this article has changed since"),
    ],
)
def test_nonsense_is_told_on_the_card_and_what_was_typed_stays(
    more: dict[str, str], message: str
) -> None:
    task = lost()
    response = signed_in().post(place_address(task), said(task) | more)
    assert response.status_code == 409
    assert message in body(response)
    assert more.get("words", "") in body(response)
    assert not Placing.objects.exists()


def test_a_place_in_a_text_that_has_changed_since_is_refused_and_looked_for_anew() -> None:
    task = lost()
    sent = chosen(task)
    next_text(task.article, f"Mở đầu.\n{NEW}")
    response = signed_in().post(place_address(task), sent)
    assert response.status_code == 409
    shown = body(response)
    assert "The text of this article has changed since" in shown
    assert f'name="text" value="{text_of(task.article).pk}"' in shown


# -- Retiring --------------------------------------------------------------------------------------


def test_a_task_is_retired_with_a_reason_and_the_record_tells() -> None:
    task, client = lost(), signed_in()
    response = client.post(retire_address(task), said(task, reason="Bài đã sửa"), follow=True)
    assert "It is no longer a task." in body(response)
    task.refresh_from_db()
    assert task.state == RETIRED
    record = body(client.get(reverse("admin:review_extractedtask_change", args=[task.pk])))
    assert "said that it is no longer a task" in record
    assert "Bài đã sửa" in record


def test_a_retirement_without_a_reason_is_told_on_the_card() -> None:
    task = lost()
    response = signed_in().post(retire_address(task), said(task, reason=" "))
    assert response.status_code == 409
    assert "Say why it is no longer a task of this article." in body(response)


def test_the_record_tells_who_gave_a_task_its_place() -> None:
    task, person = lost(), ReviewerFactory(last_name="Lục", first_name="Thị Mến")
    place_task(person, task.pk, text_of(task.article).pk, NEW_WORDS)
    record = body(signed_in().get(reverse("admin:review_extractedtask_change", args=[task.pk])))
    assert f"<strong>{person}</strong> gave it its place in text 2" in record


# -- Deciding on what lost its place ---------------------------------------------------------------


def test_a_card_of_what_lost_its_place_says_so_with_every_decision() -> None:
    task = lost(1)
    shown = body(signed_in().get(page_of(task.article)))
    forms = re.findall(rf'action="{decide_address(task)}.*?</form>', shown)
    assert len(forms) == 3
    assert all('name="unplaced" value="1"' in form for form in forms)
    edited = body(signed_in().get(page_of(task.article), {"edit": task.pk}))
    assert 'name="unplaced" value="1"' in edited


def test_a_decision_from_a_card_that_did_not_say_so_is_refused() -> None:
    task, client = lost(1), signed_in()
    response = client.post(decide_address(task), verdict(task, "approve"))
    assert response.status_code == 409
    assert "The text of this article has changed since" in body(response)
    client.post(decide_address(task), verdict(task, "approve") | {"unplaced": "1"})
    task.refresh_from_db()
    assert task.state == APPROVED


def test_a_new_wording_of_what_lost_its_place_is_saved() -> None:
    task, client = lost(1), signed_in()
    sent = typed(task, wording="Xem lại đội ngũ.")
    address = reverse("admin:review_rewrite", args=[task.pk])
    assert client.post(address, sent).status_code == 409
    assert client.post(address, sent | {"unplaced": "1"}).status_code == 302


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_who_decides_on_a_task_that_was_retired_meanwhile_sees_the_page_as_it_is(
    headers: dict[str, str],
) -> None:
    task = task_in_article()
    client, sent = signed_in(), verdict(task, "approve")
    found_again(task.article)
    response = client.post(decide_address(task), sent, headers=headers)
    address = response["HX-Redirect"] if headers else response["Location"]
    assert address == page_of(task.article)
    assert "This task is no longer in the article" in body(client.get(address))
    assert not Decision.objects.exists()


# -- Lists -----------------------------------------------------------------------------------------


def test_articles_with_lost_places_are_listed_by_that() -> None:
    task = lost()
    ready = article_with_tasks(0)
    address = reverse("admin:review_articles")

    def listed(stage: str) -> set[str]:
        shown = body(signed_in().get(address, {"stage": stage}))
        return set(re.findall(r"/articles/(\d+)/", shown))

    assert listed("unplaced") == {str(task.article_id)}
    assert listed("ready") == {str(ready.pk)}
    assert "1 lost its place" in body(signed_in().get(address))
    retire_task(ReviewerFactory(), task.pk, text_of(task.article).pk, "Bài đã sửa")
    assert listed("unplaced") == set()
    assert listed("ready") == {str(task.article_id), str(ready.pk)}


def test_the_articles_cost_the_same_however_many_lost_their_places(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client, address, counts = signed_in(), reverse("admin:review_articles"), []
    for number in (3, 9):
        for _ in range(number):
            lost()
        client.get(address)
        with django_assert_num_queries(9) as captured:
            client.get(address)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_queue_shows_what_lost_its_place_only_to_who_asks_for_it() -> None:
    task, person = lost(1), ReviewerFactory()
    client, address = signed_in(person), reverse("admin:review_extractedtask_changelist")

    def shown(**asked: str) -> list[str]:
        return re.findall(r"articles/\d+/\?task=(\d+)#", body(client.get(address, asked)))

    assert shown() == shown(queue="waiting") == []
    assert shown(queue="unplaced") == [str(task.pk)]


def test_a_retired_task_is_not_counted_for_its_body() -> None:
    task = task_in_article(responsible=("Ban Tổ chức",))
    counted = with_tasks_counted(Organisation.objects.all())
    assert [getattr(each, "tasks", None) for each in counted] == [1]
    found_again(task.article)
    assert [getattr(each, "tasks", None) for each in counted.all()] == [0]


# -- Who may ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [place_address, retire_address])
def test_only_who_decides_on_tasks_places_and_retires_them(address: Any) -> None:
    task = lost()
    sent = chosen(task) | {"reason": "Bài đã sửa"}
    assert signed_in(EditorFactory()).post(address(task), sent).status_code == 403
    assert signed_in(LeadFactory()).post(address(task), sent).status_code == 302


def test_who_may_not_decide_sees_what_was_lost_and_no_way_to_mend_it() -> None:
    task = lost()
    shown = body(signed_in(EditorFactory()).get(page_of(task.article), {"seek": task.pk}))
    assert "Lost their place" in shown
    assert place_address(task) not in shown
    assert retire_address(task) not in shown


def test_nothing_is_placed_in_an_article_that_was_taken_down() -> None:
    task = lost()
    Article.objects.update(state="taken_down", taken_down_reason="Sai nguồn")
    shown = body(signed_in().get(page_of(task.article), {"seek": task.pk}))
    assert retire_address(task) not in shown
    assert signed_in().post(place_address(task), chosen(task)).status_code == 409
