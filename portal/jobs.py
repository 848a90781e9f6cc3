"""What the workers do for publishing: thin wrappers that call actions. Twice does no harm.

Messages of other releases may be under way: names stay, and what a later one adds is passed over.
"""

from celery import shared_task

from portal.actions import checking, due, indexing


@shared_task(name="portal.jobs.do_what_is_due")
def do_what_is_due(*_more: object, **_named: object) -> None:
    due.publish_due()
    due.withdraw_due()


@shared_task(name="portal.jobs.check_source")
def check_source(check_id: int, *_more: object, **_named: object) -> None:
    checking.check_source(check_id)


@shared_task(name="portal.jobs.ring_due_checks")
def ring_due_checks(*_more: object, **_named: object) -> None:
    checking.ring_due_checks()


@shared_task(name="portal.jobs.follow_permissions")
def follow_permissions(*_more: object, **_named: object) -> None:
    indexing.follow_permissions()
