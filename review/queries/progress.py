"""How it goes at the desk: what waits, what was decided, how fast, by whom.

PostgreSQL counts. Everything but what waits is about three months at most, found by an index. A
seeded error is work like any other, for whoever judges it; it is never decided.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import Count, Q
from django.utils import timezone

from review.agreement import Share
from review.models import ExtractedTask, QueueRow
from review.periods import Period

State = ExtractedTask.State
Stage = QueueRow.Stage
DECIDED = (State.APPROVED, State.REJECTED)
MOST_ROWS = 15
PAUSE = timedelta(minutes=10)
"""Who lets this go by between two decisions has done something else in between."""


def rows_of(statement: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def within(period: Period) -> dict[str, Any]:
    return {
        "starts": period.starts,
        "ends": period.ends,
        "zone": timezone.get_current_timezone_name(),
        "most": MOST_ROWS,
    }


def waiting_now() -> dict[str, int]:
    """Count what waits at each stage: for a decision, for a lead, for its place."""
    waits = QueueRow.objects.filter(stage__in=[Stage.OPEN, Stage.WITH_LEAD, Stage.UNPLACED])
    return dict(waits.order_by().values_list("stage").annotate(Count("pk")))


# -- Decided ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Day:
    """What was decided on a day, or in the days that begin with it."""

    day: date
    approved: int
    rejected: int

    @property
    def decided(self) -> int:
        return self.approved + self.rejected


_BY_DAY = """
    SELECT (state_since AT TIME ZONE %(zone)s)::date,
        count(*) FILTER (WHERE state = 'approved'), count(*) FILTER (WHERE state = 'rejected')
    FROM review_queuerow
    WHERE state IN ('approved', 'rejected') AND state_since >= %(starts)s AND state_since < %(ends)s
    GROUP BY 1
"""


def decided_by_day(period: Period) -> list[Day]:
    """Give every day of the period; the tasks that are decided now, by when they came to be."""
    counted = {row[0]: Day(*row) for row in rows_of(_BY_DAY, within(period))}
    days = (period.first + timedelta(days=number) for number in range(period.days))
    return [counted.get(day, Day(day, 0, 0)) for day in days]


_MEDIAN = """
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY state_since - found_at)
    FROM review_queuerow
    WHERE state IN ('approved', 'rejected') AND state_since >= %(starts)s AND state_since < %(ends)s
"""


def median_time(period: Period) -> timedelta | None:
    """Give the middle one of the times from being found to the decision that stands."""
    [(median,)] = rows_of(_MEDIAN, within(period))
    return median if isinstance(median, timedelta) else None


@dataclass(frozen=True, slots=True)
class Line:
    """A theme or a publisher: what waits now, what was decided in the period, how fast."""

    name: str
    waiting: int
    decided: int
    median: timedelta | None


# What waits is counted by article before themes are joined, in the order of an index; the middle is
# found among numbers, since intervals are slow to sort.
_DECIDED = """
    count(*) AS decided, percentile_cont(0.5) WITHIN GROUP (
        ORDER BY date_part('epoch', state_since - found_at)
    ) AS median
"""
_IN_PERIOD = """
    state IN ('approved', 'rejected') AND state_since >= %(starts)s AND state_since < %(ends)s
"""
_LINE = """
    COALESCE(waiting, 0), COALESCE(decided, 0), median * interval '1 second'
"""
_MOST = "COALESCE(waiting, 0) + COALESCE(decided, 0) DESC"
_BY_THEME = f"""
    WITH waits AS (
        SELECT article_id, count(*) AS waits FROM review_queuerow WHERE stage = 'open' GROUP BY 1
    ), waiting AS (
        SELECT tag_id, sum(waits)::int AS waiting FROM waits
        JOIN articles_articletheme given ON given.content_object_id = article_id GROUP BY 1
    ), decided AS (
        SELECT tag_id, {_DECIDED} FROM review_queuerow
        JOIN articles_articletheme given ON given.content_object_id = article_id
        WHERE {_IN_PERIOD} GROUP BY 1
    )
    SELECT theme.name, {_LINE} FROM waiting FULL JOIN decided USING (tag_id)
    JOIN articles_theme theme ON theme.id = tag_id
    ORDER BY {_MOST}, theme.sort_key LIMIT %(most)s
