"""Watched sources at the desk: what is looked into, how often, and how that goes."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions.watching import Watching, change_watching, look_now, watch
from articles.admin.generic import AnyModelForm, person
from articles.admin.more import WithMore
from articles.admin.paging import CappedPaginator
from articles.admin.refusals import RefusalsAsErrors, told
from articles.asked import number
from articles.models import ImportJob, WatchedSource

JOBS_SHOWN = 20


@admin.register(WatchedSource)
class WatchedSourceAdmin(RefusalsAsErrors, WithMore):
    list_display = ["name", "kind", "place", "every", "active", "looked_at", "found", "how_it_goes"]
    list_filter = ["kind", "active"]
    search_fields = ["name", "place"]
    sortable_by = ()
    paginator = CappedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None
    fields = ["name", "kind", "place", "every", "since", "active"]
    radio_fields = {"kind": admin.VERTICAL}
    change_form_template = "admin/articles/watchedsource/change_form.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.look_now_view)
        name = "articles_watchedsource_look_now"
        return [path("<int:source_id>/look-now/", view, name=name), *super().get_urls()]

    def has_delete_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        return False  # its imports say where they came from; it can be switched off

    def save_model(
        self, request: HttpRequest, obj: WatchedSource, form: AnyModelForm, change: bool
    ) -> None:
        asked = Watching(**form.cleaned_data)
        saved = (
            change_watching(person(request), obj, asked)
            if change
            else watch(person(request), asked)
        )
        obj.__dict__.update(saved.__dict__)

    def more(self, _request: HttpRequest, object_id: str) -> dict[str, Any]:
        return {"jobs": ImportJob.objects.filter(watched=number(object_id))[:JOBS_SHOWN]}

    def look_now_view(self, request: HttpRequest, source_id: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_change_permission(request):
            raise PermissionDenied
        source = WatchedSource.objects.filter(pk=source_id).first()
        if source is None:
            raise Http404

        def look() -> str:
            look_now(person(request), source)
            return _("It will be looked into within a moment.")

        told(request, look)
        return redirect(reverse("admin:articles_watchedsource_change", args=[source_id]))

    @admin.display(description=gettext_lazy("how it goes"))
    def how_it_goes(self, source: WatchedSource) -> str:
        if source.problem:
            return source.get_problem_display()
        return _("well") if source.looked_at else _("not looked into yet")
