"""What there is to read, for search engines: every page that lasts, in both languages."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.core.paginator import Page, Paginator
from django.db.models import Max, Model, QuerySet
from django.db.models.functions import Greatest
from django.urls import reverse

from portal.models import (
    CuratedList,
    Edition,
    EditionCorrection,
    EditionEntry,
    EditionEntryDocument,
    EditionEntryTheme,
)
from portal.queries.documents import published_documents
from portal.queries.editions import published_themes, standing_editions

PAGES: Final = ["home", "lists", "themes", "documents", "about"]
ON_A_PAGE: Final = 10_000

if TYPE_CHECKING:
    _Pages = Sitemap[str]
    _Editions = Sitemap[Edition]
    _Articles = Sitemap[tuple[int, datetime]]
    _Documents = Sitemap[EditionEntryDocument]
    _Themes = Sitemap[EditionEntryTheme]
    _Paginator = Paginator[Any]
else:
    _Paginator = Paginator
    _Pages = _Editions = _Articles = _Documents = _Themes = Sitemap


class InEachLanguage(_Paginator):
    """Django's own way reads all there is before it takes a page of it."""

    def page(self, number: int | str) -> Page[Any]:
        number = self.validate_number(number)
        said = [(item, code) for item in self.rows(number) for code, _name in settings.LANGUAGES]
        return Page(said, number, self)

    def rows(self, number: int) -> Any:
        return super().page(number).object_list


class ByNumber(InEachLanguage):
    """The first page has the rows with numbers up to 10,000, the second those up to 20,000.

    So no page counts what stands before it, and what is withdrawn leaves all others as they are.
    """

    def __init__(self, rows: QuerySet[Any, Any], column: str, all_of: type[Model]) -> None:
        super().__init__(rows, ON_A_PAGE)
        self.all_rows = rows
        self.column = column
        self.all_of = all_of

    @cached_property
    def num_pages(self) -> int:
        column = self.column.rpartition("__")[2]
        biggest = self.all_of._default_manager.aggregate(biggest=Max(column))["biggest"]
        return ((biggest or 1) - 1) // ON_A_PAGE + 1

    def rows(self, number: int) -> Any:
        last = number * ON_A_PAGE
        between = {f"{self.column}__gt": last - ON_A_PAGE, f"{self.column}__lte": last}
        return self.all_rows.filter(**between)


class InBothLanguages:
    i18n = True
    alternates = True

    @property
    def paginator(self) -> InEachLanguage:
        return InEachLanguage(self.items(), ON_A_PAGE)  # type: ignore[attr-defined]


class Pages(InBothLanguages, _Pages):
    def items(self) -> list[str]:
        return PAGES

    def location(self, item: str) -> str:
        return reverse(item)


class Numbered(InBothLanguages):
    """Pages of what grows with each edition: by number, and as new as what is published."""

    column: str
    all_of: type[Model]

    @property
    def paginator(self) -> InEachLanguage:
        return ByNumber(self.items(), self.column, self.all_of)  # type: ignore[attr-defined]

    def get_latest_lastmod(self) -> datetime | None:
        return _newest()


class Lists(Numbered, _Editions):
    """A list's own address, which shows its newest edition."""

    column = "curated_list__id"
    all_of: type[Model] = CuratedList

    def items(self) -> QuerySet[Edition]:
        return _changed(standing_editions())

    def location(self, item: Edition) -> str:
        return reverse("list", args=[item.slug])

    def lastmod(self, item: Edition) -> datetime:
        changed_at: datetime = item.changed_at  # type: ignore[attr-defined]
        return changed_at


class Editions(Lists):
    column = "id"
    all_of = Edition

    def items(self) -> QuerySet[Edition]:
        return _changed(Edition.objects.filter(withdrawal=None).order_by("-pk"))

    def location(self, item: Edition) -> str:
        return reverse("edition", args=[item.slug, item.number])


class Articles(Numbered, _Articles):
    """Each with when it was last published or corrected."""

    column = "article_number"
    all_of = EditionEntry

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


class Documents(Numbered, _Documents):
    column = "document_number"
    all_of = EditionEntryDocument

    def items(self) -> QuerySet[EditionEntryDocument]:
        documents = published_documents().order_by("-document_number")
        return documents.select_related("entry__edition")

    def location(self, item: EditionEntryDocument) -> str:
        return reverse("document", args=[item.slug])

    def lastmod(self, item: EditionEntryDocument) -> datetime:
        return item.entry.edition.published_at


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
    standing = Edition.objects.filter(withdrawal=None).order_by("-published_at", "-pk")
    corrected = EditionCorrection.objects.filter(edition__withdrawal=None).order_by("-pk")
    moments = (
        standing.values_list("published_at", flat=True).first(),
        corrected.values_list("corrected_at", flat=True).first(),
    )
    return max(filter(None, moments), default=None)


SITEMAPS: Final[dict[str, type[Sitemap[Any]] | Sitemap[Any]]] = {
    "trang": Pages,
    "danh-muc": Lists,
    "an-ban": Editions,
    "bai-viet": Articles,
    "van-ban": Documents,
    "chu-de": Themes,
}
