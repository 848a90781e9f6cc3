"""Watching from a command how the workers get on with what it ordered."""

import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from subprocess import Popen

from django.conf import settings
from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from tqdm import tqdm

from articles.management.workers import own_worker, worker_answers

LOOKS_EVERY = 0.25
RINGS_EVERY = 5.0
ASKS_AFTER = 60.0

Worker = AbstractContextManager[Popen[bytes] | None]
Counted = Callable[[], tuple[int, int]]
"""How many are done, and how many there are: both may grow."""


def follow(order: object, counted: Counted, ring: Callable[[], object], *, unit: str) -> None:
    """Show how an order goes until all of it is done; ring, since no beat may be running.

    In demo mode a worker is started where none is there.
    """
    worker: Worker
    done, total = counted()
    if done >= total:
        return
    if worker_answers():
        worker = nullcontext()
    elif settings.DEMO:
        worker = own_worker()
    else:
        raise CommandError(
            _("%(order)s is saved and waits: no worker is running.") % {"order": order}
        )
    with worker as process:
        _watch(process, counted, ring, unit)


def _watch(
    worker: Popen[bytes] | None, counted: Counted, ring: Callable[[], object], unit: str
) -> None:
    done, total = counted()
    rung = moved = time.monotonic()
    with tqdm(total=total, unit=f" {unit}", file=sys.stderr) as bar:
        while done < total:
            time.sleep(LOOKS_EVERY)
            now = time.monotonic()
            if worker is not None and worker.poll() is not None:
                raise CommandError(_("The worker has ended before its work was done."))
            if now - rung > RINGS_EVERY:
                ring()
                rung = now
            done, total = counted()
            if done > bar.n:
                moved = now
            elif now - moved > ASKS_AFTER and not worker_answers():
                raise CommandError(_("No worker is running any more: what is left waits for one."))
            bar.total = total
            bar.update(done - bar.n)
