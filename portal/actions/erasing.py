"""When an article is erased for good: published ones may not be, lists let go of the others.

Withdrawn editions keep what they published, and whoever erases is told so.
"""

from collections.abc import Iterable

from django.db import OperationalError
from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import Article
from articles.refusal import Refused
from portal.actions.locking import mark_changed
from portal.models import CuratedList, Edition, Entry


def let_go_of_article(article: Article) -> None:
    """Refuse if readers rely on it; tell the lists that its entries, which go with it, are gone."""
    published = Edition.objects.filter(
        entries__article_number=article.pk, withdrawal=None
    ).distinct()
    if published:
        raise Refused(
            _("“%(article)s” stands in published editions: %(editions)s. Withdraw them first.")
            % {"article": article, "editions": "; ".join(map(str, published))}
        )
    entries = Entry.objects.filter(Q(article=article) | Q(task__article=article))
    for curated_list in _held(entries.values_list("curated_list", flat=True)):
        mark_changed(curated_list)
        curated_list.save()


def copies_left_of(article: Article) -> list[str]:
    """Say which withdrawn editions go on holding what they published of it: they are frozen."""
    withdrawn = Edition.objects.filter(
        entries__article_number=article.pk, withdrawal__isnull=False
    ).distinct()
    return [
        _(
            "The withdrawn edition “%(edition)s” keeps a copy of what it published of this"
            " article. Readers do not see it; the desk does."
        )
        % {"edition": edition}
        for edition in withdrawn
    ]


def _held(numbers: Iterable[int]) -> list[CuratedList]:
    """Lock without waiting: whoever publishes locks the list first and then its articles."""
    lists = CuratedList.objects.select_for_update(nowait=True).filter(pk__in=list(numbers))
    try:
        return list(lists.order_by("pk"))
    except OperationalError:
        raise Refused(
            _("Somebody is working on a list with this article right now. Please try again.")
        ) from None
