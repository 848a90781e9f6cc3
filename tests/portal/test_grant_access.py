"""In production the web and the workers connect as a role that owns nothing."""

import os
from collections.abc import Iterator

import psycopg
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction

from articles.models import Article
from portal import embedded
from tests.articles.factories import ArticleFactory

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
        yield
        cursor.execute("RESET ROLE")


@pytest.mark.usefixtures("as_role")
def test_the_role_reads_and_writes_rows_with_their_history() -> None:
    Article.objects.update(title="Sau khi đổi vai")
    assert Article.objects.get().title == "Sau khi đổi vai"


@pytest.mark.usefixtures("as_role")
@pytest.mark.parametrize(
    "statement",
    [
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
