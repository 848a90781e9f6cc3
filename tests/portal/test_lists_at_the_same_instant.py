"""Two people at once give two lists one address: the second is told, not shown an error page."""

import pytest

from articles.refusal import Refused
from portal.actions import create_list, edit_list
from portal.models import CuratedList
from tests.at_once import one_behind_the_other
from tests.factories import ManagingEditorFactory
from tests.portal.factories import draft_list

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db(transaction=True)]

TAKEN = "Another list has the address “neu-guong”."


def test_two_who_make_a_list_with_one_address() -> None:
    first, second = ManagingEditorFactory.create_batch(2)

    made, refused = one_behind_the_other(
        lambda: create_list(first, title="Nêu gương"),
        lambda: create_list(second, title="Nêu gương"),
    )

    assert made is None
    assert isinstance(refused, Refused)
    assert str(refused) == TAKEN
    assert CuratedList.objects.get().created_by_id == first.pk


def test_a_list_that_takes_the_address_which_another_is_just_getting() -> None:
    first, second = ManagingEditorFactory.create_batch(2)
    other = draft_list(title="Bài khác")

    made, refused = one_behind_the_other(
        lambda: create_list(first, title="Nêu gương"),
        lambda: edit_list(
            second,
            other,
            expected=other.revision,
            title=other.title,
            slug="neu-guong",
            introduction="",
            wants_notes=True,
        ),
    )

    assert made is None
    assert isinstance(refused, Refused)
    assert str(refused) == TAKEN
    other.refresh_from_db()
    assert other.slug == "bai-khac"
