"""Figures for Prometheus, read from the database and the broker when they are asked for.

Whichever web process answers says the same. What a request costs is the proxy's to measure.
"""

import logging
from collections.abc import Iterator
from typing import Any

from amqp.exceptions import ChannelError
from celery import current_app
from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from kombu.exceptions import OperationalError
from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily as Gauge
from prometheus_client.core import Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

from articles.queries import pulses

logger = logging.getLogger(__name__)


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Answer whoever has the token; where none is set there is no such page."""
    token = settings.METRICS_TOKEN
    if not token:
        raise Http404
    if not constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {token}"):
        return HttpResponse(status=401, headers={"WWW-Authenticate": "Bearer"})
    registry = CollectorRegistry(auto_describe=False)
    registry.register(Desk())
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


class Desk(Collector):
    def describe(self) -> list[Metric]:
        """Nothing without asking the database."""
        return []

    def collect(self) -> Iterator[Metric]:
        yield from _imports()
        yield from _processes()
        yield from _broker()
        yield from _database()


def _imports() -> Iterator[Metric]:
    items = Gauge("duyet_import_items", "Items of imports that have not ended.", labels=["state"])
    for state, count in pulses.open_items().items():
        items.add_metric([state], count)
    yield items
    ended = Gauge(
        "duyet_import_items_ended_5m",
        "Items of imports that ended in the last five minutes.",
        labels=["state", "problem"],
    )
    for (state, problem), count in pulses.ended_lately().items():
        ended.add_metric([state, problem], count)
    yield ended
    wait = pulses.longest_wait()
    yield Gauge(
        "duyet_import_item_due_seconds",
        "How long the item that has been due the longest has been due.",
        value=wait.total_seconds() if wait else 0,
    )


def _processes() -> Iterator[Metric]:
    yield Gauge("duyet_workers", "Workers heard of lately.", value=pulses.workers_heard())
    silence = pulses.silence_of_beat()
    if silence is not None:
        yield Gauge(
            "duyet_beat_silence_seconds",
            "How long nothing has been heard of beat.",
            value=silence.total_seconds(),
        )


def _broker() -> Iterator[Metric]:
    """How many messages wait. A broker that is away has no figure, which is the alarm."""
    queue = current_app.conf.task_default_queue
    options = {"max_retries": 0}
    try:
        with current_app.connection_for_write(transport_options=options) as link:
            channel: Any = link.default_channel
            waiting = channel.queue_declare(queue, passive=True).message_count
    except ChannelError:
        waiting = 0  # there is no queue while nothing is in it
    except (OperationalError, OSError) as error:
        logger.warning("The broker gives no figures: %s", error)
        return
    yield Gauge("duyet_broker_messages", "Messages that wait at the broker.", value=waiting)


def _database() -> Iterator[Metric]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_database_size(current_database()), greatest(reltuples, 0)"
            " FROM pg_class WHERE oid = 'articles_article'::regclass"
        )
        size, articles = cursor.fetchone()
    yield Gauge("duyet_database_bytes", "The size of the database.", value=size)
    yield Gauge("duyet_articles", "Articles, about.", value=articles)
