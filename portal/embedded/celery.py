"""Celery's way to the embedded broker: the servers start at its first connection.

    import portal.embedded.celery  # registers the transport

    CELERY_BROKER_URL = embedded.addresses(folder).lazy_broker_url
    CELERY_BROKER_TRANSPORT_OPTIONS = {"servers_dir": str(folder)}

A reconnection takes the same way, so it also brings fallen servers back.
"""

from typing import Any

from kombu.transport import TRANSPORT_ALIASES
from kombu.transport import redis as kombu_redis

from .holding import ensure
from .places import LAZY_SCHEME


class Transport(kombu_redis.Transport):
    """The stock Redis transport; only the first step of connecting is ours."""

    def establish_connection(self) -> Any:
        options: dict[str, Any] = self.client.transport_options  # type: ignore[union-attr, assignment]
        ensure(options["servers_dir"])
        return super().establish_connection()


TRANSPORT_ALIASES[LAZY_SCHEME] = f"{__name__}:{Transport.__name__}"
