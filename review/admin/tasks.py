"""The task queue, the record of a task, and the way to the review page."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy

from review.admin.pages import MorePages
from review.admin.record import RecordPage
from review.cards import RULES
from review.models import ExtractedTask
from review.views import (
    acts,
    articles,
    bulk,
    exchange,
    next_article,
    page,
    progress,
    queue,
    reshaping,
    saved_filters,
    settling,
    team,
    undo,
)


@admin.register(ExtractedTask)
class ExtractedTaskAdmin(MorePages, RecordPage):
    """Nothing is changed here: the record is read, and decisions are made on the review page."""

    fields = ["article", "quote", "heading", "marker", "found_because", "certainty", "created_at"]
    readonly_fields = ["found_because", "certainty"]

    pages = {
        "review_articles": ("articles/", articles.choose),
        "review_article": ("articles/<int:article_id>/", page.show),
        "review_renew": ("articles/<int:article_id>/keep/", team.keep),
        "review_let_go": ("articles/<int:article_id>/leave/", team.leave),
        "review_assign": ("articles/<int:article_id>/assign/", team.assign),
        "review_missed": ("articles/<int:article_id>/missed/", acts.add_missed_task),
        "review_sign_off": ("articles/<int:article_id>/sign-off/", acts.sign_off_article),
        "review_next": ("next/", next_article.take),
        "review_coming": ("next/coming/", next_article.coming),
        "review_decide": ("<int:task_id>/decide/", acts.decide_task),
        "review_settle": ("<int:task_id>/settle/", acts.settle_task),
        "review_rewrite": ("<int:task_id>/rewrite/", acts.rewrite_task),
        "review_place": ("<int:task_id>/place/", acts.place_task),
        "review_retire": ("<int:task_id>/retire/", acts.retire_task),
        "review_split": ("<int:task_id>/split/", reshaping.split),
        "review_merge": ("<int:task_id>/merge/", reshaping.merge),
        "review_move": ("<int:task_id>/move/", reshaping.move),
        "review_undo": ("decisions/", undo.show),
        "review_withdraw": ("decisions/<int:decision_id>/undo/", acts.withdraw_decision),
        "review_disputes": ("disputes/", settling.show_disputes),
        "review_settle_dispute": ("disputes/<int:task_id>/", settling.settle_dispute),
        "review_bulk": ("bulk/", bulk.do),
        "review_filter_save": ("filters/", saved_filters.save),
        "review_filter_remove": ("filters/<int:number>/remove/", saved_filters.remove),
        "review_export": ("export/<slug:form>/", exchange.export_tasks),
        "review_bring_in": ("bring-in/", exchange.bring_in_file),
        "review_progress": ("how/", progress.show),
    }

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
