"""Official documents: what they are is read from the articles that cite them."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.actions.official_documents import title_document
from articles.admin.document_pages import DocumentPages
from articles.admin.generic import person
from articles.admin.paging import CappedPaginator
from articles.admin.refusals import RefusalsAsErrors
from articles.models import OfficialDocument
from articles.queries.documents import (
    citing_articles,
    decisions_on,
    kept_apart_from,
    kinds,
    search_documents,
    spellings_of,
    with_counts,
)
from articles.queries.doubts import doubts_counted

CITING_ON_A_PAGE = 50


class KindFilter(admin.SimpleListFilter):
    title = _("kind")
    parameter_name = "kind"

    def lookups(self, _request: HttpRequest, _admin: Any) -> list[tuple[str, str]]:
        return [(kind, kind) for kind in kinds()]

    def queryset(self, _request: HttpRequest, documents: QuerySet[Any]) -> QuerySet[Any]:
        return documents.filter(kind=self.value()) if self.value() else documents


class MergedFilter(admin.SimpleListFilter):
    """Documents that were merged with another are only shown to who asks for them."""

    title = _("state")
    parameter_name = "merged"

    def lookups(self, _request: HttpRequest, _admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("Merged with another"))]

    def choices(self, changelist: Any) -> Any:
        every, *merged = super().choices(changelist)
        yield every | {"display": _("Not merged")}
        yield from merged

    def queryset(self, _request: HttpRequest, documents: QuerySet[Any]) -> QuerySet[Any]:
        return documents.filter(same_as__isnull=self.value() != "yes")


@admin.register(OfficialDocument)
class OfficialDocumentAdmin(RefusalsAsErrors, DocumentPages):
    list_display = ["__str__", "issuer", "issued_shown", "title", "articles_shown"]
    list_filter = [KindFilter, MergedFilter]
    show_facets = admin.ShowFacets.NEVER
    sortable_by = ()
    search_fields = ["number"]  # shows the search box; `get_search_results` looks further
    search_help_text = _("Words of kind, number, issuer or title, with or without marks.")
    paginator = CappedPaginator
    show_full_result_count = False
    fields = ["kind", "number", "issuer", "issued_shown", "title"]
    readonly_fields = ["kind", "number", "issuer", "issued_shown"]
    change_form_template = "admin/articles/officialdocument/change_form.html"
    change_list_template = "admin/articles/officialdocument/change_list.html"

    class Media:
        css = {"all": ["articles/article.css", "articles/marking.css", "articles/documents.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[OfficialDocument]:
        documents: QuerySet[OfficialDocument] = super().get_queryset(request)
        return with_counts(documents).select_related("same_as")

    def get_search_results(
        self, _request: HttpRequest, queryset: QuerySet[OfficialDocument], search_term: str
    ) -> tuple[QuerySet[OfficialDocument], bool]:
        return search_documents(queryset, search_term), False

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_delete_permission(
        self, _request: HttpRequest, _obj: OfficialDocument | None = None
    ) -> bool:
        return False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        context = {"doubts": doubts_counted().told}
        return super().changelist_view(request, context | (extra_context or {}))

    def save_model(
        self, request: HttpRequest, obj: OfficialDocument, form: Any, _change: bool
    ) -> None:
        title_document(person(request), obj, form.cleaned_data["title"])

    def render_change_form(  # noqa: PLR0913, PLR0917  (Django's own arguments)
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: OfficialDocument | None = None,
    ) -> HttpResponse:
        if obj is not None:
            paginator = CappedPaginator(citing_articles(obj), CITING_ON_A_PAGE)
            context |= {
                "citing": paginator.get_page(request.GET.get("page")),
                "spellings": spellings_of(obj),
                "decisions": decisions_on(obj),
                "kept_apart": kept_apart_from(obj),
                "merged": obj.merged.order_by("pk"),
                "can_decide": self.has_change_permission(request, obj),
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=_("issued on"))
    def issued_shown(self, document: OfficialDocument) -> str:
        if document.issued_on:
            return date_format(document.issued_on, "SHORT_DATE_FORMAT")
        if document.term and not document.year and document.figures.isdigit():
            return gettext("term %(number)s") % {"number": document.term}
        if document.period:
            return gettext("not known, cited in articles of %(period)s") % {
                "period": document.period
            }
        return "–"

    @admin.display(description=_("cited by"))
    def articles_shown(self, document: Any) -> int:
        count: int = document.articles_count
        return count
