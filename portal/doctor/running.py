"""Whether somebody does the work, and how long it has been waiting."""

from datetime import timedelta
from typing import Final

from articles.queries import pulses
from portal.doctor.checkup import Checkup, failing, warning, well
from portal.queries.schedules import longest_overdue

SILENT: Final = timedelta(minutes=1)
WAITS_LONG: Final = timedelta(minutes=10)
OVERDUE: Final = timedelta(minutes=2)


def workers() -> Checkup:
    silence = pulses.silence_of_workers()
    if silence is None or silence > SILENT:
        return failing("workers", f"{_heard(silence)}: start `celery -A portal worker`")
    return well("workers", f"{pulses.workers_heard()} heard of in the last minute")


def beat() -> Checkup:
    silence = pulses.silence_of_beat()
    if silence is None or silence > SILENT:
        return failing("beat", f"{_heard(silence)}: start one `celery -A portal beat`")
    return well("beat", "heard of in the last minute")


def waiting() -> Checkup:
    wait = pulses.longest_wait()
    if wait is not None and wait > WAITS_LONG:
        return warning("waiting", f"an item has been due for {_rounded(wait)}: more workers?")
    return well("waiting", "no item has been due for long")


def set_times() -> Checkup:
    """Whether what was to be published or withdrawn by now has been."""
    late = longest_overdue()
    if late is not None and late > OVERDUE:
        return failing(
            "set_times",
            f"a publication or withdrawal has been due for {_rounded(late)}: beat and a worker"
            " running? Their log says what stands in the way",
        )
    return well("set_times", "nothing that has a time is overdue")


def _heard(silence: timedelta | None) -> str:
    return "none was ever heard of" if silence is None else f"silent for {_rounded(silence)}"


def _rounded(time: timedelta) -> timedelta:
    return timedelta(seconds=round(time.total_seconds()))
