"""Whose turn it is: starters share the workers fairly, and the imports of each what is its share.

A starter is a person or the desk itself, together with the way of starting: what another system
sends with somebody's token stands beside what that person uploads, not before it.

Both reads cost the same with ten items and with millions waiting: what is under way is few by its
bound, of each starter a few imports are looked at, and of each import the first rows of an index.
"""

from django.db import connection

from articles.queries.pulses import SILENT_AFTER

ALWAYS_UNDER_WAY = 8
"""Items that may be under way where workers are few, or have not been heard of yet."""
UNDER_WAY_A_SLOT = 2
"""One in work and one at hand for each thing that the workers do at once."""
JOBS_LOOKED_AT = 50
"""Imports of a starter, thrice: its oldest, some from anywhere, so that each has its chance, and
those of as many items as have been due for longest, so that a few among many are seen at once."""

_UNDER_WAY = """
SELECT
    (SELECT count(*) FROM articles_importitem
        WHERE announced AND leased_until > statement_timestamp()),
    (SELECT coalesce(sum(slots), 0) FROM articles_workerpulse
        WHERE kind = 'worker' AND last_at > statement_timestamp() - interval '1 second' * %s)
"""

# Jumps from starter to starter, and from import to import of each, in the index of open items; what
# is due comes from another, in which it stands before all that is not. Both are ordered as they
# are, so that no other index is taken.
# Whose fewest items are under way is next; of several starters, any; of several imports of one,
# that which waits longest for its turn.
_NEXT = """
WITH RECURSIVE starter AS (
    (
        SELECT starter AS who FROM articles_importitem WHERE state IN ('waiting', 'running')
        ORDER BY starter, job_id, leased_until, id LIMIT 1
    )
    UNION ALL
    SELECT later.starter FROM starter CROSS JOIN LATERAL (
        SELECT item.starter FROM articles_importitem item
        WHERE state IN ('waiting', 'running') AND item.starter > starter.who
        ORDER BY item.starter, job_id, leased_until, id LIMIT 1
    ) later
),
walk AS (
    SELECT who, place.start FROM starter CROSS JOIN LATERAL (
        SELECT job_id AS job FROM articles_importitem
        WHERE state IN ('waiting', 'running') AND articles_importitem.starter = who
        ORDER BY articles_importitem.starter, job_id, leased_until, id LIMIT 1
    ) first
    CROSS JOIN LATERAL (
        SELECT job_id AS job FROM articles_importitem
        WHERE state IN ('waiting', 'running') AND articles_importitem.starter = who
        ORDER BY articles_importitem.starter DESC, job_id DESC, leased_until DESC, id DESC LIMIT 1
    ) last
    CROSS JOIN LATERAL (
        VALUES (first.job), (first.job + floor(random() * (last.job - first.job + 1))::bigint)
    ) place (start)
),
looked_at AS (
    SELECT who, start - 1 AS job, NULL::timestamptz AS due, 0 AS step FROM walk
    UNION ALL
    SELECT who, later.job_id, later.leased_until, step + 1
    FROM looked_at CROSS JOIN LATERAL (
        SELECT job_id, leased_until FROM articles_importitem item
        WHERE state IN ('waiting', 'running')
            AND item.starter = looked_at.who AND item.job_id > looked_at.job
        ORDER BY item.starter, job_id, leased_until, id LIMIT 1
    ) later
    WHERE step < %(jobs)s
),
longest_due AS (
    SELECT who, item.job_id AS job, item.leased_until AS due
    FROM starter CROSS JOIN LATERAL (
        SELECT job_id, leased_until FROM articles_importitem
        WHERE state IN ('waiting', 'running') AND articles_importitem.starter = who
        ORDER BY articles_importitem.starter, leased_until LIMIT %(jobs)s
    ) item
),
ready_job AS (
    SELECT DISTINCT who, job AS id FROM (
        SELECT who, job, due FROM looked_at UNION ALL SELECT who, job, due FROM longest_due
    ) seen
    JOIN articles_importjob ON articles_importjob.id = job AND cancelled_at IS NULL
    WHERE due <= statement_timestamp()
),
under_way AS (
    SELECT starter, job_id, count(*) AS items FROM articles_importitem
    WHERE announced AND leased_until > statement_timestamp() GROUP BY starter, job_id
),
in_turn AS (
    SELECT due.id, who, row_number() OVER (
        PARTITION BY who
        ORDER BY
            coalesce(under_way.items, 0) + due.place,
            coalesce(last_turn.at, due.leased_until),
            ready_job.id
    ) AS place
    FROM ready_job
    LEFT JOIN under_way ON under_way.job_id = ready_job.id
    CROSS JOIN LATERAL (
        SELECT max(finished_at) AS at FROM articles_importitem
        WHERE job_id = ready_job.id AND finished_at IS NOT NULL
    ) last_turn
    CROSS JOIN LATERAL (
        SELECT id, leased_until, row_number() OVER (ORDER BY leased_until, id) AS place FROM (
            SELECT id, leased_until FROM articles_importitem
            WHERE starter = who AND job_id = ready_job.id AND state IN ('waiting', 'running')
                AND leased_until <= statement_timestamp()
            ORDER BY starter, job_id, leased_until, id LIMIT %(items)s
        ) first
    ) due
)
SELECT id FROM in_turn
LEFT JOIN (
    SELECT starter, sum(items) AS items FROM under_way GROUP BY starter
) share ON share.starter = who
ORDER BY coalesce(share.items, 0) + place, random()
LIMIT %(items)s
"""


def room() -> int:
    """How many more items may be rung for: enough to keep the workers busy, and no flood."""
    under_way, places = _under_way()
    return max(0, places - under_way)


def runs_low() -> bool:
    """Whether the workers will soon have nothing at hand."""
    under_way, places = _under_way()
    return 2 * under_way <= places


def next_in_turn(items: int) -> list[int]:
    """Give the items that are to be rung for next, taking turns between starters."""
    if not items:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, {"items": items, "jobs": JOBS_LOOKED_AT})
        return [item for (item,) in cursor.fetchall()]


def _under_way() -> tuple[int, int]:
    """Count the items that are under way, and those that may be."""
    with connection.cursor() as cursor:
        cursor.execute(_UNDER_WAY, [SILENT_AFTER.total_seconds()])
        under_way, slots = cursor.fetchone()
    return int(under_way), max(ALWAYS_UNDER_WAY, UNDER_WAY_A_SLOT * int(slots))
