"""The screens on which a time is set, and where it is told."""

import re
from datetime import datetime, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.refusal import Refused
from portal.actions import (
    Pick,
    delete_list,
    schedule_publication,
    schedule_withdrawal,
)
from portal.models import CuratedList, ScheduledPublication, ScheduledWithdrawal
from portal.queries.proofs import proof_of
from tests.articles.factories import ArticleFactory
from tests.factories import EditorFactory, ManagingEditorFactory
from tests.portal.factories import published_edition, submitted_list

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

LISTS = "/en/admin/portal/curatedlist/"
EDITIONS = "/en/admin/portal/edition/"


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(ManagingEditorFactory())
    return client


def tomorrow() -> datetime:
    return timezone.localtime() + timedelta(days=1)


def typed(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M}"


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return unescape(response.content.decode())


def set_time(client: Client, curated_list: CuratedList, at: str) -> str:
    """Press the button on the preview; give the page that comes then."""
    preview = f"{LISTS}{curated_list.pk}/preview/"
    fingerprint = re.search(r'name="fingerprint" value="(\w+)"', page(client, preview))
    assert fingerprint
    response = client.post(
        f"{LISTS}{curated_list.pk}/set-time/",
        {"at": at, "fingerprint": fingerprint[1]},
        follow=True,
    )
    return unescape(response.content.decode())


def waiting_by_the_desk(client: Client) -> int:
    """Count the lists that the front page says wait to be published."""
    response = client.get("/en/admin/")
    (lists,) = [row for row in response.context["waiting"] if "to be published" in row.words]
    return int(lists.count)


# -- Publishing ----------------------------------------------------------------------------------


def test_a_time_is_set_told_everywhere_and_called_off(desk: Client) -> None:
    submitted = submitted_list()
    when = tomorrow()

    said = set_time(desk, submitted, typed(when))
    assert "It will be published at" in said
    row = ScheduledPublication.objects.get()
    assert timezone.localtime(row.due_at) == when.replace(second=0, microsecond=0)
    hour = when.strftime("%H:%M")
    assert "To be published at" in said
    assert hour in page(desk, LISTS)
    assert "Set to be published at" in page(desk, f"{LISTS}{submitted.pk}/change/")
    assert waiting_by_the_desk(desk) == 0

    desk.post(f"{LISTS}{submitted.pk}/cancel-time/")
    assert ScheduledPublication.objects.get().state == "cancelled"
    assert "To be published at" not in page(desk, f"{LISTS}{submitted.pk}/preview/")
    assert waiting_by_the_desk(desk) == 1


@pytest.mark.parametrize(
    "at",
    [
        "",
        "tomorrow",
        "2026-02-31T10:00",
        "0001-01-01T00:00",
        "9999-12-31T23:59",
        "2020-01-01T10:00",
    ],
)
def test_what_is_no_time_to_come_is_refused_and_kept_to_be_mended(desk: Client, at: str) -> None:
    said = set_time(desk, submitted_list(), at)

    assert "preview-message error" in said
    assert f'name="at" value="{at}"' in said
    assert not ScheduledPublication.objects.exists()


def test_whoever_submitted_it_sees_no_way_to_set_a_time_but_may_call_it_off(
    client: Client,
) -> None:
    person = ManagingEditorFactory()
    submitted = submitted_list(by=person)
    schedule_publication(
        ManagingEditorFactory(),
        submitted,
        at=tomorrow(),
        expected=proof_of(submitted).fingerprint,
    )
    client.force_login(person)
    said = page(client, f"{LISTS}{submitted.pk}/preview/")

    assert "/set-time/" not in said
    client.post(f"{LISTS}{submitted.pk}/cancel-time/")
    assert ScheduledPublication.objects.get().state == "cancelled"


