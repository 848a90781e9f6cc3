"""Publishers at the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Field, QuerySet, URLField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.actions.publishers import change_publisher, create_publisher
from articles.admin.generic import person
from articles.admin.paging import CappedPaginator
from articles.admin.refusals import RefusalsAsErrors
from articles.models import Publisher
from articles.queries.publishers import search_publishers, with_counts


@admin.register(Publisher)
class PublisherAdmin(RefusalsAsErrors):
    list_display = ["name", "website", "articles_shown"]
    sortable_by = ()
    search_fields = ["name"]
    search_help_text = _("Words of the name, with or without marks.")
    paginator = CappedPaginator
    show_full_result_count = False
    fields = ["name", "website", "full_text_allowed"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Publisher]:
        publishers: QuerySet[Publisher] = super().get_queryset(request)
        return with_counts(publishers)

    def get_search_results(
        self, _request: HttpRequest, queryset: QuerySet[Publisher], search_term: str
    ) -> tuple[QuerySet[Publisher], bool]:
        return search_publishers(queryset, search_term), False

    def has_delete_permission(self, _request: HttpRequest, _obj: Publisher | None = None) -> bool:
        return False  # articles rely on it

    def formfield_for_dbfield(
        self, db_field: Field[Any, Any], request: HttpRequest, **options: Any
    ) -> forms.Field | None:
        if isinstance(db_field, URLField):
            options["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **options)

    def save_model(self, request: HttpRequest, obj: Publisher, form: Any, change: bool) -> None:
        if change:
            change_publisher(person(request), obj, **form.cleaned_data)
        else:
            made = create_publisher(person(request), **form.cleaned_data)
            obj.__dict__.update(made.__dict__)

    @admin.display(description=_("articles"))
    def articles_shown(self, publisher: Any) -> int:
        count: int = publisher.articles_count
        return count
