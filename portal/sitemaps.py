"""What there is to read, for search engines: every page that lasts, in both languages."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.core.paginator import Page, Paginator
from django.db.models import Max, QuerySet
from django.db.models.functions import Greatest
from django.urls import reverse

from portal.models import Edition, EditionEntry, EditionEntryTheme
from portal.queries.editions import published_themes, standing_editions

PAGES: Final = ["home", "lists", "themes", "about"]

if TYPE_CHECKING:
    _Pages = Sitemap[str]
    _Editions = Sitemap[Edition]
    _Articles = Sitemap[tuple[int, datetime]]
    _Themes = Sitemap[EditionEntryTheme]
    _Paginator = Paginator[Any]
else:
    _Paginator = Paginator
    _Pages = _Editions = _Articles = _Themes = Sitemap


class InEachLanguage(_Paginator):
    """Django's own way reads all there is before it takes a page of it."""

    def page(self, number: int | str) -> Page[Any]:
        items = super().page(number).object_list
        said = [(item, code) for item in items for code, _name in settings.LANGUAGES]
        return Page(said, int(number), self)


class InBothLanguages:
    i18n = True
    alternates = True
    limit = 10_000

    @property
    def paginator(self) -> InEachLanguage:
        return InEachLanguage(self.items(), self.limit)  # type: ignore[attr-defined]


class Pages(InBothLanguages, _Pages):
    def items(self) -> list[str]:
        return PAGES

    def location(self, item: str) -> str:
        return reverse(item)


class Lists(InBothLanguages, _Editions):
    """A list's own address, which shows its newest edition."""

    def items(self) -> QuerySet[Edition]:
        return _changed(standing_editions())

    def location(self, item: Edition) -> str:
        return reverse("list", args=[item.slug])

    def lastmod(self, item: Edition) -> datetime:
        changed_at: datetime = item.changed_at  # type: ignore[attr-defined]
        return changed_at

    def get_latest_lastmod(self) -> datetime | None:
        return _newest()


class Editions(Lists):
    def items(self) -> QuerySet[Edition]:
        return _changed(Edition.objects.filter(withdrawal=None).order_by("-pk"))

    def location(self, item: Edition) -> str:
        return reverse("edition", args=[item.slug, item.number])


class Articles(InBothLanguages, _Articles):
    """Each with when it was last published or corrected."""

    def items(self) -> QuerySet[EditionEntry, tuple[int, datetime]]:
        entries = EditionEntry.objects.filter(edition__withdrawal=None)
        dated = entries.values("article_number").annotate(
            at=Greatest(Max("edition__published_at"), Max("corrections__corrected_at"))
        )
        return dated.order_by("-article_number").values_list("article_number", "at")

    def location(self, item: tuple[int, datetime]) -> str:
        return reverse("article", args=[item[0]])

    def lastmod(self, item: tuple[int, datetime]) -> datetime:
        return item[1]

    def get_latest_lastmod(self) -> datetime | None:
        return _newest()


class Themes(InBothLanguages, _Themes):
    def items(self) -> list[EditionEntryTheme]:
        return published_themes()

    def location(self, item: EditionEntryTheme) -> str:
        return reverse("theme", args=[item.slug])


def _changed(editions: QuerySet[Edition]) -> QuerySet[Edition]:
    """Say of each when it was published, or corrected last; PostgreSQL passes over what is null."""
    corrected_at = Max("corrections__corrected_at")
    return editions.annotate(changed_at=Greatest("published_at", corrected_at))


def _newest() -> datetime | None:
    standing = Edition.objects.filter(withdrawal=None)
    newest = standing.aggregate(
        at=Max("published_at"), corrected_at=Max("corrections__corrected_at")
    )
    return max(filter(None, newest.values()), default=None)


SITEMAPS: Final[dict[str, type[Sitemap[Any]] | Sitemap[Any]]] = {
    "trang": Pages,
    "danh-muc": Lists,
    "an-ban": Editions,
    "bai-viet": Articles,
    "chu-de": Themes,
}
