"""Every edition, newest first."""

from typing import TYPE_CHECKING

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.feeds.forms import Published
from portal.models import Edition

if TYPE_CHECKING:
    _Feed = Feed[Edition, None]
else:
    _Feed = Feed


class EditionFeed(Published, _Feed):
    description_template = "portal/feed_entry.html"

    def title(self) -> str:
        return _("Duyệt: editions")

    def subtitle(self) -> str:
        return _("Every edition that is published, newest first.")

    description = subtitle

    def link(self) -> str:
        return reverse("home")

    def feed_url(self) -> str:
        return reverse("feed", args=[self.form])

    def items(self) -> QuerySet[Edition]:
        editions = Edition.objects.filter(withdrawal=None).order_by("-pk")
        return editions.prefetch_related("entries", "corrections__entry")[: self.newest]

    def item_title(self, item: Edition) -> str:
        said = {"title": item.title, "number": item.number}
        return _("%(title)s, edition %(number)d") % said

    def item_link(self, item: Edition) -> str:
        return reverse("edition", args=[item.slug, item.number])

    def item_guid(self, item: Edition) -> str:
        """Name it without an address, which may move to another host."""
        return item.uuid.urn
