"""Bodies are merged, split off again and taken apart, and every task of one is listed."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.refusal import NotAllowed, Refused
from review.actions.organisation_merging import (
    merge_organisations,
    split_organisation,
    take_out_spellings,
)
from review.actions.organisations import body_key, find_or_make
from review.models import Organisation, OrganisationSpelling, VersionOrganisation
from review.queries import tasks_of, with_tasks_counted
from tests.factories import EditorFactory, ReviewerFactory
from tests.review.factories import task_in_article
from tests.review.screens import body as text_of
from tests.review.screens import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def named(name: str) -> Organisation:
    return Organisation.objects.get(name=name)


def two_bodies() -> tuple[Organisation, Organisation]:
    """Two bodies with a task each."""
    task_in_article(responsible=("Ban Tổ chức Huyện ủy",))
    task_in_article(responsible=("Ban TCHU",))
    return named("Ban Tổ chức Huyện ủy"), named("Ban TCHU")


def address(name: str, of: Organisation) -> str:
    return reverse(f"admin:review_organisation_{name}", args=[of.pk])


def rows() -> list[Any]:
    return [
        list(model.objects.order_by("pk").values())
        for model in (Organisation, OrganisationSpelling, VersionOrganisation)
    ]


def test_the_one_that_stands_has_the_tasks_of_both() -> None:
    whole, short = two_bodies()
    merge_organisations(ReviewerFactory(), short.pk, whole.pk)
    assert tasks_of(whole.pk).count() == 2
    [standing] = with_tasks_counted(Organisation.objects.filter(pk=whole.pk))
    assert vars(standing)["tasks"] == 2


def test_merged_and_split_again_all_is_as_it_was() -> None:
    whole, short = two_bodies()
    before = rows()
    merge_organisations(ReviewerFactory(), short.pk, whole.pk)
    assert rows() != before
    split_organisation(ReviewerFactory(), short.pk)
    assert rows() == before


def test_what_is_named_meanwhile_goes_back_with_its_spelling() -> None:
    whole, short = two_bodies()
    merge_organisations(ReviewerFactory(), short.pk, whole.pk)
    task_in_article(responsible=("Ban TCHU",))
    assert tasks_of(whole.pk).count() == 3
    split_organisation(ReviewerFactory(), short.pk)
    assert (tasks_of(whole.pk).count(), tasks_of(short.pk).count()) == (1, 2)


def test_what_was_merged_before_follows_and_nobody_makes_a_chain() -> None:
    (whole, short), third = two_bodies(), find_or_make(["Ban Tổ chức"])[body_key("Ban Tổ chức")]
    merge_organisations(ReviewerFactory(), short.pk, third.pk)
    merge_organisations(ReviewerFactory(), third.pk, whole.pk)
    assert {body.merged_into_id for body in (named("Ban TCHU"), named("Ban Tổ chức"))} == {whole.pk}
    with pytest.raises(Refused, match="merged meanwhile"):
        merge_organisations(ReviewerFactory(), short.pk, third.pk)
    with pytest.raises(IntegrityError, match="standing one only"), transaction.atomic():
        Organisation.objects.filter(pk=whole.pk).update(merged_into=third)
    with pytest.raises(Refused, match="into itself"):
        merge_organisations(ReviewerFactory(), whole.pk, whole.pk)


def test_a_spelling_taken_out_takes_along_the_wordings_that_print_it() -> None:
    whole, _short = two_bodies()
    OrganisationSpelling.objects.create(
        organisation=whole, text="Tổ chức Huyện ủy", key=body_key("Tổ chức Huyện ủy")
    )
    task_in_article(responsible=("Tổ Chức Huyện ủy",))
    assert tasks_of(whole.pk).count() == 2
    spelling = OrganisationSpelling.objects.get(text="Tổ chức Huyện ủy")
    own = take_out_spellings(ReviewerFactory(), whole.pk, [spelling.pk])
    assert own.name == "Tổ chức Huyện ủy"
    assert (tasks_of(whole.pk).count(), tasks_of(own.pk).count()) == (1, 1)
    assert find_or_make(["tổ chức huyện ủy"]).popitem()[1] == own


def test_a_body_keeps_its_name_and_gives_only_what_it_has() -> None:
    whole, short = two_bodies()
    for body, spelling, why in [
        (whole, whole.spellings.get(), "keeps its own name"),
        (whole, short.spellings.get(), "not of this body"),
    ]:
        with pytest.raises(Refused, match=why):
            take_out_spellings(ReviewerFactory(), body.pk, [spelling.pk])


def test_what_a_wording_prints_never_changes() -> None:
    two_bodies()
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        VersionOrganisation.objects.update(printed="Khác")


def test_only_those_who_may_correct_bodies_merge_them() -> None:
    whole, short = two_bodies()
    with pytest.raises(NotAllowed):
        merge_organisations(EditorFactory(), short.pk, whole.pk)
    with pytest.raises(NotAllowed):
        split_organisation(EditorFactory(), short.pk)
    with pytest.raises(NotAllowed):
        take_out_spellings(EditorFactory(), short.pk, [1])


# -- Screens ---------------------------------------------------------------------------------------


def test_somebody_merges_and_splits_by_the_pages() -> None:
    (whole, short), client = two_bodies(), signed_in()
    page = text_of(client.get(address("merge", short), {"q": "to chuc huyen"}))
    assert "Ban Tổ chức Huyện ủy" in page
    answer = client.post(address("merge", short), {"into": whole.pk}, follow=True)
    assert "is now the same as “Ban Tổ chức Huyện ủy”" in text_of(answer)
    assert "Ban TCHU" in text_of(client.get(address("change", whole)))
    assert "This body is the same as" in text_of(client.get(address("change", short)))
    assert "stands for itself again" in text_of(client.post(address("split", short), follow=True))
    assert named("Ban TCHU").merged_into is None


@pytest.mark.parametrize("into", ["", "x", "0", "99999999999999999999"])
def test_a_choice_that_is_none_is_told(into: str) -> None:
    short = two_bodies()[1]
    page = text_of(signed_in().post(address("merge", short), {"into": into}, follow=True))
    assert "Choose a body." in page or "There is no such body." in page


def test_merged_bodies_are_out_of_the_list_and_found_by_any_spelling() -> None:
    (whole, short), client = two_bodies(), signed_in()
    merge_organisations(ReviewerFactory(), short.pk, whole.pk)
    address = reverse("admin:review_organisation_changelist")
    assert "Ban TCHU" not in text_of(client.get(address))
    assert "Ban TCHU" in text_of(client.get(address, {"merged": "yes"}))
    found = text_of(client.get(address, {"q": "ban tchu"}))
    assert "Ban Tổ chức Huyện ủy" in found


def due(first: str | None, last: str | None, words: str) -> None:
    task_in_article(
        responsible=("Ban Tổ chức Huyện ủy",),
        due=words,
        due_from=first and date.fromisoformat(first),
        due_to=last and date.fromisoformat(last),
    )


@pytest.fixture
def body_with_due_tasks() -> Organisation:
    due("2021-10-01", "2021-12-31", "quý IV/2021")
    due(None, "2022-06-29", "trước 30/6/2022")
    due(None, None, "")
    due("2022-01-01", None, "từ năm 2022")
    return named("Ban Tổ chức Huyện ủy")


def dues(client: Client, body: Organisation, **asked: str) -> list[str]:
    page = client.get(address("tasks", body), asked)
    assert page.status_code == 200
    return [task.version.due for task in page.context["page"]]


def test_tasks_of_a_body_come_by_when_they_are_due(body_with_due_tasks: Organisation) -> None:
    client = signed_in()
    in_order = ["quý IV/2021", "từ năm 2022", "trước 30/6/2022", ""]
    assert dues(client, body_with_due_tasks) == in_order
    assert dues(client, body_with_due_tasks, order="-due") == [*in_order[2::-1], ""]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"due_from": "2021-11-01", "due_to": "2021-11-30"}, ["quý IV/2021"]),
        ({"due_from": "2022-06-29"}, ["trước 30/6/2022"]),
        ({"due_to": "2021-09-30"}, []),
        ({"undated": "true"}, [""]),
        ({"undated": "false"}, ["quý IV/2021", "từ năm 2022", "trước 30/6/2022"]),
        ({"role": "takes_part"}, []),
        ({"state": "approved"}, []),
    ],
)
def test_due_ranges_are_filtered_by_the_days_they_share(
    body_with_due_tasks: Organisation, asked: dict[str, str], expected: list[str]
) -> None:
    assert dues(signed_in(), body_with_due_tasks, **asked) == expected


@pytest.mark.parametrize(
    "asked", [{"due_from": "hôm qua"}, {"state": "x"}, {"order": "x"}, {"page": "x"}]
)
def test_what_cannot_be_read_is_told_and_breaks_nothing(
    body_with_due_tasks: Organisation, asked: dict[str, str]
) -> None:
    assert len(dues(signed_in(), body_with_due_tasks, **asked)) == 4


def test_the_page_costs_the_same_for_four_tasks_and_for_twelve(
    body_with_due_tasks: Organisation, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client, counts = signed_in(), []
    for _more in range(2):
        client.get(address("tasks", body_with_due_tasks))
        with django_assert_max_num_queries(15) as captured:
            dues(client, body_with_due_tasks)
        counts.append(len(captured))
        for number in range(8):
            due(None, f"2023-01-{number + 1:02}", "đầu năm 2023")
    assert counts[0] == counts[1]
