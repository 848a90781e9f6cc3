"""Imports that have not ended, found by jumping from one to the next in the index of open items.

So their number counts, and not that of the items that wait.
"""

from django.db import connection

OPEN_JOBS = """
open_job AS (
    (
        SELECT job_id AS id FROM articles_importitem WHERE state IN ('waiting', 'running')
        ORDER BY job_id, leased_until, id LIMIT 1
    )
    UNION ALL
    SELECT (
        SELECT later.job_id FROM articles_importitem later
        WHERE later.state IN ('waiting', 'running') AND later.job_id > open_job.id
        ORDER BY later.job_id, later.leased_until, later.id LIMIT 1
    )
    FROM open_job WHERE open_job.id IS NOT NULL
)
"""
"""For a WITH RECURSIVE. Its last row is empty. Ordered as that index is, so that no other is taken,
in which items that ended would have to be passed over one by one."""

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
