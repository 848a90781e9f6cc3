"""Re-readings at the desk: starting one, watching it, and reading what it changed."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions.rereadings import cancel_rereading, start_rereading
from articles.admin.generic import AnyAdmin, person
from articles.admin.paging import CappedPaginator
from articles.admin.refusals import told
from articles.admin.told import SORTS, named, told_in_numbers
from articles.models import Rereading
from articles.queries.rereadings import changes_of, progress_of, tally_of
from articles.refusal import Refused

CHANGES_A_PAGE = 100


class RereadingForm(forms.Form):
    scope = forms.ChoiceField(
        label=gettext_lazy("What to do"),
        choices=Rereading.Scope,
        initial=Rereading.Scope.READING,
        widget=forms.RadioSelect,
    )
    dry_run = forms.BooleanField(
        label=gettext_lazy("Only tell what would change"),
        help_text=gettext_lazy("Nothing is saved but the report."),
        initial=True,
        required=False,
    )


@admin.register(Rereading)
class RereadingAdmin(AnyAdmin):
    list_display = ["number", "scope", "dry_run", "created_by", "created_at", "ended_at"]
    list_select_related = ["created_by"]
    list_per_page = 25
    ordering = ["-pk"]
    sortable_by = ()
    paginator = CappedPaginator
    show_full_result_count = False
    actions = None

    class Media:
        css = {"all": ["articles/imports.css", "articles/rereadings.css"]}

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.cancel_view)
        return [
            path("<int:number>/cancel/", view, name="articles_rereading_cancel"),
            *super().get_urls(),
        ]

    def has_change_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        return False

    def has_delete_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        return False

    @admin.display(description=gettext_lazy("re-reading"))
    def number(self, rereading: Rereading) -> str:
        return str(rereading)

    def add_view(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = RereadingForm(request.POST or None, initial=request.GET.dict())
        if form.is_valid():
            scope = Rereading.Scope(form.cleaned_data["scope"])
            try:
                rereading = start_rereading(
                    person(request), scope, dry_run=form.cleaned_data["dry_run"]
                )
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                self.message_user(request, _("The re-reading has started."), messages.SUCCESS)
                return redirect(_address(rereading))
        return self._page(request, "start", title=_("Read all articles again"), form=form)

    def change_view(
        self, request: HttpRequest, object_id: str, *_args: Any, **_kwargs: Any
    ) -> HttpResponse:
        """Show how it goes and what it changed; to htmx, only the part that changes."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        rereading: Rereading | None = self.get_object(request, object_id)
        if rereading is None:
            raise Http404
        tally = tally_of(rereading)
        chosen = request.GET.get("what", ""), request.GET.get("how", "")
        what, how = chosen if chosen in tally else ("", "")
        pages = Paginator(changes_of(rereading, what, how), CHANGES_A_PAGE)
        pages.count = tally.get((what, how)) or sum(tally.values())  # known without a query
        changes = pages.get_page(request.GET.get("page"))
        return self._page(
            request,
            "live" if request.headers.get("HX-Request") else "rereading",
            title=str(rereading),
            rereading=rereading,
            progress=progress_of(rereading),
            sorts=told_in_numbers(tally),
            chosen=(what, how),
            changes=changes,
            told=[
                (change, SORTS[change.what, change.how], named(change.name)) for change in changes
            ],
        )

    def cancel_view(self, request: HttpRequest, number: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        rereading: Rereading | None = self.get_object(request, str(number))
        if rereading is None:
            raise Http404

        def cancel() -> str:
            cancel_rereading(person(request), rereading)
            return _("The re-reading was cancelled.")

        told(request, cancel)
        return redirect(_address(rereading))

    def _page(self, request: HttpRequest, name: str, **context: Any) -> HttpResponse:
        context |= self.admin_site.each_context(request) | {
            "opts": self.opts,
            "has_add_permission": self.has_add_permission(request),
            "media": self.media,
        }
        return TemplateResponse(request, f"admin/articles/rereading/{name}.html", context)


def _address(rereading: Rereading) -> str:
    return reverse("admin:articles_rereading_change", args=[rereading.pk])
