"""Celery's soft time limit, said so that no library can swallow it.

Celery raises its limit once, as an `Exception`; a parser that goes on after whatever Exception goes
on after this one, and ends by the hard limit, three times over.
"""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

from celery.exceptions import SoftTimeLimitExceeded

SAID_AGAIN_AFTER: Final = 1.0  # seconds
_SIGNALS: Final = (signal.SIGUSR1, signal.SIGALRM)  # Celery's soft limit, and ours again


class _EnoughError(BaseException):
    """Not an Exception, so that `except Exception` lets it through."""


@contextmanager
def insistent_time_limit() -> Iterator[None]:
    """Have the soft limit end the block, and come out of it as `SoftTimeLimitExceeded`."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals reach the main thread alone
        return
    over = False

    def insist(_number: int, _frame: FrameType | None) -> None:
        if not over:
            signal.setitimer(signal.ITIMER_REAL, SAID_AGAIN_AFTER)
            if not _is_heard():
                raise _EnoughError

    before = [(number, signal.signal(number, insist)) for number in _SIGNALS]
    try:
        yield
    except _EnoughError:
        raise SoftTimeLimitExceeded from None
    finally:
        over = True
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in before:
            signal.signal(number, handler)


def _is_heard() -> bool:
    """Whether the limit was raised before and is on its way out now.

    What runs then puts things in order, and must not be cut off in its middle: a roll-back.
    """
    error = sys.exception()
    while error is not None and not isinstance(error, _EnoughError):
        error = error.__context__
    return error is not None
