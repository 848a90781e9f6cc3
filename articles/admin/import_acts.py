"""What can be done about an import from its page: cancel it, and try again what failed."""

from typing import Any

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
from articles.admin.refusals import told
from articles.models import ImportItem, ImportJob
from articles.queries.imports import counts_of

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

        def cancel() -> str:
            cancel_import(person(request), found)
            return _("The import was cancelled.")

        told(request, cancel)
        return redirect(address_of(found))

    def retry_view(self, request: HttpRequest, job: int) -> HttpResponse:
        """Try again all that failed, or that was cancelled."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        found = self._job(request, job)
        state = State.CANCELLED if request.POST.get("state") == State.CANCELLED else State.FAILED

        def retry() -> str:
            count = retry_items(person(request), found, state)
            words = ngettext("%(count)s item waits again.", "%(count)s items wait again.", count)
            return words % {"count": count}

        told(request, retry)
        return redirect(address_of(found))

    def retry_item_view(self, request: HttpRequest, job: int, item: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        found = self._job(request, job)
        one = found.items.select_related("job", "unpacked_from").filter(pk=item).first()
        if one is None:
            raise Http404

        def retry() -> str:
            retry_item(person(request), one)
            return _("Waits again: %(item)s") % {"item": one}

        told(request, retry)
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
