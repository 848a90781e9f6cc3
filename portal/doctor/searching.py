"""Whether search finds what is published, and nothing else."""

from portal.doctor.checkup import Checkup, failing, well
from portal.queries.indexed import missing_entries, rows_against_permission, stale_rows


def index() -> Checkup:
    missing, stale = missing_entries().count(), stale_rows().count()
    if missing or stale:
        return failing(
            "search",
            f"{missing} published entries are not in the index, {stale} in it are not published:"
            " run index_published",
        )
    if against := rows_against_permission().count():
        return failing(
            "search",
            f"{against} articles are searched by a whole text that readers may not have, or not by"
            " one that they may: beat and a worker put that right within a minute",
        )
    return well("search", "the index has what is published")
