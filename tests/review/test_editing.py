"""The form in which a task is worded anew."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from articles.models import OfficialDocument
from tests.review.factories import (
    LINES,
    task_in_article,
    wording_now,
)
from tests.review.screens import HTMX, body, page_of, signed_in, typed

pytestmark = pytest.mark.django_db


# -- Editing ---------------------------------------------------------------------------------------


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
            responsible=["Ban Tổ chức; Sở Nội vụ;", "", " Ban  Dân vận "],
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
        "Sở Nội vụ",
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
