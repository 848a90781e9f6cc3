"""Whoever has yet to decide reads the same at every address, whatever others have said.

Somebody says something of a task; a reviewer who has not asks for everything at the desk, and then
again in a desk at which nobody has said anything. What differs would tell them.
"""

import re
from collections.abc import Iterator
from difflib import unified_diff
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from portal.people.models import User
from review.actions.comments import comment
from review.actions.desk import change_desk
from review.models import ExtractedTask
from review.queries.queue import ORDERS, QUEUES
from tests.factories import PersonFactory, ReviewerFactory
from tests.review.factories import task_in_article
from tests.review.voices import APPROVE, decision_of, says
from tests.roles.rows import Things
from tests.roles.screens import SECTIONS
from tests.roles.test_screens import address_of
from tests.roles.things import make_things

SPEAKING = {
    f"admin:review_{act}" for act in ("decide", "bulk", "rewrite", "split", "merge", "move")
}
"""Whoever does this has said something of the wording, and may see."""
LEFT_OUT = {*SPEAKING, "admin:logout"}

COUNTS_SECOND_OPINIONS = re.compile(
    r'(<a href="\?queue=second"[^>]*>[^<]*)<span class="queue-count">\d+</span>'
)
"""That somebody is in favour already is what this queue is for."""

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
Answers = dict[str, str]
MOST_SHOWN = 2000


def test_no_address_tells_what_others_said() -> None:
    change_desk(PersonFactory(is_superuser=True), approvals_needed=3)
    things, late = make_things(), ReviewerFactory()
    task = things["task"] = task_in_article()
    things["article"] = task.article
    others = ReviewerFactory.create_batch(2)

    with transaction.atomic():
        for person in others:
            says(person, task, APPROVE, "một lý do kín")
            comment(person, task.pk, "một lời kín")
        things["decision"] = decision_of(others[0], task)
        spoken = answers(late, things)
        transaction.set_rollback(True)
    silent = answers(late, things)

    assert spoken.keys() == silent.keys()
    assert [*_differing(spoken, silent)] == []
    assert not [where for where, answer in spoken.items() if "kín" in answer]


def _differing(one: Answers, other: Answers) -> Iterator[str]:
    for address, answer in one.items():
        lines = unified_diff(answer.splitlines(), other[address].splitlines(), n=0, lineterm="")
        if said := "\n".join(lines):
            yield f"{address}\n{said[:MOST_SHOWN]}"


def answers(person: User, things: Things) -> Answers:
    client = Client(raise_request_exception=False)
    client.force_login(person)
    return dict(_asked(client, things))


def _asked(client: Client, things: Things) -> Iterator[tuple[str, str]]:
    for section in SECTIONS.values():
        for screen in section:
            if screen.name.startswith("admin:") and screen.name not in LEFT_OUT:
                translation.activate("en")  # a request leaves its language
                address, sent = address_of(screen, things), screen.send(things)
                yield f"{screen} {sent}", _answer(client, screen.method, address, sent)
    translation.activate("en")
    for address in list(_more(things["task"])):
        yield address, _answer(client, "GET", address, {})
        yield f"{address} (htmx)", _answer(client, "GET", address, {}, {"HX-Request": "true"})


def _more(task: ExtractedTask) -> Iterator[str]:
    queue = reverse("admin:review_extractedtask_changelist")
    queues = sorted({"", *QUEUES} - {"second"})
    choices = [f"queue={name}&order={order}" for name in queues for order in ORDERS]
    choices += ["stage=open", "assignee=nobody", "words=cán", "version__decisions__verdict=approve"]
    for choice in choices:
        yield f"{queue}?{choice}"
    for form in ("csv", "xlsx", "jsonl"):
        yield f"{reverse('admin:review_export', args=[form])}?{choices[0]}"
    page = reverse("admin:review_article", args=[task.article_id])
    for what in ("task", "edit", "cut", "seek"):
        yield f"{page}?{what}={task.pk}"
    today = timezone.localdate().isoformat()
    yield f"{reverse('admin:review_progress')}?first={today}&last={today}"
    record = reverse("admin:review_extractedtask_change", args=[task.pk])
    yield f"{record}?_popup=1"
    yield record.replace("change", "history")


def _answer(
    client: Client, method: str, address: str, sent: Any, headers: dict[str, str] | None = None
) -> str:
    """Give all that comes back; whatever was done is undone."""
    ask = client.get if method == "GET" else client.post
    with transaction.atomic():
        response: Any = ask(address, sent, headers=headers or {})
        body = b"".join(response) if response.streaming else response.content
        connection.check_constraints()
        transaction.set_rollback(True)
    if body.startswith(b"PK"):
        with ZipFile(BytesIO(body)) as sheet:
            body = b"".join(sheet.read(name) for name in sheet.namelist() if "sheet" in name)
    words = f"{response.status_code} {response.get('Location', '')} {body.decode()}"
    return _without_chance(COUNTS_SECOND_OPINIONS.sub(r"\1", words))


def _without_chance(words: str) -> str:
    """Leave out what is never twice the same: tokens, hours, and numbers of new rows."""
    words = re.sub(r'(csrfmiddlewaretoken" value=|data-csrf=)"[^"]*"', "", words)
    words = re.sub(r"\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?", "", words)
    return re.sub(r"(comment-|/admin/\w+/\w+/)\d+", r"\1", words)
