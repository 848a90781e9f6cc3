"""What the workers do: thin wrappers that call actions. Running one twice does no harm.

Messages of other releases may be under way: names stay, and what a later one adds is passed over.
"""

from typing import Any

from celery import shared_task

from articles import pulsing  # noqa: F401  (its signals make workers tell that they live)
from articles.actions import (
    cancelling,
    comparing,
    imports,
    originals,
    polling,
    rereadings,
    running,
    strays,
    theme_orders,
)


@shared_task(name="articles.jobs.import_item", bind=True)
def import_item(self: Any, /, item_id: int, *_more: object, **_named: object) -> None:
    running.run_item(item_id, worker=self.request.hostname or "")
    # So a long import keeps the workers busy without filling the broker.
    imports.ring_in_time()


@shared_task(name="articles.jobs.ring_waiting_items")
def ring_waiting_items() -> None:
    imports.ring_waiting_items()
    cancelling.end_cancelled_items()
    originals.forget_refused()
    strays.remove_some_strays()


@shared_task(name="articles.jobs.reread_slice")
def reread_slice(slice_id: int, *_more: object, **_named: object) -> None:
    rereadings.run_slice(slice_id)
    rereadings.ring_waiting_slices()


@shared_task(name="articles.jobs.ring_waiting_slices")
def ring_waiting_slices() -> None:
    rereadings.ring_waiting_slices()
    theme_orders.ring_waiting_orders()


@shared_task(name="articles.jobs.do_theme_order")
def do_theme_order(order_id: int, *_more: object, **_named: object) -> None:
    theme_orders.run_order(order_id)


@shared_task(name="articles.jobs.look_into_source")
def look_into_source(source_id: int) -> None:
    polling.look_into(source_id)


@shared_task(name="articles.jobs.ring_due_sources")
def ring_due_sources() -> None:
    polling.ring_due_sources()


@shared_task(name="articles.jobs.compare_waiting_articles")
def compare_waiting_articles(*_more: object, **_named: object) -> None:
    comparing.compare_waiting()
