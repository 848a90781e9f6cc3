"""What tests of the review screens share: somebody at a browser, and what they send."""

import re
from typing import Any

from django.test import Client
from django.urls import reverse

from articles.models import Article
from portal.people.models import User
from review.models import Decision, ExtractedTask
from review.queries import counts_for
from tests.factories import (
    ReviewerFactory,
)
from tests.review.factories import (
    wording_now,
)

HTMX = {"HX-Request": "true"}
UNSURE = Decision.Verdict.UNSURE


def signed_in(person: User | None = None) -> Client:
    client = Client()
    client.force_login(person or ReviewerFactory())
    return client


def counted(person: User) -> dict[str, int]:
    """What the front page counts for this person."""
    counts = counts_for(person)
    return {
        "mine": counts.mine.number,
        "waiting": counts.waiting.number,
        "lead": counts.lead.number,
        "unplaced": counts.unplaced.number,
        "ready": counts.ready_to_sign_off.number,
    }


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
