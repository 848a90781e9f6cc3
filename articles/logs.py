"""Which work a log line is about: a filter gives every record the import and the item."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Work:
    job: int | None = None
    item: int | None = None


_NOTHING = _Work()
_work: ContextVar[_Work] = ContextVar("work", default=_NOTHING)


@contextmanager
def working_on(*, job: int, item: int) -> Iterator[None]:
    """Have the log lines of the block tell their import and item."""
    before = _work.set(_Work(job, item))
    try:
        yield
    finally:
        _work.reset(before)


class WorkContext(logging.Filter):
    """For handlers: gives records `job` and `item`, both None outside the work on an item."""

    def filter(self, record: logging.LogRecord) -> bool:
        work = _work.get()
        record.job, record.item = work.job, work.item
        return True
