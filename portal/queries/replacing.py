"""Which edition has taken the place of which: the newest of its list that was not withdrawn."""

from django.db.models import Max, OuterRef, QuerySet, Subquery

from portal.models import Edition


def with_newest(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """Say of each the number of its list's newest edition that stands, as `newest`."""
    standing = Edition.objects.filter(curated_list=OuterRef("curated_list"), withdrawal=None)
    newest = standing.order_by().values("curated_list").annotate(newest=Max("number"))
    return editions.annotate(newest=Subquery(newest.values("newest")))
