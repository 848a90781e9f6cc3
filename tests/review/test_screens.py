"""The review page and its lists, as a browser without JavaScript and as htmx see them."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.models import Article, OfficialDocument
from portal.people.models import User
from review.actions.decisions import decide
from review.models import Decision, DeskSettings, ExtractedTask, Organisation, SignOff
from tests.factories import (
    EditorFactory,
    LeadFactory,
    ManagingEditorFactory,
    PersonFactory,
    ReviewerFactory,
)
from tests.review.factories import (
    LINES,
    approve,
    article_with_tasks,
    task_in_article,
    wording_now,
)

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
UNSURE = Decision.Verdict.UNSURE


def signed_in(person: User | None = None) -> Client:
    client = Client()
    client.force_login(person or ReviewerFactory())
    return client


def page_of(article: Article) -> str:
    return reverse("admin:review_article", args=[article.pk])


def decide_address(task: ExtractedTask) -> str:
    return reverse("admin:review_decide", args=[task.pk])


def verdict(task: ExtractedTask, said: str, reason: str = "") -> dict[str, Any]:
    return {"version": wording_now(task).pk, "verdict": said, "reason": reason}


def typed(task: ExtractedTask, **more: Any) -> dict[str, Any]:
    version = wording_now(task)
    return {
        "version": version.pk,
        "wording": version.wording,
        "responsible": [],
        "participating": [],
        "due": version.due,
        "due_to": version.due_to or "",
        "due_from": "",
        **more,
    }


def body(response: Any) -> str:
    content: str = response.content.decode()
    return re.sub(r"\s+", " ", content)


# -- The page ------------------------------------------------------------------------------------


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
        with django_assert_num_queries(12) as captured:
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


# -- Deciding ------------------------------------------------------------------------------------


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


# -- Editing -------------------------------------------------------------------------------------


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_the_edit_form_opens_in_the_card_with_what_is_said_now(headers: dict[str, str]) -> None:
    task = task_in_article(responsible=("Ban Tổ chức Huyện ủy",))
    shown = body(signed_in().get(page_of(task.article), {"edit": task.pk}, headers=headers))
    assert f">{LINES[0]}</textarea>" in shown.replace("> M", ">M")
    assert 'name="responsible" value="Ban Tổ chức Huyện ủy"' in shown
    assert '<option value="Ban Tổ chức Huyện ủy">' in shown
    assert 'value="2022-06-29"' in shown


def test_an_edit_saves_all_fields_as_the_next_version() -> None:
    task = task_in_article()
    document = OfficialDocument.objects.create(kind="Chỉ thị", number="05-CT/TW", key="ct05")
    task.text.citations.create(
        document=document, kind="Chỉ thị", number="05", start=0, end=1, quote="N", confidence=1
    )
    signed_in().post(
        reverse("admin:review_rewrite", args=[task.pk]),
        typed(
            task,
            wording="Rà soát cán bộ.\r\nBáo cáo kết quả. ",
            responsible=["Ban Tổ chức", "", " Ban  Dân vận "],
            participating=["Văn phòng"],
            due="quý IV/2021",
            due_from="2021-10-01",
            due_to="2021-12-31",
            documents=[document.pk],
        ),
    )
    task.refresh_from_db()
    version = wording_now(task)
    assert (version.number, version.wording) == (2, "Rà soát cán bộ.\nBáo cáo kết quả.")
    assert (version.due_from, version.due_to) == (date(2021, 10, 1), date(2021, 12, 31))
    assert [body.printed for body in version.bodies.all()] == [
        "Ban Tổ chức",
        "Ban Dân vận",
        "Văn phòng",
    ]
    assert list(version.documents.all()) == [document]


def test_two_who_edit_at_once_the_second_sees_the_first_and_loses_no_typing() -> None:
    task = task_in_article()
    address = reverse("admin:review_rewrite", args=[task.pk])
    mine = typed(task, wording="Cách nói của tôi.")
    signed_in().post(address, typed(task, wording="Cách nói của người kia."))
    second = signed_in()
    response = second.post(address, mine, headers=HTMX)
    shown = body(response)
    assert response.status_code == 409
    assert "Cách nói của người kia." in shown
    assert "Cách nói của tôi.</textarea>" in shown
    task.refresh_from_db()
    assert f'name="version" value="{wording_now(task).pk}"' in shown
    assert second.post(address, {**mine, "version": wording_now(task).pk}).status_code == 302


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("wording", " ", "This field is required."),
        ("due_from", "31/02/2022", "Enter a valid date."),
        ("due_from", "2023-01-01", "after the last one"),
        ("responsible", ["x" * 301], "This name is too long."),
        ("documents", ["999"], "not one of the available choices"),
        ("due", "x" * 201, "at most 200 characters"),
    ],
)
def test_a_field_that_makes_no_sense_is_shown_again(field: str, value: Any, message: str) -> None:
    task = task_in_article()
    response = signed_in().post(
        reverse("admin:review_rewrite", args=[task.pk]),
        typed(task, **{"wording": "Khác.", field: value}),
        headers=HTMX,
    )
    assert response.status_code == 409
    assert message in body(response)
    assert "<textarea" in body(response)


# -- The whole article ---------------------------------------------------------------------------


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


# -- Lists ---------------------------------------------------------------------------------------


def test_the_queue_costs_the_same_for_three_rows_and_for_twelve(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client, address = signed_in(), reverse("admin:review_extractedtask_changelist")
    counts = []
    for number in (3, 9):
        for _ in range(number):
            task = task_in_article(responsible=("Ban Tổ chức",))
            approve(task, ReviewerFactory())
        client.get(address)
        with django_assert_max_num_queries(20) as captured:
            response = client.get(address)
        assert body(response).count("1/2") == task.__class__.objects.count()
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_the_queue_filters() -> None:
    person = ReviewerFactory()
    mine = approve(task_in_article(), person)
    others = approve(task_in_article(confidence=0.5), ReviewerFactory())
    doubtful = task_in_article()
    decide(person, doubtful.pk, wording_now(doubtful).pk, UNSURE)
    client, address = signed_in(person), reverse("admin:review_extractedtask_changelist")

    def shown(**asked: str) -> set[int]:
        rows = re.findall(r"articles/\d+/\?task=(\d+)#", body(client.get(address, asked)))
        return {int(row) for row in rows}

    assert shown() == {mine.pk, others.pk, doubtful.pk}
    assert shown(queue="mine") == {others.pk}
    assert shown(queue="lead") == {doubtful.pk}
    assert shown(queue="unsure") == {others.pk}
    assert shown(queue="soon") == set()
    assert shown(state__exact="with_lead") == {doubtful.pk}


def test_the_queue_shows_what_is_due_soon() -> None:
    from django.utils import timezone

    today = timezone.localdate()
    task = task_in_article(due="hôm nay", due_to=today)
    task_in_article(due="xưa", due_to=date(2020, 1, 1))
    address = reverse("admin:review_extractedtask_changelist")
    rows = re.findall(r"\?task=(\d+)#", body(signed_in().get(address, {"queue": "soon"})))
    assert rows == [str(task.pk)]


def test_the_articles_to_review_say_how_far_each_is(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client, address = signed_in(), reverse("admin:review_articles")
    counts = []
    for number in (1, 4):
        for _ in range(number):
            waiting, ready, empty = (article_with_tasks(n) for n in (3, 1, 0))
            for task in [*waiting.tasks.all()[:1], *ready.tasks.all()]:
                approve(task)
            SignOff.objects.create(text=empty.text, signed_by=ReviewerFactory())  # type: ignore[misc]
        client.get(address)
        with django_assert_num_queries(8) as captured:
            shown = body(client.get(address))
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert shown.count("1/3") == 5
    titles = {
        stage: set(re.findall(r"/articles/(\d+)/", body(client.get(address, {"stage": stage}))))
        for stage in ("open", "ready", "signed")
    }
    assert str(waiting.pk) in titles["open"]
    assert str(ready.pk) in titles["ready"]
    assert str(empty.pk) in titles["signed"]
    assert not titles["open"] & titles["ready"] | titles["ready"] & titles["signed"]


def test_the_record_of_a_task_shows_every_wording_and_decision() -> None:
    task, client = task_in_article(), signed_in()
    client.post(decide_address(task), verdict(task, "reject", "Trùng việc"))
    client.post(reverse("admin:review_withdraw", args=[Decision.objects.get().pk]))
    client.post(reverse("admin:review_rewrite", args=[task.pk]), typed(task, wording="Câu mới."))
    shown = body(client.get(reverse("admin:review_extractedtask_change", args=[task.pk])))
    for words in (LINES[0], "Câu mới.", "Trùng việc", "taken back", "Found in the text"):
        assert words in shown
    assert '<input type="submit"' not in shown


def test_the_record_of_no_task_is_not_an_error() -> None:
    for number in ("0", "x", "9" * 30):
        address = reverse("admin:review_extractedtask_change", args=[number])
        assert signed_in().get(address).status_code == 302


# -- Organisations and the desk ------------------------------------------------------------------


def spellings(*texts: str) -> dict[str, Any]:
    rows = {f"spellings-{n}-text": text for n, text in enumerate(texts)}
    return {"spellings-TOTAL_FORMS": len(texts), "spellings-INITIAL_FORMS": 0, **rows}


def test_an_organisation_is_made_renamed_and_spelled() -> None:
    client = signed_in()
    client.post(
        reverse("admin:review_organisation_add"),
        {"name": "Ban Tổ chức Huyện ủy", **spellings("BTC Huyện ủy")},
    )
    body_ = Organisation.objects.get()
    assert {spelling.text for spelling in body_.spellings.all()} == {
        "Ban Tổ chức Huyện ủy",
        "BTC Huyện ủy",
    }
    task = task_in_article(responsible=("BTC  HUYỆN UỶ",))
    assert wording_now(task).bodies.get().organisation == body_
    address = reverse("admin:review_organisation_change", args=[body_.pk])
    assert LINES[0] in body(client.get(address))
    other = Organisation.objects.create(name="Văn phòng", sort_key="v")
    response = client.post(
        reverse("admin:review_organisation_change", args=[other.pk]),
        {
            "name": "Văn phòng",
            "spellings-0-organisation": other.pk,
            **spellings("btc huyện uỷ"),
        },
    )
    assert "This is a spelling of “Ban Tổ chức Huyện ủy”." in body(response)


def test_the_organisations_cost_the_same_for_three_and_for_twelve(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client, address = signed_in(), reverse("admin:review_organisation_changelist")
    counts = []
    for number in (3, 9):
        for n in range(number):
            task_in_article(responsible=(f"Ban {number} {n}",))
        client.get(address)
        with django_assert_max_num_queries(15) as captured:
            client.get(address)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_only_who_holds_the_permission_changes_how_many_are_needed() -> None:
    address = reverse("admin:review_desksettings_change", args=[1])
    assert signed_in(LeadFactory()).post(address, {"approvals_needed": 1}).status_code == 403
    owner = signed_in(PersonFactory(is_superuser=True))
    assert "from now on" in body(owner.get(address))
    owner.post(address, {"approvals_needed": 4})
    assert not DeskSettings.objects.exists()
    owner.post(address, {"approvals_needed": 3})
    assert DeskSettings.objects.get().approvals_needed == 3


# -- Who may -------------------------------------------------------------------------------------

NOBODY, EDITOR, REVIEWER, LEAD, MANAGING_EDITOR = (
    PersonFactory,
    EditorFactory,
    ReviewerFactory,
    LeadFactory,
    ManagingEditorFactory,
)
Post = Callable[[ExtractedTask], tuple[str, dict[str, Any]]]
POSTS: list[tuple[str, Post, set[type[PersonFactory]]]] = [
    ("decide", lambda t: (decide_address(t), verdict(t, "unsure")), {REVIEWER, LEAD}),
    (
        "settle",
        lambda t: (reverse("admin:review_settle", args=[t.pk]), verdict(t, "approve")),
        {LEAD},
    ),
    (
        "rewrite",
        lambda t: (reverse("admin:review_rewrite", args=[t.pk]), typed(t, wording="Khác.")),
        {REVIEWER, LEAD},
    ),
    (
        "add",
        lambda t: (reverse("admin:review_missed", args=[t.article_id]), {"words": LINES[1]}),
        {REVIEWER, LEAD},
    ),
]


@pytest.mark.parametrize("role", [NOBODY, EDITOR, REVIEWER, LEAD, MANAGING_EDITOR])
@pytest.mark.parametrize(("name", "post", "allowed"), POSTS, ids=[post[0] for post in POSTS])
def test_each_role_is_let_do_only_what_is_its_own(
    name: str, post: Post, allowed: set[type[PersonFactory]], role: type[PersonFactory]
) -> None:
    task = task_in_article()
    decide(ReviewerFactory(), task.pk, wording_now(task).pk, UNSURE)
    address, data = post(task)
    status = signed_in(role()).post(address, data).status_code
    assert status == (302 if role in allowed else 403)


@pytest.mark.parametrize("role", [NOBODY, EDITOR, REVIEWER, LEAD, MANAGING_EDITOR])
def test_who_may_read_reads_without_being_offered_what_they_may_not(
    role: type[PersonFactory],
) -> None:
    task, client = task_in_article(), signed_in(role())
    response = client.get(page_of(task.article))
    offered = "Approve" in body(response)
    assert response.status_code == (403 if role is NOBODY else 200)
    assert offered == (role in {REVIEWER, LEAD})
    lists = client.get(reverse("admin:review_articles")).status_code
    assert lists == (403 if role is NOBODY else 200)


def test_who_is_not_signed_in_is_sent_to_sign_in() -> None:
    task = task_in_article()
    for address in (page_of(task.article), decide_address(task)):
        assert "/login/" in Client().post(address)["Location"]


def test_what_changes_something_is_never_a_get() -> None:
    task, client = task_in_article(), signed_in()
    for name, number in (
        ("decide", task.pk),
        ("settle", task.pk),
        ("rewrite", task.pk),
        ("withdraw", 1),
        ("missed", task.article_id),
        ("sign_off", task.article_id),
    ):
        assert client.get(reverse(f"admin:review_{name}", args=[number])).status_code == 405


def test_a_form_without_its_token_is_refused() -> None:
    task = task_in_article()
    client = Client(enforce_csrf_checks=True)
    client.force_login(ReviewerFactory())
    assert client.post(decide_address(task), verdict(task, "approve")).status_code == 403
    assert not Decision.objects.exists()
