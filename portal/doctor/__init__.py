"""Whether the desk is well: what `manage.py doctor`, `/readyz` and whoever runs it ask.

A check answers with a `Checkup` and never raises; it changes nothing that stays.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from portal.doctor import files, rules, running, searching, services
from portal.doctor.checkup import Checkup, Verdict, failing

__all__ = ["DAILY", "READY", "THOROUGH", "Checkup", "Verdict", "examine"]

Check = Callable[[], Checkup]

READY: Final[tuple[Check, ...]] = (services.database, services.migrations)
"""What the web cannot do without."""

DAILY: Final[tuple[Check, ...]] = (
    *READY,
    services.broker,
    services.storage,
    running.workers,
    running.beat,
    running.waiting,
    running.set_times,
    rules.role,
    rules.triggers,
)
"""What is quick to look at."""

THOROUGH: Final[tuple[Check, ...]] = (
    *DAILY,
    rules.approvals,
    searching.index,
    files.originals,
    files.pictures,
)
"""What reads every approved task and published entry, and looks for every file."""


def examine(checks: Iterable[Check]) -> Iterator[Checkup]:
    """Make the checks one after the other. Without a database the others would only wait."""
    for check in checks:
        try:
            checkup = check()
        except Exception as error:  # noqa: BLE001  (whatever it is, it is what the check found)
            checkup = failing(check.__name__, f"{type(error).__name__}: {_first_line(error)}")
        yield checkup
        if check is services.database and checkup.verdict is Verdict.FAILING:
            return


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or ["no more is known"])[0]
