"""What field history recorded never changes, and leaves only with what an erasure took."""

import pghistory.core
import pytest
from django.conf import LazySettings
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.urls import reverse

from articles.actions.erasing import erase_article
from portal.actions import Pick
from portal.people.models import User
from portal.queries.history import history_of
from tests.articles.factories import ArticleFactory
from tests.factories import EditorFactory, ManagingEditorFactory, PersonFactory
from tests.portal.factories import approved_task, draft_list
from tests.review.wrongdoing import refused, sql

pytestmark = [pytest.mark.usefixtures("english"), pytest.mark.django_db]

LEAVES = "leaves only while an article is erased"


@pytest.fixture
def events() -> list[str]:
    """Give the event tables that have rows now: of articles, tasks, entries and people."""
    draft_list(Pick(task=approved_task()))
    EditorFactory()
    connection.check_constraints()
    return [
        event._meta.db_table
        for event in pghistory.core.event_models()
        if event._default_manager.exists()
    ]


def test_no_event_is_changed_or_taken_away(events: list[str]) -> None:
    assert {
        "articles_articleevent",
        "review_extractedtaskevent",
        "portal_entryevent",
        "people_userevent",
        "people_roleofpersonevent",
    } <= set(events)
    sql(
        "SELECT set_config('pgtrigger.ignore', array_agg(tgname::text)::text, true) FROM pg_trigger"
    )
    for table in events:
        with refused("never changes"):
            sql(f"UPDATE {table} SET pgh_label = 'x'")
        with refused(LEAVES):
            sql(f"DELETE FROM {table}")
        with refused("is never emptied"):
            sql(f"TRUNCATE {table}")


def test_every_event_table_is_guarded() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
            " WHERE tgname LIKE 'pgtrigger_leaves_by_erasure_%' AND relname LIKE '%event'"
        )
        guarded = {table for (table,) in cursor.fetchall()}
    assert guarded == {event._meta.db_table for event in pghistory.core.event_models()}


def test_an_erasure_frees_no_event_of_what_stands() -> None:
    erased, other = approved_task(), approved_task()
    connection.check_constraints()
    erase_article(ManagingEditorFactory(), erased.article, "Theo yêu cầu")

    for table, number in (
        ("articles_articleevent", other.article_id),
        ("review_extractedtaskevent", other.pk),
    ):
        with refused(LEAVES):
            sql(f"DELETE FROM {table} WHERE pgh_obj_id = %s", number)
    with refused(LEAVES):
        sql("DELETE FROM people_userevent")


@pytest.mark.django_db(transaction=True)
def test_an_erasure_of_the_past_frees_no_event() -> None:
    erase_article(ManagingEditorFactory(), ArticleFactory(), "Theo yêu cầu")
    draft = draft_list(Pick(article=ArticleFactory()))
    number = draft.pk
    draft.delete()

    with refused(LEAVES):
        sql("DELETE FROM portal_curatedlistevent WHERE pgh_obj_id = %s", number)


# -- Roles ---------------------------------------------------------------------------------------


def told(person: User) -> list[tuple[str, str]]:
    return [
        (happening.label, str(happening.of))
        for happening in history_of(person, 1).object_list
        if happening.of
    ]


def test_a_role_that_is_given_or_taken_is_told_in_the_history_of_the_person() -> None:
    person, role = PersonFactory(), Group.objects.get(name="Leads")
    person.groups.add(role)
    sql("DELETE FROM people_user_groups WHERE user_id = %s", person.pk)

    assert told(person) == [("delete", "Leads"), ("insert", "Leads")]


def test_the_page_of_a_persons_history_names_the_role(client: Client) -> None:
    client.force_login(PersonFactory(is_superuser=True))
    person = PersonFactory()
    person.groups.add(Group.objects.get(name="Leads"))

    page = client.get(reverse("admin:people_user_history", args=[person.pk]))

    assert "Leads" in page.content.decode()


# -- Addresses -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("behind_proxy", "forwarded", "address"),
    [
        (True, "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        (True, "", "10.0.0.2"),
        (False, "203.0.113.7", "10.0.0.2"),
    ],
)
def test_the_address_is_the_one_that_our_own_proxy_saw(
    client: Client,
    settings: LazySettings,
    behind_proxy: bool,
    forwarded: str,
    address: str,
) -> None:
    settings.BEHIND_PROXY = behind_proxy
    client.force_login(EditorFactory())
    article = ArticleFactory()

    client.post(
        reverse("admin:articles_article_take_down", args=[article.pk]),
        {"reason": "x"},
        REMOTE_ADDR="10.0.0.2",
        headers={"X-Forwarded-For": forwarded},
    )

    assert history_of(article, 1).object_list[0].address == address
