"""Official documents: what they are is read from the articles that cite them."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from articles.actions.official_documents import title_document
from articles.admin.generic import person
from articles.admin.paging import CappedPaginator
from articles.admin.refusals import RefusalsAsErrors
from articles.models import OfficialDocument
from articles.queries.documents import citing_articles, search_documents, with_counts

CITING_ON_A_PAGE = 50


@admin.register(OfficialDocument)
class OfficialDocumentAdmin(RefusalsAsErrors):
    list_display = ["__str__", "issuer", "issued_on", "title", "articles_shown"]
    sortable_by = ()
    search_fields = ["number"]  # shows the search box; `get_search_results` looks further
    search_help_text = _("Words of kind, number, issuer or title, with or without marks.")
    paginator = CappedPaginator
    show_full_result_count = False
    fields = ["kind", "number", "issuer", "issued_on", "title"]
    readonly_fields = ["kind", "number", "issuer", "issued_on"]
    change_form_template = "admin/articles/officialdocument/change_form.html"

    class Media:
        css = {"all": ["articles/article.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[OfficialDocument]:
        documents: QuerySet[OfficialDocument] = super().get_queryset(request)
        return with_counts(documents)

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
            context["citing"] = paginator.get_page(request.GET.get("page"))
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=_("cited by"))
    def articles_shown(self, document: Any) -> int:
        count: int = document.articles_count
        return count
