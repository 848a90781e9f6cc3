"""The task queue, the record of a task, and the way to the review page."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy

from review.admin.exchange import ExchangePages
from review.admin.record import RecordPages
from review.cards import RULES
from review.models import ExtractedTask
from review.views import (
    acts,
    articles,
    bulk,
    next_article,
    page,
    progress,
    queue,
    reshaping,
    saved_filters,
    team,
    undo,
)


@admin.register(ExtractedTask)
class ExtractedTaskAdmin(ExchangePages, RecordPages):
    """Nothing is changed here: the record is read, and decisions are made on the review page."""

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
        return super().get_queryset(request).select_related("article", "version")

    def get_urls(self) -> list[URLPattern]:
        def at(route: str, view: Callable[..., HttpResponse], name: str) -> URLPattern:
            return path(route, self.admin_site.admin_view(view), name=name)

        return [
            at("articles/", articles.choose, "review_articles"),
            at("how/", progress.show, "review_progress"),
            at("bulk/", bulk.do, "review_bulk"),
            at("filters/", saved_filters.save, "review_filter_save"),
            at("filters/<int:number>/remove/", saved_filters.remove, "review_filter_remove"),
            at("articles/<int:article_id>/keep/", team.keep, "review_renew"),
            at("articles/<int:article_id>/leave/", team.leave, "review_let_go"),
            at("articles/<int:article_id>/assign/", team.assign, "review_assign"),
            at("articles/<int:article_id>/", page.show, "review_article"),
            at("next/", next_article.take, "review_next"),
            at("next/coming/", next_article.coming, "review_coming"),
            at("decisions/", undo.show, "review_undo"),
            at("articles/<int:article_id>/missed/", acts.add_missed_task, "review_missed"),
            at("articles/<int:article_id>/sign-off/", acts.sign_off_article, "review_sign_off"),
            at("<int:task_id>/decide/", acts.decide_task, "review_decide"),
            at("<int:task_id>/settle/", acts.settle_task, "review_settle"),
            at("<int:task_id>/rewrite/", acts.rewrite_task, "review_rewrite"),
            at("<int:task_id>/place/", acts.place_task, "review_place"),
            at("<int:task_id>/retire/", acts.retire_task, "review_retire"),
            at("<int:task_id>/split/", reshaping.split, "review_split"),
            at("<int:task_id>/merge/", reshaping.merge, "review_merge"),
            at("<int:task_id>/move/", reshaping.move, "review_move"),
            at("decisions/<int:decision_id>/undo/", acts.withdraw_decision, "review_withdraw"),
            *super().get_urls(),
        ]

    def changelist_view(
        self, request: HttpRequest, _extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the queue, which is the one list of tasks."""
        return queue.show(request)

    @admin.display(description=gettext_lazy("found because"))
    def found_because(self, task: ExtractedTask) -> Any:
        return RULES.get(task.rule, task.rule)

    @admin.display(description=gettext_lazy("certainty"))
    def certainty(self, task: ExtractedTask) -> str:
        return f"{task.confidence:.0%}"
