"""The task queue, the record of a task, and the way to the review page."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.generic import AnyAdmin
from articles.admin.paging import CappedPaginator
from articles.asked import number
from review.admin.filters import OrganisationFilter, QueueFilter, StateFilter, ThemeFilter
from review.cards import RULES
from review.models import ExtractedTask
from review.queries import (
    placings_of,
    record_of,
    retirement_of,
    standing_tasks,
    with_people_in_favour,
)
from review.views import acts, articles, page, progress

LONGEST_SHOWN = 160


@admin.register(ExtractedTask)
class ExtractedTaskAdmin(AnyAdmin):
    """Nothing is changed here: the record is read, and decisions are made on the review page."""

    list_display = ["words", "article_title", "bodies", "due", "state_label", "favour"]
    list_display_links = None
    list_filter = [
        QueueFilter,
        ("state", StateFilter),
        ThemeFilter,
        OrganisationFilter,
        ("article__publisher", admin.RelatedOnlyFieldListFilter),
        "article__published_on",
    ]
    search_fields = ["quote", "article__title"]
    search_help_text = gettext_lazy("Words of the task or of the article's title")
    ordering = ["-text", "start"]
    paginator = CappedPaginator
    list_per_page = 50
    show_full_result_count = False
    fields = ["article", "quote", "heading", "marker", "found_because", "certainty", "created_at"]
    readonly_fields = ["found_because", "certainty"]

    class Media:
        css = {"all": ["review/review.css", "review/records.css"]}

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[ExtractedTask]:
        at = request.resolver_match
        if at and at.url_name == "review_extractedtask_changelist":
            tasks = with_people_in_favour(standing_tasks())
            return tasks.select_related("article__publisher", "version").prefetch_related(
                "version__bodies"
            )
        return super().get_queryset(request).select_related("article", "version")

    def get_urls(self) -> list[URLPattern]:
        def at(route: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
            return path(route, self.admin_site.admin_view(view), name=name)

        return [
            at("articles/", articles.choose, "review_articles"),
            at("how/", progress.show, "review_progress"),
            at("articles/<int:article_id>/", page.show, "review_article"),
            at("articles/<int:article_id>/missed/", acts.add_missed_task, "review_missed"),
            at("articles/<int:article_id>/sign-off/", acts.sign_off_article, "review_sign_off"),
            at("<int:task_id>/decide/", acts.decide_task, "review_decide"),
            at("<int:task_id>/settle/", acts.settle_task, "review_settle"),
            at("<int:task_id>/rewrite/", acts.rewrite_task, "review_rewrite"),
            at("<int:task_id>/place/", acts.place_task, "review_place"),
            at("<int:task_id>/retire/", acts.retire_task, "review_retire"),
            at("decisions/<int:decision_id>/undo/", acts.withdraw_decision, "review_withdraw"),
            *super().get_urls(),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return super().changelist_view(request, {"title": _("Tasks"), **(extra_context or {})})

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        task_id = number(object_id) or 0
        context = {
            "record": record_of(task_id),
            "places": placings_of(task_id),
            "retirement": retirement_of(task_id),
            "title": _("Record of a task"),
        }
        return super().change_view(request, object_id, form_url, context | (extra_context or {}))

    @admin.display(description=gettext_lazy("found because"))
    def found_because(self, task: ExtractedTask) -> Any:
        return RULES.get(task.rule, task.rule)

    @admin.display(description=gettext_lazy("certainty"))
    def certainty(self, task: ExtractedTask) -> str:
        return f"{task.confidence:.0%}"

    # -- Columns ------------------------------------------------------------------------------

    @admin.display(description=gettext_lazy("task"), ordering="quote")
    def words(self, task: ExtractedTask) -> SafeString:
        wording = task.version.wording if task.version else task.quote
        return format_html(
            '<a href="{}" lang="vi">{}</a>{}',
            page.page_address(task.article_id, task.pk),
            Truncator(wording).chars(LONGEST_SHOWN),
            format_html('<br><span class="quiet" lang="vi">{}</span>', task.heading)
            if task.heading
            else "",
        )

    @admin.display(description=gettext_lazy("article"), ordering="article__title")
    def article_title(self, task: ExtractedTask) -> SafeString:
        about = [str(task.article.publisher or "")]
        if task.article.published_on:
            about.append(date_format(task.article.published_on, "SHORT_DATE_FORMAT"))
        return format_html(
            '<span lang="vi">{}</span><br><span class="quiet">{}</span>',
            task.article.title,
            " · ".join(part for part in about if part),
        )

    @admin.display(description=gettext_lazy("responsible"))
    def bodies(self, task: ExtractedTask) -> str:
        if task.version is None:
            return ""
        named = [body.printed for body in task.version.bodies.all() if body.role == "responsible"]
        return "; ".join(named)

    @admin.display(description=gettext_lazy("due"), ordering="version__due_to")
    def due(self, task: ExtractedTask) -> str:
        return task.version.due if task.version else ""

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def state_label(self, task: ExtractedTask) -> SafeString:
        return format_html(
            '<span class="state state-{}">{}</span>', task.state, task.get_state_display()
        )

    @admin.display(description=gettext_lazy("in favour"))
    def favour(self, task: ExtractedTask) -> str:
        needed = task.version.needed if task.version else 0
        return f"{getattr(task, 'in_favour', 0)}/{needed}"
