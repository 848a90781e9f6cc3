"""Imports that have not ended, found by jumping from one to the next in the index of open items.

So their number counts, and not that of the items that wait.
"""

from django.db import connection

OPEN_JOBS = """
open_job AS (
    (
        SELECT starter, job_id AS id, leased_until AS due FROM articles_importitem
        WHERE state IN ('waiting', 'running')
        ORDER BY starter, job_id, leased_until, id LIMIT 1
    )
    UNION ALL
    SELECT later.* FROM open_job CROSS JOIN LATERAL (
        SELECT starter, job_id, leased_until FROM articles_importitem item
        WHERE state IN ('waiting', 'running')
            AND (item.starter, item.job_id) > (open_job.starter, open_job.id)
        ORDER BY starter, job_id, leased_until, item.id LIMIT 1
    ) later
)
"""
"""For a WITH RECURSIVE; `due` is when the first of its items is. Ordered as that index is, so that
no other is taken, in which items that ended would have to be passed over one by one."""

_CANCELLED = f"""
WITH RECURSIVE {OPEN_JOBS}
SELECT job.id FROM open_job JOIN articles_importjob job USING (id)
WHERE job.cancelled_at IS NOT NULL
"""  # noqa: S608 - no values in it


def cancelled_with_open_items() -> list[int]:
    """Give the imports that are being cancelled."""
    with connection.cursor() as cursor:
        cursor.execute(_CANCELLED)
        return [job for (job,) in cursor.fetchall()]
