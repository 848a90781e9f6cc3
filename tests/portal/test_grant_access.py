"""In production the web and the workers connect as a role that owns nothing."""

import os
from collections.abc import Iterator
from io import BytesIO

import psycopg
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.test import Client
from django.utils import translation

from articles.models import Article
from portal import embedded
from portal.actions import Pick
from portal.celery import app
from portal.doctor.checkup import Verdict
from portal.doctor.rules import role
from review.actions.articles import sign_off
from review.actions.bringing_in import bring_in
from review.actions.decisions import decide, withdraw
from review.actions.organisation_merging import merge_organisations
from review.actions.versions import Wording, rewrite
from review.exchange.exporting import export
from review.exchange.reading import rows_of
from review.models import Organisation
from review.queries import effective_decisions, standing_tasks
from tests.articles.factories import ArticleFactory
from tests.factories import LeadFactory, PersonFactory, ReviewerFactory
from tests.portal.factories import published_edition
from tests.review.factories import task_in_article
from tests.roles.screens import SECTIONS
from tests.roles.test_screens import address_of
from tests.roles.things import make_things

pytestmark = pytest.mark.django_db

ROLE = "duyet_daily_work"


@pytest.fixture
def may_make_roles() -> Iterator[None]:
    """Lend the owner of the test database what an owner has in production."""
    servers = embedded.addresses(settings.SERVERS_DIR)
    with psycopg.connect(servers.superuser_url, autocommit=True) as superuser:
        superuser.execute("ALTER ROLE duyet CREATEROLE")
        yield
        superuser.execute("ALTER ROLE duyet NOCREATEROLE")


@pytest.fixture
def as_role(may_make_roles: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("DB_APP_PASSWORD", "a password")
    call_command("grant_access", ROLE)
    ArticleFactory(title="Trước khi đổi vai")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # nothing may be pending for ALTER TABLE
        cursor.execute(f"GRANT {ROLE} TO CURRENT_USER")
        cursor.execute(f"SET ROLE {ROLE}")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        yield
        cursor.execute("RESET ROLE")


@pytest.mark.usefixtures("as_role")
def test_the_role_reads_and_writes_rows_with_their_history() -> None:
    Article.objects.update(title="Sau khi đổi vai")
    assert Article.objects.get().title == "Sau khi đổi vai"


@pytest.mark.usefixtures("as_role")
def test_the_role_runs_the_main_path_of_the_desk() -> None:
    """From an article's tasks to what is published, with the record and its history."""
    task = task_in_article(responsible=("Ban Tổ chức Huyện ủy",))
    reviewer, lead = ReviewerFactory(), LeadFactory()
    version = task.version
    assert version
    decide(reviewer, task.pk, version.pk, "reject", "Chưa rõ.")
    withdraw(reviewer, effective_decisions(version.pk).get().pk)
    rewrite(reviewer, task.pk, version.pk, Wording("Rà soát đội ngũ cán bộ.", ("Ban Tổ chức",)))
    task.refresh_from_db()
    assert task.version_id
    decide(lead, task.pk, task.version_id, "approve")
    sign_off(lead, task.text_id)
    bodies = Organisation.objects.order_by("pk")
    merge_organisations(lead, bodies[1].pk, bodies[0].pk)
    file = b"".join(export(standing_tasks(), lead, "jsonl"))
    [told] = bring_in(lead, rows_of(BytesIO(file), "a.jsonl"), dry_run=False)
    task.refresh_from_db()
    edition = published_edition(Pick(task=task), Pick(article=task.article))
    assert told.kind == "same"
    assert edition.entries.count() == 2
    connection.check_constraints()


@pytest.mark.usefixtures("as_role", "english")
@pytest.mark.parametrize("section", SECTIONS)
def test_no_address_of_the_desk_asks_for_more_than_the_role_has(section: str) -> None:
    things, keeper = make_things(), PersonFactory(is_superuser=True)
    refused = []
    for screen in SECTIONS[section]:
        with transaction.atomic(), translation.override("en"):
            client = Client()
            client.force_login(keeper)
            ask = client.get if screen.method == "GET" else client.post
            try:
                response = ask(address_of(screen, things), screen.send(things))
                if response.streaming:
                    list(response)  # what is read to its end is closed
            except ProgrammingError as error:
                refused.append(f"{screen}: {error}")
            transaction.set_rollback(True)
    assert not refused, "\n".join(refused)


@pytest.mark.usefixtures("as_role")
@pytest.mark.parametrize("job", [each["task"] for each in settings.CELERY_BEAT_SCHEDULE.values()])
def test_what_beat_rings_for_runs_as_the_role(job: str) -> None:
    app.loader.import_default_modules()
    task_in_article()
    app.tasks[job].run()


@pytest.mark.usefixtures("as_role")
def test_the_role_may_use_every_table_and_owns_none() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND ("
            " (relkind IN ('r', 'p') AND NOT (has_table_privilege(oid, 'SELECT')"
            "   AND has_table_privilege(oid, 'INSERT') AND has_table_privilege(oid, 'UPDATE')"
            "   AND has_table_privilege(oid, 'DELETE')))"
            " OR (relkind = 'S' AND NOT has_sequence_privilege(oid, 'USAGE'))"
            " OR pg_has_role(relowner, 'USAGE'))"
        )
        assert cursor.fetchall() == []
    assert role().verdict == Verdict.WELL


@pytest.mark.usefixtures("as_role")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE review_decision SET verdict = 'approve'",
        "DELETE FROM review_decision",
        "UPDATE review_extractedtask SET state = 'approved'",
    ],
)
def test_the_role_is_held_by_the_triggers(statement: str) -> None:
    task = task_in_article()
    decide(ReviewerFactory(), task.pk, task.version_id or 0, "unsure")
    with pytest.raises(IntegrityError), transaction.atomic():
        run_with_what_waits(statement)


