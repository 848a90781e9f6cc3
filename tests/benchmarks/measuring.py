"""Measuring in processor time, so that what else the machine does counts less."""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

ROUNDS: Final = 7


def side_by_side(things: Sequence[Any], *works: Callable[[Any], object]) -> list[float]:
    """Seconds of the processor for one thing, by each of the works.

    They run in turn, so that a machine that slows down slows all; the least of the rounds says
    what the work itself takes.
    """
    for work in works:
        seconds(work, things)
    rounds = [[seconds(work, things) for work in works] for _ in range(ROUNDS)]
    return [min(one) / len(things) for one in zip(*rounds, strict=True)]


def seconds(work: Callable[[Any], object], things: Iterable[Any]) -> float:
    start = time.process_time()
    for thing in things:
        work(thing)
    return time.process_time() - start
