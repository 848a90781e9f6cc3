"""What the workers do for the review: thin wrappers that call actions. Twice does no harm.

Messages of other releases may be under way: names stay, and what a later one adds is passed over.
"""

from celery import shared_task

from review.actions import digests, seeding, unmasking


@shared_task(name="review.jobs.mix_in_seeded_errors")
def mix_in_seeded_errors(*_more: object, **_named: object) -> None:
    unmasking.sweep_seeded_errors()
    seeding.sow_seeded_errors()


@shared_task(name="review.jobs.send_digests")
def send_digests(*_more: object, **_named: object) -> None:
    digests.make_digests()
    digests.send_digests()
