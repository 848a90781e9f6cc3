"""What can be done about an import from its page: cancel it, and try again what failed."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.actions.cancelling import cancel_import
from articles.actions.retrying import retry_item, retry_items
from articles.admin.generic import AnyAdmin, person
from articles.models import ImportItem, ImportJob
from articles.queries.imports import counts_of
from articles.refusal import Refused

State = ImportItem.State


class ImportActs(AnyAdmin):
    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        begin, name = "<int:job>/", "articles_importjob"
        return [
            path(f"{begin}cancel/", view(self.cancel_view), name=f"{name}_cancel"),
            path(f"{begin}retry/", view(self.retry_view), name=f"{name}_retry"),
            path(
                f"{begin}retry/<int:item>/", view(self.retry_item_view), name=f"{name}_retry_item"
            ),
            *super().get_urls(),
        ]

    def cancel_view(self, request: HttpRequest, job: int) -> HttpResponse:
        """Ask whether it is meant; then do it."""
        found = self._job(request, job)
        if request.method != "POST":
            return self._page(
                request,
                "cancel",
                title=_("Cancel this import?"),
                job=found,
                counts=counts_of(found),
            )
        try:
            cancel_import(person(request), found)
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        else:
            self.message_user(request, _("The import was cancelled."), messages.SUCCESS)
        return redirect(address_of(found))

    def retry_view(self, request: HttpRequest, job: int) -> HttpResponse:
        """Try again all that failed, or that was cancelled."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        found = self._job(request, job)
        state = State.CANCELLED if request.POST.get("state") == State.CANCELLED else State.FAILED
        try:
            count = retry_items(person(request), found, state)
        except Refused as refusal:
            self.message_user(request, str(refusal), messages.ERROR)
        else:
            words = ngettext("%(count)s item waits again.", "%(count)s items wait again.", count)
            self.message_user(request, words % {"count": count}, messages.SUCCESS)
        return redirect(address_of(found))

    def retry_item_view(self, request: HttpRequest, job: int, item: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        found = self._job(request, job)
        one = found.items.select_related("job", "unpacked_from").filter(pk=item).first()
        if one is None:
            raise Http404
        try:
            retry_item(person(request), one)
        except Refused as refusal:
            self.message_user(request, f"{refusal} ({one})", messages.ERROR)
        else:
            self.message_user(request, _("Waits again: %(item)s") % {"item": one}, messages.SUCCESS)
        return redirect(address_of(found))

    def _job(self, request: HttpRequest, job: int) -> ImportJob:
        if not self.has_add_permission(request):
            raise PermissionDenied
        found: ImportJob | None = self.get_object(request, str(job))
        if found is None:
            raise Http404
        return found

    def _page(self, request: HttpRequest, name: str, **context: Any) -> HttpResponse:
        context |= self.admin_site.each_context(request) | {
            "opts": self.opts,
            "has_add_permission": self.has_add_permission(request),
        }
        return TemplateResponse(request, f"admin/articles/importjob/{name}.html", context)


def address_of(job: ImportJob) -> str:
    return reverse("admin:articles_importjob_change", args=[job.pk])
