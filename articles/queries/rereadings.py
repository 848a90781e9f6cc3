"""How a re-reading goes, and what it changed."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Sum

from articles.models import Rereading, RereadingChange


@dataclass(frozen=True, slots=True)
class Progress:
    """Articles in all, read again so far, and those of them that changed."""

    articles: int
    done: int
    changed: int


def progress_of(rereading: Rereading) -> Progress:
    sums = rereading.slices.aggregate(done=Sum("done"), changed=Sum("changed"))
    return Progress(rereading.articles, sums["done"] or 0, sums["changed"] or 0)


def tally_of(rereading: Rereading) -> dict[tuple[str, str], int]:
    """Count the changes by what and how."""
    rows = rereading.changes.order_by().values_list("what", "how").annotate(Count("pk"))
    return {(what, how): count for what, how, count in rows}


def changes_of(rereading: Rereading, what: str = "", how: str = "") -> QuerySet[RereadingChange]:
    """Give the changes with their articles, all or of one sort, in the order they were made."""
    wanted = Q()
    if what:
        wanted &= Q(what=what)
    if how:
        wanted &= Q(how=how)
    return rereading.changes.filter(wanted).select_related("article").order_by("pk")
