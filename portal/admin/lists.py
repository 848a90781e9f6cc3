"""The page of a curated list: what it says, what stands on it, and where it is on its way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import ModelForm, Script
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.generic import person
from articles.admin.more import WithMore
from articles.admin.paging import CappedPaginator
from articles.admin.refusals import RefusalsAsErrors
from articles.asked import number
from articles.refusal import Refused
from portal.actions import (
    Illustration,
    arrange_entries,
    create_list,
    delete_list,
    draw,
    edit_list,
    illustrate,
)
from portal.admin import growing, pick_page, picking, previews, set_times
from portal.admin.forms import BaseEntryFormSet, EntryForm, ListForm
from portal.markdown import rendered
from portal.models import CuratedList, Entry
from portal.queries.lists import with_counts
from portal.queries.schedules import publication_of

if TYPE_CHECKING:
    EntriesInline = admin.StackedInline[Entry, CuratedList]
else:
    EntriesInline = admin.StackedInline


HEAD = ["title", "slug", "introduction", "wants_notes"]
ABOVE = ["title", "slug", "introduction", "introduction_shown", "wants_notes"]
PICTURE = ["picture_shown", "picture_alt", "picture_credit"]


class EntryInline(EntriesInline):
    model = Entry
    form = EntryForm
    formset: Any = BaseEntryFormSet
    template = "admin/portal/curatedlist/entries.html"
    extra = 1
    ordering = ["position", "pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Entry]:
        return super().get_queryset(request).select_related(
            "article__publisher", "task__article__publisher", "task__version"
        )  # fmt: skip

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return request.user.has_perm("portal.change_curatedlist")

    has_change_permission = has_delete_permission = has_add_permission

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        return request.user.has_perm("portal.view_curatedlist")


@admin.register(CuratedList)
class CuratedListAdmin(RefusalsAsErrors, WithMore):
    form = ListForm
    inlines = [EntryInline]
    list_display = [
        "title",
        "state",
        "entries_number",
        "newest_edition",
        "set_for",
        "created_by",
        "submitted_by",
    ]
    list_select_related = ["created_by", "submitted_by"]
    list_filter = ["state"]
    search_fields = ["title"]
    paginator = CappedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    readonly_fields = ["introduction_shown", "picture_shown"]
    change_form_template = "admin/portal/curatedlist/change_form.html"

    class Media:
        css = {"all": ["portal/lists.css"]}
        js = [Script("portal/lists.js", type="module")]

    def get_queryset(self, request: HttpRequest) -> QuerySet[CuratedList]:
        return with_counts(super().get_queryset(request))

    @admin.display(description=gettext_lazy("entries"))
    def entries_number(self, row: Any) -> Any:
        return row.entries_number

    @admin.display(description=gettext_lazy("to be published at"), empty_value="–")
    def set_for(self, row: Any) -> Any:
        return row.set_for

    @admin.display(description=gettext_lazy("newest edition"), empty_value="–")
    def newest_edition(self, row: Any) -> Any:
        return row.newest_edition or None

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Leave out what is typed, for who may only look, and what there is not yet."""
        shown, *said = PICTURE
        has_picture = obj is not None and obj.picture_id is not None
        typed, seen = [], []
        if self.has_change_permission(request, obj):
            typed = ["picture_file", *(["picture_taken_out"] if has_picture else [])]
            seen = ["seen"]
        picture = [*([shown] if has_picture else []), *typed, *said]
        return [
            (None, {"fields": [*ABOVE, *seen]}),
            (_("Lead picture"), {"fields": picture}),
        ]

    @admin.display(description=gettext_lazy("how it reads"))
    def introduction_shown(self, curated_list: CuratedList) -> str:
        return format_html(
            '<div class="list-introduction" lang="vi" hx-post="{}"'
            ' hx-include="#id_introduction, [name=csrfmiddlewaretoken]"'
            ' hx-trigger="input delay:600ms from:#id_introduction">{}</div>',
            reverse("admin:portal_curatedlist_introduction"),
            rendered(curated_list.introduction),
        )

    @admin.display(description=gettext_lazy("lead picture"))
    def picture_shown(self, curated_list: CuratedList) -> str:
        shown = curated_list.picture
        if shown is None:
            return ""
        at = [curated_list.pk, shown.widths[0]]
        return format_html(
            '<img class="list-picture" src="{}" alt="{}">',
            reverse("admin:portal_curatedlist_picture", args=at),
            curated_list.picture_alt,
        )

    def get_urls(self) -> list[URLPattern]:
        def page(address: str, view: Any, name: str) -> Any:
            wrapped = self.admin_site.admin_view(view)
            return path(address, wrapped, name=f"portal_curatedlist_{name}")

        return [
            page("articles/", picking.pick_articles, "articles"),
            page("tasks/", picking.pick_tasks, "tasks"),
            page("introduction/", previews.introduction, "introduction"),
            page("<int:number>/preview/", previews.preview, "preview"),
            page("<int:number>/picture/<int:width>.jpg", previews.picture, "picture"),
            page("<int:number>/pick/", pick_page.pick, "pick"),
            page("<int:number>/growing/", growing.growing, "growing"),
            page("<int:number>/check-sources/", previews.check, "check_sources"),
            page("<int:number>/submit/", previews.submit, "submit"),
            page("<int:number>/send-back/", previews.send_it_back, "send_back"),
            page("<int:number>/publish/", previews.publish, "publish"),
            page("<int:number>/set-time/", set_times.set_publication, "set_time"),
            page("<int:number>/cancel-time/", set_times.cancel_set_publication, "cancel_time"),
            *super().get_urls(),
        ]

    def more(self, _request: HttpRequest, object_id: str) -> dict[str, Any]:
        curated_list = CuratedList(pk=number(object_id) or 0)
        return {
            "editions": curated_list.editions.select_related("withdrawal", "published_by").order_by(
                "-number"
            ),
            "publication": publication_of(curated_list),
        }

    # -- Saving, by actions ------------------------------------------------------------------------

    def save_model(
        self, request: HttpRequest, obj: CuratedList, form: ModelForm[CuratedList], change: bool
    ) -> None:
        typed = form.cleaned_data
        file = typed.get("picture_file")
        asked = Illustration(
            alt=typed["picture_alt"],
            credit=typed["picture_credit"],
            new=draw(file) if file else None,
            taken_out=typed.get("picture_taken_out", False),
        )
        said = {name: typed[name] for name in HEAD}
        if change:
            saved = edit_list(person(request), obj, expected=typed["seen"], **said)
        else:
            saved = create_list(person(request), **said)
        illustrate(person(request), saved, asked, expected=saved.revision)
        obj.pk = saved.pk
        obj.refresh_from_db()

    def save_formset(
        self,
        request: HttpRequest,
        form: Any,  # noqa: ARG002  (Django's)
        formset: Any,
        change: bool,  # noqa: ARG002
    ) -> None:
        formset.new_objects, formset.changed_objects, formset.deleted_objects = [], [], []
        arrange_entries(
            person(request),
            formset.instance,
            formset.picks(),
            expected=formset.instance.revision,
        )

    def delete_model(self, request: HttpRequest, obj: CuratedList) -> None:
        delete_list(person(request), obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[CuratedList]) -> None:
        for curated_list in queryset:
            delete_list(person(request), curated_list)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        try:
            return super().delete_view(request, object_id, extra_context)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return HttpResponseRedirect(
                reverse("admin:portal_curatedlist_change", args=[object_id])
            )

    def response_add(
        self, request: HttpRequest, obj: CuratedList, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._to_preview(request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def response_change(self, request: HttpRequest, obj: CuratedList) -> HttpResponse:
        return self._to_preview(request, obj) or super().response_change(request, obj)

    def _to_preview(self, request: HttpRequest, obj: CuratedList) -> HttpResponse | None:
        if "_preview" not in request.POST:
            return None
        messages.success(request, _("Saved. This is what would be published."))
        return HttpResponseRedirect(reverse("admin:portal_curatedlist_preview", args=[obj.pk]))
