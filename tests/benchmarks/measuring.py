"""Measuring in processor time, so that what else the machine does counts less."""

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

ROUNDS: Final = 7
beyond: list[str] = []
"""What did not hold."""


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


def tell(what: str, measured: float, most: float) -> None:
    holds = measured <= most
    print(f"  {what}: {measured:.2f}, at most {most:g}: {'within' if holds else 'BEYOND'}")
    if not holds:
        beyond.append(what)


def tell_all() -> None:
    """End with an error where something did not hold."""
    if beyond:
        sys.exit(f"BEYOND what must hold: {', '.join(beyond)}")
