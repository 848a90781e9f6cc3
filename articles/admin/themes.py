"""The vocabulary: themes with their spellings."""

from __future__ import annotations

from typing import Any

import taggit.admin  # noqa: F401  (it registers taggit's own tags)
from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget, AdminTextInputWidget
from django.db.models import F, Field, Model, QuerySet
from django.forms.formsets import DELETION_FIELD_NAME
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag

from articles.actions.vocabulary import (
    add_spelling,
    create_theme,
    delete_theme,
    describe_theme,
    remove_spelling,
    rename_theme,
)
from articles.admin.fields import LinesField
from articles.admin.generic import AnyInline, AnyInlineFormSet, person
from articles.admin.paging import CappedPaginator
from articles.admin.refusals import RefusalsAsErrors
from articles.admin.theme_pages import ThemePages
from articles.models import Theme, ThemeSpelling
from articles.queries.themes import is_used, search_themes, with_counts

admin.site.unregister(Tag)  # they are not in use here


class SpellingForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = ThemeSpelling
        fields = ["text"]
        widgets = {"text": AdminTextInputWidget(attrs={"aria-label": _("Spelling")})}


class SpellingFormSet(AnyInlineFormSet):
    def add_fields(self, form: Any, index: int | None) -> None:
        """Name the box that removes a spelling; the stock admin leaves it without a label."""
        super().add_fields(form, index)
        if DELETION_FIELD_NAME in form.fields:
            form.fields[DELETION_FIELD_NAME].widget.attrs["aria-label"] = _("Remove this spelling")


class SpellingInline(AnyInline):
    """The other ways to write a theme; its own name is edited above."""

    model = ThemeSpelling
    form = SpellingForm
    formset = SpellingFormSet
    verbose_name = _("other spelling")
    verbose_name_plural = _("other spellings")
    extra = 1

    def get_queryset(self, request: HttpRequest) -> QuerySet[ThemeSpelling]:
        return super().get_queryset(request).exclude(key=F("theme__key"))

    def has_view_permission(self, request: HttpRequest, _obj: Model | None = None) -> bool:
        return request.user.has_perm("articles.view_theme")

    def has_change_permission(self, request: HttpRequest, _obj: Model | None = None) -> bool:
        return request.user.has_perm("articles.change_theme")

    def has_add_permission(self, request: HttpRequest, _obj: Model | None = None) -> bool:
        return request.user.has_perm("articles.change_theme")

    def has_delete_permission(self, request: HttpRequest, _obj: Model | None = None) -> bool:
        return request.user.has_perm("articles.change_theme")


@admin.register(Theme)
class ThemeAdmin(ThemePages, RefusalsAsErrors):
    list_display = ["name", "parent", "articles_shown", "spellings_shown"]
    list_select_related = ["parent"]
    sortable_by = ()
    search_fields = ["name"]  # shows the search box; `get_search_results` looks at all spellings
    search_help_text = _("Words of any spelling, with or without marks.")
    paginator = CappedPaginator
    show_full_result_count = False
    fields = ["name", "parent", "excludes", "note"]
    autocomplete_fields = ["parent"]
    inlines = [SpellingInline]
    change_form_template = "admin/articles/theme/change_form.html"

    class Media:
        css = {"all": ["articles/marking.css", "articles/themes.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Theme]:
        themes: QuerySet[Theme] = super().get_queryset(request)
        return with_counts(themes).prefetch_related("spellings")

    def get_search_results(
        self, _request: HttpRequest, queryset: QuerySet[Theme], search_term: str
    ) -> tuple[QuerySet[Theme], bool]:
        return search_themes(queryset, search_term), False

    def has_delete_permission(self, request: HttpRequest, obj: Theme | None = None) -> bool:
        """Offer it for a single theme that was never used; nobody deletes many at once."""
        return obj is not None and super().has_delete_permission(request, obj) and not is_used(obj)

    def formfield_for_dbfield(
        self, db_field: Field[Any, Any], request: HttpRequest, **options: Any
    ) -> forms.Field | None:
        if db_field.name == "excludes":
            return LinesField(
                label=_("Not in"),
                required=False,
                widget=AdminTextareaWidget({"rows": 4}),
                help_text=_("Longer phrases in which the words do not count, one on each line."),
            )
        if db_field.name == "note":
            options["widget"] = AdminTextareaWidget({"rows": 4})
        return super().formfield_for_dbfield(db_field, request, **options)

    def save_model(self, request: HttpRequest, obj: Theme, form: Any, change: bool) -> None:
        values = {name: form.cleaned_data[name] for name in ("parent", "note", "excludes")}
        if change:
            rename_theme(person(request), obj, form.cleaned_data["name"])
            describe_theme(person(request), obj, **values)
        else:
            made = create_theme(person(request), form.cleaned_data["name"], **values)
            obj.__dict__.update(made.__dict__)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:  # noqa: ARG002
        formset.save(commit=False)
        for spelling in formset.deleted_objects:
            remove_spelling(person(request), spelling)
        for spelling, _fields in formset.changed_objects:
            remove_spelling(person(request), ThemeSpelling.objects.get(pk=spelling.pk))
            add_spelling(person(request), form.instance, spelling.text)
        for spelling in formset.new_objects:
            add_spelling(person(request), form.instance, spelling.text)

    def delete_model(self, request: HttpRequest, obj: Theme) -> None:
        delete_theme(person(request), obj)

    @admin.display(description=_("articles"))
    def articles_shown(self, theme: Any) -> int:
        count: int = theme.articles_count
        return count

    @admin.display(description=_("other spellings"))
    def spellings_shown(self, theme: Theme) -> str:
        return " · ".join(
            spelling.text for spelling in theme.spellings.all() if spelling.key != theme.key
        )
