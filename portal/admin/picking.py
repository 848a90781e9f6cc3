"""Choosing an article or an approved task by typing: the fields, and what they ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.forms import ModelChoiceField
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.asked import number
from articles.models import Article
from articles.vietnamese import normalise
from portal.models import Entry
from portal.queries.lists import articles_to_pick, tasks_to_pick
from review.models import ExtractedTask

SHOWN_AT_ONCE = 20
LONGEST = 200
MOST_PAGES = 500


if TYPE_CHECKING:
    ArticleChoice = ModelChoiceField[Article]
    TaskChoice = ModelChoiceField[ExtractedTask]
else:
    ArticleChoice = TaskChoice = ModelChoiceField


class Picker(AutocompleteSelect):
    """The stock autocomplete, asking us instead of the admin of the other model."""

    def __init__(self, field: str, address: str) -> None:
        super().__init__(Entry._meta.get_field(field), admin.site)
        self.address = address

    def get_url(self) -> str:
        return reverse(self.address)

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        """Show a form with nonsense in it again; the stock widget looks anything up as a number."""
        return super().optgroups(name, [text for text in value if number(text)], attrs)


class ArticleField(ArticleChoice):
    def __init__(self) -> None:
        super().__init__(
            Article.objects.all(),
            label=capfirst(_("article")),
            required=False,
            widget=Picker("article", "admin:portal_curatedlist_articles"),
        )

    def label_from_instance(self, obj: Article) -> str:
        return article_words(obj)


class TaskField(TaskChoice):
    def __init__(self) -> None:
        super().__init__(
            ExtractedTask.objects.select_related("article", "version"),
            label=capfirst(_("task")),
            required=False,
            widget=Picker("task", "admin:portal_curatedlist_tasks"),
        )

    def label_from_instance(self, obj: ExtractedTask) -> str:
        return task_words(obj)


def article_words(article: Article) -> str:
    parts = (article.title, article.publisher, article.published_on)
    return " · ".join(str(part) for part in parts if part)


def task_words(task: ExtractedTask) -> str:
    return f"{task.words[:LONGEST]} · {task.article.title}"


def pick_articles(request: HttpRequest) -> JsonResponse:
    return _found(request, articles_to_pick(_typed(request)), article_words)


def pick_tasks(request: HttpRequest) -> JsonResponse:
    return _found(request, tasks_to_pick(_typed(request)), task_words)


def _typed(request: HttpRequest) -> str:
    return normalise(request.GET.get("term", ""))[:LONGEST]


def _found(request: HttpRequest, rows: Any, words: Any) -> JsonResponse:
    if not (
        request.user.has_perm("portal.change_curatedlist")
        or request.user.has_perm("portal.add_curatedlist")
    ):
        raise PermissionDenied
    start = (_page(request) - 1) * SHOWN_AT_ONCE
    found = list(rows[start : start + SHOWN_AT_ONCE + 1])
    results = [{"id": str(row.pk), "text": words(row)} for row in found[:SHOWN_AT_ONCE]]
    more = len(found) > SHOWN_AT_ONCE
    return JsonResponse({"results": results, "pagination": {"more": more}})


def _page(request: HttpRequest) -> int:
    return min(number(request.GET.get("page")) or 1, MOST_PAGES)
