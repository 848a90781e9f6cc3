"""Who may see and do what on the review screens, as a table."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from review.actions.decisions import decide
from review.models import Decision, ExtractedTask
from tests.factories import (
    EditorFactory,
    LeadFactory,
    ManagingEditorFactory,
    PersonFactory,
    ReviewerFactory,
)
from tests.review.factories import (
    LINES,
    task_in_article,
    wording_now,
)
from tests.review.screens import UNSURE, body, decide_address, page_of, signed_in, typed, verdict

pytestmark = pytest.mark.django_db


# -- Who may ---------------------------------------------------------------------------------------

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