def test_who_may_not_publish_sets_and_cancels_nothing(client: Client) -> None:
    submitted = submitted_list()
    client.force_login(EditorFactory())
    assert "-time/" not in page(client, f"{LISTS}{submitted.pk}/preview/")

    client.post(
        f"{LISTS}{submitted.pk}/set-time/",
        {"at": typed(tomorrow()), "fingerprint": proof_of(submitted).fingerprint},
    )
    assert not ScheduledPublication.objects.exists()
    assert client.get(f"{LISTS}{submitted.pk}/set-time/").status_code == 405


def test_a_change_after_the_approval_is_told_before_the_time_comes(desk: Client) -> None:
    article = ArticleFactory()
    submitted = submitted_list(Pick(article=article))
    set_time(desk, submitted, typed(tomorrow()))
    article.title = "Tên sửa vào phút chót"
    article.save()

    assert "nothing will be published then" in page(desk, f"{LISTS}{submitted.pk}/preview/")


def test_a_list_that_waits_for_its_time_is_not_deleted() -> None:
    submitted = submitted_list()
    schedule_publication(
        ManagingEditorFactory(), submitted, at=tomorrow(), expected=proof_of(submitted).fingerprint
    )
    with pytest.raises(Refused, match="call that off"):
        delete_list(ManagingEditorFactory(), submitted)


def test_the_list_of_lists_costs_the_same_with_more_that_wait(desk: Client) -> None:
    def add() -> None:
        submitted = submitted_list()
        schedule_publication(
            ManagingEditorFactory(),
            submitted,
            at=tomorrow(),
            expected=proof_of(submitted).fingerprint,
        )

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            desk.get(LISTS)
        return len(queries)

    for _number in range(2):
        add()
    cost()
    few = cost()
    for _number in range(6):
        add()
    assert cost() == few


# -- Withdrawing ---------------------------------------------------------------------------------


def test_a_withdrawal_is_set_told_and_called_off(desk: Client) -> None:
    edition = published_edition()
    address = f"{EDITIONS}{edition.pk}/set-withdrawal/"

    for wrong in ({"at": typed(tomorrow()), "reason": " "}, {"at": "x", "reason": "Hết hạn."}):
        again = desk.post(address, wrong).content.decode()
        assert "errornote" in again
        assert wrong["reason"] in again
    assert desk.post(address, {"at": typed(tomorrow()), "reason": "Hết hạn."}).status_code == 302
    said = page(desk, f"{EDITIONS}{edition.pk}/change/")
    assert "To be withdrawn" in said
    assert "Hết hạn." in said
    assert "takes the place of this one" in page(desk, address)

    desk.post(f"{EDITIONS}{edition.pk}/cancel-withdrawal/")
    assert ScheduledWithdrawal.objects.get().state == "cancelled"
    assert "To be withdrawn" not in page(desk, f"{EDITIONS}{edition.pk}/change/")


def test_setting_a_withdrawal_takes_the_right_to(client: Client) -> None:
    edition = published_edition()
    schedule_withdrawal(ManagingEditorFactory(), edition, at=tomorrow(), reason="Hết hạn.")
    client.force_login(EditorFactory())
    said = page(client, f"{EDITIONS}{edition.pk}/change/")

    assert "set-withdrawal" not in said
    assert "cancel-withdrawal" not in said
    assert client.get(f"{EDITIONS}{edition.pk}/set-withdrawal/").status_code == 403
    client.post(f"{EDITIONS}{edition.pk}/cancel-withdrawal/")
    assert ScheduledWithdrawal.objects.get().state == "waiting"


def test_a_reason_that_would_run_is_only_shown(desk: Client) -> None:
    edition = published_edition()
    harmful = "</textarea><script>alert(1)</script>"
    desk.post(
        f"{EDITIONS}{edition.pk}/set-withdrawal/", {"at": typed(tomorrow()), "reason": harmful}
    )
    for address in ("change", "set-withdrawal"):
        said = desk.get(f"{EDITIONS}{edition.pk}/{address}/").content.decode()
        assert "<script>alert" not in said
        assert "&lt;script&gt;alert" in said