"""  # noqa: S608  (put together from our own words)
_BY_PUBLISHER = f"""
    WITH waiting AS (
        SELECT publisher_id, count(*) AS waiting FROM review_queuerow
        WHERE stage = 'open' AND publisher_id IS NOT NULL GROUP BY 1
    ), decided AS (
        SELECT publisher_id, {_DECIDED} FROM review_queuerow
        WHERE {_IN_PERIOD} AND publisher_id IS NOT NULL GROUP BY 1
    )
    SELECT publisher.name, {_LINE} FROM waiting FULL JOIN decided USING (publisher_id)
    JOIN articles_publisher publisher ON publisher.id = publisher_id
    ORDER BY {_MOST}, publisher.name LIMIT %(most)s
"""  # noqa: S608  (put together from our own words)


def by_theme(period: Period) -> list[Line]:
    return [Line(*row) for row in rows_of(_BY_THEME, within(period))]


def by_publisher(period: Period) -> list[Line]:
    return [Line(*row) for row in rows_of(_BY_PUBLISHER, within(period))]


# -- People ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Work:
    """What one person did in the period."""

    person_id: int
    approved: int
    rejected: int
    unsure: int
    taken_back: int
    written: int
    an_hour: float | None
    """Decisions in an hour of work; none where they never made two in a row."""

    @property
    def decisions(self) -> int:
        return self.approved + self.rejected + self.unsure


_WORK_OF_PEOPLE = """
    WITH said AS (
        SELECT person_id, verdict, withdrawn.id IS NOT NULL AS taken_back,
            made_at - lag(made_at) OVER (PARTITION BY person_id ORDER BY made_at) AS since
        FROM review_decision decision
        LEFT JOIN review_withdrawal withdrawn ON withdrawn.decision_id = decision.id
        WHERE made_at >= %(starts)s AND made_at < %(ends)s
            AND (%(person)s::bigint IS NULL OR person_id = %(person)s)
    ), decided AS (
        SELECT person_id,
            count(*) FILTER (WHERE verdict = 'approve') AS approved,
            count(*) FILTER (WHERE verdict = 'reject') AS rejected,
            count(*) FILTER (WHERE verdict = 'unsure') AS unsure,
            count(*) FILTER (WHERE taken_back) AS taken_back,
            count(*) FILTER (WHERE since <= %(pause)s) * 3600.0
                / NULLIF(extract(epoch FROM sum(since) FILTER (WHERE since <= %(pause)s)), 0)
                AS an_hour
        FROM said GROUP BY person_id
    ), wrote AS (
        SELECT written_by_id AS person_id, count(*) AS written FROM review_taskversion
        WHERE written_by_id IS NOT NULL AND written_at >= %(starts)s AND written_at < %(ends)s
            AND (%(person)s::bigint IS NULL OR written_by_id = %(person)s)
        GROUP BY 1
    )
    SELECT person_id, COALESCE(approved, 0), COALESCE(rejected, 0), COALESCE(unsure, 0),
        COALESCE(taken_back, 0), COALESCE(written, 0), an_hour::float
    FROM decided FULL JOIN wrote USING (person_id)
    ORDER BY COALESCE(approved, 0) + COALESCE(rejected, 0) + COALESCE(unsure, 0) DESC, person_id
"""


def work_of_people(period: Period, person_id: int | None) -> list[Work]:
    """Count what this person did, or everybody."""
    asked = within(period) | {"person": person_id, "pause": PAUSE}
    return [Work(*row) for row in rows_of(_WORK_OF_PEOPLE, asked)]


# -- Rules -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the finder, and how much of what it found people approved, in whatever words."""

    rule: str
    approved: Share


def precision_of_rules(not_rules: Iterable[str]) -> list[Rule]:
    """Count over all that was ever decided: rules change seldom, and the more cases the better.

    PostgreSQL sees to it that no seeded error is among them.
    """
    decided = ExtractedTask.objects.filter(state__in=DECIDED)
    counted = (
        decided.exclude(rule__in=["", *not_rules])
        .order_by()
        .values_list("rule")
        .annotate(approved=Count("rule", filter=Q(state=State.APPROVED)), decided=Count("rule"))
        .order_by("-decided", "rule")
    )
    return [Rule(rule, Share(approved, decided)) for rule, approved, decided in counted]
