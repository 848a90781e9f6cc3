"""Lists that cost the same however long they are: what is counted ends at a bound."""

from functools import cached_property

from articles.admin.generic import AnyPaginator

MOST_COUNTED = 10_000


class CappedPaginator(AnyPaginator):
    """Counts and pages the first 10,000 rows; the pager says "more than" where there are more.

    For `ModelAdmin.paginator`, together with `show_full_result_count = False`.
    """

    most_counted = MOST_COUNTED

    @cached_property
    def count(self) -> int:
        return min(self._counted, self.most_counted)

    @property
    def is_capped(self) -> bool:
        return self._counted > self.most_counted

    @cached_property
    def _counted(self) -> int:
        rows = self.object_list
        if hasattr(rows, "order_by"):
            return int(rows.order_by()[: self.most_counted + 1].count())
        return len(rows)
