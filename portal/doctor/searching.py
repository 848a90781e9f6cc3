"""Whether search finds what is published, and nothing else."""

from django.db.models import Exists, OuterRef

from portal.doctor.checkup import Checkup, failing, well
from portal.models import SearchRow
from portal.queries.editions import newest_entries


def index() -> Checkup:
    kept = SearchRow.objects.filter(entry=OuterRef("pk"))
    missing = newest_entries().filter(~Exists(kept)).count()
    spoken = newest_entries().filter(pk=OuterRef("entry"))
    stale = SearchRow.objects.filter(~Exists(spoken)).count()
    if missing or stale:
        return failing(
            "search",
            f"{missing} published entries are not in the index, {stale} in it are not published:"
            " run index_published",
        )
    return well("search", "the index has what is published")
