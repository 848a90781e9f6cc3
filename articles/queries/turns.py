"""Whose turn it is: imports share the workers fairly, whatever their size.

Both reads cost the same with ten items and with millions waiting: what is under way is few by its
bound, and of each import only the first rows of an index are looked at.
"""

from django.db import connection

from articles.queries.open_jobs import OPEN_JOBS
from articles.queries.pulses import SILENT_AFTER

ALWAYS_UNDER_WAY = 8
"""Items that may be under way where workers are few, or have not been heard of yet."""
UNDER_WAY_A_SLOT = 2
"""One in work and one at hand for each thing that the workers do at once."""
JOBS_AT_ONCE = 200

_UNDER_WAY = """
SELECT
    (SELECT count(*) FROM articles_importitem
        WHERE announced AND leased_until > statement_timestamp()),
    (SELECT coalesce(sum(slots), 0) FROM articles_workerpulse
        WHERE kind = 'worker' AND last_at > statement_timestamp() - interval '1 second' * %s)
"""

# Jumps from import to import in the index of open items. Whose fewest items are under way is next;
# of several, whose turn was longest ago; of those that had none, whoever came first.
_NEXT = f"""
WITH RECURSIVE {OPEN_JOBS},
ready_job AS (
    SELECT open_job.id FROM open_job
    JOIN articles_importjob job ON job.id = open_job.id AND job.cancelled_at IS NULL
    WHERE EXISTS (
        SELECT FROM articles_importitem due
        WHERE due.job_id = open_job.id AND due.state IN ('waiting', 'running')
            AND due.leased_until <= statement_timestamp()
    )
    LIMIT %(jobs)s
),
under_way AS (
    SELECT job_id, count(*) AS items FROM articles_importitem
    WHERE announced AND leased_until > statement_timestamp() GROUP BY job_id
)
SELECT due.id
FROM ready_job
LEFT JOIN under_way ON under_way.job_id = ready_job.id
CROSS JOIN LATERAL (
    SELECT max(finished_at) AS at FROM articles_importitem
    WHERE job_id = ready_job.id AND finished_at IS NOT NULL
) last_turn
CROSS JOIN LATERAL (
    SELECT id, row_number() OVER (ORDER BY leased_until, id) AS place FROM (
        SELECT id, leased_until FROM articles_importitem
        WHERE job_id = ready_job.id AND state IN ('waiting', 'running')
            AND leased_until <= statement_timestamp()
        ORDER BY leased_until, id LIMIT %(items)s
    ) first
) due
ORDER BY coalesce(under_way.items, 0) + due.place, last_turn.at NULLS FIRST, ready_job.id
LIMIT %(items)s
"""  # noqa: S608 - no values in it


def room() -> int:
    """How many more items may be rung for: enough to keep the workers busy, and no flood."""
    under_way, places = _under_way()
    return max(0, places - under_way)


def runs_low() -> bool:
    """Whether the workers will soon have nothing at hand."""
    under_way, places = _under_way()
    return 2 * under_way <= places


def next_in_turn(items: int) -> list[int]:
    """Give the items that are to be rung for next, taking turns between imports."""
    if not items:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, {"items": items, "jobs": JOBS_AT_ONCE})
        return [item for (item,) in cursor.fetchall()]


def _under_way() -> tuple[int, int]:
    """Count the items that are under way, and those that may be."""
    with connection.cursor() as cursor:
        cursor.execute(_UNDER_WAY, [SILENT_AFTER.total_seconds()])
        under_way, slots = cursor.fetchone()
    return int(under_way), max(ALWAYS_UNDER_WAY, UNDER_WAY_A_SLOT * int(slots))
