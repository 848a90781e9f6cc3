"""What was published on one theme, newest first."""

import uuid
from typing import TYPE_CHECKING

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.feeds.forms import Published
from portal.models import EditionEntry
from portal.queries.editions import PublishedTheme, entries_on, published_theme

if TYPE_CHECKING:
    _Feed = Feed[EditionEntry, PublishedTheme]
else:
    _Feed = Feed


class ThemeFeed(Published, _Feed):
    description_template = "portal/feed_theme_entry.html"

    def get_object(self, _request: HttpRequest, *_args: str, slug: str) -> PublishedTheme:
        theme = published_theme(slug)
        if theme is None:
            raise Http404
        return theme

    def title(self, obj: PublishedTheme) -> str:
        return _("Duyệt: %(theme)s") % {"theme": obj.name}

    def subtitle(self, obj: PublishedTheme) -> str:
        said = {"theme": obj.name}
        return _("Articles and tasks on “%(theme)s” that were published, newest first.") % said

    description = subtitle

    def link(self, obj: PublishedTheme) -> str:
        return reverse("theme", args=[obj.slug])

    def feed_url(self, obj: PublishedTheme) -> str:
        return reverse("theme_feed", args=[obj.slug, self.form])

    def items(self, obj: PublishedTheme) -> QuerySet[EditionEntry]:
        return entries_on(obj).order_by("-pk")[: self.newest]

    def item_title(self, item: EditionEntry) -> str:
        return str(item)

    def item_link(self, item: EditionEntry) -> str:
        address = reverse("edition", args=[item.edition.slug, item.edition.number])
        return f"{address}#muc-{item.position}"

    def item_guid(self, item: EditionEntry) -> str:
        """Name it without an address, which may move to another host."""
        return uuid.uuid5(item.edition.uuid, str(item.position)).urn

    def item_categories(self, item: EditionEntry) -> list[str]:
        return [theme.name for theme in item.themes.all()]
