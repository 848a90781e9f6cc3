"""Imports at the desk: starting one, and watching how it goes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions.fetching import start_import_of_addresses
from articles.actions.imports import start_import
from articles.actions.seeing import see_end
from articles.admin.generic import person
from articles.admin.import_acts import ImportActs, address_of
from articles.admin.import_form import StartForm, most_files
from articles.admin.paging import CappedPaginator
from articles.asked import number
from articles.models import ImportItem, ImportJob
from articles.queries.import_ends import pace_of
from articles.queries.imports import (
    Counts,
    FailedFirst,
    counts_by_job,
    counts_of,
    counts_of_bundle,
    items_of,
    retriable,
)
from articles.refusal import Refused

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

ITEMS_A_PAGE = 100
OFTEN, SELDOM = 1, 5  # seconds between looks at small imports and at big ones
SMALL = 10_000

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
class ImportJobAdmin(ImportActs):
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
                job = _started(person(request), form)
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                self.message_user(request, _("The import has started."), messages.SUCCESS)
                return HttpResponseRedirect(address_of(job))
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
        if not counts.open:
            see_end(person(request), job)
        shown = counts_of_bundle(bundle) if bundle else counts
        pace = pace_of(job) if counts.open else None
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
            pace=pace,
            left=pace.left(counts.open) if pace and not counts.bundles else None,
            retriable=_retriable(job, counts) if self.has_add_permission(request) else [],
            looks_every=OFTEN if counts.total < SMALL else SELDOM,
            can_view_articles=request.user.has_perm("articles.view_article"),
        )


def _started(editor: "AbstractUser", form: StartForm) -> ImportJob:
    if form.source == ImportJob.Source.ADDRESSES:
        return start_import_of_addresses(editor, form.source, form.cleaned_data["addresses"])
    return start_import(editor, form.source, form.uploads())


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
    items: Any = items_of(job, chosen, bundle)
    if not chosen:
        items = FailedFirst(items, counts.of(State.FAILED))
    pages = Paginator(items, ITEMS_A_PAGE)
    pages.count = counts.of(chosen) if chosen else counts.listed  # known without a query
    return pages.get_page(page)


def _retriable(job: ImportJob, counts: Counts) -> list[ImportItem.State]:
    """Which of the ended items can be tried again all together."""
    ended = [state for state in (State.FAILED, State.CANCELLED) if counts.of(state)]
    return [state for state in ended if retriable(items_of(job, state)).exists()]
