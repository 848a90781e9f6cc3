"""Let a role that owns no table do the desk's daily work, and no more (design, decision 8)."""

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import ProgrammingError, connection, transaction
from psycopg import sql

LATER = "ALTER DEFAULT PRIVILEGES IN SCHEMA public"
GRANTS = (
    "GRANT USAGE ON SCHEMA public TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
    # What the owner makes from now on, so that a migration without this command stops nobody.
    f"{LATER} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {{role}}",
    f"{LATER} GRANT USAGE, SELECT ON SEQUENCES TO {{role}}",
)


class Command(BaseCommand):
    help = (
        "Make ROLE if it is missing, with the password in DB_APP_PASSWORD, and grant it what the"
        " web and the workers need, now and after later migrations. Run it as the owner of the"
        " tables."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("role")

    def handle(self, *_args: Any, role: str, **_options: Any) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT current_user = %s", [role])
            if cursor.fetchone() == (True,):
                raise CommandError(f"{role} must not be the role that owns the tables.")
            cursor.execute("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = %s)", [role])
            if cursor.fetchone() == (False,):
                password = os.environ.get("DB_APP_PASSWORD")
                if not password:
                    raise CommandError("The role is missing: set DB_APP_PASSWORD to make it.")
                self._make(cursor, role, password)
            for grant in GRANTS:
                self._run(cursor, grant, role)
            self._keep_temporary_tables(cursor)
        self.stdout.write(f"{role} may read and write rows, and own nothing.")

    def _keep_temporary_tables(self, cursor: Any) -> None:
        """Nobody but the owner needs temporary tables, which can stand before the real ones."""
        cursor.execute(
            "SELECT datname, pg_has_role(datdba, 'USAGE') FROM pg_database"
            " WHERE datname = current_database()"
        )
        database, ours = cursor.fetchone()
        revoke = sql.SQL("REVOKE TEMPORARY ON DATABASE {} FROM PUBLIC").format(
            sql.Identifier(database)
        )
        if ours:
            cursor.execute(revoke)
        else:
            self.stderr.write(
                f"This connection does not own the database. Have its owner run:"
                f" {revoke.as_string(None)};"
            )

    def _make(self, cursor: Any, role: str, password: str) -> None:
        try:
            self._run(cursor, "CREATE ROLE {role} LOGIN PASSWORD {password}", role, password)
        except ProgrammingError as error:
            raise CommandError(
                f"This connection may not make roles: have {role} made, then run this again."
            ) from error

    def _run(self, cursor: Any, statement: str, role: str, password: str = "") -> None:
        cursor.execute(
            sql.SQL(statement).format(role=sql.Identifier(role), password=sql.Literal(password))
        )