def run_with_what_waits(statement: str) -> None:
    """Run it, and what PostgreSQL would else only look at when the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
    connection.check_constraints()


@pytest.mark.usefixtures("may_make_roles")
def test_what_is_migrated_later_is_granted_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DB_APP_PASSWORD", "a password")
    call_command("grant_access", ROLE)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE made_later (id bigserial)")
        cursor.execute(
            "SELECT has_table_privilege(%s, 'made_later', 'INSERT'),"
            " has_table_privilege(%s, 'made_later', 'TRUNCATE'),"
            " has_sequence_privilege(%s, 'made_later_id_seq', 'USAGE')",
            [ROLE] * 3,
        )
        assert cursor.fetchone() == (True, False, True)


@pytest.mark.usefixtures("as_role")
@pytest.mark.parametrize(
    "statement",
    [
        "TRUNCATE review_decision CASCADE",
        "ALTER TABLE review_decision DISABLE TRIGGER USER",
        "ALTER TABLE review_decision ADD COLUMN mine int",
        "CREATE OR REPLACE FUNCTION for_search(text) RETURNS text LANGUAGE sql AS 'SELECT $1'",
        "TRUNCATE articles_article CASCADE",
        "ALTER TABLE articles_article DISABLE TRIGGER ALL",
        "SET session_replication_role = replica",
        "DROP TABLE review_decision CASCADE",
        "CREATE TABLE mine (id int)",
        "CREATE TEMP TABLE articles_article (id bigint)",
        "DROP FUNCTION for_search(text) CASCADE",
    ],
)
def test_the_role_cannot_get_round_the_triggers(statement: str) -> None:
    with (
        pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_running_it_again_changes_nothing(
    may_make_roles: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DB_APP_PASSWORD", "a password")
    call_command("grant_access", ROLE)
    monkeypatch.delenv("DB_APP_PASSWORD")
    call_command("grant_access", ROLE)


def test_a_missing_password_is_an_error() -> None:
    assert "DB_APP_PASSWORD" not in os.environ
    with pytest.raises(CommandError, match="DB_APP_PASSWORD"):
        call_command("grant_access", "nobody_yet")


def test_the_owner_is_not_given_as_the_role() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        [owner] = cursor.fetchone()
    with pytest.raises(CommandError, match="must not be the role that owns"):
        call_command("grant_access", owner)
