"""Imports at the desk: starting one, and watching how it goes."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, cast

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions.imports import start_import
from articles.admin.generic import AnyAdmin, person
from articles.admin.import_form import StartForm, most_files
from articles.admin.paging import CappedPaginator
from articles.asked import number
from articles.models import ImportItem, ImportJob
from articles.queries.imports import Counts, counts_by_job, counts_of, counts_of_bundle, items_of
from articles.refusal import Refused

ITEMS_A_PAGE = 100
BEGINS_WITHIN = timedelta(seconds=15)

State = ImportItem.State


class ImportJobList(ChangeList):
    """Counts the items of the jobs on the page in one query."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        jobs = list(cast("Iterable[ImportJob]", self.result_list))
        counts = counts_by_job(job.pk for job in jobs)
        for job in jobs:
            job.counts = counts[job.pk]  # type: ignore[attr-defined]
        self.result_list = jobs


@admin.register(ImportJob)
class ImportJobAdmin(AnyAdmin):
    list_display = [
        "number",
        "source",
        "created_by",
        "created_at",
        "all_items",
        "imported",
        "duplicates",
        "failed",
        "open_items",
    ]
    list_filter = ["source", "created_at"]
    list_select_related = ["created_by"]
    list_per_page = 25
    ordering = ["-pk"]
    sortable_by = ()
    paginator = CappedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = None

    def has_change_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        return False

    def has_delete_permission(self, *_args: Any, **_kwargs: Any) -> bool:
        return False

    def get_changelist(self, *_args: Any, **_kwargs: Any) -> type[ChangeList]:
        return ImportJobList

    @admin.display(description=gettext_lazy("import"))
    def number(self, job: ImportJob) -> str:
        return str(job)

    @admin.display(description=gettext_lazy("items"))
    def all_items(self, job: Any) -> int:
        return _counts(job).total

    @admin.display(description=State.IMPORTED.label)
    def imported(self, job: Any) -> int:
        return _counts(job).of(State.IMPORTED)

    @admin.display(description=State.DUPLICATE.label)
    def duplicates(self, job: Any) -> int:
        return _counts(job).of(State.DUPLICATE)

    @admin.display(description=State.FAILED.label)
    def failed(self, job: Any) -> int:
        return _counts(job).of(State.FAILED)

    @admin.display(description=gettext_lazy("not ended"))
    def open_items(self, job: Any) -> int:
        return _counts(job).open

    def add_view(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        sent = (request.POST, request.FILES) if request.method == "POST" else ()
        form = StartForm(*sent)
        if form.is_valid():
            try:
                job = start_import(person(request), form.source, form.uploads())
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                self.message_user(request, _("The import has started."), messages.SUCCESS)
                return HttpResponseRedirect(_address(job))
        return self._page(
            request,
            "start",
            title=_("Import articles"),
            form=form,
            most_files=most_files(),
            most_bytes=settings.IMPORT_MAX_BYTES,
        )

    def change_view(
        self, request: HttpRequest, object_id: str, *_args: Any, **_kwargs: Any
    ) -> HttpResponse:
        """Show how the import goes; to htmx, only the part that changes."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        job = self.get_object(request, object_id)
        if job is None:
            raise Http404
        state = request.GET.get("state", "")
        counts, bundle = counts_of(job), _bundle(job, request.GET.get("from"))
        shown = counts_of_bundle(bundle) if bundle else counts
        items = _page_of_items(job, shown, state, bundle, request.GET.get("page"))
        name = "live" if request.headers.get("HX-Request") else "job"
        return self._page(
            request,
            name,
            title=str(job),
            job=job,
            counts=counts,
            state=state if state in State else "",
            states=[(each, shown.of(each)) for each in State],
            shown=shown,
            bundle=bundle,
            items=items,
            has_not_begun=_has_not_begun(job, counts),
            can_view_articles=request.user.has_perm("articles.view_article"),
        )

    def _page(self, request: HttpRequest, name: str, **context: Any) -> HttpResponse:
        context |= self.admin_site.each_context(request) | {
            "opts": self.opts,
            "has_add_permission": self.has_add_permission(request),
        }
        return TemplateResponse(request, f"admin/articles/importjob/{name}.html", context)


def _counts(job: Any) -> Counts:
    counts: Counts = job.counts
    return counts


def _bundle(job: ImportJob, asked: str | None) -> ImportItem | None:
    """The bundle whose items are asked for alone."""
    bundle = number(asked)
    return job.items.filter(pk=bundle, members__isnull=False).first() if bundle else None


def _page_of_items(
    job: ImportJob, counts: Counts, state: str, bundle: ImportItem | None, page: str | None
) -> Page[Any]:
    chosen = State(state) if state in State else None
    pages = Paginator(items_of(job, chosen, bundle), ITEMS_A_PAGE)
    pages.count = counts.of(chosen) if chosen else counts.listed  # known without a query
    return pages.get_page(page)


def _has_not_begun(job: ImportJob, counts: Counts) -> bool:
    """Whether nobody has touched it for so long that no worker may be there."""
    begun = sum(map(counts.of, [State.RUNNING, State.IMPORTED, State.DUPLICATE, State.UNPACKED]))
    waits = counts.of(State.WAITING) and not begun
    return bool(waits) and timezone.now() - job.created_at > BEGINS_WITHIN


def _address(job: ImportJob) -> str:
    return reverse("admin:articles_importjob_change", args=[job.pk])
