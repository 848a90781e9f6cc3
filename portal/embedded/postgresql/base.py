"""Django's PostgreSQL backend, with the embedded servers started at the first connection.

    DATABASES["default"]["ENGINE"] = "portal.embedded.postgresql"
    SERVERS_DIR = …  # the servers' data folder

A database that lives elsewhere (`DATABASE_URL` names another host) is connected to as ever.
"""

from collections.abc import Iterable
from typing import Any

import psycopg
from django.conf import settings
from django.db.backends.postgresql import base
from django.db.backends.postgresql.client import DatabaseClient

from portal import embedded
from portal.embedded.programs import find_programs


def _is_embedded(settings_dict: dict[str, Any]) -> bool:
    host = settings_dict["HOST"] or settings_dict["OPTIONS"].get("host")
    return bool(host == str(embedded.addresses(settings.SERVERS_DIR).sockets))


class EmbeddedClient(DatabaseClient):
    """`dbshell` with the wheel's own psql, since none need be installed."""

    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        if not _is_embedded(settings_dict):
            return super().settings_to_cmd_args_env(settings_dict, parameters)
        servers = embedded.ensure(settings.SERVERS_DIR)
        url = servers.url(settings_dict["USER"], settings_dict["NAME"])
        return [str(find_programs().psql), *parameters, url], None


class DatabaseWrapper(base.DatabaseWrapper):
    """The stock backend; only the first step of connecting is ours."""

    client_class = EmbeddedClient

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        if not _is_embedded(self.settings_dict):
            return super().get_new_connection(conn_params)
        embedded.ensure(settings.SERVERS_DIR)
        try:
            return super().get_new_connection(conn_params)
        except psycopg.OperationalError:
            # It listened and would not serve: starting up, or shutting down.
            embedded.ensure(settings.SERVERS_DIR, thorough=True)
            return super().get_new_connection(conn_params)
