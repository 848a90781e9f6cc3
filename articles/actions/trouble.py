"""What to make of an error: whether it may pass, and how it is told in one line."""

import re
import traceback
from datetime import timedelta
from typing import Final

from django.db import IntegrityError, InterfaceError, InternalError, OperationalError
from kombu.exceptions import OperationalError as BrokerError

from articles.models import ImportItem

LONGEST: Final = 300
_PASSING: Final = (OperationalError, InterfaceError, InternalError, OSError, BrokerError)
_PASSWORD: Final = re.compile(
    r"(?<=://)[^/\s@]*@|(password|token|key|secret)\s*[=:]\s*\S+", re.IGNORECASE
)


class NotNowError(Exception):
    """Something that is needed does not answer: worth trying again, after so long at least."""

    def __init__(
        self,
        problem: ImportItem.Problem = ImportItem.Problem.ERROR,
        why: str = "",
        *,
        after: timedelta | None = None,
    ) -> None:
        super().__init__(why)
        self.problem = problem
        self.after = after


def passes(error: Exception) -> bool:
    """Whether it is of the kind that has nothing to do with the item: network, servers, storage."""
    return isinstance(error, (NotNowError, *_PASSING))


def may_pass(error: Exception) -> bool:
    """Whether it is worth another try or two, since another worker or moment may do better."""
    return isinstance(error, (IntegrityError, MemoryError))


def in_one_line(error: BaseException) -> str:
    """Tell an error to engineers. Of unknown ones no words: they may quote the text."""
    name = type(error).__name__
    if isinstance(error, _PASSING):
        words = str(error).strip().split("\n", 1)[0]
        return f"{name}: {_PASSWORD.sub('…', words)}"[:LONGEST]
    if isinstance(error, NotNowError):
        return _PASSWORD.sub("…", " ".join(str(error).split()))[:LONGEST]
    places = traceback.extract_tb(error.__traceback__)
    where = f" in {places[-1].name}, line {places[-1].lineno}" if places else ""
    return f"{name}{where}"
