"""The machines that the desk stands on: database, broker, storage."""

import secrets
from typing import Final

from celery import current_app
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor

from portal.doctor.checkup import Checkup, failing, well

OLDEST_POSTGRESQL: Final = 15
ANSWERS_WITHIN: Final = 5  # seconds


def database() -> Checkup:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int / 10000, current_user")
        version, role = cursor.fetchone()
    if version < OLDEST_POSTGRESQL:
        return failing("database", f"PostgreSQL {version}: {OLDEST_POSTGRESQL} or newer is needed")
    return well("database", f"PostgreSQL {version}, connected as {role}")


def migrations_left() -> list[Migration]:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [migration for migration, _is_backwards in plan]


def migrations() -> Checkup:
    missing = migrations_left()
    if missing:
        first = missing[0]
        return failing(
            "migrations", f"{len(missing)} to run, from {first}: run migrate as the owner"
        )
    return well("migrations", "all have run")


def broker() -> Checkup:
    options = {"max_retries": 0, "socket_connect_timeout": ANSWERS_WITHIN}
    with current_app.connection_for_write(
        connect_timeout=ANSWERS_WITHIN, transport_options=options
    ) as link:
        link.ensure_connection(max_retries=0, timeout=ANSWERS_WITHIN)
        transport = link.transport_cls
    return well("broker", f"{transport} answers")


def storage() -> Checkup:
    """Write a small file, read it back and take it away."""
    said = secrets.token_bytes(16)
    name = default_storage.save(f"doctor/{said.hex()}", ContentFile(said))
    try:
        with default_storage.open(name) as file:
            if file.read() != said:
                return failing("storage", "what was written is not what is read")
    finally:
        default_storage.delete(name)
    return well("storage", "can be written and read")
