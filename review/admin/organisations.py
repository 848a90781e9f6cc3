"""Bodies with their spellings and their tasks."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextInputWidget
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.generic import AnyInline, person
from articles.admin.more import WithMore
from articles.admin.paging import CappedPaginator
from articles.admin.refusals import RefusalsAsErrors
from articles.asked import number
from review.actions.organisations import body_key, save_organisation
from review.admin.organisation_pages import OrganisationPages
from review.models import Organisation, OrganisationSpelling
from review.queries import tasks_of, with_tasks_counted
from review.queries.naming import besides_its_name, bodies_found, other_spellings

SHOWN = 50


class SpellingForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = OrganisationSpelling
        fields = ["text"]
        widgets = {"text": AdminTextInputWidget(attrs={"aria-label": gettext_lazy("Spelling")})}

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        _refuse_taken(text, self.instance.organisation_id)
        return text


class OrganisationForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Organisation
        fields = ["name"]

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        _refuse_taken(name, self.instance.pk)
        return name


def _refuse_taken(text: str, organisation_id: int | None) -> None:
    key = body_key(text)
    if not key:
        raise forms.ValidationError(_("This is no name."))
    taken = OrganisationSpelling.objects.filter(key=key).select_related("organisation").first()
    if taken and taken.organisation_id != organisation_id:
        raise forms.ValidationError(
            _("This is a spelling of “%(name)s”."), params={"name": taken.organisation}
        )


class SpellingInline(AnyInline):
    model = OrganisationSpelling
    form = SpellingForm
    extra = 1
    verbose_name = gettext_lazy("other spelling")
    verbose_name_plural = gettext_lazy("other spellings")

    def get_queryset(self, request: HttpRequest) -> QuerySet[OrganisationSpelling]:
        return besides_its_name(super().get_queryset(request))

    def has_add_permission(self, request: HttpRequest, _obj: Any = None) -> bool:
        return request.user.has_perm("review.change_organisation")

    def has_change_permission(self, request: HttpRequest, _obj: Any = None) -> bool:
        return request.user.has_perm("review.change_organisation")

    def has_delete_permission(self, request: HttpRequest, _obj: Any = None) -> bool:
        return request.user.has_perm("review.change_organisation")

    def has_view_permission(self, request: HttpRequest, _obj: Any = None) -> bool:
        return request.user.has_perm("review.view_organisation")


class MergedFilter(admin.SimpleListFilter):
    """Bodies that were merged into another are only shown to who asks for them."""

    title = gettext_lazy("state")
    parameter_name = "merged"

    def lookups(self, _request: HttpRequest, _admin: Any) -> list[tuple[str, Any]]:
        return [("yes", _("Merged into another"))]

    def choices(self, changelist: Any) -> Any:
        every, *merged = super().choices(changelist)
        yield every | {"display": _("Not merged")}
        yield from merged

    def queryset(self, _request: HttpRequest, bodies: QuerySet[Any]) -> QuerySet[Any]:
        return bodies.filter(merged_into__isnull=self.value() != "yes")


@admin.register(Organisation)
class OrganisationAdmin(RefusalsAsErrors, WithMore, OrganisationPages):
    form = OrganisationForm
    list_display = ["name", "tasks_count"]
    list_filter = [MergedFilter]
    show_facets = admin.ShowFacets.NEVER
    search_fields = ["name"]  # shows the search box; `get_search_results` looks further
    search_help_text = gettext_lazy(
        "Words of the name or of another spelling, with or without marks."
    )
    ordering = ["sort_key"]
    inlines = [SpellingInline]
    paginator = CappedPaginator
    list_per_page = 50
    show_full_result_count = False

    class Media:
        css = {"all": ["review/review.css", "review/records.css", "articles/documents.css"]}

    def has_delete_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Organisation]:
        return with_tasks_counted(super().get_queryset(request)).select_related("merged_into")

    def get_search_results(
        self, _request: HttpRequest, queryset: QuerySet[Organisation], search_term: str
    ) -> tuple[QuerySet[Organisation], bool]:
        return bodies_found(queryset, search_term), False

    @admin.display(description=gettext_lazy("tasks"))
    def tasks_count(self, organisation: Organisation) -> int:
        return int(getattr(organisation, "tasks", 0))

    def more(self, request: HttpRequest, object_id: str) -> dict[str, Any]:
        body_id = number(object_id) or 0
        return {
            "tasks": tasks_of(body_id)[:SHOWN],
            "merged": Organisation.objects.filter(merged_into=body_id),
            "spellings": other_spellings(body_id),
            "can_change": self.has_change_permission(request),
        }

    def save_model(self, *_args: Any) -> None:
        """Leave it to `save_related`, which has the spellings too."""

    def save_related(
        self,
        request: HttpRequest,
        form: Any,
        formsets: Any,
        _change: bool,
    ) -> None:
        changed: list[OrganisationSpelling] = []
        removed: list[OrganisationSpelling] = []
        for formset in formsets:
            changed += formset.save(commit=False)
            removed += formset.deleted_objects
        save_organisation(person(request), form.instance, changed, removed)
