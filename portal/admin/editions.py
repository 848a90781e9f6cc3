"""Editions: to look at, and to withdraw."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.generic import AnyAdmin, person
from articles.admin.paging import CappedPaginator
from articles.refusal import Refused
from portal.actions import withdraw_edition
from portal.admin.correcting import correct
from portal.admin.set_times import cancel_set_withdrawal, set_withdrawal
from portal.models import Edition
from portal.queries.editions import printed_entries
from portal.queries.replacing import with_newest
from portal.queries.schedules import withdrawal_of


class StandingFilter(admin.SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "standing"

    def lookups(self, _request: HttpRequest, _model_admin: Any) -> list[tuple[str, str]]:
        return [("published", _("published")), ("withdrawn", _("withdrawn"))]

    def queryset(self, _request: HttpRequest, queryset: QuerySet[Edition]) -> QuerySet[Edition]:
        if self.value() is None:
            return queryset
        return queryset.filter(withdrawal__isnull=self.value() == "published")


@admin.register(Edition)
class EditionAdmin(AnyAdmin):
    list_display = ["title", "number", "standing", "entries_count", "published_at", "published_by"]
    list_filter = [StandingFilter]
    search_fields = ["title"]
    paginator = CappedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    change_form_template = "admin/portal/edition/change_form.html"
    fields = ["title", "number", "standing", "published_at", "who_published", "who_submitted"]
    readonly_fields = ["standing", "who_published", "who_submitted"]

    class Media:
        css = {"all": ["portal/editions.css"]}

    @admin.display(description=gettext_lazy("state"))
    def standing(self, edition: Edition) -> str:
        if hasattr(edition, "withdrawal"):
            return _("withdrawn")
        if newer := _newer(edition):
            return _("replaced by edition %(number)d") % {"number": newer}
        return _("published")

    # Names, where Django would link to pages of people that few may see.
    @admin.display(description=gettext_lazy("published by"))
    def who_published(self, edition: Edition) -> str:
        return str(edition.published_by)

    @admin.display(description=gettext_lazy("submitted by"))
    def who_submitted(self, edition: Edition) -> str:
        return str(edition.submitted_by)

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002  (Django's)
        return False

    def has_change_permission(
        self,
        request: HttpRequest,  # noqa: ARG002  (Django's)
        obj: Any = None,  # noqa: ARG002
    ) -> bool:
        return False

    has_delete_permission = has_change_permission

    def get_urls(self) -> list[URLPattern]:
        def page(address: str, view: Any, name: str) -> Any:
            wrapped = self.admin_site.admin_view(view)
            return path(f"<int:number>/{address}/", wrapped, name=f"portal_edition_{name}")

        return [
            page("withdraw", self.withdraw, "withdraw"),
            page("correct", correct, "correct"),
            page("set-withdrawal", set_withdrawal, "set_withdrawal"),
            page("cancel-withdrawal", cancel_set_withdrawal, "cancel_withdrawal"),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Edition]:
        editions = with_newest(super().get_queryset(request))
        return editions.select_related("submitted_by", "published_by", "withdrawal")

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        edition = context["original"]
        stands = not hasattr(edition, "withdrawal")
        context |= {
            "entries": printed_entries(edition),
            "can_withdraw": stands and request.user.has_perm("portal.withdraw_edition"),
            "can_correct": stands and request.user.has_perm("portal.correct_edition"),
            "corrections": edition.corrections.select_related("corrected_by", "entry"),
            "set_withdrawal": withdrawal_of(edition),
            "newer": _newer(edition),
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def withdraw(self, request: HttpRequest, number: int) -> HttpResponse:
        """Ask why, and withdraw."""
        if not request.user.has_perm("portal.withdraw_edition"):
            raise PermissionDenied
        edition = get_object_or_404(Edition, pk=number)
        reason = request.POST.get("reason", "")
        refusal = ""
        if request.method == "POST":
            try:
                withdraw_edition(person(request), edition, reason=reason)
                messages.success(request, _("The edition is withdrawn. Readers see the reason."))
                return HttpResponseRedirect(reverse("admin:portal_edition_change", args=[number]))
            except Refused as refused:
                refusal = str(refused)
        context = self.admin_site.each_context(request) | {
            "title": _("Withdraw an edition"),
            "opts": self.opts,
            "edition": edition,
            "reason": reason,
            "refusal": refusal,
        }
        return render(request, "admin/portal/edition/withdraw.html", context)


def _newer(edition: Any) -> int | None:
    """Give the number of the edition that has taken its place."""
    newest: int | None = edition.newest
    return newest if newest and newest > edition.number else None
