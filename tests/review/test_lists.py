"""The queue, the articles to review, records, organisations and the desk's settings."""

import re
from typing import Any

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from review.models import Decision, DeskSettings, Organisation, SignOff
from tests.factories import (
    LeadFactory,
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
from tests.review.screens import (
    body,
    decide_address,
    signed_in,
    typed,
    verdict,
)

pytestmark = pytest.mark.django_db


# -- Lists -----------------------------------------------------------------------------------------


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
        with django_assert_num_queries(9) as captured:
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
    for words in (LINES[0], "Câu mới.", "Trùng việc", "took it back", "Found in the text"):
        assert words in shown
    assert '<input type="submit"' not in shown


def test_the_record_of_no_task_is_not_an_error() -> None:
    for number in ("0", "x", "9" * 30):
        address = reverse("admin:review_extractedtask_change", args=[number])
        assert signed_in().get(address).status_code == 302


# -- Organisations and the desk --------------------------------------------------------------------


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
    owner.post(address, {"approvals_needed": 4, "seeded_errors": 0})
    assert not DeskSettings.objects.exists()
    owner.post(address, {"approvals_needed": 3, "seeded_errors": 0})
    assert DeskSettings.objects.get().approvals_needed == 3
